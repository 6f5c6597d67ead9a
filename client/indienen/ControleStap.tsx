import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Bijlage, Plaats } from '../../server/indienen/contract.ts';
import { schrijfGrootte } from '../../server/indienen/domain/bevestiging.ts';
import {
  schrijfStappen,
  toonProcedure,
  type Verzoek,
  vereisteDocumenten,
  verwachteLeges,
} from '../../server/indienen/domain/ontvangst.ts';
import { leesLocatie } from '../../server/locatie/contract.ts';
import { tarievenVan } from '../../server/vergunningcheck/domain/leges.ts';
import { formatDatum } from '../format.ts';
import { ask } from '../query.ts';
import { Antwoorden } from './Antwoorden.tsx';
import { Ontbreekt } from './Ontbreekt.tsx';
import type { Stap } from './stappen.ts';

interface ControleStapProps {
  verzoek: Omit<Verzoek, 'tarieven'>;
  plaats: Plaats | null;
  bijlagen: readonly Bijlage[];
  stappen: readonly Stap[];
  hrefVan(stap: string): string;
}

const euro = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' });

/** Everything once more, with what happens after it is sent. */
export function ControleStap({ verzoek, plaats, bijlagen, stappen, hrefVan }: ControleStapProps) {
  const locatie = useQuery({ ...ask(leesLocatie, plaats ?? { x: 0, y: 0 }, plaats), enabled: plaats !== null });
  const compleet: Verzoek = { ...verzoek, tarieven: tarievenVan(locatie.data?.gemeente.code ?? null) };
  const procedure = toonProcedure(compleet);
  const leges = verwachteLeges(compleet);
  const ontbreekt = vereisteDocumenten(compleet).filter(({ id }) => !bijlagen.some(({ soort }) => soort === id));
  const ingevuld = schrijfStappen(verzoek.zaaktype, verzoek.antwoorden);
  return (
    <div className="stapel stapel--ruim">
      {stappen
        .filter(({ id }) => id !== 'controle')
        .map(({ id, titel, vragen }) => (
          <section key={id} className="formulier__overzicht" aria-labelledby={`overzicht-${id}`}>
            <h2 id={`overzicht-${id}`} className="kop-klein">
              {titel}
            </h2>
            <Link className="nl-link" to={hrefVan(id)}>
              Wijzig<span className="alleen-voorlezen">: {titel}</span>
            </Link>
            {id === 'plaats' ? (
              <p>
                {plaats ? (plaats.naam ?? `x ${Math.round(plaats.x)}, y ${Math.round(plaats.y)}`) : 'Nog niet gekozen'}
              </p>
            ) : id === 'bijlagen' ? (
              <ul>
                {bijlagen.length === 0 && <li>Geen</li>}
                {bijlagen.map(({ id: bijlage, naam, bytes }) => (
                  <li key={bijlage}>
                    <bdi>{naam}</bdi> <span className="stil">{schrijfGrootte(bytes)}</span>
                  </li>
                ))}
              </ul>
            ) : (
              <Antwoorden regels={ingevuld.find((een) => een.titel === vragen?.titel)?.regels ?? []} />
            )}
          </section>
        ))}
      <Ontbreekt stukken={ontbreekt}>
        U kunt het nu versturen en dit later aanvullen. Zolang het ontbreekt, kan de termijn stilstaan (Awb 4:5 en
        4:15).
      </Ontbreekt>
      <section className="stapel stapel--dicht" aria-labelledby="wat-dan">
        <h2 id="wat-dan" className="nl-heading nl-heading--level-2">
          Wat gebeurt er daarna?
        </h2>
        <p className="nl-paragraph">
          {procedure.uitleg} <span className="formulier__artikel">{procedure.artikel}</span>
        </p>
        {procedure.uiterlijk && (
          <p className="nl-paragraph">
            Verstuurt u het vandaag, dan is de laatste dag <strong>{formatDatum(procedure.uiterlijk)}</strong>.
          </p>
        )}
        {procedure.beginnenVanaf && (
          <p className="nl-paragraph">
            Verstuurt u het vandaag, dan kunt u beginnen vanaf <strong>{formatDatum(procedure.beginnenVanaf)}</strong>.
          </p>
        )}
        {leges && (
          <p className="nl-paragraph">
            Kosten:{' '}
            {leges.bedrag === null ? (
              'dat kunnen wij nog niet schatten'
            ) : (
              <>
                {leges.vanaf ? 'ten minste' : 'naar schatting'} <strong>{euro.format(leges.bedrag)}</strong>
              </>
            )}
            . {leges.uitleg} {leges.bedrag !== null && <span className="formulier__artikel">{leges.tariefversie}</span>}
          </p>
        )}
        {verzoek.zaaktype.voorbehoud && <p className="stil">{verzoek.zaaktype.voorbehoud}</p>}
      </section>
    </div>
  );
}
