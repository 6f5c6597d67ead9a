import { dagKleuren as kleuren } from '../../lagen/catalogus/kleuren.ts';
import type { Blok, Stuk } from '../domain/stuk.ts';
import { tekenKaart } from './kaart.ts';
import { papier } from './papier.ts';
import { bladspiegel, mm, regelafstand, type Stijl, Vel } from './vel.ts';

const tekst: Stijl = { gewicht: 400, grootte: 9.5, kleur: '#1c1f21' };
const stil: Stijl = { gewicht: 400, grootte: 8, kleur: kleuren.tekstStil };
const cel: Stijl = { gewicht: 400, grootte: 8, kleur: '#1c1f21' };
const celKop: Stijl = { gewicht: 700, grootte: 8, kleur: '#05282d' };
const koppen: Record<1 | 2 | 3, Stijl & { boven: number; onder: number }> = {
  1: { gewicht: 700, grootte: 20, kleur: '#05282d', boven: 0, onder: 6 },
  2: { gewicht: 700, grootte: 14, kleur: kleuren.accent, boven: 18, onder: 6 },
  3: { gewicht: 700, grootte: 10.5, kleur: '#05282d', boven: 10, onder: 4 },
};

const volleBreedte = bladspiegel.rechts - bladspiegel.links;
const celRand = { opzij: 4, boven: 3 } as const;

/** Of so many letters is told that they are written. */
const perMelding = 50;

/**
 * A document as a tagged PDF (PDF/UA-1). The same document gives the same bytes.
 *
 * @param meld hears now and then how many letters are written
 */
export async function maakPdf(stuk: Stuk, meld: (brieven: number) => void = () => {}): Promise<Buffer> {
  const { titel, onderwerp, auteur, gemaaktOp, blokken } = stuk;
  const vel = new Vel({ title: titel, subject: onderwerp, author: auteur, created: new Date(gemaaktOp) });
  tekenBriefhoofd(vel, stuk.soortnaam);
  let hoofdstuk: PDFKit.PDFOutline | null = null;
  /** Pages on which a letter begins; a document that is no letter begins once. */
  const begin = [0];
  for (const [nummer, blok] of blokken.entries()) {
    switch (blok.soort) {
      case 'kop':
        schrijfKop(vel, blok);
        if (blok.niveau === 2) hoofdstuk = vel.doc.outline.addItem(blok.tekst);
        if (blok.niveau === 3) hoofdstuk?.addItem(blok.tekst);
        break;
      case 'alinea':
        schrijfAlinea(vel, blok.tekst, blok.stil ? stil : tekst);
        break;
      case 'melding':
        schrijfMelding(vel, blok);
        break;
      case 'feiten':
        schrijfFeiten(vel, blok);
        break;
      case 'tabel':
        schrijfTabel(vel, blok);
        break;
      case 'adres':
        if (nummer > 0) {
          vel.nieuweBladzijde();
          if (begin.length % perMelding === 0) meld(begin.length);
          begin.push(vel.doc.bufferedPageRange().count - 1);
          tekenBriefhoofd(vel, stuk.soortnaam);
        }
        schrijfAdres(vel, blok.regels);
        break;
      case 'kaart':
        tekenKaart(vel, blok);
        schrijfAlinea(vel, blok.bijschrift, stil);
        break;
    }
  }
  schrijfVoeten(vel, stuk, begin);
  return vel.klaar();
}

function tekenBriefhoofd(vel: Vel, soortnaam: string): void {
  const stijl: Stijl = { gewicht: 700, grootte: 10, kleur: kleuren.accent };
  vel.versiering(() => {
    vel.schrijf('Omgevingsloket op de kaart', bladspiegel.links, mm(11), stijl);
    const licht: Stijl = { ...stijl, gewicht: 400 };
    vel.schrijf(soortnaam, bladspiegel.rechts - vel.breedteVan(soortnaam, licht), mm(11), licht);
    vel.doc.rect(bladspiegel.links, mm(17), volleBreedte, 1.5).fill(kleuren.accent);
  });
  vel.y = mm(23);
}

function schrijfRegels(vel: Vel, regels: readonly string[], x: number, stijl: Stijl): void {
  for (const regel of regels) {
    vel.schrijf(regel, x, vel.y, stijl);
    vel.y += stijl.grootte * regelafstand;
  }
}

function schrijfKop(vel: Vel, { niveau, tekst: kop }: Blok & { soort: 'kop' }): void {
  const stijl = koppen[niveau];
  const regels = vel.breek(kop, volleBreedte, stijl);
  const hoogte = regels.length * stijl.grootte * regelafstand + stijl.boven + stijl.onder;
  // a heading never stands alone at the foot of a page
  if (!vel.houdRuimte(hoogte + mm(niveau === 2 ? 45 : 22)) && vel.y > bladspiegel.boven) vel.y += stijl.boven;
  const element = vel.element(vel.root, `H${niveau}`);
  vel.inhoud(element, `H${niveau}`, () => schrijfRegels(vel, regels, bladspiegel.links, stijl));
  element.end();
  vel.y += stijl.onder;
}

function schrijfAlinea(vel: Vel, alinea: string, stijl: Stijl): void {
  const element = vel.element(vel.root, 'P');
  let regels = vel.breek(alinea, volleBreedte, stijl);
  while (regels.length > 0) {
    const past = Math.max(0, Math.floor((bladspiegel.onder - vel.y) / (stijl.grootte * regelafstand)));
    const hier = regels.slice(0, past);
    if (hier.length > 0) vel.inhoud(element, 'P', () => schrijfRegels(vel, hier, bladspiegel.links, stijl));
    regels = regels.slice(past);
    if (regels.length > 0) vel.nieuweBladzijde();
  }
  element.end();
  vel.y += 4;
}

/** Where the window of an envelope is, in mm: from the left, from the top, and where the letter goes on. */
const venster = { links: 20, boven: 48, onder: 90 } as const;

function schrijfAdres(vel: Vel, regels: readonly string[]): void {
  vel.y = mm(venster.boven);
  const element = vel.element(vel.root, 'P');
  vel.inhoud(element, 'P', () => schrijfRegels(vel, regels, mm(venster.links), { ...tekst, grootte: 10.5 }));
  element.end();
  vel.y = mm(venster.onder);
}

function schrijfMelding(vel: Vel, { ernst, titel, tekst: uitleg }: Blok & { soort: 'melding' }): void {
  const binnen = volleBreedte - 24;
  const kopStijl: Stijl = { ...tekst, gewicht: 700 };
  const kop = vel.breek(titel, binnen, kopStijl);
  const regels = vel.breek(uitleg, binnen, tekst);
  const hoogte = (kop.length + regels.length) * tekst.grootte * regelafstand + 12;
  vel.houdRuimte(hoogte + 6);
  vel.versiering(() => {
    vel.doc.rect(bladspiegel.links, vel.y, volleBreedte, hoogte).fill(ernst ? papier.ernst : papier.let);
    vel.doc.rect(bladspiegel.links, vel.y, 3, hoogte).fill(ernst ? papier.ernstRand : papier.letRand);
  });
  vel.y += 6;
  const element = vel.element(vel.root, 'P');
  vel.inhoud(element, 'P', () => {
    schrijfRegels(vel, kop, bladspiegel.links + 12, kopStijl);
    schrijfRegels(vel, regels, bladspiegel.links + 12, tekst);
  });
  element.end();
  vel.y += 12;
}

interface Cel {
  tekst: string;
  soort: 'TH' | 'TD';
  scope?: 'Column' | 'Row';
  stijl: Stijl;
}

function schrijfFeiten(vel: Vel, { rijen }: Blok & { soort: 'feiten' }): void {
  const tabel = vel.element(vel.root, 'Table');
  for (const [label, waarde] of rijen) {
    schrijfRij(
      vel,
      tabel,
      [0.28, 0.72],
      [
        { tekst: label, soort: 'TH', scope: 'Row', stijl: celKop },
        { tekst: waarde, soort: 'TD', stijl: cel },
      ],
    );
  }
  tabel.end();
  vel.y += 6;
}

function schrijfTabel(vel: Vel, { kop, breedtes, rijen }: Blok & { soort: 'tabel' }): void {
  const tabel = vel.element(vel.root, 'Table');
  const koprij: Cel[] = kop.map((titel) => ({ tekst: titel, soort: 'TH', scope: 'Column', stijl: celKop }));
  const herhaalKop = () => vel.versiering(() => tekenRij(vel, breedtes, koprij), 'Pagination');
  schrijfRij(vel, tabel, breedtes, koprij);
  for (const rij of rijen) {
    schrijfRij(
      vel,
      tabel,
      breedtes,
      rij.map((waarde) => ({ tekst: waarde, soort: 'TD', stijl: cel })),
      herhaalKop,
    );
  }
  tabel.end();
  vel.y += 6;
}

const celBreedte = (breedtes: readonly number[], i: number) => (breedtes[i] ?? 0) * volleBreedte - 2 * celRand.opzij;

function breekRij(vel: Vel, breedtes: readonly number[], cellen: readonly Cel[]): string[][] {
  return cellen.map(({ tekst: inhoud, stijl }, i) => vel.breek(inhoud, celBreedte(breedtes, i), stijl));
}

const rijHoogte = (aantalRegels: number) => aantalRegels * cel.grootte * regelafstand + 2 * celRand.boven;

/** A head that is drawn again on the next page: seen, and not read twice. */
function tekenRij(vel: Vel, breedtes: readonly number[], cellen: readonly Cel[]): void {
  const regels = breekRij(vel, breedtes, cellen);
  const hoogte = rijHoogte(Math.max(...regels.map(({ length }) => length)));
  tekenAchtergrond(vel, hoogte, true);
  schrijfCellen(vel, breedtes, cellen, regels, (_, schrijf) => schrijf());
  vel.y += hoogte;
}

function tekenAchtergrond(vel: Vel, hoogte: number, isKop: boolean): void {
  if (isKop) vel.doc.rect(bladspiegel.links, vel.y, volleBreedte, hoogte).fill(papier.kopvlak);
  vel.doc
    .moveTo(bladspiegel.links, vel.y + hoogte)
    .lineTo(bladspiegel.rechts, vel.y + hoogte)
    .lineWidth(0.5)
    .stroke(papier.lijn);
}

function schrijfCellen(
  vel: Vel,
  breedtes: readonly number[],
  cellen: readonly Cel[],
  regels: readonly string[][],
  omhul: (i: number, schrijf: () => void) => void,
): void {
  let x = bladspiegel.links + celRand.opzij;
  for (const [i, { stijl }] of cellen.entries()) {
    const links = x;
    omhul(i, () => {
      for (const [nr, regel] of (regels[i] ?? []).entries()) {
        if (regel !== '') vel.schrijf(regel, links, vel.y + celRand.boven + nr * stijl.grootte * regelafstand, stijl);
      }
    });
    x += (breedtes[i] ?? 0) * volleBreedte;
  }
}

/** A row as a whole on one page; only one that is higher than a page is cut. */
function schrijfRij(
  vel: Vel,
  tabel: PDFKit.PDFStructureElement,
  breedtes: readonly number[],
  cellen: readonly Cel[],
  opNieuweBladzijde: () => void = () => {},
): void {
  const rij = vel.element(tabel, 'TR');
  const elementen = cellen.map(({ soort, scope }) => vel.element(rij, soort, scope ? { scope } : {}));
  let over = breekRij(vel, breedtes, cellen);
  const langste = () => Math.max(...over.map(({ length }) => length));
  const heel = Math.floor((bladspiegel.onder - bladspiegel.boven - mm(20)) / (cel.grootte * regelafstand));
  const isKop = cellen.every(({ scope }) => scope === 'Column');
  do {
    const aantal = Math.min(langste(), heel);
    // the head of a table stays with its first row
    if (vel.houdRuimte(rijHoogte(aantal) + (isKop ? mm(12) : 0))) opNieuweBladzijde();
    const hoogte = rijHoogte(aantal);
    vel.versiering(() => tekenAchtergrond(vel, hoogte, isKop));
    const hier = over.map((regels) => regels.slice(0, aantal));
    schrijfCellen(vel, breedtes, cellen, hier, (i, schrijf) => {
      const element = elementen[i];
      const soort = cellen[i]?.soort;
      if (element && soort) vel.inhoud(element, soort, schrijf);
    });
    over = over.map((regels) => regels.slice(aantal));
    vel.y += hoogte;
  } while (langste() > 0);
  rij.end();
}

/** On every page: of what, which one, and how many there are; of letters, of that letter. */
function schrijfVoeten(vel: Vel, { kopregel, voet }: Stuk, begin: readonly number[]): void {
  const stijl: Stijl = { ...stil, grootte: 7 };
  const { count } = vel.doc.bufferedPageRange();
  for (const [i, eerste] of begin.entries()) {
    const einde = begin[i + 1] ?? count;
    for (let blad = eerste; blad < einde; blad += 1) {
      vel.doc.switchToPage(blad);
      vel.versiering(() => {
        if (blad > eerste) {
          const [kop = ''] = vel.breek(kopregel, volleBreedte, stijl);
          vel.schrijf(kop, bladspiegel.links, mm(11), stijl);
        }
        const y = bladspiegel.onder + mm(5);
        vel.doc.moveTo(bladspiegel.links, y).lineTo(bladspiegel.rechts, y).lineWidth(0.5).stroke(papier.lijn);
        const nummer = `pagina ${blad - eerste + 1} van ${einde - eerste}`;
        for (const [nr, regel] of voet.entries()) vel.schrijf(regel, bladspiegel.links, y + 4 + 9 * nr, stijl);
        vel.schrijf(nummer, bladspiegel.rechts - vel.breedteVan(nummer, stijl), y + 4, stijl);
      }, 'Pagination');
    }
  }
}
