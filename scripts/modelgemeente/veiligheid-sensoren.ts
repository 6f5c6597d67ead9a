import { type Sensor, sensoren } from '../../server/veiligheid/domain/sensoren.ts';
import { type Moment, momentOp, UREN_PER_WEEK } from '../../server/veiligheid/domain/tijd.ts';
import { Prng } from './prng.ts';
import type { Town } from './town.ts';
import { DAGSTUKKEN, isWeekend, maandgrenzen, readVoorvallen, type Weging } from './veiligheid-voorvallen.ts';

/** One measurement: people in a quarter of an hour, or the mean of the decibels in it. */
export interface Sensormeting {
  sensor: Sensor;
  moment: Moment;
  waarde: number;
}

const MAANDEN = 12;
/** Measurements in an hour. */
const PER_UUR = 4;

/**
 * What the sensors of a gemeente measured in the last twelve whole months. They follow the hours at which things happen
 * there, so that going out is busy and loud when the counts of the police say so.
 */
export function* metingen(town: Town, peildatum: string): Generator<Sensormeting> {
  const gegevens = readVoorvallen();
  const grenzen = maandgrenzen(peildatum).slice(-MAANDEN - 1);
  // a small town draws fewer people, though not as few as it has inhabitants
  const schaal = Math.min(1, Math.sqrt(town.inwoners / 100_000));
  for (const sensor of [...sensoren.values()].filter(({ gemeente }) => gemeente === town.code)) {
    const opzet = gegevens.sensoren[sensor.id];
    const maanden = opzet && gegevens.maanden[opzet.maanden];
    if (!opzet || !maanden) continue;
    const rng = new Prng(`${town.code}/${town.seed}/sensor/${sensor.id}`);
    const week = weekVan(opzet.stromen, gegevens.uren);
    const drukste = Math.max(...maanden);
    for (let maand = 0; maand < MAANDEN; maand += 1) {
      if (opzet.storing.includes(MAANDEN - maand)) continue;
      for (let dag = grenzen[maand] as number; dag < (grenzen[maand + 1] as number); dag += 1) {
        for (let uur = 0; uur < 24; uur += 1) {
          const moment = momentOp(dag, uur);
          const seizoen = (maanden[Number(moment.maand.slice(5, 7)) - 1] as number) / drukste;
          const verwacht = (week[moment.weekdag * 24 + uur] as number) * (0.6 + 0.4 * seizoen);
          for (let keer = 0; keer < PER_UUR; keer += 1) {
            const waarde =
              sensor.soort === 'drukte'
                ? Math.round(verwacht * schaal * rng.range(0.65, 1.35))
                : niveau(verwacht, opzet) + rng.range(-2.5, 2.5);
            yield { sensor, moment, waarde };
          }
        }
      }
    }
  }
}

/** Decibel, of what is always there and what comes by, added by their energy. */
function niveau(deel: number, { rust = 40, luidst = 75 }: { rust?: number | undefined; luidst?: number | undefined }) {
  return 10 * Math.log10(10 ** (rust / 10) + deel * 10 ** (luidst / 10));
}

interface Stroom {
  uren: string;
  hoogste: number;
  perDag: readonly number[];
}

/** What is to be expected in each hour of the week, of all streams together. */
function weekVan(stromen: readonly Stroom[], wegingen: Readonly<Record<string, Weging>>): Float64Array {
  const week = new Float64Array(UREN_PER_WEEK);
  for (const { uren, hoogste, perDag } of stromen) {
    const weging = wegingen[uren];
    if (!weging) throw new Error(`data/veiligheid/modelgemeente.yaml: een sensor noemt uren die er niet zijn: ${uren}`);
    const verloop = verloopVan(weging);
    const top = Math.max(...verloop);
    verloop.forEach((gewicht, uur) => {
      // a night belongs to the evening before it
      const dag = Math.floor(((uur + UREN_PER_WEEK - 6) % UREN_PER_WEEK) / 24);
      week[uur] = (week[uur] as number) + (hoogste * gewicht * (perDag[dag] as number)) / top;
    });
  }
  return week;
}

/** The weights of the stretches of the day as a line over the week, through the middle of each stretch. */
function verloopVan(weging: Weging): number[] {
  const knopen = Array.from({ length: 7 }, (_, weekdag) =>
    DAGSTUKKEN.slice(0, -1).map((van, stuk) => ({
      uur: weekdag * 24 + (van + (DAGSTUKKEN[stuk + 1] as number)) / 2,
      gewicht: weging[isWeekend(weekdag * 24 + van) ? 'weekend' : 'doordeweeks'][stuk] as number,
    })),
  ).flat();
  return Array.from({ length: UREN_PER_WEEK }, (_, heel) => {
    const uur = heel + 0.5;
    const volgend = knopen.findIndex((knoop) => knoop.uur >= uur);
    const [na, voor] = [knopen.at(Math.max(0, volgend)), knopen.at(volgend - 1)];
    if (!na || !voor) return 0;
    const breed = (na.uur - voor.uur + UREN_PER_WEEK) % UREN_PER_WEEK;
    const deel = ((uur - voor.uur + UREN_PER_WEEK) % UREN_PER_WEEK) / breed;
    return voor.gewicht + deel * (na.gewicht - voor.gewicht);
  });
}
