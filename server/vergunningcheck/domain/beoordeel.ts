import { type Datum, parseDatum } from '../../termijnen/datum.ts';
import { kaartstukken } from '../activiteiten/bijbehorend-bouwwerk.ts';
import { plaatsfeiten } from '../activiteiten/plaatsfeiten.ts';
import type { CheckAntwoord, CheckInvoer, Plaatskennis, Vraag } from '../contract.ts';
import { bepaalActies } from './acties.ts';
import { noemArtikel, regelsetVan } from './artikelen.ts';
import { beoordeelBouwwerk, type Meetkunde } from './bouwwerk/bouwwerk.ts';
import type { Kader } from './deel.ts';
import { bekendFeit, foutInWaarde } from './feiten.ts';
import { schatLeges, type Tarieven } from './leges.ts';
import { bekendVan, beoordeelActiviteit, leesAntwoord, meldFoutAntwoord, type OnderdeelUitslag } from './onderdeel.ts';
import { type Feit, type Melding, strengste, type VraagSleutel, vraagSleutel } from './oordeel.ts';
import { bepaalProcedure } from './procedure.ts';
import type { Activiteit, FeitDefinitie } from './regel.ts';
import { beoordeelToepasbaar, definitiesVan, type Toepasbaar } from './toepasbaar.ts';
import { bepaalVereisten } from './vereisten.ts';
import { stelVragen, toonVraag } from './vragen.ts';

/** Everything that an oordeel depends on beside what the person asks: it can be stored, and gives the same again. */
export interface Omgeving {
  /** YYYY-MM-DD: the day for which is judged. */
  vandaag: string;
  kennis: Plaatskennis;
  /** The rules of the werkzaamheden that are asked about, by id. */
  werkzaamheden: ReadonlyMap<string, Regels>;
  tarieven: Tarieven | null;
  /** For what is drawn; null: nothing that is drawn is asked about. */
  meetkunde: Meetkunde | null;
}

/** The rules of one werkzaamheid: those of the house, or a file with toepasbare regels. */
export type Regels = { activiteit: Activiteit } | { toepasbaar: Toepasbaar };

/** A bouwwerk that is there already and that the map does not show: it is drawn to count along, not to be judged. */
export const bestaandBouwwerk = 'bestaand-bouwwerk';

const voorbehoud =
  'Dit is een indicatie en geen besluit. U kunt er geen rechten aan ontlenen. Twijfelt u, vraag het dan aan de gemeente.';

/**
 * The vergunningcheck: every werkzaamheid judged for what is known now, and what is still to be asked.
 *
 * @throws Error when an onderdeel names a werkzaamheid that is not in `omgeving`
 */
export function beoordeel(invoer: CheckInvoer, omgeving: Omgeving): CheckAntwoord {
  const { kennis, tarieven } = omgeving;
  const vandaag = parseDatum(omgeving.vandaag) as Datum;
  const { gemeenteCode } = kennis.plaats;
  const definities = plaatsdefinities(omgeving);
  const plaats = leesPlaatsfeiten(invoer, kennis, definities.values());
  const versies: Record<string, string> = {};
  const kader: Kader = {
    noemArtikel: (artikel) => noemArtikel(artikel, gemeenteCode),
    versieVan: (artikel) => {
      const { regelset, versie } = regelsetVan(artikel, kennis.regelVersies);
      versies[regelset] = versie;
      return `${regelset} ${versie}`;
    },
    gezag: { gemeente: kennis.bevoegdGezag, waterschap: kennis.waterschap },
    normen: kennis.normen && new Map(Object.entries(kennis.normen)),
    noemFeit: (sleutel) => definities.get(sleutel)?.naam ?? sleutel,
    nietTeVragen: nietTeVragen(invoer, plaats.feiten),
  };
  const getekend = invoer.onderdelen.filter(({ ring }) => ring !== null);
  const teBeoordelen = invoer.onderdelen.filter(({ werkzaamheid }) => werkzaamheid !== bestaandBouwwerk);
  const onderdelen = teBeoordelen.map((onderdeel) => {
    const regels = omgeving.werkzaamheden.get(onderdeel.werkzaamheid);
    if (!regels) throw new Error(`No rules for ${onderdeel.werkzaamheid}`);
    const eigen = { ...kader, nietTeVragen: nietTeVragen(invoer, plaats.feiten, onderdeel.antwoorden) };
    if ('toepasbaar' in regels) {
      const { koppeling, hash } = regels.toepasbaar;
      versies[`toepasbare-regels/${onderdeel.werkzaamheid}`] = `${koppeling.versie} (${hash.slice(0, 12)})`;
      return {
        soort: koppeling.werkzaamheid.soort,
        definities: definitiesVan(regels.toepasbaar),
        uitslag: beoordeelToepasbaar(onderdeel, regels.toepasbaar, plaats.feiten, invoer, kennis.kaart, eigen),
        wekenVooraf: koppeling.delen.map((deel) => deel.wekenVooraf),
      };
    }
    const { activiteit } = regels;
    for (const definitie of activiteit.feiten) definities.set(definitie.sleutel, definitie);
    const rest = { soort: activiteit.soort, definities: activiteit.feiten, wekenVooraf: [] };
    if (!activiteit.meetkunde) {
      return { ...rest, uitslag: beoordeelActiviteit(onderdeel, activiteit, plaats.feiten, eigen) };
    }
    if (!omgeving.meetkunde) throw new Error(`No situatie for ${onderdeel.werkzaamheid}`);
    versies['bijbehorend-bouwwerk'] = omgeving.meetkunde.regels.versie;
    const erbij = getekend.flatMap(({ sleutel, ring }) => (ring && sleutel !== onderdeel.sleutel ? [ring] : []));
    return {
      ...rest,
      uitslag: beoordeelBouwwerk(onderdeel, activiteit, plaats.feiten, eigen, omgeving.meetkunde, erbij),
    };
  });

  const delen = onderdelen.flatMap(({ uitslag, wekenVooraf }) => {
    const bekend = bekendVan([...plaats.feiten.values(), ...uitslag.feiten]);
    return uitslag.oordeel.delen.map((deel, i) => ({ deel, bekend, wekenVooraf: wekenVooraf[i] ?? null }));
  });
  const alleDelen = delen.map(({ deel }) => deel);
  const bouwkosten = plaats.feiten.get('bouwkosten')?.waarde;
  const leges = schatLeges(alleDelen, typeof bouwkosten === 'number' ? bouwkosten : null, tarieven);
  const vragen = stelVragen(
    invoer,
    onderdelen.map(({ definities: eigen, uitslag }) => ({
      onderdeel: uitslag.oordeel.onderdeel,
      definities: eigen,
      uitslag,
    })),
    plaats.feiten,
  );
  if (leges?.vanaf && vragen.volgendeVragen.length === 0 && invoer.plaatsAntwoorden.bouwkosten === undefined) {
    vragen.volgendeVragen.push(toonVraag(plaatsfeiten.bouwkosten, null));
    vragen.voortgang.tegaan += 1;
  }
  const getoond = gebruikt(
    plaats.feiten,
    onderdelen.map(({ uitslag }) => uitslag),
  );
  const eigenFeiten = onderdelen.flatMap(({ uitslag }) =>
    uitslag.feiten.filter(({ stand, sleutel }) => stand === 'bekend' || uitslag.open.has(sleutel)),
  );
  // a fact of the place that several rules look at is one fact
  const feiten = [
    ...new Map([...getoond, ...eigenFeiten].map((feit) => [`${feit.onderdeel ?? ''}/${feit.sleutel}`, feit])).values(),
  ];
  for (const { definities: eigen } of onderdelen) for (const een of eigen) definities.set(een.sleutel, een);
  return {
    ...vragen,
    betwistbaar: betwistbareVragen(feiten, definities),
    oordeel: {
      id: null,
      gemaaktOp: omgeving.vandaag,
      plaats: kennis.plaats,
      onderdelen: onderdelen.map(({ uitslag }) => uitslag.oordeel),
      uitkomst: strengste(alleDelen.map(({ uitkomst }) => uitkomst)),
      feiten,
      meldingen: [...plaats.meldingen, ...onderdelen.flatMap(({ uitslag }) => uitslag.meldingen)],
      acties: bepaalActies(
        onderdelen.map(({ soort, uitslag, wekenVooraf }) => ({
          oordeel: uitslag.oordeel,
          soort,
          wekenVooraf,
          letOp: uitslag.letOp,
          bekend: bekendVan([...plaats.feiten.values(), ...uitslag.feiten]),
        })),
        parseDatum(invoer.begindatum ?? '') ?? null,
      ),
      procedure: bepaalProcedure(delen, vandaag),
      indieningsvereisten: [
        ...bepaalVereisten(delen, gemeenteCode),
        ...new Map(
          onderdelen.flatMap(({ uitslag }) => uitslag.vereisten.map((een) => [een.id, een] as const)),
        ).values(),
      ],
      leges,
      bevoegdGezag: gezagVan(alleDelen),
      regelVersies: { ...versies, ...(leges ? { leges: leges.tariefversie } : {}) },
      voorbehoud,
    },
  };
}

/** The facts of the place: from the map, contested, or as the person answered what the map does not know. */
function leesPlaatsfeiten(
  { plaatsAntwoorden, betwist }: CheckInvoer,
  { feiten }: Plaatskennis,
  definities: Iterable<FeitDefinitie>,
): { feiten: Map<string, Feit>; meldingen: Melding[] } {
  const meldingen: Melding[] = [];
  const gelezen = new Map(feiten.map((feit) => [feit.sleutel, feit]));
  for (const definitie of definities) {
    const { sleutel } = definitie;
    const vanKaart = gelezen.get(sleutel);
    const tegen = betwist[sleutel] ?? null;
    if (vanKaart?.stand === 'bekend') {
      const fout = tegen === null ? null : foutInWaarde(definitie, tegen);
      if (fout !== null) meldingen.push(meldFoutAntwoord(null, definitie.naam, fout));
      else if (tegen !== null) {
        const feit = bekendFeit(definitie, tegen, 'betwist', null, vanKaart.bron);
        gelezen.set(sleutel, { ...feit, kaartwaarde: vanKaart.waarde });
      }
    } else if (vanKaart?.reden !== 'niet-vastgelegd') {
      const { feit, melding } = leesAntwoord(definitie, plaatsAntwoorden[sleutel], null);
      if (feit.stand === 'bekend' || !vanKaart) gelezen.set(sleutel, feit);
      if (melding) meldingen.push(melding);
    }
  }
  return { feiten: gelezen, meldingen };
}

/** Every question about the place that the rules of these werkzaamheden can ask, each once. */
function plaatsdefinities({ werkzaamheden, meetkunde }: Omgeving): Map<string, FeitDefinitie> {
  const gevraagd = [...werkzaamheden.values()].flatMap((regels) =>
    'activiteit' in regels ? regels.activiteit.feiten : [],
  );
  const alle = [...Object.values<FeitDefinitie>(plaatsfeiten), ...gevraagd, ...(meetkunde ? kaartstukken : [])];
  return new Map(alle.filter(({ vanPlaats }) => vanPlaats).map((definitie) => [definitie.sleutel, definitie]));
}

/** Every question that can be asked of a check: about the place, and per onderdeel. */
export function definitiesBij(
  invoer: CheckInvoer,
  omgeving: Omgeving,
): { plaats: FeitDefinitie[]; onderdelen: { sleutel: string; definities: readonly FeitDefinitie[] }[] } {
  const onderdelen = invoer.onderdelen.map(({ sleutel, werkzaamheid }) => {
    const regels = omgeving.werkzaamheden.get(werkzaamheid);
    const definities = !regels
      ? []
      : 'activiteit' in regels
        ? regels.activiteit.feiten
        : definitiesVan(regels.toepasbaar);
    return { sleutel, definities };
  });
  const plaats = [
    ...plaatsdefinities(omgeving).values(),
    ...onderdelen.flatMap(({ definities }) => definities.filter(({ vanPlaats }) => vanPlaats)),
  ];
  return { plaats, onderdelen };
}

const betwistbareVragen = (feiten: readonly Feit[], definities: ReadonlyMap<string, FeitDefinitie>): Vraag[] =>
  [
    ...new Set(
      feiten
        .filter(({ herkomst, stand }) => stand === 'bekend' && ['kaart', 'betwist'].includes(herkomst))
        .map(({ sleutel }) => sleutel),
    ),
  ].flatMap((sleutel) => {
    const definitie = definities.get(sleutel);
    return definitie ? [toonVraag(definitie, null)] : [];
  });

/** What the person cannot answer, because he said so or because only the gemeente can. */
const nietTeVragen = (
  { plaatsAntwoorden }: CheckInvoer,
  plaats: ReadonlyMap<string, Feit>,
  antwoorden: CheckInvoer['plaatsAntwoorden'] = {},
): ReadonlySet<string> =>
  new Set([
    ...Object.entries({ ...plaatsAntwoorden, ...antwoorden }).flatMap(([sleutel, waarde]) =>
      waarde === null ? [sleutel] : [],
    ),
    ...[...plaats.values()].flatMap(({ sleutel, reden }) => (reden === 'niet-vastgelegd' ? [sleutel] : [])),
  ]);

/** Of the facts of the place those that matter to this check. */
const gebruikt = (feiten: ReadonlyMap<string, Feit>, uitslagen: readonly OnderdeelUitslag[]): Feit[] =>
  [...feiten.values()].filter(({ sleutel }) => uitslagen.some(({ bijZaak }) => bijZaak.has(sleutel)));

function gezagVan(delen: readonly { vraag: VraagSleutel; bevoegdGezag: string }[]) {
  const namen = [...new Set(delen.map(({ bevoegdGezag }) => bevoegdGezag))];
  return namen.map((naam) => ({
    naam,
    voor: vraagSleutel.options.filter((vraag) =>
      delen.some((deel) => deel.vraag === vraag && deel.bevoegdGezag === naam),
    ),
  }));
}
