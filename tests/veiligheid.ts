import type { Knex } from 'knex';
import { Prng } from '../scripts/modelgemeente/prng.ts';
import { celNummer } from '../server/veiligheid/domain/rooster.ts';

/** What happened in the invented gemeente: one entry is some records of a class in a cell, a month and an hour. */
export interface Gebeurd {
  stroom: 'politie' | 'melding';
  stelsel: string;
  klasse: string;
  maand: string;
  plek: number;
  uur: number;
  aantal: number;
}

export const kolommen = 12;
export const rijen = 10;
export const cellen = Array.from({ length: kolommen * rijen }, (_, plek) =>
  celNummer(1450 + (plek % kolommen), 5040 + Math.floor(plek / kolommen)),
);
/** Six buurten of two columns each, in two wijken. */
export const buurtVan = (plek: number) => {
  const nummer = Math.floor((plek % kolommen) / 2);
  return `bu9999${nummer < 3 ? '01' : '02'}0${(nummer % 3) + 1}`;
};
/** March 2025 was not delivered by the police. */
export const maanden = Array.from(
  { length: 24 },
  (_, i) => `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
);
export const ontbreekt = '2025-03';

/** Classes with how much happens: rare ones, so that most counts are below five. */
export const klassen = [
  { stroom: 'politie', stelsel: 'misdrijf', code: '1.1.1', thema: '1.3', ook: [], bijzonder: null, kans: 0.03 },
  { stroom: 'politie', stelsel: 'misdrijf', code: '1.2.4', thema: '1.3', ook: ['2.1'], bijzonder: null, kans: 0.004 },
  { stroom: 'politie', stelsel: 'misdrijf', code: '1.4.1', thema: '1.3', ook: [], bijzonder: 'gevoelig', kans: 0.002 },
  { stroom: 'politie', stelsel: 'misdrijf', code: '2.5.2', thema: '2.1', ook: [], bijzonder: null, kans: 0.003 },
  {
    stroom: 'melding',
    stelsel: 'melding',
    code: 'afval/grofvuil',
    thema: '1.2',
    ook: [],
    bijzonder: null,
    kans: 0.004,
  },
  {
    stroom: 'melding',
    stelsel: 'melding',
    code: 'afval/huisafval',
    thema: '1.2',
    ook: [],
    bijzonder: null,
    kans: 0.001,
  },
  {
    stroom: 'melding',
    stelsel: 'melding',
    code: 'personen/jongeren',
    thema: '3.1',
    ook: [],
    bijzonder: null,
    kans: 0.001,
  },
] as const;

/** Two wijken with six buurten, a grid of 100 m, and two years of counts with a hot spot in a corner. */
export async function plantVeiligheid(db: Knex, zaad = 'veilig'): Promise<Gebeurd[]> {
  const rng = new Prng(zaad);
  const vak = (van: number, tot: number) => {
    const [x1, x2, y1, y2] = [145_000 + van * 100, 145_000 + tot * 100, 504_000, 504_000 + rijen * 100];
    return `SRID=28992;MULTIPOLYGON(((${x1} ${y1},${x2} ${y1},${x2} ${y2},${x1} ${y2},${x1} ${y1})))`;
  };
  const gebeurd: Gebeurd[] = [];
  for (const { stroom, stelsel, code, kans } of klassen) {
    for (const maand of maanden) {
      if (stroom === 'politie' && maand === ontbreekt) continue;
      for (let plek = 0; plek < cellen.length; plek += 1) {
        const warm = plek % kolommen < 3 && plek < 3 * kolommen ? 40 : 1;
        if (!rng.chance(Math.min(0.9, kans * warm))) continue;
        gebeurd.push({ stroom, stelsel, klasse: code, maand, plek, uur: rng.int(0, 168), aantal: rng.int(1, 2) });
      }
    }
  }
  await db.transaction(async (trx) => {
    const bron = (id: string) => ({
      id,
      soort: 'proef',
      naam: `Bron ${id}`,
      licentie: 'CC0',
      gemeente_code: 'gm9999',
      peildatum: '2025-12-31',
    });
    await trx('bron').insert(['gebieden', 'politie', 'melding', 'cbs'].map(bron));
    await trx('gemeente').insert({ code: 'gm9999', naam: 'Proefstad', geom: vak(0, kolommen), bron_id: 'gebieden' });
    await trx('wijk').insert(
      [1, 2].map((n) => ({
        ...{ code: `wk99990${n}`, naam: `Wijk ${n}`, gemeente_code: 'gm9999', inwoners: 3_000 },
        ...{ geom: vak((n - 1) * 6, n * 6), bron_id: 'gebieden' },
      })),
    );
    await trx('buurt').insert(
      [0, 2, 4, 6, 8, 10].map((kolom) => ({
        code: buurtVan(kolom),
        naam: `Buurt ${buurtVan(kolom).slice(-3)}`,
        wijk_code: `wk${buurtVan(kolom).slice(2, 8)}`,
        gemeente_code: 'gm9999',
        inwoners: 1_000,
        geom: vak(kolom, kolom + 2),
        bron_id: 'gebieden',
      })),
    );
    await trx('cel_noemer').insert(
      cellen.map((cel, plek) => ({
        ...{ rooster: 'vierkant', cel, gemeente_code: 'gm9999', buurt_code: buurtVan(plek) },
        ...{ adressen: 20 + (plek % 7), woningen: 18, inwoners: 40, weg: true },
      })),
    );
    await trx('veiligheid_klasse').insert(
      klassen.flatMap(({ stroom, stelsel, code, thema, ook, bijzonder }) =>
        (stroom === 'politie' ? ['politie', 'cbs'] : ['melding']).map((bronId) => ({
          ...{ stelsel, code, naam: `Klasse ${code}`, thema, ook: [...ook], basis: 'R', reden: 'proef', bijzonder },
          ...{ bekend: true, bron_id: bronId },
        })),
      ),
    );
    await trx('veiligheid_maand').insert(
      (['politie', 'melding'] as const).flatMap((stroom) =>
        maanden
          .filter((maand) => stroom === 'melding' || maand !== ontbreekt)
          .map((maand) => ({ stroom, maand: `${maand}-01`, gelezen: 60, geplaatst: 50, bron_id: stroom })),
      ),
    );
    const groepen = new Map<string, Gebeurd[]>();
    for (const een of gebeurd) {
      const sleutel = `${een.stelsel}|${een.klasse}|${een.maand}`;
      groepen.set(sleutel, [...(groepen.get(sleutel) ?? []), een]);
    }
    for (const groep of groepen.values()) {
      const { stroom, stelsel, klasse, maand } = groep[0] as Gebeurd;
      const gedeeld = { stelsel, klasse, maand: `${maand}-01`, bron_id: stroom };
      const aantallen = groep.map(({ aantal }) => aantal);
      // one record in the water: in the gemeente, and in no cell with exposure
      const buiten = celNummer(1449, 5039);
      await trx('cel_maand').insert({
        ...gedeeld,
        rooster: 'vierkant',
        cellen: [buiten, ...groep.map(({ plek }) => cellen[plek] as number)],
        aantallen: [1, ...aantallen],
      });
      await trx('buurt_uur').insert({
        ...gedeeld,
        buurten: groep.map(({ plek }) => buurtVan(plek)),
        uren: groep.map(({ uur }) => uur),
        aantallen,
      });
      if (stroom !== 'melding') continue;
      await trx('melding_punt').insert(
        groep.map(({ plek, aantal }) => ({
          ...{ klasse, maand: `${maand}-01`, buurt_code: buurtVan(plek), plaats_soort: 'straatdeel', aantal },
          // a point of a stretch of street stands for two columns and two rows
          geom: `SRID=28992;POINT(${145_050 + Math.floor((plek % kolommen) / 2) * 200} ${504_050 + Math.floor(plek / kolommen / 2) * 200})`,
          bron_id: stroom,
        })),
      );
    }
    for (const jaar of [2024, 2025]) {
      for (const { stroom, stelsel, code } of klassen) {
        if (stroom !== 'politie') continue;
        for (const gebied of ['gm9999', 'wk999901', 'wk999902', ...[0, 2, 4, 6, 8, 10].map(buurtVan)]) {
          const aantal = telIn(gebeurd, gebied, (een) => een.klasse === code && een.maand.startsWith(`${jaar}`));
          const geheim = !gebied.startsWith('gm') && aantal > 0 && aantal < 5 && code !== '2.5.2';
          await trx('veiligheid_cijfer').insert({
            ...{ herkomst: 'cbs', gebied_code: gebied, stelsel, onderwerp: code, duur: 'jaar', begin: `${jaar}-01-01` },
            ...{ aantal: geheim ? null : aantal, bron_id: 'cbs' },
          });
        }
      }
    }
  });
  return gebeurd;
}

/** The true count of an area: what nobody may work out when it is below five. */
export function telIn(gebeurd: readonly Gebeurd[], gebied: string, telt: (een: Gebeurd) => boolean): number {
  const hoort = (plek: number) =>
    gebied.startsWith('gm') || buurtVan(plek) === gebied || `wk${buurtVan(plek).slice(2, 8)}` === gebied;
  return gebeurd.reduce((som, een) => (hoort(een.plek) && telt(een) ? som + een.aantal : som), 0);
}
