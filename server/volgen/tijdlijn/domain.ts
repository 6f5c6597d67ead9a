import type { Besluit, BesluitSoort } from '../../besluiten/contract.ts';
import { type BesluitFeiten, toonBesluiten } from '../../besluiten/domain.ts';
import type { Bron } from '../../bronnen/contract.ts';
import { type Datum, dagenTot, parseDatum } from '../../termijnen/datum.ts';
import { computeBeslistermijnRegulier } from '../../termijnen/domain.ts';
import { onderwerpVan } from '../domain/nieuws.ts';
import type { Gebeurtenis, Tijdlijn } from './contract.ts';

/** A version of a regeling here, also one that binds no more. */
export interface Versie {
  id: number;
  identificatie: string;
  opschrift: string;
  bevoegdGezag: string;
  ontwerp: boolean;
  geldigVanaf: string | null;
  geldigTot: string | null;
  /** Its border is missing, so it may not apply here. */
  zonderGrens: boolean;
  url: string | null;
  bronId: string;
}

export interface TijdlijnFeiten {
  besluiten: BesluitFeiten;
  versies: Versie[];
  bronnen: Bron[];
}

/** What a version of a regeling changes at this place: the articles; null: not known. */
export type Wijzigingen = ReadonlyMap<number, readonly string[]>;

type BesluitRij = NonNullable<BesluitFeiten['besluiten']>[number];

/** A regeling through all its versions. */
const werkVan = ({ identificatie }: Pick<Versie, 'identificatie'>) => identificatie.split('/nld@')[0];

/** Versions that follow on another one here: of these can be told what they change. */
export const opvolgers = (versies: readonly Versie[]): (Versie & { geldigVanaf: string })[] =>
  versies.filter(
    (versie): versie is Versie & { geldigVanaf: string } =>
      !versie.ontwerp &&
      versie.geldigVanaf !== null &&
      versies.some(
        (eerder) =>
          !eerder.ontwerp &&
          eerder.geldigVanaf !== null &&
          eerder.geldigVanaf < (versie.geldigVanaf as string) &&
          werkVan(eerder) === werkVan(versie),
      ),
  );

/** All that changed and will change at a place, per day. */
export function toonTijdlijn(
  { besluiten: feiten, versies, bronnen }: TijdlijnFeiten,
  wijzigingen: Wijzigingen,
  straalM: number,
  vandaag: Datum,
): Tijdlijn {
  const rijen = feiten.besluiten ?? [];
  const besluiten = toonBesluiten(feiten, straalM, vandaag);
  const gebeurtenissen = [
    ...besluiten.besluiten.flatMap((besluit, i) => vanBesluit(besluit, rijen[i] as BesluitRij, rijen, vandaag)),
    ...versies.flatMap((versie) => vanVersie(versie, wijzigingen.get(versie.id) ?? null, vandaag)),
  ].map((een) => ({ ...een, dagen: dagenVan(een.datum, vandaag) }));
  return {
    gebied: besluiten.gebied,
    straalM,
    vandaag,
    stand: { besluiten: besluiten.stand, regels: versies.length > 0 ? 'bekend' : 'geen-gegevens' },
    gebeurtenissen: gebeurtenissen.sort((a, b) => a.datum.localeCompare(b.datum) || a.id.localeCompare(b.id)),
    zonderDatum: versies
      .filter(({ geldigVanaf }) => geldigVanaf === null)
      .map(({ opschrift, bevoegdGezag, ontwerp, zonderGrens, url, bronId }) => ({
        titel: opschrift,
        tekst: `Van ${bevoegdGezag}. ${
          ontwerp
            ? 'Dit is een ontwerp. Of en wanneer het gaat gelden, is nog niet besloten.'
            : 'Sinds wanneer dit geldt, staat niet in onze bron.'
        }${zonderGrens ? geenGrens : ''}`,
        url,
        bronId,
      })),
    nietGetoond: besluiten.totaal - besluiten.besluiten.length,
    bronnen: [...new Map([...besluiten.bronnen, ...bronnen].map((bron) => [bron.id, bron])).values()],
  };
}

const geenGrens = ' Wij weten niet of het op deze plek geldt: de grens ervan hebben wij niet.';

function dagenVan(datum: string, vandaag: Datum): number | null {
  const dag = parseDatum(datum);
  const dagen = dag ? dagenTot(dag, vandaag) : -1;
  return dagen < 0 ? null : dagen;
}

type Zonder = Omit<Gebeurtenis, 'dagen'>;

const reactieNamen = { bezwaar: 'bezwaar te maken', beroep: 'in beroep te gaan', zienswijze: 'uw mening te geven' };

const soortVan: Record<'aanvragen' | 'ontwerpen' | 'besluiten', Gebeurtenis['soort']> = {
  aanvragen: 'aanvraag',
  ontwerpen: 'ontwerp',
  besluiten: 'besluit',
};

function vanBesluit(besluit: Besluit, rij: BesluitRij, alle: readonly BesluitRij[], vandaag: Datum): Zonder[] {
  const { identificatie, soort, titel, gepubliceerd, url, afstandM, bronId, bevoegdGezag, reactie } = besluit;
  const { terInzage, inWerking } = rij;
  const over = { titel, url, afstandM, bronId, artikel: null };
  const gevonden: Zonder[] = [
    {
      ...over,
      id: `${identificatie} publicatie`,
      datum: gepubliceerd,
      soort: soortVan[onderwerpVan[soort]],
      tekst: `Gepubliceerd door ${bevoegdGezag}.${
        reactie.stand === 'onbekend' || (reactie.stand === 'nog-niet' && isLaatste(rij, alle))
          ? ` ${reactie.uitleg}`
          : ''
      }`,
    },
  ];
  if (terInzage && terInzage !== gepubliceerd) {
    gevonden.push({
      ...over,
      id: `${identificatie} inzage`,
      datum: terInzage,
      soort: 'ontwerp',
      tekst: 'Ligt vanaf deze dag ter inzage.',
    });
  }
  const { totEnMet, artikel } = reactie;
  if (totEnMet && (reactie.soort === 'bezwaar' || reactie.soort === 'beroep' || reactie.soort === 'zienswijze')) {
    const voorbij = reactie.stand === 'voorbij';
    gevonden.push({
      ...over,
      id: `${identificatie} termijn`,
      datum: totEnMet,
      soort: 'termijn',
      tekst: `${voorbij ? 'Dit was de laatste dag' : 'De laatste dag'} om ${reactieNamen[reactie.soort]}.`,
      artikel,
    });
  }
  if (inWerking) {
    const dag = parseDatum(inWerking);
    gevonden.push({
      ...over,
      id: `${identificatie} werking`,
      datum: inWerking,
      soort: 'werking',
      tekst: dag && dag > vandaag ? 'Gaat op deze dag in.' : 'Ging op deze dag in.',
    });
  }
  const beslissen = uitersteBeslisdag(besluit, rij, alle, vandaag);
  if (beslissen) gevonden.push({ ...over, id: `${identificatie} beslissen`, soort: 'termijn', ...beslissen });
  return gevonden;
}

/** Nothing of the same zaak was published after it. */
const isLaatste = ({ zaaknummer, gepubliceerd }: BesluitRij, alle: readonly BesluitRij[]): boolean =>
  zaaknummer === null || !alle.some((een) => een.zaaknummer === zaaknummer && een.gepubliceerd > gepubliceerd);

/** Subjects that are decided on as an omgevingsvergunning. */
const omgevingswet: ReadonlySet<Besluit['onderwerp']> = new Set([
  'bouwen',
  'kap',
  'sloop',
  'milieu',
  'inrit',
  'gebruik',
  'monument',
  'natuur',
  'water',
]);
const opAanvraag: ReadonlySet<BesluitSoort> = new Set(['aanvraag', 'verlengd']);

/**
 * The last day to decide on an aanvraag of which no besluit is known yet, as far as it can be known from outside: whether
 * the term stood still, nobody publishes. Null: decided, over, or not to be counted.
 *
 * @source Ow 16.64
 */
function uitersteBeslisdag(
  { soort, zaaknummer, onderwerp }: Besluit,
  { procedure, ontvangen }: BesluitRij,
  alle: readonly BesluitRij[],
  vandaag: Datum,
): Pick<Zonder, 'datum' | 'tekst' | 'artikel'> | null {
  const ontvangst = parseDatum(ontvangen);
  if (soort !== 'aanvraag' || procedure !== 'regulier' || !ontvangst || !zaaknummer || !omgevingswet.has(onderwerp))
    return null;
  const zaak = alle.filter((een) => een.zaaknummer === zaaknummer);
  if (zaak.some((een) => !opAanvraag.has(een.soort))) return null;
  const verlengd = zaak.some((een) => een.soort === 'verlengd');
  const { beslissen } = computeBeslistermijnRegulier({ ontvangst, ...(verlengd && { verlengingWeken: 6 }) });
  if (beslissen.laatsteDag < vandaag) return null;
  return {
    datum: beslissen.laatsteDag,
    tekst: verlengd
      ? 'De laatste dag om te beslissen, als de termijn met zes weken is verlengd en niet stilstond.'
      : 'De laatste dag om te beslissen, als de termijn niet wordt verlengd en niet stilstond.',
    artikel: beslissen.regel.artikel,
  };
}

/** As many articles as are named. */
const genoemd = 6;

function vanVersie(versie: Versie, wijzigt: readonly string[] | null, vandaag: Datum): Zonder[] {
  const { id, opschrift, bevoegdGezag, ontwerp, geldigVanaf, zonderGrens, url, bronId } = versie;
  const dag = parseDatum(geldigVanaf);
  if (ontwerp || !dag) return [];
  const komt = dag > vandaag;
  const meer = wijzigt ? wijzigt.length - genoemd : 0;
  const wat =
    wijzigt === null
      ? ''
      : wijzigt.length === 0
        ? ' Op deze plek is geen regel nieuw of anders. Of er een vervalt, hebben wij niet bekeken.'
        : ` Op deze plek ${komt ? 'zijn' : 'waren'} nieuw of anders: ${wijzigt.slice(0, genoemd).join(', ')}${
            meer > 0 ? ` en nog ${meer} ${meer === 1 ? 'artikel' : 'artikelen'}` : ''
          }.`;
  return [
    {
      id: `regeling ${id}`,
      datum: dag,
      soort: 'regels',
      titel: opschrift,
      tekst: `Van ${bevoegdGezag}. Deze versie ${komt ? 'gaat' : 'ging'} op deze dag gelden.${wat}${zonderGrens ? geenGrens : ''}`,
      artikel: null,
      url,
      afstandM: 0,
      bronId,
    },
  ];
}
