import type { VoorraadZaak } from '../../server/behandelen/contract.ts';
import { dagenTot, datumInNederland, formatTotEnMet, parseDatum } from '../../server/termijnen/datum.ts';
import { metHoofdletter } from '../format.ts';
import { Icon } from '../ui/Icon.tsx';

/** Fewer days than this, and it stands out. */
const krap = 7;

interface TermijnWoordProps {
  dag: string | null;
  opgeschort: boolean;
  procedure: VoorraadZaak['procedure'];
}

/** The last day of a term in words, with what is left; what is over or nearly so stands out, by word, icon and colour. */
export function TermijnWoord({ dag, opgeschort, procedure }: TermijnWoordProps) {
  const datum = parseDatum(dag);
  if (!datum) return <span className="stil">Geen termijn</span>;
  const vandaag = datumInNederland(new Date());
  const over = dagenTot(datum, vandaag);
  // on a melding no besluit follows
  const daad = procedure === 'regulier' || procedure === 'uitgebreid' ? 'beslissen' : 'bekijken';
  const wat = opgeschort ? 'Staat stil, aanvullen kan' : over < 0 ? `Te laat, ${daad} kon` : metHoofdletter(daad);
  const toon = over < 0 ? 'termijn termijn--laat' : over <= krap ? 'termijn termijn--krap' : 'termijn';
  return (
    <span className={toon}>
      <Icon name={over < 0 ? 'waarschuwing' : 'klok'} /> {wat} {formatTotEnMet(datum, vandaag)}
    </span>
  );
}
