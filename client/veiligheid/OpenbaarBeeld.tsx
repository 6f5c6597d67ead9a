import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  leesHotspots,
  leesMeldingen,
  leesPolitiecijfers,
  type RoosterAntwoord,
} from '../../server/veiligheid/contract.ts';
import { ask } from '../query.ts';
import type { Tekenaar } from '../tekenaar.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { QueryState } from '../ui/Section.tsx';
import { leesNummers } from './bestand.ts';
import { GebiedTabel } from './GebiedTabel.tsx';
import { Legenda } from './Legenda.tsx';
import type { Stand } from './stand.ts';
import { useCelKaart, useGekleurd } from './use-celkaart.ts';
import { klasseNamen, noemPeriode, watHetNietZegt, zinVanKlasse } from './woorden.ts';

interface OpenbaarBeeldProps {
  gemeente: string;
  stand: Stand;
  rooster: RoosterAntwoord;
  perioden: readonly { jaar: number; kwartaal: 1 | 2 | 3 | 4 | null }[];
  zet(anders: Partial<Stand>): void;
  onTekenaar(tekenaar: Tekenaar | null): void;
}

const sleutelVan = ({ jaar, kwartaal }: OpenbaarBeeldProps['perioden'][number]) =>
  kwartaal === null ? `${jaar}` : `${jaar}-${kwartaal}`;

/** What everybody may see: where significantly more happens, and protected counts per wijk and buurt. */
export function OpenbaarBeeld({ gemeente, stand, rooster, perioden, zet, onTekenaar }: OpenbaarBeeldProps) {
  const { stroom, per } = stand;
  const thema = stand.themas[0] ?? '';
  const gewoon = perioden.find(({ kwartaal }) => kwartaal === null) ?? perioden[0];
  const periode = perioden.find((een) => sleutelVan(een) === stand.periode) ?? gewoon;
  const hotspots = useQuery({
    ...ask(
      leesHotspots,
      {
        ...{ gemeente, stroom, thema, per, jaar: periode?.jaar ?? 2000 },
        ...(periode?.kwartaal && { kwartaal: periode.kwartaal }),
      },
      `${gemeente} ${stroom}`,
    ),
    enabled: periode !== undefined,
  });
  const cellen = useMemo(
    () => ({ rooster: rooster.rooster, nummers: leesNummers(rooster), adressen: rooster.adressen }),
    [rooster],
  );
  const beeld = useMemo(() => {
    const klassen = new Int8Array(cellen.nummers.length);
    for (const { bin, plekken } of hotspots.data?.cellen ?? []) for (const plek of plekken) klassen[plek] = bin;
    return { klassen, soort: 'klasse' as const, zonderAdres: per === 'adressen' };
  }, [cellen, hotspots.data, per]);
  const cel = stand.cel === null ? -1 : cellen.nummers.indexOf(stand.cel);
  const kies = (plek: number) => zet({ cel: cellen.nummers[plek] ?? null });
  useGekleurd(useCelKaart(cellen, cel < 0 ? null : cel, { onKies: kies, onTekenaar }), beeld);

  if (!periode) {
    return (
      <Notice soort="info" title="Er is nog geen periode voor iedereen">
        Een periode staat hier als alle maanden zijn geleverd en zij minstens een maand geleden eindigde. Kom later
        terug.
      </Notice>
    );
  }
  const buurt = rooster.buurten[rooster.buurt[cel] ?? -1];
  return (
    <div className="stapel stapel--ruim">
      <div className="velden">
        <SelectField
          label="Periode"
          value={sleutelVan(periode)}
          onChange={({ currentTarget }) => zet({ periode: currentTarget.value })}
        >
          {perioden.map((een) => (
            <option key={sleutelVan(een)} value={sleutelVan(een)}>
              {noemPeriode(een)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="Vergelijk met"
          value={per}
          onChange={({ currentTarget }) => zet({ per: currentTarget.value === 'adressen' ? 'adressen' : 'aantal' })}
        >
          <option value="aantal">het gemiddelde van alle cellen</option>
          <option value="adressen">wat past bij het aantal adressen</option>
        </SelectField>
      </div>
      <QueryState query={hotspots} what="Hotspots">
        {({ tekort }) =>
          tekort ? (
            <Notice soort="info" title="Te weinig om iets te zeggen" live>
              {`${tekort} Kies een heel jaar of een ander thema.`}
            </Notice>
          ) : (
            <Legenda zonderAdres={per === 'adressen'} />
          )
        }
      </QueryState>
      {cel >= 0 && hotspots.data && (
        <section aria-labelledby="cel-kop" className="celdetails stapel">
          <div className="celdetails__kop">
            <h2 id="cel-kop" className="nl-heading nl-heading--level-2">
              Deze cel {buurt ? `in ${buurt.naam}` : 'buiten de buurten'}
            </h2>
            <Button soort="subtle" icon="kruis" iconOnly title="Sluit deze cel" onClick={() => zet({ cel: null })}>
              Sluit deze cel
            </Button>
          </div>
          <p className="nl-paragraph" role="status">
            {hotspots.data.tekort ? (
              'Te weinig om iets te zeggen: of hier een hotspot is, is onbekend.'
            ) : (
              <>
                <strong>{klasseNamen[beeld.klassen[cel] ?? 0]}.</strong> {zinVanKlasse(beeld.klassen[cel] ?? 0, per)}
              </>
            )}
          </p>
          <p className="stil">{watHetNietZegt} Aantallen per cel zijn niet openbaar; per buurt staan ze hieronder.</p>
        </section>
      )}
      {hotspots.data && !hotspots.data.tekort && (
        <HotspotBuurten klassen={beeld.klassen} rooster={rooster} onKies={kies} />
      )}
      <Cijfers gemeente={gemeente} stroom={stroom} thema={thema} jaar={periode.jaar} kwartaal={periode.kwartaal} />
    </div>
  );
}

/** The hot spots of the map as a list of buurten. */
function HotspotBuurten({
  klassen,
  rooster,
  onKies,
}: {
  klassen: Int8Array;
  rooster: RoosterAntwoord;
  onKies(cel: number): void;
}) {
  const buurten = useMemo(() => {
    const per = new Map<number, number[]>();
    klassen.forEach((bin, cel) => {
      if (bin <= 0) return;
      const buurt = rooster.buurt[cel] ?? -1;
      per.set(buurt, [...(per.get(buurt) ?? []), cel]);
    });
    return [...per].sort(([, a], [, b]) => b.length - a.length);
  }, [klassen, rooster]);
  return (
    <section aria-labelledby="lijst-kop" className="stapel">
      <h2 id="lijst-kop" className="nl-heading nl-heading--level-2">
        Buurten met een hotspot
      </h2>
      {buurten.length === 0 ? (
        <p>In deze periode is er geen plek waar duidelijk meer gebeurde dan past bij toeval.</p>
      ) : (
        <ul className="soorten">
          {buurten.map(([buurt, plekken]) => (
            <li key={buurt}>
              <button type="button" className="vtabel__knop" onClick={() => onKies(plekken[0] ?? 0)}>
                {rooster.buurten[buurt]?.naam ?? 'Buiten de buurten'}
              </button>
              <strong>
                {plekken.length} {plekken.length === 1 ? 'cel' : 'cellen'}
              </strong>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface CijfersProps {
  gemeente: string;
  stroom: 'politie' | 'melding';
  thema: string;
  jaar: number;
  kwartaal: number | null;
}

function Cijfers({ gemeente, stroom, thema, jaar, kwartaal }: CijfersProps) {
  const vraag = { gemeente, thema, jaar };
  const politie = useQuery({ ...ask(leesPolitiecijfers, vraag, gemeente), enabled: stroom === 'politie' });
  const meldingen = useQuery({ ...ask(leesMeldingen, vraag, gemeente), enabled: stroom === 'melding' });
  return (
    <section aria-labelledby="cijfers-kop" className="stapel">
      <h2 id="cijfers-kop" className="nl-heading nl-heading--level-2">
        {stroom === 'politie' ? 'Politiecijfers' : 'Meldingen'} over {jaar}
      </h2>
      {kwartaal !== null && <p className="stil">Aantallen staan er alleen per heel jaar.</p>}
      <QueryState query={(stroom === 'politie' ? politie : meldingen) as typeof politie} what="Cijfers">
        {(cijfers) => <GebiedTabel cijfers={cijfers} stroom={stroom} />}
      </QueryState>
    </section>
  );
}
