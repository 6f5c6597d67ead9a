import type { Value } from '../../db/copy.ts';
import { sensoren as register, type Sensor } from '../../server/veiligheid/domain/sensoren.ts';
import { readMoment, UREN_PER_WEEK, uurVanDeWeek } from '../../server/veiligheid/domain/tijd.ts';
import { haalBestand } from './bestand.ts';
import { leesCsv } from './csv.ts';
import { type Bron, type ImportContext, type Importer, ImportFault } from './importer.ts';
import { bronOpties, readBronOpties } from './opties.ts';
import { SensorUren, sensorTabel } from './veiligheid/sensoruren.ts';

const nodig = { sensor: ['sensor', 'sensor_id'], moment: ['moment', 'tijd', 'timestamp'], waarde: ['waarde'] } as const;

/** What a sensor can measure: people per measurement, decibel. */
const hoogstens: Record<Sensor['soort'], number> = { drukte: 1_000_000, geluid: 160 };

/** Measurements of sensors in public space, added up per hour of the week while they are read. */
export const sensoren: Importer = {
  naam: 'sensoren',
  uitleg: 'Sensoren voor drukte en geluid: CSV met sensor, moment, waarde; alleen van sensoren in het register',
  tabellen: ['sensor_uur'],
  opties: bronOpties,
  async open(pad, context) {
    const { id, gemeenteCode, peildatum } = readBronOpties('sensoren', context);
    if (!gemeenteCode) throw new ImportFault('Geef met --gemeente de code van de gemeente, zoals gm0228.');
    const bron: Bron = {
      id,
      soort: 'sensoren',
      naam: 'Sensoren voor drukte en geluid',
      licentie: 'niet openbaar',
      gemeenteCode,
      peildatum: peildatum ?? '1970-01-01',
    };
    const rows = telPerUur(pad, bron, peildatum !== undefined, context);
    return [{ bron, tabellen: [sensorTabel(rows)] }];
  },
};

async function* telPerUur(
  pad: string,
  bron: Bron,
  vastePeildatum: boolean,
  context: ImportContext,
): AsyncGenerator<Value[]> {
  const uren = new SensorUren();
  let laatsteDag = 0;
  for await (const { sensor: id, moment: wanneer, waarde: tekst } of leesCsv(await haalBestand(pad, context), nodig)) {
    const sensor = register.get(id);
    const moment = readMoment(wanneer);
    const waarde = tekst === '' ? Number.NaN : Number(tekst.replace(',', '.'));
    if (!sensor) {
      context.keurAf(
        bron.id,
        'de sensor staat niet in data/veiligheid/sensoren.json: zet haar eerst in het register',
        id,
      );
      continue;
    }
    if (sensor.gemeente !== bron.gemeenteCode) {
      context.keurAf(bron.id, `de sensor staat in het register bij een andere gemeente, ${sensor.gemeente}`, id);
      continue;
    }
    if (!moment || uurVanDeWeek(moment) === UREN_PER_WEEK) {
      context.keurAf(bron.id, 'het moment ontbreekt of klopt niet', wanneer);
      continue;
    }
    if (!(waarde >= 0 && waarde <= hoogstens[sensor.soort])) {
      context.keurAf(bron.id, `de waarde klopt niet bij ${sensor.soort}`, tekst);
      continue;
    }
    uren.voegToe(sensor, moment, waarde);
    laatsteDag = Math.max(laatsteDag, moment.dag);
  }
  if (!vastePeildatum && laatsteDag > 0) bron.peildatum = new Date(laatsteDag * 86_400_000).toISOString().slice(0, 10);
  yield* uren.rijen();
}
