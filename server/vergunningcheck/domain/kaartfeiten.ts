import * as z from 'zod/mini';
import inhoud from '../../../data/vergunningcheck/kaartfeiten.json';
import { bepaalAandeel, dektGeheel } from '../../geo/gebied.ts';
import type { RdPunt } from '../../geo/rd.ts';
import type { OmstandigheidFeiten } from '../../omstandigheden/domain/omstandigheden.ts';
import { plaatsfeiten, uitlegfeiten } from '../activiteiten/plaatsfeiten.ts';
import type { Kaartkennis, Plaatskennis } from '../contract.ts';
import { bekendFeit, onbekendFeit } from './feiten.ts';
import { kaartVraag, vraagKaart } from './kaartvraag.ts';
import type { Feit } from './oordeel.ts';
import type { GebouwGegevens, Plaatsgegevens, RegelGegevens } from './plaatsgegevens.ts';

const afbeelding = z.object({
  feiten: z.record(z.string(), kaartVraag),
  /** Per gemeente what it has settled about the questions that the law leaves open. */
  vastgelegd: z.record(z.string(), z.record(z.string(), z.boolean())),
});

/**
 * Where the map tells each fact.
 *
 * @throws Error at the start of the server, which names what is wrong in data/vergunningcheck/kaartfeiten.json
 */
const kaart = afbeelding.parse(inhoud);

/** The themas of the omstandigheden that facts come from. */
export const feitThemas: readonly string[] = [
  ...new Set(Object.values(kaart.feiten).flatMap((waar) => ('themas' in waar ? waar.themas : []))),
];

type Definitie = (typeof plaatsfeiten)[keyof typeof plaatsfeiten];

export function toonPlaatskennis(punt: RdPunt, gegevens: Plaatsgegevens): Plaatskennis {
  const { kop, omstandigheden, regels, gebouwen } = gegevens;
  const kennis: Kaartkennis = {
    themas: omstandigheden && themasVan(omstandigheden),
    gebieden: regels && gebiedenVan(regels),
    lagen: regels && lagenVan(regels),
  };
  const plan = regels?.regelingen?.find(
    ({ soort, bestuurslaag }) => soort === 'omgevingsplan' && bestuurslaag === 'gemeente',
  );
  const gemeente = kop.gemeenteNaam ?? 'de gemeente';
  return {
    plaats: {
      punt: { x: punt.x, y: punt.y },
      gemeenteCode: kop.gemeenteCode,
      kadastraleAanduiding: kop.gebied.kadastraleAanduiding,
      adres: gebouwen?.adressen.eerste ?? null,
    },
    gemeenteNaam: kop.gemeenteNaam,
    kaart: kennis,
    feiten: [
      ...Object.entries(kaart.feiten).map(([sleutel, waar]) =>
        toFeit(plaatsfeiten[sleutel as keyof typeof plaatsfeiten], vraagKaart(waar, kennis)),
      ),
      ...uitGebouwen(gebouwen),
      ...uitUitleg(kop.gemeenteCode, gemeente),
    ],
    normen: regels && plan ? normenVan(regels) : null,
    regelVersies: Object.fromEntries(
      (regels?.regelingen ?? []).map(({ soort, identificatie }) => [soort, identificatie] as const),
    ),
    bevoegdGezag: `burgemeester en wethouders van ${gemeente}`,
    waterschap:
      regels?.regelingen?.find(({ bestuurslaag }) => bestuurslaag === 'waterschap')?.bevoegdGezag ?? 'het waterschap',
  };
}

const bronVan = (
  bronnen: readonly { id: string; naam: string; peildatum: string }[] | null,
  ids: readonly string[],
) => {
  const gevonden = (bronnen ?? []).filter(({ id }) => ids.includes(id));
  const [eerste] = gevonden;
  return eerste
    ? {
        naam: gevonden.map(({ naam }) => naam).join('; '),
        peildatum: gevonden.reduce(
          (oudste, { peildatum }) => (peildatum < oudste ? peildatum : oudste),
          eerste.peildatum,
        ),
      }
    : null;
};

/** A fact as the map told it, or why it did not. */
const toFeit = (definitie: Definitie, { waarde, reden, bron }: ReturnType<typeof vraagKaart>): Feit =>
  waarde === null ? onbekendFeit(definitie, reden, null, bron) : bekendFeit(definitie, waarde, 'kaart', null, bron);

/** Per thema that was asked for what lies over the place, and whether somebody looked at all of it. */
function themasVan({ gebied, vlakken, dekkingen, bronnen }: OmstandigheidFeiten): NonNullable<Kaartkennis['themas']> {
  const namen = new Set([...(vlakken ?? []), ...(dekkingen ?? [])].map(({ thema }) => thema));
  return Object.fromEntries(
    [...namen].map((naam) => {
      const hier = (vlakken ?? []).filter(({ thema }) => thema === naam);
      const dekking = (dekkingen ?? []).find(({ thema }) => thema === naam);
      const aanRand = hier.map(({ m2 }) => bepaalAandeel(gebied, m2).rand);
      const bron = bronVan(bronnen, [...(dekking?.bronIds ?? []), ...hier.map(({ bronId }) => bronId)]);
      return [
        naam,
        {
          klassen: hier.flatMap(({ omschrijving }, i) => (aanRand[i] ? [] : [omschrijving])),
          rand: hier.flatMap(({ omschrijving }, i) => (aanRand[i] ? [omschrijving] : [])),
          bekeken: dekking !== undefined && dektGeheel(gebied, dekking),
          bron,
        },
      ];
    }),
  );
}

function gebiedenVan({ gebieden, regelingen }: RegelGegevens): NonNullable<Kaartkennis['gebieden']> {
  const laagVan = new Map((regelingen ?? []).map(({ id, bestuurslaag }) => [id, bestuurslaag]));
  return (gebieden ?? []).flatMap(({ naam, regelingId, zeker }) => {
    const bestuurslaag = laagVan.get(regelingId);
    return bestuurslaag ? [{ naam, bestuurslaag, zeker }] : [];
  });
}

const lagenVan = ({ regelingen, bronnen }: RegelGegevens): NonNullable<Kaartkennis['lagen']> =>
  Object.fromEntries(
    (regelingen ?? []).map(({ bestuurslaag, bronId }) => [bestuurslaag, bronVan(bronnen, [bronId])] as const),
  );

function uitGebouwen(gebouwen: GebouwGegevens | null): Feit[] {
  const { woning, meerWoningen, bouwjaar } = plaatsfeiten;
  if (!gebouwen) return [woning, meerWoningen, bouwjaar].map((een) => onbekendFeit(een, 'bron-faalt', null));
  const { aantal, metDoel, woningen } = gebouwen.adressen;
  const alleBekend = aantal > 0 && metDoel === aantal;
  const bron = bronVan(
    gebouwen.bronnen,
    (gebouwen.bronnen ?? []).map(({ id }) => id),
  );
  const jaren = (gebouwen.panden ?? []).flatMap((pand) => pand.bouwjaar ?? []);
  return [
    woningen > 0 || alleBekend
      ? bekendFeit(woning, woningen > 0, 'kaart', null, bron)
      : onbekendFeit(woning, 'geen-gegevens', null, bron),
    woningen > 1 || alleBekend
      ? bekendFeit(meerWoningen, woningen > 1, 'kaart', null, bron)
      : onbekendFeit(meerWoningen, 'geen-gegevens', null, bron),
    jaren.length > 0
      ? bekendFeit(bouwjaar, Math.min(...jaren), 'kaart', null, bron)
      : onbekendFeit(bouwjaar, 'geen-gegevens', null, bron),
  ];
}

/** What the law leaves open stays open until the gemeente has settled it. */
function uitUitleg(gemeenteCode: string | null, gemeente: string): Feit[] {
  const vastgelegd = (gemeenteCode !== null && kaart.vastgelegd[gemeenteCode]) || {};
  return Object.values(uitlegfeiten).map((definitie) => {
    const vast = vastgelegd[definitie.sleutel];
    return vast === undefined
      ? onbekendFeit(definitie, 'niet-vastgelegd', null, { naam: gemeente, peildatum: null })
      : bekendFeit(definitie, vast, 'kaart', null, { naam: gemeente, peildatum: null });
  });
}

/** The name of a norm as the key of a fact: "maximum bouwhoogte bijgebouw" is norm.maximum-bouwhoogte-bijgebouw. */
export const normSleutel = (naam: string): string => `norm.${naam.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;

/** Of a norm with more values at the place the strictest: the least, or the most of a minimum. */
function normenVan({ normen }: RegelGegevens): Record<string, number | null> {
  const gevonden: Record<string, number | null> = {};
  for (const { naam, kwantitatief, zeker } of normen ?? []) {
    if (kwantitatief === null) continue;
    const sleutel = normSleutel(naam);
    const al = gevonden[sleutel];
    if (!zeker) gevonden[sleutel] = al ?? null;
    else if (al === undefined || al === null) gevonden[sleutel] = kwantitatief;
    else gevonden[sleutel] = naam.startsWith('minimum') ? Math.max(al, kwantitatief) : Math.min(al, kwantitatief);
  }
  return gevonden;
}
