import { useQuery } from '@tanstack/react-query';
import { type Herhaling as Antwoord, leesHerhaling } from '../../../server/veiligheid/beeld/contract.ts';
import { noemKans } from '../../../server/veiligheid/domain/normaal.ts';
import { noemMaand } from '../../../server/veiligheid/domain/periode.ts';
import { formatDatumKort, formatGetal } from '../../format.ts';
import { ask } from '../../query.ts';
import { QueryState } from '../../ui/Section.tsx';

type Klasse = Antwoord['klassen'][number];
type Vak = Klasse['vakken'][number];

/** A pair of bands in which more happens than by chance: what a repeat nearby looks like. */
const VAKER = { p: 0.05, verhouding: 1.2 } as const;

const vanDagen: Record<number, string> = { 7: 'binnen een week', 14: 'in de tweede week', 28: 'in week 3 en 4' };
const vanAfstand = (afstand: number) => (afstand === 0 ? 'op dezelfde plek' : `tot ${afstand} meter`);

/** Whether after an offence the places near it run more risk for some time. */
export function Herhaling({ gemeente }: { gemeente: string }) {
  const query = useQuery(ask(leesHerhaling, { gemeente }));
  return (
    <QueryState query={query} what="Herhaling dichtbij">
      {({ klassen, bron }) =>
        klassen.length === 0 ? (
          <p>
            Hiervoor is een levering nodig met minstens 50 woninginbraken of straatroven. Die is er nog niet: of er
            herhaling is, is onbekend.
          </p>
        ) : (
          <div className="stapel stapel--ruim">
            {klassen.map((klasse) => (
              <VanKlasse key={klasse.code} klasse={klasse} />
            ))}
            <p className="stil">
              Zo is het gemeten: van elke twee registraties is geteld hoe dicht zij bij elkaar liggen in plek en tijd.
              Daarna zijn de dagen 999 keer willekeurig verdeeld over dezelfde plekken (Knox): p is hoe vaak toeval
              minstens zoveel paren gaf. Aantallen paren zijn afgerond op vijf.
            </p>
            <p className="bronnen">
              Bron: {bron.naam}
              {bron.peildatum && `, peildatum ${formatDatumKort(bron.peildatum)}`}.
            </p>
          </div>
        )
      }
    </QueryState>
  );
}

const isVaker = ({ p, verhouding }: Vak) => p < VAKER.p && (verhouding ?? 0) >= VAKER.verhouding;

function VanKlasse({ klasse: { code, naam, van, tot, vakken } }: { klasse: Klasse }) {
  const vaker = vakken.filter(isVaker);
  const afstanden = [...new Set(vakken.map(({ afstand }) => afstand))];
  const dagen = [...new Set(vakken.map((vak) => vak.dagen))];
  return (
    <section className="stapel stapel--dicht" aria-labelledby={`herhaling-${code}`}>
      <h3 id={`herhaling-${code}`} className="nl-heading nl-heading--level-3">
        {naam}
      </h3>
      <p>
        {vaker.length === 0
          ? 'Wij zien geen herhaling dichtbij: na een registratie gebeurde in de buurt niet vaker iets dan past bij toeval. Zijn er weinig registraties, dan kan een kleine herhaling verborgen blijven.'
          : `Na een registratie gebeurde ${vaker.map(({ afstand, dagen: binnen, verhouding }) => `${vanAfstand(afstand)} ${vanDagen[binnen] ?? ''} ${formatGetal(verhouding ?? 0)} keer zo vaak weer iets`).join(', en ')} als past bij toeval.`}
      </p>
      {vaker.length > 0 && (
        <p>
          Dat betekent: kort na een registratie helpt het om de huizen eromheen te waarschuwen. Het zegt niet welk huis,
          niet wie, en niet dat het zeker weer gebeurt.
        </p>
      )}
      <table className="vtabel">
        <caption className="stil">
          Hoeveel keer zo vaak als toeval, {noemMaand(van)} tot en met {noemMaand(tot)}
        </caption>
        <thead>
          <tr>
            <th scope="col">Afstand</th>
            {dagen.map((binnen) => (
              <th scope="col" key={binnen}>
                {vanDagen[binnen]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {afstanden.map((afstand) => (
            <tr key={afstand}>
              <th scope="row">{vanAfstand(afstand)}</th>
              {dagen.map((binnen) => {
                const vak = vakken.find((een) => een.afstand === afstand && een.dagen === binnen);
                return <td key={binnen}>{vak && <VanVak vak={vak} />}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function VanVak({ vak }: { vak: Vak }) {
  const { verhouding, p, paren } = vak;
  if (verhouding === null) return <span className="stil">te weinig</span>;
  if (paren === 0) return <span className="stil">geen paren</span>;
  return (
    <span className={isVaker(vak) ? 'beeld__vaker' : ''}>
      {formatGetal(verhouding)} keer
      <span className="beeld__bij stil">
        {typeof paren === 'number' ? formatGetal(paren) : 'minder dan 5'} paren, p {noemKans(p)}
      </span>
    </span>
  );
}
