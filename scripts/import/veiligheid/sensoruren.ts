import type { Value } from '../../../db/copy.ts';
import { type Sensor, Uurmeting } from '../../../server/veiligheid/domain/sensoren.ts';
import { type Moment, uurVanDeWeek } from '../../../server/veiligheid/domain/tijd.ts';
import type { TabelLevering } from '../importer.ts';

/** Measurements of sensors, added up per month and hour of the week while they are read: none of them is kept. */
export class SensorUren {
  readonly #uren = new Map<string, { sensor: string; maand: string; uur: number; meting: Uurmeting }>();

  /** @param moment with its hour */
  voegToe({ id, soort }: Pick<Sensor, 'id' | 'soort'>, moment: Moment, waarde: number): void {
    const uur = uurVanDeWeek(moment);
    const sleutel = `${id} ${moment.maand} ${uur}`;
    let geteld = this.#uren.get(sleutel);
    if (!geteld) {
      geteld = { sensor: id, maand: moment.maand, uur, meting: new Uurmeting(soort) };
      this.#uren.set(sleutel, geteld);
    }
    geteld.meting.voegToe(waarde);
  }

  *rijen(): Generator<Value[]> {
    for (const { sensor, maand, uur, meting } of this.#uren.values())
      yield [sensor, maand, uur, meting.metingen, meting.gemiddeld, meting.hoogste];
  }
}

export const sensorTabel = (rows: TabelLevering['rows']): TabelLevering => ({
  table: 'sensor_uur',
  columns: ['sensor', 'maand', 'uur', 'metingen', 'waarde', 'hoogste'],
  rows,
});
