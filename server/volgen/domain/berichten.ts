import { type Datum, formatDatum, parseDatum } from '../../termijnen/datum.ts';
import { type BesluitMoment, reactietermijn } from '../../termijnen/reactietermijn.ts';
import type { Onderwerp } from '../contract.ts';
import {
  type BesluitNieuws,
  type Nieuws,
  onderwerpenAlle,
  onderwerpNamen,
  onderwerpVan,
  type RegelingNieuws,
} from './nieuws.ts';

/** As many as one mail lists. */
export const perMail = 40;

interface Mail {
  onderwerp: string;
  /** Plain text. */
  tekst: string;
}

/** Pages of the loket, with the secret behind # where it reaches no log. */
export const abonnementPad = '/volgen/abonnement';

interface Afzender {
  publicUrl: string;
  /** The secret of this mail. */
  sleutel: string;
}

const alinea = (...regels: (string | null)[]) => regels.filter((regel) => regel !== null).join('\n');
const stuk = (...alineas: (string | null)[]) => alineas.filter((een) => een !== null).join('\n\n');

/** Asks who has the mailbox whether he wants this. */
export function bevestigMail(
  { naam, onderwerpen, dagen }: { naam: string; onderwerpen: readonly Onderwerp[]; dagen: number },
  { publicUrl, sleutel }: Afzender,
): Mail {
  return {
    onderwerp: 'Bevestig dat u berichten over uw buurt wilt',
    tekst: stuk(
      `U vroeg om berichten over ${naam}: ${noem(onderwerpen)}.`,
      alinea('Wilt u dat? Open dan deze link en bevestig het:', `${publicUrl}${abonnementPad}#${sleutel}`),
      `Doe dat binnen ${dagen} dagen. Daarna vergeten wij uw e-mailadres.`,
      'Hebt u hier niet om gevraagd? Dan hoeft u niets te doen. U krijgt geen berichten.',
    ),
  };
}

/** Tells who asked for it again that it is running. */
export function alGevolgdMail({ naam }: { naam: string }, { publicUrl, sleutel }: Afzender): Mail {
  return {
    onderwerp: 'U krijgt deze berichten al',
    tekst: stuk(
      `U vroeg om berichten over ${naam}. Die krijgt u al. Er is niets veranderd.`,
      alinea('Bekijk wat u volgt, of stop ermee:', `${publicUrl}${abonnementPad}#${sleutel}`),
    ),
  };
}

/**
 * What is new in what somebody follows, with what he can still do and until when.
 *
 * @returns null when there is nothing to tell
 */
export function nieuwsMail(
  { naam, straalM, punt, ...nieuws }: Nieuws & { naam: string; straalM: number; punt: { x: number; y: number } },
  vandaag: Datum,
  { publicUrl, sleutel }: Afzender,
): Mail | null {
  const groepen = onderwerpenAlle
    .map((onderwerp) => ({ onderwerp, regels: schrijfGroep(onderwerp, nieuws, vandaag, publicUrl) }))
    .filter(({ regels }) => regels.length > 0);
  const aantal = groepen.reduce((som, { regels }) => som + regels.length, 0);
  if (aantal === 0) return null;
  let ruimte = perMail;
  const getoond = groepen.flatMap(({ onderwerp, regels }) => {
    const deel = regels.slice(0, ruimte);
    ruimte -= deel.length;
    return deel.length > 0 ? [onderwerpNamen[onderwerp].toUpperCase(), ...deel] : [];
  });
  const straal = straalM > 0 ? `&straal=${straalM}` : '';
  return {
    onderwerp: aantal === 1 ? `Nieuw: ${eersteTitel(nieuws)}` : `Nieuw in wat u volgt: ${aantal} berichten`,
    tekst: stuk(
      `Dit is nieuw in ${naam}.`,
      ...getoond,
      aantal > perMail ? `Er zijn nog ${aantal - perMail} berichten. U vindt ze op de kaart.` : null,
      alinea('Bekijk het op de kaart:', `${publicUrl}/locatie?x=${punt.x}&y=${punt.y}&open=besluiten${straal}`),
      alinea('Wilt u deze berichten niet meer? Stop ermee:', `${publicUrl}${abonnementPad}#${sleutel}`),
    ),
  };
}

const noem = (onderwerpen: readonly Onderwerp[]) =>
  onderwerpenAlle
    .filter((een) => onderwerpen.includes(een))
    .map((een) => onderwerpNamen[een].toLowerCase())
    .join(', ');

const eersteTitel = ({ besluiten, regelingen }: Nieuws) =>
  (besluiten[0]?.titel ?? regelingen[0]?.opschrift ?? '').slice(0, 120);

function schrijfGroep(
  onderwerp: Onderwerp,
  { besluiten, regelingen }: Nieuws,
  vandaag: Datum,
  publicUrl: string,
): string[] {
  if (onderwerp === 'regels') return regelingen.map((regeling) => schrijfRegeling(regeling, vandaag));
  return besluiten
    .filter(({ soort }) => onderwerpVan[soort] === onderwerp)
    .map((besluit) => schrijfBesluit(besluit, vandaag, publicUrl));
}

function schrijfBesluit(besluit: BesluitNieuws, vandaag: Datum, publicUrl: string): string {
  const { titel, bevoegdGezag, afstandM } = besluit;
  const gepubliceerd = parseDatum(besluit.gepubliceerd);
  return alinea(
    titel,
    `${gepubliceerd ? `Gepubliceerd op ${formatDatum(gepubliceerd)}` : 'Gepubliceerd'} door ${bevoegdGezag}${
      afstandM > 0 ? `, op ${Math.max(1, Math.round(afstandM))} meter` : ''
    }.`,
    reactietermijn(momentVan(besluit), vandaag).uitleg,
    besluitAdres(besluit, publicUrl),
  );
}

/** What the term to react depends on. */
export const momentVan = ({
  soort,
  onderwerp,
  procedure,
  verzonden,
  terInzage,
  gepubliceerd,
}: BesluitNieuws): BesluitMoment => ({
  soort,
  onderwerp,
  procedure,
  verzonden: parseDatum(verzonden),
  terInzage: parseDatum(terInzage),
  gepubliceerd: parseDatum(gepubliceerd),
});

/** Where it can be read: the publication itself, or else its place on the map. */
export const besluitAdres = ({ url, punt }: BesluitNieuws, publicUrl: string): string =>
  url === null
    ? `${publicUrl}/locatie?x=${punt.x}&y=${punt.y}&open=besluiten`
    : url.startsWith('/')
      ? `${publicUrl}${url}`
      : url;

function schrijfRegeling(regeling: RegelingNieuws, vandaag: Datum): string {
  return alinea(
    `${regeling.opschrift} (${regeling.bevoegdGezag})`,
    regelingStand(regeling, vandaag),
    regeling.zeker ? null : 'Wij weten niet of dit ook geldt voor wat u volgt: de grens ervan hebben wij niet.',
    regeling.url,
  );
}

/** What a version of a regeling is, and from when. */
export function regelingStand(
  { ontwerp, geldigVanaf }: Pick<RegelingNieuws, 'ontwerp' | 'geldigVanaf'>,
  vandaag: Datum,
): string {
  if (ontwerp) return 'Dit is een ontwerp: het geldt nog niet.';
  const dag = parseDatum(geldigVanaf);
  if (!dag) return 'Een nieuwe versie. Vanaf welke dag zij geldt, weten wij niet.';
  return dag > vandaag
    ? `Een nieuwe versie geldt vanaf ${formatDatum(dag)}.`
    : `Deze versie geldt sinds ${formatDatum(dag)}.`;
}
