import type { MultiPolygon } from 'geojson';
import type { Stroom } from '../../server/veiligheid/domain/klassen.ts';
import { Ruimte } from '../../server/veiligheid/domain/ruimte.ts';
import type { Bron, ImportContext, Levering } from '../import/importer.ts';
import { cijferTabel } from '../import/veiligheid/cijfers.ts';
import { klasseTabel, leesKlassentabel } from '../import/veiligheid/klassentabel.ts';
import { SensorUren, sensorTabel } from '../import/veiligheid/sensoruren.ts';
import { Tellingen } from '../import/veiligheid/tellingen.ts';
import { indicatorKolommen } from '../import/veiligheidsmonitor.ts';
import type { Punt, Town, Vlak } from './town.ts';
import { Jaarcijfers, monitorRijen } from './veiligheid-cijfers.ts';
import { metingen } from './veiligheid-sensoren.ts';
import { type Gebeurd, Voorvallen } from './veiligheid-voorvallen.ts';
import { schrijfVeiligheidsbeeld } from './veiligheidsbeeld.ts';
import { ewktVlakken } from './vlakken.ts';

/**
 * Safety in a generated gemeente: five years of registrations and meldingen, counted while they are made, with the
 * figures and the survey that go with them.
 *
 * @param peildatum YYYY-MM-DD; counts run up to the last whole month before it
 */
export async function veiligheidLeveringen(
  town: Town,
  { voortgang, daarna }: Pick<ImportContext, 'voortgang' | 'daarna'>,
  peildatum: string,
): Promise<Levering[]> {
  voortgang('veiligheid');
  const tabel = await leesKlassentabel();
  const ruimte = ruimteVan(town);
  const voorvallen = new Voorvallen(town, peildatum);
  const jaarcijfers = new Jaarcijfers(tabel, town);
  const geteld = (stroom: Stroom, gebeurd: Iterable<Gebeurd>) => {
    const tellingen = new Tellingen(stroom, tabel, ruimte);
    for (const een of gebeurd) {
      tellingen.voegToe({ code: een.code, moment: een.moment, buurt: een.buurt, plaats: een });
      if (stroom === 'politie') jaarcijfers.tel(een);
    }
    return tellingen;
  };
  const politie = geteld('politie', voorvallen.politie());
  const meldingen = geteld('melding', voorvallen.meldingen());
  const bron = (soort: string, naam: string): Bron & { gemeenteCode: string } => ({
    id: `${soort}-${town.code}`,
    soort,
    naam: `${naam} ${town.naam} (verzonnen)`,
    licentie: 'CC0 1.0',
    gemeenteCode: town.code,
    peildatum: laatsteDag(politie.maanden.at(-1) ?? peildatum),
    dekking: ewktVlakken([town.grens]),
  });
  const geheel = (soort: string, naam: string, tellingen: Tellingen): Levering => {
    const van = bron(soort, naam);
    return { bron: van, tabellen: tellingen.tabellen(town.code, van.id) };
  };
  const uren = new SensorUren();
  for (const { sensor, moment, waarde } of metingen(town, peildatum)) uren.voegToe(sensor, moment, waarde);
  const gemeten = [...uren.rijen()];
  daarna(async (trx) => {
    voortgang('veiligheidsbeeld');
    await schrijfVeiligheidsbeeld(trx, town, voorvallen, peildatum);
  });
  return [
    geheel('incidenten', 'Politieregistraties', politie),
    geheel('meldingen', 'Meldingen openbare ruimte', meldingen),
    {
      bron: bron('politiecijfers', 'Geregistreerde misdrijven en overlast'),
      tabellen: [cijferTabel(jaarcijfers.cbs()), klasseTabel(tabel, 'politie', () => [])],
    },
    { bron: bron('vng-inp', 'Politiecijfers per veiligheidsthema'), tabellen: [cijferTabel(jaarcijfers.vngInp())] },
    {
      bron: bron('veiligheidsmonitor', 'Veiligheidsmonitor'),
      tabellen: [
        {
          table: 'veiligheid_indicator',
          columns: indicatorKolommen,
          rows: monitorRijen(town, Number(peildatum.slice(0, 4)) - 1),
        },
      ],
    },
    ...(gemeten.length > 0
      ? [{ bron: bron('sensoren', 'Sensoren voor drukte en geluid'), tabellen: [sensorTabel(gemeten)] }]
      : []),
  ];
}

/** @param maand first day of a month */
function laatsteDag(maand: string): string {
  const [jaar = 0, nummer = 0] = maand.split('-').map(Number);
  return new Date(Date.UTC(jaar, nummer, 0)).toISOString().slice(0, 10);
}

/** The town as an importer would find it in the database. */
function ruimteVan(town: Town): Ruimte {
  return new Ruimte({
    gemeenteCode: town.code,
    grens: multiPolygon([town.grens]),
    buurten: town.buurten.map(({ code, inwoners, vlak }) => ({ code, inwoners, vlak: multiPolygon(vlak) })),
    indeling: Number(town.peildatum.slice(0, 4)),
    adressen: town.adressen.map(({ punt: [x, y], straat, woonplaats, huisnummer, gebruiksdoelen }) => ({
      xMm: Math.round(x * 1000),
      yMm: Math.round(y * 1000),
      straat: `${straat}, ${woonplaats}`,
      huisnummer,
      woning: gebruiksdoelen.includes('woonfunctie'),
    })),
  });
}

const multiPolygon = (vlakken: readonly Vlak[]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: vlakken.map((vlak) => vlak.map((ring) => ring.map(([x, y]: Punt) => [x, y]))),
});
