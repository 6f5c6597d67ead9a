import { useQuery } from '@tanstack/react-query';
import { leesMeldplek, type Plaats } from '../../server/indienen/contract.ts';
import type { Antwoorden, Zaaktype } from '../../server/indienen/zaaktypes/zaaktype.ts';
import { formatAfstand, formatDatum } from '../format.ts';
import { ask } from '../query.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { QueryState } from '../ui/Section.tsx';
import { veldId } from './VeldInvoer.tsx';

interface PlaatsStapProps {
  zaaktype: Zaaktype;
  antwoorden: Antwoorden;
  plaats: Plaats | null;
  onZoek(): void;
  onMijnLocatie(): void;
}

/** The place: the one that travels along. It is chosen with the search box, or on the map. */
export function PlaatsStap({ zaaktype, antwoorden, plaats, onZoek, onMijnLocatie }: PlaatsStapProps) {
  const melding = zaaktype.verzoek === 'openbare-ruimte';
  return (
    <div className="stapel">
      {plaats ? (
        <p className="formulier__plek">
          <Icon name="plaats" />
          <span>
            <strong>{plaats.naam ?? `x ${Math.round(plaats.x)}, y ${Math.round(plaats.y)}`}</strong>
            {plaats.vlak && <span className="stil">Met wat u in de vergunningcheck hebt getekend.</span>}
          </span>
        </p>
      ) : (
        <p className="nl-paragraph">Er is nog geen plek gekozen.</p>
      )}
      <p className="nl-paragraph">
        {plaats ? 'Klopt het niet? Zoek' : 'Zoek'} hierboven een adres, postcode of perceel, of klik op de kaart. Wat u
        al hebt ingevuld, blijft staan.
      </p>
      <div className="rij">
        <Button id={veldId('plaats')} icon="zoek" onClick={onZoek}>
          {plaats ? 'Zoek een andere plek' : 'Zoek een plek'}
        </Button>
        <Button icon="doel" onClick={onMijnLocatie}>
          Mijn locatie
        </Button>
      </div>
      {melding && plaats && <InDeBuurt plaats={plaats} categorie={String(antwoorden.categorie ?? '')} />}
    </div>
  );
}

/** Where the melding lands, and whether somebody else was first. */
function InDeBuurt({ plaats: { x, y }, categorie }: { plaats: Plaats; categorie: string }) {
  const query = useQuery(ask(leesMeldplek, { x, y, categorie }, { x, y }));
  return (
    <QueryState query={query} what="Meldingen in de buurt">
      {({ plek, inDeBuurt, straalM }) => (
        <div className="stapel" aria-live="polite">
          <p className="nl-paragraph">
            Wij zetten uw melding hier: <strong>{plek.naam}</strong>
            {plek.afstandM >= 1 && `, ${formatAfstand(plek.afstandM)} van het punt dat u koos`}.
          </p>
          {inDeBuurt.length > 0 ? (
            <Notice soort="warning" title="Misschien is dit al gemeld">
              <p className="nl-paragraph">
                Binnen {straalM} meter{' '}
                {inDeBuurt.length === 1 ? 'staat 1 melding' : `staan ${inDeBuurt.length} meldingen`} over hetzelfde
                open:
              </p>
              <ul>
                {inDeBuurt.map(({ ontvangenOp, afstandM }) => (
                  <li key={`${ontvangenOp} ${afstandM}`}>
                    op {formatDatum(ontvangenOp)}, {formatAfstand(afstandM)} hiervandaan
                  </li>
                ))}
              </ul>
              <p className="nl-paragraph">
                Gaat het om hetzelfde, dan hoeft u niets te doen. Anders gaat u gewoon verder.
              </p>
            </Notice>
          ) : (
            <p className="stil">Binnen {straalM} meter is hierover geen andere melding open.</p>
          )}
        </div>
      )}
    </QueryState>
  );
}
