import type { RefObject } from 'react';
import { Link } from 'react-router';
import register from '../../data/veiligheid/algoritmeregister.json';
import { sensoren } from '../../data/veiligheid/sensoren.json';
import type { leesAanbod } from '../../server/veiligheid/contract.ts';

interface MethodePageProps {
  heading: RefObject<HTMLHeadingElement | null>;
  lagen: (typeof leesAanbod)['output']['_zod']['output']['lagen'];
  terug: string;
}

const velden: readonly [keyof typeof register, string][] = [
  ['samenvatting', 'Wat het doet'],
  ['doel', 'Doel'],
  ['gegevens', 'Gegevens'],
  ['logica', 'Hoe het rekent'],
  ['menselijkeTussenkomst', 'Wie beslist'],
  ['risico', 'Risico'],
  ['beperkingen', 'Beperkingen'],
  ['toetsing', 'Hoe het is getoetst'],
  ['bezwaar', 'Vragen en bezwaar'],
  ['domein', 'Domein'],
  ['organisatie', 'Organisatie'],
];

/** How it is computed, who may see what and why, and the entries of the registers: for everybody. */
export function MethodePage({ heading, lagen, terug }: MethodePageProps) {
  return (
    <div className="pagina stapel stapel--ruim veiligheid">
      <div className="stapel stapel--dicht">
        <p>
          <Link className="nl-link" to={terug}>
            Terug naar de kaart
          </Link>
        </p>
        <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
          Hoe de hotspots worden berekend
        </h1>
      </div>
      <section className="stapel" aria-labelledby="methode-stappen">
        <h2 id="methode-stappen" className="nl-heading nl-heading--level-2">
          In vijf stappen
        </h2>
        <ol className="methode">
          <li>
            De gemeente is verdeeld in cellen van 100 bij 100 meter. Cellen zonder adres en zonder weg doen niet mee.
          </li>
          <li>Wij tellen per cel wat er in een periode is geregistreerd. Losse incidenten bewaren wij niet.</li>
          <li>
            Wij tellen een cel samen met de cellen die eraan grenzen, en vergelijken dat met het gemiddelde van de
            gemeente. Of met wat past bij het aantal adressen: anders laat de kaart zien waar mensen wonen. Wie de
            tellingen ziet, kan ook alle cellen binnen 250 of 500 meter samen tellen, of zeshoeken kiezen.
          </li>
          <li>
            Wij berekenen hoe groot de kans is dat zo’n verschil toeval is. Dat heet Gi*, naar Getis en Ord. Omdat wij
            duizenden cellen tegelijk bekijken, corrigeren wij daarvoor (Benjamini-Hochberg).
          </li>
          <li>
            Een cel krijgt een kleur als van alle cellen met die kleur hoogstens 1 op de 10, 1 op de 20 of 1 op de 100
            toeval is. Bij minder dan 30 cellen waar iets gebeurde, geven wij geen uitkomst.
          </li>
        </ol>
      </section>
      <section className="stapel" aria-labelledby="methode-tijd">
        <h2 id="methode-tijd" className="nl-heading nl-heading--level-2">
          Door de tijd
        </h2>
        <ul className="methode">
          <li>
            Trend: de toets van Mann-Kendall kijkt of een reeks vaker stijgt dan daalt. Wij noemen een richting als p
            kleiner is dan 0,05, en zeggen niets bij minder dan 10 perioden.
          </li>
          <li>
            Patroon: van elke cel wordt per kwartaal bepaald of zij een hotspot was. Daaruit volgt of zij nieuw is,
            sterker wordt, blijft of weer verdween.
          </li>
          <li>
            Interventie: wat er in een gebied veranderde, naast cellen die erop lijken en waar niets is gedaan. Ook in
            een rand eromheen, want iets kan zich verplaatsen. Er staat altijd bij hoe zeker dat is.
          </li>
          <li>Een maand die niet is geleverd, is onbekend. Zij telt nergens mee, ook niet als nul.</li>
        </ul>
      </section>
      <section className="stapel" aria-labelledby="methode-wie">
        <h2 id="methode-wie" className="nl-heading nl-heading--level-2">
          Wie wat mag zien, en waarom
        </h2>
        <p>Een kleine plek en een korte tijd staan nooit samen in een laag.</p>
        <ul className="vlagen">
          {lagen.map(({ id, naam, plaats, tijd, toont, wet, grondslag, doel, mag }) => (
            <li key={id}>
              <h3 className="kop-klein">{naam}</h3>
              <p>
                {toont}. Kleinste plek: {plaats}. Kortste tijd: {tijd}.
              </p>
              <p className="stil">
                {wet === 'openbaar' ? 'Voor iedereen' : `Onder de ${wet}`}. {doel}. {grondslag}.{' '}
                {mag ? 'U mag dit zien.' : 'U ziet dit niet.'}
              </p>
            </li>
          ))}
        </ul>
        <p>
          Wat iedereen ziet, is afgerond op vijf. Aantallen van een tot en met vier staan er als "&lt; 5". Een aantal
          waaruit een kleiner aantal te berekenen is, laten wij ook weg. Gevoelige klassen staan alleen per gemeente en
          jaar.
        </p>
      </section>
      <section className="stapel" aria-labelledby="methode-register">
        <h2 id="methode-register" className="nl-heading nl-heading--level-2">
          Algoritmeregister: {register.naam}
        </h2>
        <dl className="vfeiten vfeiten--lang">
          {velden.map(([veld, naam]) => (
            <div key={veld}>
              <dt>{naam}</dt>
              <dd>{register[veld]}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="stapel" aria-labelledby="methode-sensoren">
        <h2 id="methode-sensoren" className="nl-heading nl-heading--level-2">
          Sensorenregister
        </h2>
        <ul className="vlagen">
          {sensoren.map(({ id, soort, plaats, meet, doel, grondslag, persoonsgegevens, bewaartermijn, eigenaar }) => (
            <li key={id}>
              <h3 className="kop-klein">
                {soort}: {plaats}
              </h3>
              <p>{meet}</p>
              <p className="stil">
                {doel}. {grondslag}. {persoonsgegevens ? 'Met' : 'Zonder'} persoonsgegevens. Bewaard: {bewaartermijn}.
                Van: {eigenaar}.
              </p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
