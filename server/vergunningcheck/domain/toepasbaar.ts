import type { Kaartkennis, Onderdeel } from '../contract.ts';
import type { Kader } from './deel.ts';
import { bekendFeit, foutInWaarde, onbekendFeit } from './feiten.ts';
import { vraagKaart } from './kaartvraag.ts';
import { leesAntwoord, meldFoutAntwoord, type OnderdeelUitslag, type Plaatsfeiten } from './onderdeel.ts';
import { type Feit, type Melding, strengste, type Voorstel, type Waarde } from './oordeel.ts';
import type { FeitDefinitie } from './regel.ts';
import { beoordeelBestand } from './sttr/deeloordeel.ts';
import { evalueer } from './sttr/evalueer.ts';
import { feitDefinities } from './sttr/feiten.ts';
import type { Koppeling, KoppelingKaart } from './sttr/koppeling.ts';
import type { Antwoord, Antwoorden, Regelbestand } from './sttr/model.ts';
import type { Vrijer } from './sttr/vrijer.ts';
import { opStap, schrijfMaat, stapVan } from './woorden.ts';

/** A file of toepasbare regels with what its words mean, read and ready. */
export interface Toepasbaar {
  bestand: Regelbestand;
  koppeling: Koppeling;
  /** Names this version for ever. */
  hash: string;
}

const gemaakt = new WeakMap<Regelbestand, FeitDefinitie[]>();

/** The questions of a file, made once. */
export function definitiesVan({ bestand, koppeling }: Toepasbaar): FeitDefinitie[] {
  const al = gemaakt.get(bestand) ?? feitDefinities(bestand, koppeling);
  gemaakt.set(bestand, al);
  return al;
}

/** What the person says of the place, and what of the map he says is wrong. */
interface Gezegd {
  plaatsAntwoorden: Record<string, Waarde>;
  betwist: Record<string, Waarde>;
}

/** Judges a werkzaamheid by its file of toepasbare regels. */
export function beoordeelToepasbaar(
  onderdeel: Onderdeel,
  toepasbaar: Toepasbaar,
  plaatsfeiten: Plaatsfeiten,
  gezegd: Gezegd,
  kaart: Kaartkennis,
  kader: Kader,
): OnderdeelUitslag {
  const { bestand, koppeling } = toepasbaar;
  const definities = definitiesVan(toepasbaar);
  const gelezen = definities.map((definitie) =>
    leesFeit(definitie, koppeling.vragen[definitie.sleutel]?.kaart ?? null, onderdeel, plaatsfeiten, gezegd, kaart),
  );
  const feiten = gelezen.map(({ feit }) => feit);
  const antwoorden: Record<string, Antwoord> = {};
  for (const { feit, weetNiet } of gelezen) {
    if (feit.waarde !== null) antwoorden[feit.sleutel] = feit.waarde;
    else if (weetNiet) antwoorden[feit.sleutel] = null;
  }
  const { delen, vrijer, indieningsvereisten, maatregelen, voorbehouden, evaluatie } = beoordeelBestand(
    bestand,
    koppeling,
    antwoorden,
    kader.gezag.gemeente,
  );
  const open = new Set([...evaluatie.vragenDieErNogToeDoen, ...evaluatie.onbekend].map(({ id }) => id));
  return {
    feiten,
    meldingen: [
      ...gelezen.flatMap(({ melding }) => melding ?? []),
      ...evaluatie.fouten.map(({ vraag, melding }) =>
        meldFoutAntwoord(
          onderdeel.sleutel,
          definities.find(({ sleutel }) => sleutel === vraag)?.naam ?? vraag,
          melding,
        ),
      ),
    ],
    open,
    bijZaak: new Set([...open, ...tellenMee(bestand, antwoorden)]),
    oordeel: {
      onderdeel: onderdeel.sleutel,
      werkzaamheid: koppeling.werkzaamheid.id,
      naam: koppeling.werkzaamheid.naam,
      uitkomst: strengste(delen.map(({ uitkomst }) => uitkomst)),
      delen,
      kleinsteWijzigingen: vrijer.map((een) => toVoorstel(een, koppeling, delen)),
      meting: null,
    },
    vereisten: indieningsvereisten,
    letOp: [...maatregelen.map(({ tekst }) => tekst), ...voorbehouden].map((tekst) => ({ tekst, artikel: null })),
  };
}

/** The answers without which the outcome is no longer known: those still count. */
const tellenMee = (bestand: Regelbestand, antwoorden: Antwoorden): string[] =>
  Object.keys(antwoorden).filter((sleutel) => {
    const { [sleutel]: _, ...zonder } = antwoorden;
    const { stand, vragenDieErNogToeDoen } = evalueer(bestand, zonder);
    return stand !== 'bekend' && vragenDieErNogToeDoen.some(({ id }) => id === sleutel);
  });

interface Gelezen {
  feit: Feit;
  melding: Melding | null;
  weetNiet: boolean;
}

/** One fact of a file: the person's word against the map, else the map, else the answer. */
function leesFeit(
  definitie: FeitDefinitie,
  kaartVraag: KoppelingKaart | null,
  { sleutel: onderdeel, antwoorden }: Onderdeel,
  plaatsfeiten: Plaatsfeiten,
  { plaatsAntwoorden, betwist }: Gezegd,
  kaart: Kaartkennis,
): Gelezen {
  const { sleutel, vanPlaats } = definitie;
  const van = vanPlaats ? null : onderdeel;
  const vanKaart = kaartVraag && feitVanKaart(definitie, kaartVraag, plaatsfeiten, kaart, van);
  const tegen = vanKaart?.herkomst === 'betwist' ? null : (betwist[sleutel] ?? null);
  if (vanKaart?.stand === 'bekend' && tegen !== null && foutInWaarde(definitie, tegen) === null) {
    const feit = { ...bekendFeit(definitie, tegen, 'betwist', van, vanKaart.bron), kaartwaarde: vanKaart.waarde };
    return { feit, melding: null, weetNiet: false };
  }
  if (vanKaart?.stand === 'bekend') return { feit: vanKaart, melding: null, weetNiet: false };
  const gegeven = (vanPlaats ? plaatsAntwoorden : antwoorden)[sleutel];
  const { feit, melding } = leesAntwoord(definitie, gegeven, van);
  return { feit: feit.stand === 'onbekend' && vanKaart ? vanKaart : feit, melding, weetNiet: gegeven === null };
}

function feitVanKaart(
  definitie: FeitDefinitie,
  vraag: KoppelingKaart,
  plaatsfeiten: Plaatsfeiten,
  kaart: Kaartkennis,
  van: string | null,
): Feit {
  if ('feit' in vraag) {
    const ander = plaatsfeiten.get(vraag.feit);
    const antwoordOp = (gezocht: Waarde | undefined) => vraag.antwoorden.find(([waarde]) => waarde === gezocht)?.[1];
    const antwoord = antwoordOp(ander?.waarde);
    if (!ander || antwoord === undefined) {
      return onbekendFeit(definitie, ander?.reden ?? 'geen-gegevens', van, ander?.bron ?? null);
    }
    const feit = bekendFeit(definitie, antwoord, ander.herkomst, van, ander.bron);
    return ander.kaartwaarde === undefined ? feit : { ...feit, kaartwaarde: antwoordOp(ander.kaartwaarde) ?? null };
  }
  const { waarde, reden, bron } = vraagKaart(vraag, kaart);
  return waarde === null
    ? onbekendFeit(definitie, reden, van, bron)
    : bekendFeit(definitie, waarde, 'kaart', van, bron);
}

/** A number that makes the whole freer, as a proposal. */
function toVoorstel(
  { vraag, van, naar, was, wordt }: Vrijer,
  { vragen }: Koppeling,
  delen: OnderdeelUitslag['oordeel']['delen'],
): Voorstel {
  const bij = vragen[vraag];
  const eenheid = bij?.eenheid ?? 'stuks';
  const maat = (getal: number) => schrijfMaat(opStap(getal, stapVan[eenheid]), eenheid);
  return {
    vraag: delen.find(({ uitkomst }) => uitkomst === was)?.vraag ?? 'O',
    van: was,
    naar: wordt,
    wijzigingen: [
      {
        feit: vraag,
        tekst: `Verander ${(bij?.naam ?? vraag).toLowerCase()} van ${maat(van)} naar ${maat(naar)}.`,
        grootheid: vraag,
        van,
        naar,
        eenheid,
      },
    ],
    mits: [],
  };
}
