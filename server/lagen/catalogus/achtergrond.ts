import type { Achtergrond } from '../contract.ts';

const brt = (naam: string, stijl: string): Achtergrond => ({
  naam,
  tegels: `https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/${stijl}/EPSG:3857/{z}/{x}/{y}.png`,
  zijde: 256,
  minZoom: 6,
  maxZoom: 19,
  bronvermelding: 'Achtergrond: BRT Achtergrondkaart, Kadaster, CC BY 4.0',
  bronUrl: 'https://www.pdok.nl',
});

/**
 * The background maps that an installation can choose; `eigen` is our own. With another one the browsers of visitors ask
 * its tiles from that server, which then knows where they look.
 */
export const achtergronden = {
  eigen: null,
  pdok: brt('BRT Achtergrondkaart', 'standaard'),
  'pdok-grijs': brt('BRT Achtergrondkaart, grijs', 'grijs'),
  'pdok-pastel': brt('BRT Achtergrondkaart, pastel', 'pastel'),
} as const satisfies Record<string, Achtergrond | null>;

export type AchtergrondKeuze = keyof typeof achtergronden;
export const achtergrondKeuzes = Object.keys(achtergronden) as [AchtergrondKeuze, ...AchtergrondKeuze[]];
