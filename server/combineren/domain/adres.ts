import type { Combinatie, LaagVraag, Voorwaarde } from '../contract.ts';

/**
 * A combinatie as it stands in an address: short, and a person can read it.
 *
 * @example { toon: 'besluiten;onderwerp=kap;van=2026-01-01', die: '200m:omstandigheid-monument', en: 'niet-binnen:pand' }
 */
export interface CombinatieAdres {
  toon: string;
  die: string;
  en: string;
}

export const leegAdres: CombinatieAdres = { toon: '', die: '', en: '' };

export function formatCombinatie({ toon, voorwaarden }: Combinatie): CombinatieAdres {
  const [die = '', en = ''] = voorwaarden.map(formatVoorwaarde);
  return { toon: formatLaag(toon), die, en };
}

/** Reads what {@link formatCombinatie} wrote. The parts are not checked yet; null: there is nothing to read. */
export function parseCombinatie({ toon, die, en }: CombinatieAdres): Combinatie | null {
  const laag = parseLaag(toon);
  const voorwaarden = [die, en].filter((tekst) => tekst !== '').map(parseVoorwaarde);
  if (!laag || voorwaarden.includes(null)) return null;
  return { toon: laag, voorwaarden: voorwaarden as Voorwaarde[] };
}

/** The query of an address, without "?". */
export const adresQuery = (adres: CombinatieAdres): string =>
  Object.entries(adres)
    .filter(([, waarde]) => waarde !== '')
    .map(([naam, waarde]) => `${naam}=${inAdres(waarde)}`)
    .join('&');

/** Signs that may stand in a query as they are, and read better. */
export const inAdres = (tekst: string): string =>
  encodeURIComponent(tekst).replace(/%(2C|3A|3B|3D)/g, (teken) => decodeURIComponent(teken));

function formatLaag({ laag, filters, van, tot }: LaagVraag): string {
  return [
    laag,
    ...filters.map(({ veld, waarden }) => `${veld}=${waarden.map(verberg).join(',')}`),
    ...(van === null ? [] : [`van=${van}`]),
    ...(tot === null ? [] : [`tot=${tot}`]),
  ].join(';');
}

function formatVoorwaarde(voorwaarde: Voorwaarde): string {
  const { relatie, meter, niet } = voorwaarde;
  return `${niet ? 'niet-' : ''}${relatie === 'nabij' ? `${meter ?? 0}m` : relatie}:${formatLaag(voorwaarde)}`;
}

function parseLaag(tekst: string): LaagVraag | null {
  const [laag = '', ...delen] = tekst.split(';');
  if (laag === '') return null;
  const gelezen: LaagVraag = { laag, filters: [], van: null, tot: null };
  for (const deel of delen) {
    const [veld = '', waarde = ''] = splitEerste(deel, '=');
    if (veld === 'van' || veld === 'tot') gelezen[veld] = waarde;
    else gelezen.filters.push({ veld, waarden: waarde.split(',').map(toon) });
  }
  return gelezen;
}

function parseVoorwaarde(tekst: string): Voorwaarde | null {
  const [hoe, rest = ''] = splitEerste(tekst, ':');
  const [, niet, relatie, meter] = /^(niet-)?(?:(binnen|overlapt)|(\d{1,5})m)$/.exec(hoe ?? '') ?? [];
  const laag = parseLaag(rest);
  if (!laag || (!relatie && !meter)) return null;
  return {
    ...laag,
    relatie: relatie ? (relatie as Voorwaarde['relatie']) : 'nabij',
    meter: meter ? Number(meter) : null,
    niet: niet !== undefined,
  };
}

function splitEerste(tekst: string, teken: string): string[] {
  const plaats = tekst.indexOf(teken);
  return plaats < 0 ? [tekst] : [tekst.slice(0, plaats), tekst.slice(plaats + 1)];
}

/** The signs that part a value from the next are hidden in a value. */
const verberg = (waarde: string) => waarde.replace(/[%;,]/g, (teken) => encodeURIComponent(teken));
const toon = (waarde: string) => waarde.replace(/%(25|3B|2C)/gi, (teken) => decodeURIComponent(teken));
