import { dagKleuren as kleuren } from '../../lagen/catalogus/kleuren.ts';
import type { Kaartbeeld } from '../contract.ts';
import { kaartMm } from '../domain/kaartbeeld.ts';
import type { Blok } from '../domain/stuk.ts';
import { bladspiegel, mm, type Stijl, type Vel } from './vel.ts';

const breed = mm(kaartMm.breed);
const hoog = mm(kaartMm.hoog);

type Deel = Kaartbeeld['objecten'][number]['delen'][number];

interface Verf {
  vul?: string;
  lijn?: string;
  dikte?: number;
}

function verfVan({ laag, klasse }: Kaartbeeld['objecten'][number]): Verf {
  switch (laag) {
    case 'terrein':
      return { vul: kleuren.terrein[klasse ?? ''] ?? kleuren.grond };
    case 'water':
      return { vul: kleuren.water };
    case 'weg':
      return { vul: kleuren.weg[klasse ?? ''] ?? kleuren.grond, lijn: kleuren.grond, dikte: 0.25 };
    case 'spoor':
      return { lijn: kleuren.spoor, dikte: 0.8 };
    case 'bouwwerk':
      return { vul: kleuren.bouwwerk };
    case 'pand':
      return { vul: kleuren.pand, lijn: kleuren.pandrand, dikte: 0.5 };
    default:
      return { lijn: kleuren.perceel, dikte: 0.5 };
  }
}

const labelStijl: Readonly<Record<string, Stijl>> = {
  straatnaam: { gewicht: 400, grootte: 8, kleur: kleuren.tekst },
  huisnummer: { gewicht: 400, grootte: 6.5, kleur: kleuren.tekstStil },
};

/** The picture of the map as one figure, at the cursor. */
export function tekenKaart(
  vel: Vel,
  { kaartbeeld: beeld, punt, tekening = [], beschrijving }: Blok & { soort: 'kaart' },
): void {
  const { doc } = vel;
  vel.houdRuimte(hoog + mm(6));
  const links = bladspiegel.links;
  const boven = vel.y;
  const figuur = vel.element(vel.root, 'Figure', {
    alt: beschrijving,
    bbox: [links, boven, links + breed, boven + hoog],
    placement: 'Block',
  });
  const [minX, , , maxY] = beeld.vak;
  const perMeter = mm(1_000) / beeld.schaal;
  const opVel = (x: number, y: number): [number, number] => [
    links + (x - minX) * perMeter,
    boven + (maxY - y) * perMeter,
  ];
  const volg = (deel: Deel) => {
    for (const [i, [x, y]] of deel.entries()) {
      if (i === 0) doc.moveTo(...opVel(x, y));
      else doc.lineTo(...opVel(x, y));
    }
  };
  vel.inhoud(figuur, 'Figure', () => {
    doc.save();
    doc.rect(links, boven, breed, hoog).clip();
    doc.rect(links, boven, breed, hoog).fill(kleuren.grond);
    for (const object of beeld.objecten) {
      const { vul, lijn, dikte = 0 } = verfVan(object);
      for (const deel of object.delen) volg(deel);
      if (vul && lijn && object.vorm === 'vlak') doc.lineWidth(dikte).fillAndStroke(vul, lijn, 'even-odd');
      else if (vul && object.vorm === 'vlak') doc.fill(vul, 'even-odd');
      else doc.lineWidth(dikte).stroke(lijn ?? kleuren.spoor);
    }
    tekenKeuze();
    for (const { ring } of tekening) tekenVorm(ring);
    tekenLabels(vel, beeld, opVel, { links, boven });
    for (const { naam, ring } of tekening) noemVorm(naam, ring);
    doc.restore();
    tekenSchaalstok(vel, beeld.schaal, { links, boven });
    tekenNoordpijl(vel, { links, boven });
    doc.rect(links, boven, breed, hoog).lineWidth(0.75).stroke(kleuren.tekstStil);
  });
  figuur.end();
  vel.y = boven + hoog + mm(1.5);

  /** What a person drew: hatched, so that it stands out without colour too. */
  function tekenVorm(ring: readonly (readonly [number, number])[]) {
    const omtrek = () => doc.polygon(...ring.map(([x, y]) => opVel(x, y)));
    omtrek().fillOpacity(0.35).fill(kleuren.accent).fillOpacity(1);
    doc.save();
    omtrek().clip();
    doc.lineWidth(0.6);
    for (let x = links - hoog; x < links + breed; x += 4) {
      doc.moveTo(x, boven + hoog).lineTo(x + hoog, boven);
    }
    doc.stroke(kleuren.accent);
    doc.restore();
    omtrek().lineWidth(3).stroke(kleuren.keuzeHalo);
    omtrek().lineWidth(1.25).stroke(kleuren.accent);
  }

  function noemVorm(naam: string, ring: readonly (readonly [number, number])[]) {
    const hoeken = ring.map(([x, y]) => opVel(x, y));
    const midden = (i: 0 | 1) => hoeken.reduce((som, hoek) => som + hoek[i], 0) / hoeken.length;
    schrijfMetHalo(vel, naam, midden(0), midden(1), { gewicht: 700, grootte: 8, kleur: kleuren.keuze });
  }

  function tekenKeuze() {
    if (beeld.perceel) {
      doc.lineJoin('round');
      for (const [dikte, kleur] of [
        [5, kleuren.keuzeHalo],
        [2.25, kleuren.keuze],
      ] as const) {
        for (const deel of beeld.perceel) volg(deel);
        doc.lineWidth(dikte).stroke(kleur);
      }
      return;
    }
    const [x, y] = opVel(punt.x, punt.y);
    doc.circle(x, y, 6).lineWidth(5).stroke(kleuren.keuzeHalo);
    doc.circle(x, y, 6).lineWidth(2.25).stroke(kleuren.keuze);
    doc.circle(x, y, 1.5).fill(kleuren.keuze);
  }
}

type Hoek = { links: number; boven: number };

/** Names of streets first; a label that would lie over another is left out, as on the screen. */
function tekenLabels(vel: Vel, beeld: Kaartbeeld, opVel: (x: number, y: number) => [number, number], hoek: Hoek): void {
  const { doc } = vel;
  const bezet: [number, number, number][] = [];
  for (const label of beeld.labels) {
    const stijl = labelStijl[label.laag];
    if (!stijl) continue;
    const [x, y] = opVel(label.punt.x, label.punt.y);
    const straal = Math.max(vel.breedteVan(label.tekst, stijl) / 2, stijl.grootte / 2);
    const binnen =
      x - straal > hoek.links && x + straal < hoek.links + breed && y - 8 > hoek.boven && y + 8 < hoek.boven + hoog;
    if (!binnen || bezet.some(([bx, by, bs]) => Math.hypot(x - bx, y - by) < Math.min(straal, 14) + Math.min(bs, 14))) {
      continue;
    }
    bezet.push([x, y, straal]);
    doc.save();
    doc.rotate(label.hoek, { origin: [x, y] });
    schrijfMetHalo(vel, label.tekst, x, y, stijl);
    doc.restore();
  }
}

function schrijfMetHalo(vel: Vel, tekst: string, x: number, y: number, stijl: Stijl): void {
  const links = x - vel.breedteVan(tekst, stijl) / 2;
  const boven = y - stijl.grootte * 0.68;
  vel.halo(tekst, links, boven, stijl, kleuren.tekstHalo);
  vel.schrijf(tekst, links, boven, stijl);
}

function tekenSchaalstok(vel: Vel, schaal: number, { links, boven }: Hoek): void {
  const { doc } = vel;
  const meters =
    [2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000].findLast((m) => (m * 1_000) / schaal <= 45) ?? 1;
  const lengte = mm((meters * 1_000) / schaal);
  const x = links + mm(4);
  const y = boven + hoog - mm(5);
  doc
    .rect(x - mm(2), y - mm(6), lengte + mm(4), mm(9))
    .fillOpacity(0.85)
    .fill('#ffffff')
    .fillOpacity(1);
  doc.rect(x, y, lengte / 2, 3).fillAndStroke(kleuren.keuze, kleuren.keuze);
  doc.lineWidth(0.6).rect(x, y, lengte, 3).stroke(kleuren.keuze);
  const stijl: Stijl = { gewicht: 400, grootte: 7.5, kleur: kleuren.keuze };
  const tekst = `${meters} m`;
  vel.schrijf('0', x, y - 11.5, stijl);
  vel.schrijf(tekst, x + lengte - vel.breedteVan(tekst, stijl), y - 11.5, stijl);
}

function tekenNoordpijl(vel: Vel, { links, boven }: Hoek): void {
  const { doc } = vel;
  const x = links + breed - mm(7);
  const y = boven + mm(4);
  doc
    .circle(x, y + mm(4), mm(5.5))
    .fillOpacity(0.85)
    .fill('#ffffff')
    .fillOpacity(1);
  doc.polygon([x, y - 1], [x + 5, y + 13], [x, y + 9.5], [x - 5, y + 13]).fill(kleuren.keuze);
  const stijl: Stijl = { gewicht: 700, grootte: 7.5, kleur: kleuren.keuze };
  vel.schrijf('N', x - vel.breedteVan('N', stijl) / 2, y + 13, stijl);
}
