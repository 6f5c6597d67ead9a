import type { Knex } from 'knex';
import * as bron from './001_bron.ts';
import * as locatie from './002_locatie.ts';
import * as regels from './003_regels.ts';
import * as omstandigheden from './004_omstandigheden.ts';
import * as besluiten from './005_besluiten.ts';
import * as lagen from './006_lagen.ts';
import * as tegelStand from './007_tegel_stand.ts';
import * as uittreksel from './008_uittreksel.ts';
import * as toepasbareRegels from './009_toepasbare_regels.ts';
import * as oordeel from './010_oordeel.ts';
import * as vergunningkaart from './011_vergunningkaart.ts';
import * as toegang from './012_toegang.ts';
import * as opdrachten from './013_opdrachten.ts';
import * as veiligheid from './014_veiligheid.ts';
import * as tegelWijziging from './020_tegel_wijziging.ts';
import * as opzoeken from './021_opzoeken.ts';
import * as logboekIndex from './022_logboek_index.ts';
import * as zaak from './030_zaak.ts';
import * as oordeelKaartbeeld from './031_oordeel_kaartbeeld.ts';
import * as besluitZoeken from './032_besluit_zoeken.ts';
import * as behandeling from './033_behandeling.ts';
import * as toezicht from './034_toezicht.ts';
import * as volgen from './035_volgen.ts';
import * as inspraak from './036_inspraak.ts';
import * as overdracht from './037_overdracht.ts';
import * as veiligheidsbeeld from './038_veiligheidsbeeld.ts';
import * as bewaartermijn from './039_bewaartermijn.ts';
import * as sensor from './040_sensor.ts';
import * as interventie from './041_interventie.ts';
import * as inspraakBijlage from './042_inspraak_bijlage.ts';
import * as abonnementKeuze from './043_abonnement_keuze.ts';
import * as burenbriefBestand from './044_burenbrief_bestand.ts';

/** Every migration, in order. One that has been released is never changed: add the next. */
const migrations: Record<string, Knex.Migration> = {
  '001_bron': bron,
  '002_locatie': locatie,
  '003_regels': regels,
  '004_omstandigheden': omstandigheden,
  '005_besluiten': besluiten,
  '006_lagen': lagen,
  '007_tegel_stand': tegelStand,
  '008_uittreksel': uittreksel,
  '009_toepasbare_regels': toepasbareRegels,
  '010_oordeel': oordeel,
  '011_vergunningkaart': vergunningkaart,
  '012_toegang': toegang,
  '013_opdrachten': opdrachten,
  '014_veiligheid': veiligheid,
  '020_tegel_wijziging': tegelWijziging,
  '021_opzoeken': opzoeken,
  '022_logboek_index': logboekIndex,
  '030_zaak': zaak,
  '031_oordeel_kaartbeeld': oordeelKaartbeeld,
  '032_besluit_zoeken': besluitZoeken,
  '033_behandeling': behandeling,
  '034_toezicht': toezicht,
  '035_volgen': volgen,
  '036_inspraak': inspraak,
  '037_overdracht': overdracht,
  '038_veiligheidsbeeld': veiligheidsbeeld,
  '039_bewaartermijn': bewaartermijn,
  '040_sensor': sensor,
  '041_interventie': interventie,
  '042_inspraak_bijlage': inspraakBijlage,
  '043_abonnement_keuze': abonnementKeuze,
  '044_burenbrief_bestand': burenbriefBestand,
};

const source: Knex.MigrationSource<string> = {
  getMigrations: async () => Object.keys(migrations),
  getMigrationName: (name) => name,
  getMigration: async (name) => migrations[name] as Knex.Migration,
};

/** Brings the database to the newest shape; safe to run at every start and by several servers at once. */
export async function migrate(db: Knex): Promise<void> {
  await db.migrate.latest({ migrationSource: source });
}

/** The migrations that this database still lacks. */
export async function pendingMigrations(db: Knex): Promise<string[]> {
  const [done] = (await db.migrate.list({ migrationSource: source })) as [{ name: string }[], unknown];
  return Object.keys(migrations).filter((name) => !done.some((migration) => migration.name === name));
}
