import { type Moment, readMoment } from '../../server/veiligheid/domain/tijd.ts';
import { haalBestand } from './bestand.ts';
import { leesCsv } from './csv.ts';
import type { Bron, Importer } from './importer.ts';
import { bronOpties, readBronOpties } from './opties.ts';
import { openWerkgebied } from './veiligheid/gemeente.ts';
import { leesKlassentabel, tabelOptie } from './veiligheid/klassentabel.ts';
import { Lezing, leesRd } from './veiligheid/lezing.ts';
import { tellingTabellen } from './veiligheid/tellingen.ts';

const nodig = {
  klasse: ['klasse', 'mk', 'maatschappelijke klasse', 'incidentcode', 'code'],
  begin: ['begin', 'begindatum', 'pleegdatum', 'datum', 'datum_tijd', 'kennisname'],
} as const;
const vrij = {
  registratie: ['registratie', 'registratienummer', 'bvh', 'id'],
  eind: ['eind', 'einddatum', 'einde'],
  x: ['x', 'x_rd', 'xcoordinaat', 'x-coordinaat'],
  y: ['y', 'y_rd', 'ycoordinaat', 'y-coordinaat'],
  buurt: ['buurt', 'buurtcode', 'buurt_code'],
} as const;

/** When something may have happened over more hours than this, the hour is not known. */
const MEESTE_UREN = 6;

/**
 * An operational delivery of the police, a record per incident. It is counted while it is read: no record, number, time
 * or place of a single incident is stored, logged or told.
 */
export const incidenten: Importer = {
  naam: 'incidenten',
  uitleg: 'Politieregistraties per incident (CSV): worden bij het lezen geteld en niet bewaard',
  tabellen: tellingTabellen,
  opties: { ...bronOpties, ...tabelOptie },
  async open(pad, context) {
    const { id, gemeenteCode, peildatum } = readBronOpties('incidenten', context);
    const { gemeente, ruimte } = await openWerkgebied(context, gemeenteCode);
    const tabel = await leesKlassentabel(context.opties.tabel);
    const path = await haalBestand(pad, context);
    const bron: Bron = {
      id,
      soort: 'incidenten',
      naam: `Politieregistraties ${gemeente.naam}, geteld per cel en buurt`,
      licentie: 'niet openbaar',
      gemeenteCode: gemeente.code,
      peildatum: peildatum ?? '1970-01-01',
      dekking: gemeente.geom,
    };
    const elders = await context.laadMaanden({ stroom: 'politie', gemeenteCode: gemeente.code, bronId: id });
    const vastePeildatum = peildatum !== undefined;
    const lezing = new Lezing({ stroom: 'politie', bron, tabel, ruimte, elders, context, vastePeildatum });
    return [{ bron, tabellen: lezing.tabellen(() => lees(path, lezing)) }];
  },
};

async function lees(path: string, lezing: Lezing): Promise<void> {
  for await (const { registratie, klasse, begin, eind, x, y, buurt } of leesCsv(path, nodig, vrij)) {
    lezing.voegToe({ registratie, code: klasse, moment: momentVan(begin, eind), plaats: leesRd(x, y), buurt });
  }
}

/** The begin, with its hour when the end lies near it. */
function momentVan(begin: string, eind: string): Moment | null {
  const eerste = readMoment(begin);
  const laatste = eind ? readMoment(eind) : eerste;
  if (!eerste || eerste.uur === null || eerste === laatste) return eerste;
  const uren =
    laatste && laatste.uur !== null ? (laatste.dag - eerste.dag) * 24 + laatste.uur - eerste.uur : Number.NaN;
  return uren >= 0 && uren <= MEESTE_UREN ? eerste : { ...eerste, uur: null };
}
