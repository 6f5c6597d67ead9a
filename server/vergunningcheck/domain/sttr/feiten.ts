import type { FeitDefinitie } from '../regel.ts';
import type { Koppeling } from './koppeling.ts';
import type { Regelbestand, Vraag } from './model.ts';

const soorten = { boolean: 'ja-nee', number: 'getal', list: 'keuze', string: 'tekst', date: 'datum' } as const;

function soortVan({ soort, gegevensType, meerdereAntwoorden }: Vraag): FeitDefinitie['soort'] {
  if (soort === 'geoVerwijzing') return 'ja-nee';
  return gegevensType === 'list' && meerdereAntwoorden ? 'keuzes' : soorten[gegevensType];
}

/** Every question of a file as a fact of the check: asked once, told as a sentence, and answered by the map where it can. */
export function feitDefinities(bestand: Regelbestand, koppeling: Koppeling): FeitDefinitie[] {
  return bestand.vragen
    .filter(({ vast }) => vast === undefined)
    .map((vraag) => {
      const bij = koppeling.vragen[vraag.id];
      const zin = bij?.zin ?? null;
      return {
        sleutel: vraag.id,
        naam: bij?.naam ?? vraag.tekst,
        van: bij?.kaart ? 'kaart' : 'persoon',
        vanPlaats: bij?.vanPlaats ?? false,
        vraag: vraag.tekst,
        hulp: [vraag.toelichting, vraag.langeToelichting].filter((deel) => deel !== null).join('\n') || null,
        beeld: null,
        soort: soortVan(vraag),
        opties: optiesVan(vraag, typeof zin === 'string' ? zin : null),
        eenheid: bij?.eenheid ?? null,
        minimum: bij?.minimum ?? null,
        maximum: bij?.maximum ?? null,
        zin,
      };
    });
}

const optiesVan = ({ opties }: Vraag, zin: string | null): FeitDefinitie['opties'] =>
  opties.map(({ tekst, toelichting }) => ({
    waarde: tekst,
    tekst,
    uitleg: toelichting,
    zin: zin?.replace('{waarde}', tekst.toLowerCase()) ?? tekst,
  }));
