import type { Knex } from 'knex';
import { factsStatement } from '../../../db/statement.ts';
import type { LocatieInhoud, RegelInhoud, Regelwerk } from '../domain/regelwerk.ts';

/** More locaties than this, and what was kept makes room: a gemeente has some thousands. */
const maximum = 40_000;

/** A regelwerk with the number that each thing that is said got as its `merk`. */
interface Gelezen extends Regelwerk {
  merken: Map<string, number>;
}

/** What has been read of the rules, per database. */
const gelezen = new WeakMap<object, Gelezen>();

const leeg = (): Gelezen => ({
  merken: new Map(),
  locaties: new Map(),
  regels: new Map(),
  aanduidingen: new Map(),
  gebieden: new Map(),
  waarden: new Map(),
});

/**
 * What holds in these locaties. What was read before is kept: below a regeling nothing changes under its number, as an
 * import writes all of it anew under new numbers.
 *
 * @returns null when one of them is not there any more: an import took its place
 */
export async function loadRegelwerk(db: Knex, locaties: readonly number[]): Promise<Regelwerk | null> {
  let regelwerk = gelezen.get(db);
  if (!regelwerk || regelwerk.locaties.size > maximum) {
    regelwerk = leeg();
    gelezen.set(db, regelwerk);
  }
  const { locaties: bekend } = regelwerk;
  const nieuw = locaties.filter((id) => !bekend.has(id));
  if (nieuw.length > 0) add(regelwerk, await loadInhoud(db, { locaties: nieuw }));
  return nieuw.every((id) => bekend.has(id)) ? regelwerk : null;
}

type Waarden<K extends keyof Regelwerk> = Regelwerk[K] extends Map<number, infer T> ? T : never;
type Rij<T> = Omit<T, 'merk'> & { id: number };

/** A list that is null is empty. */
interface Inhoud {
  locaties: ({ id: number } & LocatieInhoud)[] | null;
  regels: (Omit<RegelInhoud, 'merk'> & { tekstMerk: string })[] | null;
  aanduidingen: Rij<Waarden<'aanduidingen'>>[] | null;
  gebieden: Rij<Waarden<'gebieden'>>[] | null;
  waarden: Rij<Waarden<'waarden'>>[] | null;
}

function add(regelwerk: Gelezen, inhoud: Inhoud): void {
  const merkVan = (gezegd: unknown): number => {
    const tekst = JSON.stringify(gezegd);
    const merk = regelwerk.merken.get(tekst) ?? regelwerk.merken.size;
    regelwerk.merken.set(tekst, merk);
    return merk;
  };
  for (const { id, tekstMerk, ...regel } of inhoud.regels ?? []) {
    const { regelingId: _regeling, regeltekstId: _regeltekst, volgorde: _volgorde, ...gezegd } = regel;
    regelwerk.regels.set(id, { id, ...regel, merk: merkVan([tekstMerk, gezegd]) });
  }
  const voeg = <T extends { merk: number }>(bestemming: Map<number, T>, rijen: Rij<T>[] | null) => {
    for (const { id, ...rij } of rijen ?? []) {
      const { regelIds: _regels, ...gezegd } = rij as unknown as { regelIds: number[] };
      bestemming.set(id, { ...rij, merk: merkVan(gezegd) } as unknown as T);
    }
  };
  voeg(regelwerk.aanduidingen, inhoud.aanduidingen);
  voeg(regelwerk.gebieden, inhoud.gebieden);
  voeg(regelwerk.waarden, inhoud.waarden);
  // last, so that who reads meanwhile finds a locatie only with all that is in it
  for (const { id, ...locatie } of inhoud.locaties ?? []) regelwerk.locaties.set(id, locatie);
}

/** A table that ties things to their locaties. */
const bij = (tabel: string, sleutel: string) =>
  `(SELECT DISTINCT ${sleutel} AS id FROM ${tabel} WHERE locatie_id = ANY(CAST(:locaties AS integer[])))`;
const nummers = (tabel: string, sleutel: string) =>
  `(SELECT coalesce(json_agg(${sleutel} ORDER BY ${sleutel}), '[]') FROM ${tabel} t WHERE t.locatie_id = l.id)`;

const loadInhoud = factsStatement<Inhoud>(`
  SELECT json_build_object(
    'locaties', (
      SELECT json_agg(json_build_object('id', l.id,
        'regels', ${nummers('juridische_regel_locatie', 'regel_id')},
        'aanduidingen', ${nummers('activiteit_locatieaanduiding_locatie', 'aanduiding_id')},
        'gebieden', ${nummers('gebiedsaanwijzing_locatie', 'gebiedsaanwijzing_id')},
        'waarden', ${nummers('normwaarde_locatie', 'normwaarde_id')}))
      FROM locatie l WHERE l.id = ANY(CAST(:locaties AS integer[]))
    ),
    'regels', (
      SELECT json_agg(json_build_object('id', jr.id, 'regelingId', rt.regeling_id, 'regeltekstId', rt.id,
        'artikel', rt.nummer, 'opschrift', rt.opschrift, 'themas', jr.themas, 'idealisatie', jr.idealisatie,
        'volgorde', rt.volgorde, 'tekstMerk', md5(rt.tekst)))
      FROM ${bij('juridische_regel_locatie', 'regel_id')} hier
      JOIN juridische_regel jr USING (id)
      JOIN regeltekst rt ON rt.id = jr.regeltekst_id
    ),
    'aanduidingen', (
      SELECT json_agg(json_build_object('id', a.id, 'regelIds', json_build_array(a.regel_id),
        'kwalificatie', a.kwalificatie, 'naam', act.naam, 'groep', act.groep))
      FROM ${bij('activiteit_locatieaanduiding_locatie', 'aanduiding_id')} hier
      JOIN activiteit_locatieaanduiding a USING (id)
      JOIN activiteit act ON act.id = a.activiteit_id
    ),
    'gebieden', (
      SELECT json_agg(json_build_object('id', ga.id, 'naam', ga.naam, 'type', ga.type, 'groep', ga.groep, 'regelIds', (
        SELECT coalesce(json_agg(regel_id ORDER BY regel_id), '[]')
        FROM juridische_regel_gebiedsaanwijzing t WHERE t.gebiedsaanwijzing_id = ga.id)))
      FROM ${bij('gebiedsaanwijzing_locatie', 'gebiedsaanwijzing_id')} hier
      JOIN gebiedsaanwijzing ga USING (id)
    ),
    'waarden', (
      SELECT json_agg(json_build_object('id', w.id, 'naam', n.naam, 'soort', n.soort, 'type', n.type, 'groep', n.groep,
        'eenheid', n.eenheid, 'kwantitatief', w.kwantitatief::text, 'kwalitatief', w.kwalitatief,
        'inRegeltekst', w.in_regeltekst, 'regelIds', (
          SELECT coalesce(json_agg(regel_id ORDER BY regel_id), '[]')
          FROM juridische_regel_norm t WHERE t.norm_id = w.norm_id)))
      FROM ${bij('normwaarde_locatie', 'normwaarde_id')} hier
      JOIN normwaarde w USING (id)
      JOIN norm n ON n.id = w.norm_id
    )
  ) AS feiten`);
