import type { LaagDefinitie, Sql } from '../../lagen/catalogus/laag.ts';
import type { Collectie, EigenschapMetKolom } from '../../ogc/domain/collecties.ts';
import { binding, samen, sql, vast } from '../../ogc/domain/sql.ts';
import { inDagen } from '../../ogc/domain/tijd.ts';
import type { Combinatie, CombineerLaag, LaagVraag, Relatie } from '../contract.ts';

/** A layer that may be combined: what the catalogue says of it, and its open data. */
export interface Bruikbaar {
  laag: LaagDefinitie;
  collectie: Collectie;
}

/** One layer of the question, checked against the catalogue. */
export interface LaagKeuze extends Bruikbaar {
  /** Conditions on the row `o`, which all hold. */
  waar: readonly Sql[];
}

export interface VoorwaardeKeuze extends LaagKeuze {
  relatie: Relatie;
  /** Metres; 0 unless `nabij`. */
  meter: number;
  niet: boolean;
  /** The layer is the one that is shown, so that an object must not find itself. */
  zelfde: boolean;
}

/** A question of which every part is known to exist. */
export interface Vraag {
  toon: LaagKeuze;
  voorwaarden: readonly VoorwaardeKeuze[];
}

export interface Fout {
  veld: string;
  melding: string;
}

export type Lagen = ReadonlyMap<string, Bruikbaar>;

/** What the browser needs to know of a layer. */
export function toCombineerLaag({ laag, collectie }: Bruikbaar): CombineerLaag {
  return {
    id: laag.id,
    titel: collectie.titel,
    groep: laag.groep,
    beschrijving: collectie.beschrijving,
    velden: [...filterbareVelden(collectie)].map(([naam, { titel, type }]) => ({ naam, titel, type })),
    heeftPeriode: collectie.tijd !== null,
  };
}

type Filterbaar = EigenschapMetKolom & { type: Exclude<EigenschapMetKolom['type'], 'date'> };

/** Days are asked for as a period, and whether there is data at all is not a choice. */
export function filterbareVelden({ eigenschappen }: Collectie): Map<string, Filterbaar> {
  return new Map(
    [...eigenschappen].filter((een): een is [string, Filterbaar] => een[1].type !== 'date' && een[0] !== 'bekend'),
  );
}

/** Checks a question against the layers that somebody may see; tells all that is wrong at once. `vandaag`: YYYY-MM-DD. */
export function readVraag(
  { toon, voorwaarden }: Combinatie,
  lagen: Lagen,
  vandaag: string,
): { vraag: Vraag } | { fouten: Fout[] } {
  const fouten: Fout[] = [];
  const eerste = readLaag(toon, 'toon', lagen, vandaag, fouten);
  const andere = voorwaarden.map((voorwaarde, i) => {
    const veld = `voorwaarden.${i}`;
    const keuze = readLaag(voorwaarde, veld, lagen, vandaag, fouten);
    const { relatie, meter, niet } = voorwaarde;
    if (relatie === 'nabij' && meter === null)
      fouten.push({ veld: `${veld}.meter`, melding: 'geef een afstand in meters' });
    return (
      keuze && {
        ...keuze,
        relatie,
        meter: relatie === 'nabij' ? (meter ?? 0) : 0,
        niet,
        zelfde: voorwaarde.laag === toon.laag,
      }
    );
  });
  if (fouten.length > 0 || !eerste) return { fouten };
  return { vraag: { toon: eerste, voorwaarden: andere.filter((een) => een !== null) } };
}

function readLaag(
  { laag: id, filters, van, tot }: LaagVraag,
  veld: string,
  lagen: Lagen,
  vandaag: string,
  fouten: Fout[],
): LaagKeuze | null {
  const gevonden = lagen.get(id);
  if (!gevonden) {
    fouten.push({ veld: `${veld}.laag`, melding: `er is geen laag "${id}"` });
    return null;
  }
  const { laag, collectie } = gevonden;
  const waar: Sql[] = laag.combineren?.alleen ? [vast(`(${laag.combineren.alleen})`)] : [];
  const velden = filterbareVelden(collectie);
  for (const filter of filters) {
    const eigenschap = velden.get(filter.veld);
    if (!eigenschap) {
      fouten.push({ veld: `${veld}.filters`, melding: `${collectie.titel} heeft geen veld "${filter.veld}"` });
      continue;
    }
    const delen = filter.waarden.map((waarde) => gelijk(eigenschap, waarde));
    const goed = delen.filter((deel) => deel !== null);
    if (goed.length < delen.length) {
      fouten.push({ veld: `${veld}.filters`, melding: `${eigenschap.titel}: ${soortWaarde[eigenschap.type]}` });
    } else waar.push(sql`(${samen(goed, ' OR ')})`);
  }
  if (van !== null || tot !== null) {
    if (!collectie.tijd) fouten.push({ veld: `${veld}.van`, melding: `${collectie.titel} heeft geen periode` });
    else if (van !== null && tot !== null && van > tot) {
      fouten.push({ veld: `${veld}.tot`, melding: 'de laatste dag ligt voor de eerste' });
    } else waar.push(inDagen(collectie.tijd, { van, tot }));
  } else if (collectie.tijd && 'alleenGeldig' in collectie.tijd && collectie.tijd.alleenGeldig) {
    waar.push(inDagen(collectie.tijd, { van: vandaag, tot: vandaag }));
  }
  return { laag, collectie, waar };
}

const soortWaarde: Readonly<Record<Filterbaar['type'], string>> = {
  string: 'geef een tekst',
  strings: 'geef een tekst',
  integer: 'geef een heel getal',
  number: 'geef een getal, met een punt voor de decimalen',
  boolean: 'geef true of false',
};

/** The condition that a field has this value; null: the value is not of the kind of the field. */
function gelijk({ kolom, type }: Filterbaar, waarde: string): Sql | null {
  if (waarde.includes('\0')) return null;
  const veld = vast(`o.${kolom}`);
  if (type === 'string') return sql`${veld} = ${binding(waarde, 'text')}`;
  if (type === 'strings') return sql`${binding(waarde, 'text')} = ANY(${veld})`;
  if (type === 'boolean') return /^(true|false)$/.test(waarde) ? sql`${veld} = ${binding(waarde, 'boolean')}` : null;
  const vorm = type === 'integer' ? /^-?\d{1,9}$/ : /^-?\d{1,12}(\.\d{1,9})?$/;
  return vorm.test(waarde) ? sql`${veld} = ${binding(waarde, 'numeric')}` : null;
}
