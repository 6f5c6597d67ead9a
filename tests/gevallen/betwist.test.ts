import { describe, expect, test } from 'vitest';
import { plaatsfeiten } from '../../server/vergunningcheck/activiteiten/plaatsfeiten.ts';
import { checkInvoer, type Kaartkennis, type Plaatskennis, type Vraag } from '../../server/vergunningcheck/contract.ts';
import { beoordeel } from '../../server/vergunningcheck/domain/beoordeel.ts';
import { bekendFeit } from '../../server/vergunningcheck/domain/feiten.ts';
import type { Waarde } from '../../server/vergunningcheck/domain/oordeel.ts';
import type { FeitDefinitie } from '../../server/vergunningcheck/domain/regel.ts';
import { zonderTekening } from '../werkzaamheden.ts';

const bron = { naam: 'Proef', peildatum: '2026-11-01' };

const waardenVan = ({ soort, opties, minimum }: Vraag | FeitDefinitie): Exclude<Waarde, null>[] =>
  soort === 'ja-nee'
    ? [true, false]
    : soort === 'getal'
      ? [minimum ?? 0, (minimum ?? 0) + 980]
      : opties.map((een) => een.waarde);

/** Every thema looked into, and rules of every bestuurslaag: the map answers all that it can. */
const kaart: Kaartkennis = {
  themas: new Proxy({}, { get: () => ({ klassen: [], rand: [], bekeken: true, bron }) }) as NonNullable<
    Kaartkennis['themas']
  >,
  gebieden: [],
  lagen: { gemeente: bron, waterschap: bron, provincie: bron, rijk: bron },
};

/** A place of which the map knows everything, each fact with its first value, or with the one that is given. */
const kennisMet = (anders: Record<string, Waarde>): Plaatskennis => ({
  plaats: { punt: { x: 146_000, y: 505_000 }, gemeenteCode: 'gm9999', kadastraleAanduiding: null, adres: null },
  gemeenteNaam: 'Modelgemeente',
  feiten: Object.values<FeitDefinitie>(plaatsfeiten)
    .filter(({ van }) => van === 'kaart')
    .map((een) => bekendFeit(een, (anders[een.sleutel] ?? waardenVan(een)[0]) as never, 'kaart', null, bron)),
  normen: {},
  kaart,
  regelVersies: {},
  bevoegdGezag: 'burgemeester en wethouders van Modelgemeente',
  waterschap: 'het waterschap',
});

describe('a fact of the map that a person says is wrong', () => {
  test.each(zonderTekening)('%s: counts as if the map had said so, and is told as what he says', (id, regels) => {
    const omgeving = (anders: Record<string, Waarde>) => ({
      vandaag: '2026-11-27',
      kennis: kennisMet(anders),
      werkzaamheden: new Map([[id, regels]]),
      tarieven: null,
      meetkunde: null,
    });
    const vraag = (betwist: Record<string, Waarde>, anders: Record<string, Waarde> = {}) =>
      beoordeel(
        checkInvoer.parse({ x: 146_000, y: 505_000, onderdelen: [{ sleutel: 'a', werkzaamheid: id }], betwist }),
        omgeving(anders),
      );
    const gewoon = vraag({});
    const vanKaart = gewoon.oordeel.feiten.filter(({ herkomst, stand }) => herkomst === 'kaart' && stand === 'bekend');
    // what can be contested is what the map says: neither less nor more
    expect(gewoon.betwistbaar.map(({ sleutel }) => sleutel).sort()).toEqual(
      [...new Set(vanKaart.map(({ sleutel }) => sleutel))].sort(),
    );
    for (const betwistbaar of gewoon.betwistbaar) {
      const { sleutel } = betwistbaar;
      const was = vanKaart.find((feit) => feit.sleutel === sleutel)!;
      for (const waarde of waardenVan(betwistbaar).filter((een) => een !== was.waarde)) {
        const betwist = vraag({ [sleutel]: waarde });
        expect(betwist.oordeel.feiten.find((feit) => feit.sleutel === sleutel)).toMatchObject({
          herkomst: 'betwist',
          waarde,
          kaartwaarde: was.waarde,
          bron: was.bron,
        });
        expect(betwist.betwistbaar.map((een) => een.sleutel)).toContain(sleutel);
        if (!(sleutel in plaatsfeiten)) continue;
        const alsKaart = vraag({}, { [sleutel]: waarde });
        expect(betwist.oordeel.onderdelen, `${sleutel} ${waarde}`).toEqual(alsKaart.oordeel.onderdelen);
        expect(betwist.oordeel.uitkomst).toBe(alsKaart.oordeel.uitkomst);
      }
    }
  });

  test('turns outcomes over: a monument that is none, and none that is one', () => {
    const omgeslagen = zonderTekening.filter(([id, regels]) => {
      const uit = (betwist: Record<string, Waarde>) =>
        beoordeel(
          checkInvoer.parse({
            x: 146_000,
            y: 505_000,
            onderdelen: [{ sleutel: 'a', werkzaamheid: id, antwoorden: { aanMonument: true } }],
            betwist,
          }),
          {
            vandaag: '2026-11-27',
            kennis: kennisMet({}),
            werkzaamheden: new Map([[id, regels]]),
            tarieven: null,
            meetkunde: null,
          },
        ).oordeel.uitkomst;
      return uit({}) !== uit({ monument: 'rijks' });
    });
    expect(omgeslagen.length).toBeGreaterThan(15);
  });
});
