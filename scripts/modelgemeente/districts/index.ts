import type { Area, Builder } from '../builder.ts';
import type { Names } from '../names.ts';
import type { Prng } from '../prng.ts';
import type { Karakter } from '../town.ts';
import type { NameStreet } from './blocks-of.ts';
import { layBusiness } from './business.ts';
import { layCemetery } from './cemetery.ts';
import { layCentre } from './centre.ts';
import { layHarbour } from './harbour.ts';
import { layHospital } from './hospital.ts';
import { layLiving } from './living.ts';
import { livingStyles } from './living-styles.ts';
import { layPark } from './park.ts';
import { layAllotments, layHolidayPark } from './small-plots.ts';
import { laySports } from './sports.ts';
import { layStation } from './station.ts';

type Lay = (builder: Builder, rng: Prng, area: Area, nameStreet: NameStreet) => void;

/** What lays a buurt where people do not come to live; for those with houses a style is enough, in living-styles.ts. */
const districts: Partial<Record<Karakter, Lay>> = {
  centrum: layCentre,
  bedrijventerrein: layBusiness,
  haven: layHarbour,
  station: layStation,
  park: layPark,
  sportpark: laySports,
  ziekenhuis: layHospital,
  begraafplaats: layCemetery,
  volkstuinen: layAllotments,
  recreatiepark: layHolidayPark,
};

/** Fills the area of one buurt. Its dice are its own: what happens elsewhere does not change it. */
export function layDistrict(builder: Builder, all: Prng, karakter: Karakter, area: Area, names: Names): void {
  const rng = all.fork(`cell ${area.buurt.nummer}`);
  const nameStreet = (einde?: string) => names.straat(area.buurt.thema, einde);
  const living = livingStyles[karakter];
  if (living) layLiving(builder, rng, area, living, nameStreet);
  else districts[karakter]?.(builder, rng, area, nameStreet);
}
