import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RdPunt } from '../../server/geo/rd.ts';
import { ligtIn } from '../../server/geo/vlakken.ts';
import { leesPlaatsnaam, type Plaatsnaam, type Werkgebied } from '../../server/toezicht/contract.ts';
import { type AdresBij, dichtsteAdres, grootsteStraalOnderwegM, ruimteOm } from '../../server/toezicht/domain/plek.ts';
import type { Pakket } from '../apparaat.ts';
import { formatAfstand } from '../format.ts';
import { ask } from '../query.ts';
import type { Veld } from './use-veld.ts';

/** A place in words, and whether somebody works there. */
export interface Waar {
  /** To fill in; empty: there is no adres nearby, or we do not know. */
  adres: string;
  /** A whole phrase: "Bij Markt 2a, op 5 m". */
  tekst: string;
  /** `onbekend`: neither this device nor the server can tell. */
  ligt: 'in-gebied' | 'buiten-gebied' | 'buiten-gemeente' | 'onbekend';
}

const zegPlek = ({ x, y }: RdPunt) => `Plek ${Math.round(x)}, ${Math.round(y)}`;
const zegAdres = (adres: AdresBij | null, punt: RdPunt) =>
  adres ? `Bij ${adres.naam}, op ${formatAfstand(adres.afstandM)}` : `${zegPlek(punt)}, zonder adres in de buurt`;

/** Where a point lies in the area that was taken along; null: outside it. */
export function waarInGebied({ plaatsen }: Pakket, punt: RdPunt): Waar | null {
  if (!ligtIn(plaatsen.vlakken, punt)) return null;
  const adres = dichtsteAdres(plaatsen, punt);
  return { adres: adres?.naam ?? '', tekst: zegAdres(adres, punt), ligt: 'in-gebied' };
}

function volgensServer({ adres, gemeente }: Plaatsnaam, punt: RdPunt, { wie, pakket }: Veld): Waar {
  const werktHier = gemeente !== null && (wie?.bevoegdGezag.includes(gemeente.code) ?? false);
  return {
    adres: adres?.naam ?? '',
    tekst: zegAdres(adres, punt),
    // where no border is loaded it takes nothing either
    ligt: !werktHier ? 'buiten-gemeente' : pakket ? 'buiten-gebied' : 'in-gebied',
  };
}

/** Without network, outside the area: just around it the border of the gemeente came along. */
function zonderServer({ pakket, dienst }: Veld, punt: RdPunt): Waar {
  const waar = { adres: '', tekst: zegPlek(punt) };
  if (!pakket || !dienst || !binnenVak(dienst.gebied.omhullende, punt)) return { ...waar, ligt: 'onbekend' };
  const eigen = pakket.feiten.gemeenten.filter(({ code }) => dienst.wie.bevoegdGezag.includes(code));
  return { ...waar, ligt: eigen.some(({ vlakken }) => ligtIn(vlakken, punt)) ? 'buiten-gebied' : 'buiten-gemeente' };
}

const binnenVak = ([minX, minY, maxX, maxY]: Werkgebied['omhullende'], { x, y }: RdPunt): boolean => {
  const rand = ruimteOm(grootsteStraalOnderwegM);
  return x >= minX - rand && x <= maxX + rand && y >= minY - rand && y <= maxY + rand;
};

/** How a place is called: from what was taken along, or else asked; null: not known yet, or there is no place. */
export function useWaar(punt: RdPunt | null, veld: Veld): Waar | null {
  const { pakket, online } = veld;
  const hier = useMemo(() => (punt && pakket ? waarInGebied(pakket, punt) : null), [punt, pakket]);
  const vraag = useQuery({
    ...ask(leesPlaatsnaam, { x: punt?.x ?? 0, y: punt?.y ?? 0 }),
    enabled: punt !== null && hier === null && online,
  });
  if (!punt || hier) return hier;
  if (vraag.data) return volgensServer(vraag.data, punt, veld);
  if (online && !vraag.isError) return null;
  return zonderServer(veld, punt);
}
