import type { Value } from '../../db/copy.ts';
import { besluitenLeveringen } from '../modelgemeente/besluiten.ts';
import { omstandighedenLeveringen } from '../modelgemeente/omstandigheden.ts';
import { regelsLeveringen } from '../modelgemeente/regels.ts';
import { toepasbareRegelsLeveringen } from '../modelgemeente/toepasbare-regels.ts';
import { toezichtLeveringen } from '../modelgemeente/toezicht.ts';
import type { Punt, Town, Vlak } from '../modelgemeente/town.ts';
import { makeTown } from '../modelgemeente/town.ts';
import { veiligheidLeveringen } from '../modelgemeente/veiligheid.ts';
import { adresColumns, formatAdres } from './adressen.ts';
import { bgtColumns } from './bgt.ts';
import { perceelColumns } from './brk.ts';
import { imowTabellen } from './imow/kolommen.ts';
import { type Bron, type Importer, ImportFault, type Levering, type TabelLevering } from './importer.ts';
import { tellingTabellen } from './veiligheid/tellingen.ts';

/** The generated town: no file is read, so the path is only its name. */
export const modelgemeente: Importer = {
  naam: 'modelgemeente',
  uitleg: 'De verzonnen stad waarmee u kunt proberen en laten zien; wordt gemaakt, niet gelezen',
  tabellen: [
    ...['gemeente', 'wijk', 'buurt', 'perceel', 'pand', 'adres', 'bgt_object'],
    ...imowTabellen,
    ...['omstandigheid', 'omstandigheid_dekking', 'besluit', 'toepasbare_regel', 'veiligheid_indicator'],
    'sensor_uur',
    ...tellingTabellen,
    ...['regime_gebied', 'regime_bekend'],
  ],
  opties: {
    inwoners: 'hoeveel mensen er wonen: 5000 of meer, gewoon 100000',
    seed: 'een ander getal geeft een andere stad',
    volgnummer: 'de hoeveelste modelgemeente: 0 is gm9999, 1 is gm9998 ...',
    peildatum: 'tot en met welke dag er besluiten zijn en welke regels gelden, zoals 2026-01-31',
  },
  async open(_pad, context) {
    const { opties, voortgang } = context;
    voortgang('De Modelgemeente tekenen');
    const town = makeTown({
      inwoners: readGetal(opties, 'inwoners', 100_000, 5_000, 300_000),
      seed: readGetal(opties, 'seed', 1, 0, 1_000_000_000),
      volgnummer: readGetal(opties, 'volgnummer', 0, 0, 36),
    });
    return [
      ...makeLeveringen(town),
      ...(await regelsLeveringen(town, context)),
      ...toepasbareRegelsLeveringen(town, context),
      ...(await omstandighedenLeveringen(town, context)),
      ...(await besluitenLeveringen(town, context, opties.peildatum ?? town.peildatum)),
      ...(await veiligheidLeveringen(town, context, opties.peildatum ?? town.peildatum)),
      ...toezichtLeveringen(town, opties.peildatum ?? town.peildatum),
    ];
  },
};

function readGetal(
  opties: Readonly<Record<string, string>>,
  naam: string,
  standaard: number,
  van: number,
  tot: number,
): number {
  const text = opties[naam];
  if (text === undefined) return standaard;
  const getal = Number(text);
  if (!/^\d{1,10}$/.test(text) || getal < van || getal > tot) {
    throw new ImportFault(`--${naam} "${text}" kan niet. Geef een heel getal van ${van} tot en met ${tot}.`);
  }
  return getal;
}

/** The bronnen of a town as a gemeente would deliver them. */
export function makeLeveringen(town: Town): Levering[] {
  const dekking = ewkt([town.grens]);
  const bron = (soort: string, naam: string): Bron => ({
    id: `${soort}-${town.code}`,
    soort,
    naam: `${naam} van de ${town.naam} (verzonnen)`,
    licentie: 'CC0 1.0',
    gemeenteCode: town.code,
    peildatum: town.peildatum,
    dekking,
  });
  const vlakken = (table: string, columns: readonly string[], rows: Iterable<readonly Value[]>): TabelLevering => ({
    table,
    columns: [...columns, 'geom'],
    geometry: { column: 'geom', soort: 'vlak' },
    rows,
  });
  return [
    {
      bron: bron('cbs', 'Gemeente, wijken en buurten'),
      tabellen: [
        vlakken('gemeente', ['code', 'naam'], [[town.code, town.naam, dekking]]),
        vlakken(
          'wijk',
          ['code', 'naam', 'gemeente_code', 'inwoners'],
          map(town.wijken, (wijk) => [wijk.code, wijk.naam, town.code, wijk.inwoners, ewkt(wijk.vlak)]),
        ),
        vlakken(
          'buurt',
          ['code', 'naam', 'wijk_code', 'gemeente_code', 'inwoners'],
          map(town.buurten, (b) => [b.code, b.naam, b.wijkCode, town.code, b.inwoners, ewkt(b.vlak)]),
        ),
      ],
    },
    {
      bron: bron('brk', 'Percelen'),
      tabellen: [
        {
          table: 'perceel',
          columns: perceelColumns,
          geometry: { column: 'geom', soort: 'vlak' },
          rows: map(town.percelen, (p) => [
            p.identificatie,
            p.aanduiding,
            p.kadastraleGemeente,
            p.sectie,
            p.nummer,
            Math.round(p.oppervlakte),
            'Vastgesteld',
            ewkt([p.vlak]),
          ]),
        },
      ],
    },
    {
      bron: bron('bag', 'Panden en adressen'),
      tabellen: [
        vlakken(
          'pand',
          ['identificatie', 'bouwjaar', 'status', 'gebruiksdoelen', 'hoogte_m'],
          map(town.panden, (p) => [
            p.identificatie,
            p.bouwjaar,
            'Pand in gebruik',
            p.gebruiksdoelen,
            p.hoogte,
            ewkt([p.vlak]),
          ]),
        ),
        {
          table: 'adres',
          columns: adresColumns,
          geometry: { column: 'geom', soort: 'punt' },
          rows: map(town.adressen, (a) => [
            a.identificatie,
            formatAdres(a),
            a.straat,
            a.huisnummer,
            a.huisletter,
            a.toevoeging,
            a.postcode,
            a.woonplaats,
            town.code,
            a.pandIdentificatie,
            a.gebruiksdoelen,
            a.oppervlakte,
            `SRID=28992;POINT(${a.punt[0]} ${a.punt[1]})`,
          ]),
        },
      ],
    },
    {
      bron: bron('bgt', 'Topografie'),
      tabellen: [
        {
          table: 'bgt_object',
          columns: bgtColumns,
          geometry: { column: 'geom', soort: 'alles' },
          rows: map(town.bgt, (o) => [
            o.identificatie,
            o.soort,
            o.functie,
            o.voorkomen,
            o.bronhouder,
            o.naam,
            o.hoogteligging,
            o.hoek,
            o.punt
              ? `SRID=28992;POINT(${o.punt[0]} ${o.punt[1]})`
              : o.lijn
                ? `SRID=28992;LINESTRING(${o.lijn.map(coordinate).join(',')})`
                : `SRID=28992;POLYGON${polygon(o.vlak ?? [])}`,
          ]),
        },
      ],
    },
  ];
}

function* map<T>(list: readonly T[], toRow: (item: T) => readonly Value[]): Iterable<readonly Value[]> {
  for (const item of list) yield toRow(item);
}

const coordinate = ([x, y]: Punt) => `${x} ${y}`;

function polygon(vlak: Vlak): string {
  return `(${vlak.map((ring) => `(${ring.map(coordinate).join(',')})`).join(',')})`;
}

function ewkt(vlakken: readonly Vlak[]): string {
  return `SRID=28992;MULTIPOLYGON(${vlakken.map(polygon).join(',')})`;
}
