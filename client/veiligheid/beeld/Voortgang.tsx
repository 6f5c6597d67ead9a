import { Link } from 'react-router';
import type { Beeld, ThemaBeeld } from '../../../server/veiligheid/beeld/contract.ts';
import { prioriteitenVan } from '../../../server/veiligheid/beeld/domain/prioriteiten.ts';
import { themas, velden } from '../../../server/veiligheid/domain/velden.ts';
import { aantal } from '../../format.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Indicatoren } from './Indicatoren.tsx';
import { InterventieLijst } from './Interventies.tsx';
import { Vragen } from './Vragen.tsx';

interface VoortgangProps {
  beeld: Beeld;
  /** Null: a thema has no page of its own. */
  naarThema: ((nummer: string) => string) | null;
  schrijft: boolean;
}

/** The progress report: what the PDF holds as well. */
export function Voortgang({ beeld, naarThema, schrijft }: VoortgangProps) {
  const prioriteiten = prioriteitenVan(beeld);
  return (
    <>
      <section aria-labelledby="prioriteiten-kop" className="stapel stapel--ruim">
        <h2 id="prioriteiten-kop" className="nl-heading nl-heading--level-2">
          Prioriteiten
        </h2>
        {prioriteiten.length === 0 && (
          <p>
            Er zijn nog geen prioriteiten gekozen.
            {schrijft && ' Open hieronder een thema en maak het een prioriteit: hoogstens vier.'}
          </p>
        )}
        {prioriteiten.map((thema) => (
          <article key={thema.nummer} className="beeld__thema stapel" aria-labelledby={`thema-${thema.nummer}`}>
            <h3 id={`thema-${thema.nummer}`} className="nl-heading nl-heading--level-3">
              <span className="beeld__rang">{thema.prioriteit}</span> <Naam nummer={thema.nummer} naar={naarThema} />
            </h3>
            <Vragen thema={thema} />
            <Indicatoren thema={thema} />
            <InterventieLijst Kop="h4" interventies={beeld.interventies.filter((een) => een.thema === thema.nummer)} />
          </article>
        ))}
      </section>
      <section aria-labelledby="concern-kop" className="stapel">
        <h2 id="concern-kop" className="nl-heading nl-heading--level-2">
          Going concern
        </h2>
        <p>Deze thema’s krijgen de gewone aanpak. Zij zijn niet minder belangrijk: er is nu niets extra voor nodig.</p>
        {velden.map(({ nummer, naam }) => {
          const hier = beeld.themas.filter(
            (thema) => thema.prioriteit === null && thema.nummer.startsWith(`${nummer}.`),
          );
          if (hier.length === 0) return null;
          return (
            <div key={nummer} className="stapel stapel--dicht">
              <h3 className="nl-heading nl-heading--level-3">
                {nummer} {naam}
              </h3>
              <ul className="beeld__lijst">
                {hier.map((thema) => (
                  <li key={thema.nummer} className="stapel stapel--dicht">
                    <span className="beeld__regel">
                      <strong>
                        <Naam nummer={thema.nummer} naar={naarThema} />
                      </strong>
                      <span className="stil">{vatSamen(thema)}</span>
                    </span>
                    {naarThema === null && heeftIets(thema) && (
                      <Disclosure summary="Lees meer">
                        {() => (
                          <div className="stapel">
                            <Vragen thema={thema} />
                            <Indicatoren thema={thema} />
                            <InterventieLijst
                              Kop="h4"
                              interventies={beeld.interventies.filter((een) => een.thema === thema.nummer)}
                            />
                          </div>
                        )}
                      </Disclosure>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </section>
    </>
  );
}

function Naam({ nummer, naar }: { nummer: string; naar: VoortgangProps['naarThema'] }) {
  const naam = `${nummer} ${themas.get(nummer)?.naam ?? ''}`;
  return naar ? (
    <Link className="nl-link" to={naar(nummer)}>
      {naam}
    </Link>
  ) : (
    naam
  );
}

const heeftIets = ({ indicatoren, problematiek, aanpak, extra }: ThemaBeeld) =>
  indicatoren.length > 0 || Boolean(problematiek || aanpak || extra);

/** How the indicators of a thema go, in one line. */
function vatSamen({ indicatoren, elders }: ThemaBeeld): string {
  if (indicatoren.length === 0) return elders.length > 0 ? `cijfers bij: ${elders.join(', ')}` : 'geen cijfers';
  const tel = (trend: string) => indicatoren.filter(({ gemeente }) => gemeente.trend.stand === trend).length;
  const delen = [
    [tel('slechter'), 'wordt slechter'],
    [tel('beter'), 'wordt beter'],
    [tel('gelijk'), 'zonder duidelijke richting'],
    [tel('te weinig'), 'met te weinig metingen voor een trend'],
    [tel('onbekend'), 'onbekend'],
  ] as const;
  const verloop = delen.flatMap(([keer, naam]) => (keer > 0 ? [`${keer} ${naam}`] : []));
  return `${aantal(indicatoren.length, 'indicator', 'indicatoren')}: ${verloop.join(', ')}`;
}
