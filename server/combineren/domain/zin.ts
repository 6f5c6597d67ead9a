import type { Combinatie, CombineerLaag, Filter, LaagVraag, Voorwaarde } from '../contract.ts';

type Lagen = readonly Pick<CombineerLaag, 'id' | 'titel' | 'velden'>[];

/** The question in one sentence, as a person would say it. */
export function zinVan({ toon, voorwaarden }: Combinatie, lagen: Lagen): string {
  return `Toon ${naamVan(toon, lagen)}${voorwaarden
    .map((voorwaarde, i) => `${i > 0 ? ' en' : ''} ${voorwaardeZin(voorwaarde, lagen)}`)
    .join('')}.`;
}

/** "die op hoogstens 200 meter van monumenten liggen": without what comes before it. */
export function voorwaardeZin(voorwaarde: Voorwaarde, lagen: Lagen): string {
  const niet = voorwaarde.niet ? 'niet ' : '';
  const ander = naamVan(voorwaarde, lagen);
  if (voorwaarde.relatie === 'binnen') return `die ${niet}helemaal binnen ${ander} liggen`;
  if (voorwaarde.relatie === 'overlapt') return `die ${ander} ${niet}overlappen`;
  const meter = `${(voorwaarde.meter ?? 0).toLocaleString('nl-NL')} meter`;
  return voorwaarde.niet
    ? `die verder dan ${meter} van ${ander} liggen`
    : `die op hoogstens ${meter} van ${ander} liggen`;
}

function naamVan({ laag, filters, van, tot }: LaagVraag, lagen: Lagen): string {
  const gevonden = lagen.find(({ id }) => id === laag);
  const delen = filters.map(({ veld, waarden }: Filter) => {
    const titel = gevonden?.velden.find(({ naam }) => naam === veld)?.titel ?? veld;
    return `${klein(titel)}: ${waarden.join(' of ')}`;
  });
  if (van !== null || tot !== null) {
    delen.push(
      [van === null ? '' : `vanaf ${dag(van)}`, tot === null ? '' : `tot en met ${dag(tot)}`].join(' ').trim(),
    );
  }
  const naam = klein(gevonden?.titel ?? laag);
  return delen.length === 0 ? naam : `${naam} (${delen.join('; ')})`;
}

/** Lower case at the start, but not in a word that is all capitals. */
const klein = (tekst: string) =>
  /^\p{Lu}\p{Lu}/u.test(tekst) ? tekst : tekst.charAt(0).toLowerCase() + tekst.slice(1);

const dag = (iso: string) =>
  new Date(`${iso}T00:00:00Z`).toLocaleDateString('nl-NL', { dateStyle: 'long', timeZone: 'UTC' });
