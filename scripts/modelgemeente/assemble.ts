import { numberAddresses } from './addresses.ts';
import type { Built } from './build.ts';
import type { BuurtDraft, PandDraft, PerceelDraft, SurfaceDraft } from './builder.ts';
import type { Names } from './names.ts';
import type { Plek } from './plane.ts';
import { settle } from './population.ts';
import type { Prng } from './prng.ts';
import { border, node, polygons } from './topology.ts';
import type {
  Adres,
  BgtObject,
  Buurt,
  Herkenningspunt,
  Pand,
  Perceel,
  Punt,
  Town,
  Vlak,
  Water,
  Wijk,
  Zone,
} from './town.ts';

export interface Identity {
  /** 9999 */
  code: string;
  naam: string;
  hoofdplaats: string;
  /** First three signs of the kadastrale gemeenten: MGA. */
  kadaster: string;
  firstPostcode: number;
  seed: number;
  inwoners: number;
  peildatum: string;
  /** Of the origin of the drawing board, in whole metres. */
  oorsprong: readonly [x: number, y: number];
}

/** Puts what lies on the drawing board together: shared edges, numbers, names, and surfaces made of smaller ones. */
export function assemble(built: Built, names: Names, identity: Identity, rng: Prng): Town {
  const { builder } = built;
  const { vertices } = builder.plane;
  const [ox, oy] = identity.oorsprong;
  const punten: Punt[] = Array.from({ length: vertices.count }, (_, v) => [
    ((vertices.x[v] as number) + ox * 1000) / 1000,
    ((vertices.y[v] as number) + oy * 1000) / 1000,
  ]);
  const at = ([x, y]: Plek): Punt => [
    (Math.round(x * 1000) + ox * 1000) / 1000,
    (Math.round(y * 1000) + oy * 1000) / 1000,
  ];
  const ring = (loop: readonly number[]) => [...loop, loop[0] as number].map((v) => punten[v] as Punt);
  const vlak = (loops: readonly (readonly number[])[]): Vlak => loops.map(ring);
  const merged = (loops: Iterable<readonly number[]>, minus: Iterable<readonly number[]> = []): Vlak[] =>
    polygons(vertices, border(vertices, loops, minus)).map(vlak);
  const code = identity.code;

  const percelenLoops = node(
    vertices,
    builder.percelen.map(({ loop }) => loop),
  );
  const buurtCodes = new Map<BuurtDraft, string>();
  const volg = new Map<number, number>();
  const buurten = [...built.buurten].sort((a, b) => a.wijk - b.wijk || a.nummer - b.nummer);
  for (const buurt of buurten) {
    const n = (volg.get(buurt.wijk) ?? 0) + 1;
    volg.set(buurt.wijk, n);
    buurtCodes.set(buurt, `bu${code}${two(buurt.wijk)}${two(n)}`);
  }
  const codeOf = (buurt: BuurtDraft) => buurtCodes.get(buurt) as string;

  const numbers = new Map<string, number>();
  const percelen = new Map<PerceelDraft, Perceel>();
  builder.percelen.forEach((draft, i) => {
    const rural =
      draft.buurt.karakter === 'buitengebied' ||
      draft.buurt.karakter === 'dorp' ||
      draft.buurt.karakter === 'recreatiepark';
    const gemeente = `${identity.kadaster}${rural ? '02' : '01'}`;
    const sectie = String.fromCharCode(65 + ((draft.buurt.wijk - 1) % 24));
    const nummer = (numbers.get(gemeente + sectie) ?? 0) + 1;
    numbers.set(gemeente + sectie, nummer);
    const loop = percelenLoops[i] as number[];
    percelen.set(draft, {
      identificatie: `NL.IMKAD.KadastraalObject.${code}7${String(i + 1).padStart(10, '0')}`,
      aanduiding: `${gemeente} ${sectie} ${nummer}`,
      kadastraleGemeente: gemeente,
      sectie,
      nummer,
      eigenaar: draft.eigenaar,
      openbaar: draft.openbaar,
      zone: draft.zone,
      buurtCode: codeOf(draft.buurt),
      oppervlakte: Math.round(vertices.area2(loop) / 2e4) / 100,
      vlak: vlak([loop]),
    });
  });

  const areas = new Map<BuurtDraft, number[][]>();
  const zoneLoops = new Map<number, number[][]>();
  builder.percelen.forEach((draft, i) => {
    push(areas, draft.buurt, percelenLoops[i] as number[]);
    push(zoneLoops, draft.zone, percelenLoops[i] as number[]);
  });
  const outlines = new Map<BuurtDraft, number[][]>();
  for (const [buurt, loops] of areas) outlines.set(buurt, border(vertices, loops));
  const wijkLoops = new Map<number, number[][]>();
  for (const [buurt, loops] of outlines) for (const loop of loops) push(wijkLoops, buurt.wijk, loop);
  const wijkBorders = new Map([...wijkLoops].map(([wijk, loops]) => [wijk, border(vertices, loops)] as const));
  const outer = polygons(vertices, border(vertices, [...wijkBorders.values()].flat()));
  if (outer.length !== 1 || outer[0]?.length !== 1)
    throw new Error(`The gemeente is not one surface without holes: ${outer.map((p) => p.length)}`);
  const grens = vlak(outer[0]);

  // The surfaces of the BGT share edges with each other and with the panden.
  const surfaceLoops: (readonly number[])[] = [];
  const spans = builder.surfaces.map((surface) => {
    const from = surfaceLoops.length;
    surfaceLoops.push(...surface.plus);
    return from;
  });
  const holes = new Map<readonly number[], number>();
  for (const loop of [
    ...builder.panden.map((pand) => pand.loop),
    ...builder.surfaces.flatMap((surface) => surface.minus),
  ]) {
    if (!holes.has(loop)) {
      holes.set(loop, surfaceLoops.length);
      surfaceLoops.push(loop);
    }
  }
  const noded = node(vertices, surfaceLoops);

  const bgt: BgtObject[] = [];
  const waters: Water[] = [];
  const bronhouders = {
    gemeente: `G${code}`,
    waterschap: `W${code}`,
    spoor: `L${code}`,
    landbouw: 'L9001',
    provincie: `P${code}`,
  };
  const object = (facts: Omit<BgtObject, 'identificatie'>, bronhouder: keyof typeof bronhouders = 'gemeente') =>
    bgt.push({
      ...facts,
      identificatie: `${bronhouders[bronhouder]}.${String(bgt.length + 1).padStart(32, '0')}`,
      bronhouder: bronhouders[bronhouder],
    });
  // What grows somewhere is the class of the surface, which the BGT counts as its physical appearance.
  const facts = ({ soort, functie, voorkomen, naam }: SurfaceDraft) => ({
    soort,
    ...(functie && soort !== 'begroeidterreindeel' ? { functie } : {}),
    ...(voorkomen ? { voorkomen: soort === 'begroeidterreindeel' ? (functie ?? voorkomen) : voorkomen } : {}),
    ...(naam ? { naam } : {}),
    bronhouder: '',
  });
  builder.surfaces.forEach((surface, i) => {
    const from = spans[i] as number;
    const plus = surface.plus.map((_, k) => noded[from + k] as number[]);
    const minus = surface.minus.map((loop) => noded[holes.get(loop) as number] as number[]);
    const simple = plus.length === 1 && minus.length === 0;
    for (const part of simple ? [vlak([plus[0] as number[]])] : merged(plus, minus)) {
      object({ ...facts(surface), hoogteligging: 0, vlak: part }, surface.bronhouder);
      if (surface.water) {
        waters.push({
          soort: surface.water.soort,
          naam: surface.naam ?? '',
          buurtCode: codeOf(surface.water.buurt),
          vlak: part,
        });
      }
    }
  });
  for (const surface of builder.above) {
    object({ ...facts(surface), hoogteligging: 1, vlak: vlak([surface.plus[0] as number[]]) }, surface.bronhouder);
  }

  object({ soort: 'spoor', functie: 'trein', hoogteligging: 0, lijn: built.spoor.map(at), bronhouder: '' }, 'spoor');

  const panden = new Map<PandDraft, Pand>();
  const adresRows = numberAddresses(builder.adressen, names, identity.firstPostcode);
  for (const { draft } of adresRows) {
    const all = new Set([...draft.pand.gebruiksdoelen, ...draft.gebruiksdoelen]);
    draft.pand.gebruiksdoelen = [...all].sort();
  }
  builder.panden.forEach((draft, i) => {
    const loop = noded[holes.get(draft.loop) as number] as number[];
    const pand: Pand = {
      identificatie: `${code}1${String(i + 1).padStart(11, '0')}`,
      bouwjaar: draft.bouwjaar,
      hoogte: Math.round(draft.hoogte * 10) / 10,
      goothoogte: Math.round(draft.goothoogte * 10) / 10,
      bouwlagen: draft.bouwlagen,
      gebruiksdoelen: draft.gebruiksdoelen,
      aard: draft.aard,
      ...(draft.woningtype ? { woningtype: draft.woningtype } : {}),
      percelen: draft.percelen.map((perceel) => (percelen.get(perceel) as Perceel).identificatie),
      buurtCode: codeOf(draft.buurt),
      vlak: vlak([loop]),
    };
    panden.set(draft, pand);
  });

  const people = settle(
    rng,
    adresRows.map(({ draft }) => draft.woningtype),
    identity.inwoners,
  );
  const adressen: Adres[] = adresRows.map(({ draft, straat, huisnummer, huisletter, postcode }, i) => ({
    identificatie: `${code}20${String(i + 1).padStart(10, '0')}`,
    straat,
    huisnummer,
    huisletter,
    toevoeging: '',
    postcode,
    woonplaats: draft.perceel.buurt.woonplaats,
    gebruiksdoelen: draft.gebruiksdoelen,
    oppervlakte: draft.oppervlakte,
    personen: people[i] as number,
    ...(draft.woningtype ? { woningtype: draft.woningtype } : {}),
    pandIdentificatie: (panden.get(draft.pand) as Pand).identificatie,
    perceelIdentificatie: (percelen.get(draft.perceel) as Perceel).identificatie,
    buurtCode: codeOf(draft.perceel.buurt),
    punt: inside((panden.get(draft.pand) as Pand).vlak, draft.rang),
  }));
  for (const { soort, plek, naam, hoek, provincie } of builder.punten) {
    const bronhouder = provincie ? 'provincie' : 'gemeente';
    if (soort === 'boom')
      object(
        { soort: 'vegetatieobject', functie: 'boom', hoogteligging: 0, punt: at(plek), bronhouder: '' },
        bronhouder,
      );
    else if (soort === 'lichtmast')
      object({ soort: 'paal', functie: 'lichtmast', hoogteligging: 0, punt: at(plek), bronhouder: '' }, bronhouder);
    else
      object({
        soort: 'openbareruimtelabel',
        functie: 'Weg',
        naam: naam as string,
        hoek: hoek as number,
        hoogteligging: 0,
        punt: at(plek),
        bronhouder: '',
      });
  }

  const inwoners = new Map<string, number>();
  for (const { buurtCode, personen } of adressen) inwoners.set(buurtCode, (inwoners.get(buurtCode) ?? 0) + personen);
  const buurtRows: Buurt[] = buurten
    .filter((buurt) => outlines.has(buurt))
    .map((buurt) => ({
      code: codeOf(buurt),
      naam: buurt.naam,
      wijkCode: `wk${code}${two(buurt.wijk)}`,
      woonplaats: buurt.woonplaats,
      karakter: buurt.karakter,
      inwoners: inwoners.get(codeOf(buurt)) ?? 0,
      bouwperiode: buurt.bouwperiode,
      vlak: polygons(vertices, outlines.get(buurt) as number[][]).map(vlak),
    }));
  const buurtVlak = new Map(buurtRows.map((buurt) => [buurt.code, buurt.vlak]));
  const wijken: Wijk[] = built.wijken.map(({ nummer, naam }) => ({
    code: `wk${code}${two(nummer)}`,
    naam,
    inwoners: buurtRows.reduce(
      (sum, buurt) => sum + (buurt.wijkCode === `wk${code}${two(nummer)}` ? buurt.inwoners : 0),
      0,
    ),
    vlak: polygons(vertices, wijkBorders.get(nummer) ?? []).map(vlak),
  }));
  const zones: Zone[] = builder.zones.map(({ bestemming, buurt }, id) => ({
    id,
    bestemming,
    buurtCode: codeOf(buurt),
    vlak: polygons(vertices, border(vertices, zoneLoops.get(id) ?? [])).map(vlak),
  }));
  const herkenningspunten: Herkenningspunt[] = builder.landmarks.map(({ soort, naam, plek, buurt, pand, gebied }) => ({
    soort,
    naam,
    punt: at(builder.plane.ground(...plek)),
    buurtCode: codeOf(buurt),
    ...(pand ? { pandIdentificatie: (panden.get(pand) as Pand).identificatie } : {}),
    ...(gebied ? { vlak: buurtVlak.get(codeOf(buurt)) ?? [] } : {}),
  }));
  return {
    code: `gm${code}`,
    naam: identity.naam,
    seed: identity.seed,
    inwoners: people.reduce((sum, n) => sum + n, 0),
    peildatum: identity.peildatum,
    grens,
    woonplaatsen: [...new Set(buurtRows.map((buurt) => buurt.woonplaats))],
    wijken,
    buurten: buurtRows,
    wegen: builder.streets.flatMap((street) => {
      const { klasse, snelheid } = street.profile;
      return street.pieces().map(([from, to]) => ({
        straat: street.naam,
        klasse,
        buurtCode: codeOf(street.buurtOf((from + to) / 2)),
        as: builder.plane
          .line([street.at(from, (street.low + street.high) / 2), street.at(to, (street.low + street.high) / 2)])
          .map(at),
        breedte: Math.round((street.high - street.low) * 10) / 10,
        snelheid,
      }));
    }),
    spoor: built.spoor.map(at),
    waters,
    zones,
    percelen: [...percelen.values()],
    panden: [...panden.values()],
    adressen,
    bgt,
    herkenningspunten,
  };
}

function push<K>(map: Map<K, number[][]>, key: K, loop: number[]): void {
  const list = map.get(key);
  if (list) list.push(loop);
  else map.set(key, [loop]);
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** A point well inside a building, another one for each of its addresses. */
function inside([outer]: Vlak, rang: number): Punt {
  const ring = outer as readonly Punt[];
  let best: Punt = ring[0] as Punt;
  let widest = 0;
  let [minY, maxY] = [Infinity, -Infinity];
  for (const [, y] of ring) [minY, maxY] = [Math.min(minY, y), Math.max(maxY, y)];
  for (const share of [0.5, 0.35, 0.65, 0.2, 0.8]) {
    const y = Math.round((minY + (maxY - minY) * share) * 1000) / 1000 + 0.0005;
    const xs: number[] = [];
    for (let i = 0; i + 1 < ring.length; i += 1) {
      const [ax, ay] = ring[i] as Punt;
      const [bx, by] = ring[i + 1] as Punt;
      if (ay > y !== by > y) xs.push(ax + ((bx - ax) * (y - ay)) / (by - ay));
    }
    xs.sort((a, b) => a - b);
    for (let k = 0; k + 1 < xs.length; k += 2) {
      const [left, right] = [xs[k] as number, xs[k + 1] as number];
      if (right - left > widest) {
        widest = right - left;
        const part = 0.25 + 0.5 * ((rang * 0.381966) % 1);
        best = [Math.round((left + (right - left) * part) * 1000) / 1000, Math.round(y * 1000) / 1000];
      }
    }
  }
  return best;
}
