import * as z from 'zod/mini';
import inhoud from '../../../data/vergunningcheck/kaartfeiten.json';
import { bepaalAandeel, dektGeheel } from '../../geo/gebied.ts';
import type { RdPunt } from '../../geo/rd.ts';
import type { OmstandigheidFeiten } from '../../omstandigheden/domain/omstandigheden.ts';
import { plaatsfeiten, uitlegfeiten } from '../activiteiten/plaatsfeiten.ts';
import type { Plaatskennis } from '../contract.ts';
import { bekendFeit, onbekendFeit } from './feiten.ts';
import type { Feit } from './oordeel.ts';
import type { GebouwGegevens, Plaatsgegevens, RegelGegevens } from './plaatsgegevens.ts';

const waarde = z.union([z.string(), z.boolean()]);
const afbeelding = z.object({
  feiten: z.record(
    z.string(),
    z.union([
      z.object({ themas: z.array(z.string()), klassen: z.array(z.tuple([z.string(), waarde])), anders: waarde }),
      z.object({ gebied: z.object({ ja: z.array(z.string()), nee: z.array(z.string()) }) }),
      z.object({
        gebieden: z.array(z.tuple([z.string(), z.string()])),
        anders: z.string(),
        bestuurslaag: z.enum(['gemeente', 'waterschap', 'provincie', 'rijk']),
      }),
    ]),
  ),
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
  const plan = regels?.regelingen?.find(
    ({ soort, bestuurslaag }) => soort === 'omgevingsplan' && bestuurslaag === 'gemeente',
  );
  const gemeente = kop.gemeenteNaam ?? 'de gemeente';
  return {
    plaats: {
      punt: { x: punt.x, y: punt.y },
      gemeenteCode: kop.gemeenteCode,
      kadastraleAanduiding: kop.gebied.kadastraleAanduiding,
      adres: gebouwen?.adressen?.[0]?.weergave ?? null,
    },
    gemeenteNaam: kop.gemeenteNaam,
    feiten: [
      ...Object.entries(kaart.feiten).map(([sleutel, waar]) => {
        const definitie = plaatsfeiten[sleutel as keyof typeof plaatsfeiten] as Definitie;
        if ('themas' in waar) return uitThemas(definitie, waar, omstandigheden);
        return 'gebied' in waar ? uitGebieden(definitie, waar.gebied, regels) : uitKlassen(definitie, waar, regels);
      }),
      ...uitGebouwen(gebouwen),
      ...uitUitleg(kop.gemeenteCode, gemeente),
    ],
    normen: regels && plan ? normenVan(regels) : null,
    gebieden: regels && [...new Set((regels.gebieden ?? []).filter(({ zeker }) => zeker).map(({ naam }) => naam))],
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

/**
 * A fact that omstandigheden tell: the first klasse that lies over the place. Nothing there is an answer only where
 * every thema was looked into for the whole place; a sliver at the border may be the neighbour's.
 */
function uitThemas(
  definitie: Definitie,
  { themas, klassen, anders }: { themas: string[]; klassen: [string, string | boolean][]; anders: string | boolean },
  gegevens: OmstandigheidFeiten | null,
): Feit {
  if (!gegevens) return onbekendFeit(definitie, 'bron-faalt', null);
  const dekkingen = (gegevens.dekkingen ?? []).filter(({ thema }) => themas.includes(thema));
  const vlakken = (gegevens.vlakken ?? []).filter(
    ({ thema, omschrijving }) => themas.includes(thema) && klassen.some(([klasse]) => klasse === omschrijving),
  );
  const bron = bronVan(gegevens.bronnen, [
    ...dekkingen.flatMap(({ bronIds }) => bronIds),
    ...vlakken.map(({ bronId }) => bronId),
  ]);
  const aanRand = (m2: number | null) => bepaalAandeel(gegevens.gebied, m2).rand;
  for (const [klasse, waarde] of klassen) {
    if (vlakken.some(({ omschrijving, m2 }) => omschrijving === klasse && !aanRand(m2))) {
      return bekendFeit(definitie, waarde, 'kaart', null, bron);
    }
  }
  const bekeken = themas.every((thema) => {
    const dekking = dekkingen.find((kandidaat) => kandidaat.thema === thema);
    return dekking && dektGeheel(gegevens.gebied, dekking);
  });
  if (!bekeken) return onbekendFeit(definitie, 'geen-gegevens', null, bron);
  return vlakken.length > 0
    ? onbekendFeit(definitie, 'niet-te-berekenen', null, bron)
    : bekendFeit(definitie, anders, 'kaart', null, bron);
}

/** A fact that areas of the omgevingsplan tell. Yes only where one covers the whole place. */
function uitGebieden(
  definitie: Definitie,
  { ja, nee }: { ja: string[]; nee: string[] },
  regels: RegelGegevens | null,
): Feit {
  if (!regels) return onbekendFeit(definitie, 'bron-faalt', null);
  const begintMet = (begin: readonly string[]) =>
    (regels.gebieden ?? []).filter(({ naam }) => begin.some((deel) => naam.toLowerCase().startsWith(deel)));
  const [gevondenJa, gevondenNee] = [begintMet(ja), begintMet(nee)];
  const ids = new Set([...gevondenJa, ...gevondenNee].map(({ regelingId }) => regelingId));
  const bron = bronVan(
    regels.bronnen,
    (regels.regelingen ?? []).filter(({ id }) => ids.has(id)).map(({ bronId }) => bronId),
  );
  const zeker = (gebieden: typeof gevondenJa) => gebieden.some((gebied) => gebied.zeker);
  if (zeker(gevondenNee)) return bekendFeit(definitie, false, 'kaart', null, bron);
  if (zeker(gevondenJa) && gevondenNee.length === 0) return bekendFeit(definitie, true, 'kaart', null, bron);
  return onbekendFeit(definitie, 'geen-gegevens', null, bron);
}

/** One of some areas of a bestuurslaag; none of them is an answer only where that bestuurslaag has rules here. */
function uitKlassen(
  definitie: Definitie,
  { gebieden, anders, bestuurslaag }: { gebieden: [string, string][]; anders: string; bestuurslaag: string },
  regels: RegelGegevens | null,
): Feit {
  if (!regels) return onbekendFeit(definitie, 'bron-faalt', null);
  const regelingen = (regels.regelingen ?? []).filter((regeling) => regeling.bestuurslaag === bestuurslaag);
  const bron = bronVan(
    regels.bronnen,
    regelingen.map(({ bronId }) => bronId),
  );
  const hier = (regels.gebieden ?? []).filter(({ regelingId }) => regelingen.some(({ id }) => id === regelingId));
  for (const [begin, waarde] of gebieden) {
    const gevonden = hier.filter(({ naam }) => naam.toLowerCase().startsWith(begin));
    if (gevonden.some(({ zeker }) => zeker)) return bekendFeit(definitie, waarde, 'kaart', null, bron);
    if (gevonden.length > 0) return onbekendFeit(definitie, 'geen-gegevens', null, bron);
  }
  return regelingen.length > 0
    ? bekendFeit(definitie, anders, 'kaart', null, bron)
    : onbekendFeit(definitie, 'geen-gegevens', null, bron);
}

function uitGebouwen(gebouwen: GebouwGegevens | null): Feit[] {
  const { woning, meerWoningen, bouwjaar } = plaatsfeiten;
  if (!gebouwen) return [woning, meerWoningen, bouwjaar].map((een) => onbekendFeit(een, 'bron-faalt', null));
  const adressen = gebouwen.adressen ?? [];
  const bron = bronVan(
    gebouwen.bronnen,
    (gebouwen.bronnen ?? []).map(({ id }) => id),
  );
  const metDoel = adressen.filter(({ gebruiksdoelen }) => gebruiksdoelen.length > 0);
  const woningen = metDoel.filter(({ gebruiksdoelen }) => gebruiksdoelen.includes('woonfunctie')).length;
  const jaren = (gebouwen.panden ?? []).flatMap((pand) => pand.bouwjaar ?? []);
  return [
    woningen > 0 || (adressen.length > 0 && metDoel.length === adressen.length)
      ? bekendFeit(woning, woningen > 0, 'kaart', null, bron)
      : onbekendFeit(woning, 'geen-gegevens', null, bron),
    woningen > 1 || (adressen.length > 0 && metDoel.length === adressen.length)
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
