import type * as z from 'zod/mini';
import type { leesWerkvoorraad } from '../../server/behandelen/contract.ts';

type Vraag = z.input<typeof leesWerkvoorraad.input>;

/** The filters of the werkvoorraad as they stand in the address; what is as usual is left out. */
export interface VoorraadFilter {
  van: NonNullable<Vraag['van']>;
  termijn: NonNullable<Vraag['termijn']>;
  status: string;
  zaaktype: string;
  zoek: string;
}

const namen = { van: 'wie', termijn: 'termijn', status: 'status', zaaktype: 'zaaktype', zoek: 'vind' } as const;
const gewoon: VoorraadFilter = { van: 'allen', termijn: 'alle', status: '', zaaktype: '', zoek: '' };

export const termijnen = {
  alle: 'Alle',
  'te-laat': 'Te laat',
  week: 'Binnen een week',
  'twee-weken': 'Binnen twee weken',
};
export const behandelaars = { allen: 'Iedereen', mij: 'Van mij', niemand: 'Nog van niemand' };

/** Reads them from the address; what it does not understand is as usual. */
export function leesFilter(query: URLSearchParams): VoorraadFilter {
  const van = query.get(namen.van) ?? '';
  const termijn = query.get(namen.termijn) ?? '';
  return {
    van: van in behandelaars ? (van as VoorraadFilter['van']) : gewoon.van,
    termijn: termijn in termijnen ? (termijn as VoorraadFilter['termijn']) : gewoon.termijn,
    status: query.get(namen.status) ?? '',
    zaaktype: query.get(namen.zaaktype) ?? '',
    zoek: (query.get(namen.zoek) ?? '').slice(0, 100),
  };
}

/** The address with these filters; the rest of it stays. */
export function metFilter(query: URLSearchParams, filter: VoorraadFilter): URLSearchParams {
  const nieuw = new URLSearchParams(query);
  for (const [veld, naam] of Object.entries(namen) as [keyof VoorraadFilter, string][]) {
    if (filter[veld] === gewoon[veld]) nieuw.delete(naam);
    else nieuw.set(naam, filter[veld]);
  }
  return nieuw;
}
