import * as z from 'zod/mini';
import { isOmgevingswet, zaaktypeOf } from '../behandelen/domain/dossier.ts';
import { isEinde } from '../indienen/domain/status.ts';
import { OpdrachtFout } from '../opdrachten/opdracht.ts';
import { type Datum, parseDatum } from '../termijnen/datum.ts';
import { reactieOp } from '../zaken/domain.ts';
import { type Inhoud, zorgVoorBestand } from './bestanden.ts';
import { loadTypes, type Types } from './catalogus.ts';
import { metUrl, resultaatNaam, type Statustype, statustypeVoor, vindOmschreven } from './domain/catalogus.ts';
import {
  type Bestand,
  besluitBody,
  eigenschappenVan,
  type OverTeDragen,
  objectBodies,
  rolBodies,
  verloopBody,
  zaakBody,
} from './domain/zaak.ts';
import type { Zaaksysteem, ZaaktypeKoppeling } from './domain/zaaksysteem.ts';
import { Geweigerd, type Zgw } from './zgw.ts';

const zaakDaar = z.object({
  url: z.string(),
  zaaktype: z.string(),
  status: z.nullish(z.string()),
  einddatum: z.nullish(z.string()),
  uiterlijkeEinddatumAfdoening: z.nullish(z.string()),
  opschorting: z.nullish(z.object({ indicatie: z.boolean() })),
  verlenging: z.nullish(z.object({ reden: z.optional(z.string()) })),
});
type ZaakDaar = z.infer<typeof zaakDaar>;
const statusDaar = z.object({ url: z.string(), statustype: z.string() });
const rolDaar = z.object({ roltoelichting: z.string() });
const objectDaar = z.object({
  objectType: z.string(),
  objectIdentificatie: z.nullish(z.record(z.string(), z.unknown())),
});
const koppelingDaar = z.object({ informatieobject: z.string() });
const eigenschapDaar = z.object({ eigenschap: z.string() });

export interface Bestemming {
  systeem: Zaaksysteem;
  koppeling: ZaaktypeKoppeling;
}

interface Bezorging {
  vandaag: Datum;
  /** The bytes of a file. */
  open(bestand: Bestand): Promise<Inhoud>;
  /** Told as soon as the zaak stands there. */
  opUrl(url: string): Promise<void>;
}

/**
 * Makes that a zaak stands in the zaaksysteem as it stands here.
 *
 * It looks at each thing first and makes only what is not there: so it may be broken off at any call and done again, and
 * nothing is there twice. Files and besluit are found by an identificatie of ours, the zaak by its kenmerk, which the
 * zaaksysteem itself takes only once (zrc-002).
 *
 * @returns address of the last status there
 * @throws OpdrachtFout
 */
export async function bezorg(
  zgw: Zgw,
  bestemming: Bestemming,
  zaak: OverTeDragen,
  { vandaag, open, opUrl }: Bezorging,
): Promise<string | null> {
  const { systeem } = bestemming;
  const eerder = await findZaak(zgw, systeem, zaak.kenmerk);
  const types = await loadTypes(zgw, bestemming, { bekend: eerder?.zaaktype ?? null, dag: zaak.ontvangenOp });
  const bestanden = new Map<string, string>();
  for (const bestand of zaak.bestanden) {
    bestanden.set(bestand.id, await zorgVoorBestand(zgw, systeem, types, bestand, zaak, open));
  }
  const daar = eerder ?? (await maakZaak(zgw, systeem, zaak, types));
  await opUrl(daar.url);
  // a zaak that is closed there can be written no more, unless it is opened again first
  const isOpen = !daar.einddatum || !isEinde(zaak.status);
  if (isOpen) {
    if (!daar.einddatum) await zorgVoorVerloop(zgw, daar, zaak);
    await zorgVoorDelen(zgw, daar, zaak, types, bestanden);
    if (zaak.verzondenOp !== null && types.besluittype !== null) {
      await zorgVoorBesluit(zgw, systeem, daar, { ...zaak, verzondenOp: zaak.verzondenOp }, types.besluittype, {
        vandaag,
        bestanden,
      });
    }
  }
  return zorgVoorStatus(zgw, bestemming, daar, zaak, types);
}

const findZaak = async (zgw: Zgw, { rsin }: Zaaksysteem, kenmerk: string): Promise<ZaakDaar | null> => {
  const vraag = { identificatie: kenmerk, bronorganisatie: rsin };
  return (await zgw.leesAlle(zgw.adres('zaken', 'zaken', vraag), zaakDaar))[0] ?? null;
};

async function maakZaak(zgw: Zgw, systeem: Zaaksysteem, zaak: OverTeDragen, types: Types): Promise<ZaakDaar> {
  try {
    return await zgw.maak(zgw.adres('zaken', 'zaken'), zaakBody(zaak, systeem.rsin, types.zaaktype), zaakDaar);
  } catch (error) {
    // another was first between looking and making
    const anders = error instanceof Geweigerd && error.codes.includes('identificatie-niet-uniek');
    const eerder = anders ? await findZaak(zgw, systeem, zaak.kenmerk) : null;
    if (!eerder) throw error;
    return eerder;
  }
}

async function zorgVoorVerloop(zgw: Zgw, daar: ZaakDaar, zaak: OverTeDragen): Promise<void> {
  const wijziging = verloopBody(zaak, {
    uiterlijkeEinddatumAfdoening: daar.uiterlijkeEinddatumAfdoening ?? null,
    opgeschort: daar.opschorting?.indicatie ?? false,
    verlengd: (daar.verlenging?.reden ?? '') !== '',
  });
  if (wijziging) await zgw.wijzig(daar.url, wijziging, metUrl);
}

/** Who, where, what and with which files. */
async function zorgVoorDelen(
  zgw: Zgw,
  { url: zaakUrl }: ZaakDaar,
  zaak: OverTeDragen,
  types: Types,
  bestanden: ReadonlyMap<string, string>,
): Promise<void> {
  const van = { zaak: zaakUrl };
  const rollen = await zgw.leesAlle(zgw.adres('zaken', 'rollen', van), rolDaar);
  for (const rol of rolBodies(zaak, zaakUrl, types.initiator)) {
    if (rollen.some(({ roltoelichting }) => roltoelichting === rol.roltoelichting)) continue;
    await zgw.maak(zgw.adres('zaken', 'rollen'), rol, metUrl);
  }
  const objecten = await zgw.leesAlle(zgw.adres('zaken', 'zaakobjecten', van), objectDaar);
  for (const object of objectBodies(zaak, zaakUrl)) {
    const is = ({ objectType, objectIdentificatie }: z.infer<typeof objectDaar>) =>
      objectType === object.objectType &&
      Object.entries(object.objectIdentificatie).every(([veld, waarde]) => objectIdentificatie?.[veld] === waarde);
    if (!objecten.some(is)) await zgw.maak(zgw.adres('zaken', 'zaakobjecten'), object, metUrl);
  }
  const eigenschappen = await zgw.leesAlle(`${zaakUrl}/zaakeigenschappen`, eigenschapDaar);
  for (const [naam, waarde] of Object.entries(eigenschappenVan(zaak))) {
    const soort = types.eigenschappen.find((een) => een.naam.toLowerCase() === naam.toLowerCase());
    if (!soort || eigenschappen.some(({ eigenschap }) => eigenschap === soort.url)) continue;
    await zgw.maak(`${zaakUrl}/zaakeigenschappen`, { zaak: zaakUrl, eigenschap: soort.url, waarde }, metUrl);
  }
  const gekoppeld = await zgw.leesAlle(zgw.adres('zaken', 'zaakinformatieobjecten', van), koppelingDaar);
  for (const { id, titel } of zaak.bestanden) {
    const informatieobject = bestanden.get(id);
    if (!informatieobject || gekoppeld.some((een) => een.informatieobject === informatieobject)) continue;
    await zgw.maak(
      zgw.adres('zaken', 'zaakinformatieobjecten'),
      { zaak: zaakUrl, informatieobject, titel: titel.slice(0, 200) },
      metUrl,
    );
  }
}

async function zorgVoorBesluit(
  zgw: Zgw,
  { rsin }: Zaaksysteem,
  { url: zaakUrl }: ZaakDaar,
  zaak: OverTeDragen & { verzondenOp: string },
  besluittype: string,
  { vandaag, bestanden }: { vandaag: Datum; bestanden: ReadonlyMap<string, string> },
): Promise<void> {
  const vraag = { identificatie: zaak.kenmerk, verantwoordelijkeOrganisatie: rsin };
  const [eerder] = await zgw.leesAlle(zgw.adres('besluiten', 'besluiten', vraag), metUrl);
  const zaaktype = zaaktypeOf(zaak.zaaktype);
  const uiterlijk =
    reactieOp(
      {
        ...zaak,
        uiterlijk: parseDatum(zaak.uitersteDatum),
        aanvullenTot: null,
        terInzageOp: parseDatum(zaak.terInzageOp),
        verzondenOp: parseDatum(zaak.verzondenOp),
        omgevingswet: isOmgevingswet(zaaktype),
        bezwaar: zaaktype.verzoek === 'bezwaar',
      },
      vandaag,
    )?.totEnMet ?? null;
  const body = besluitBody(zaak, { rsin, besluittype, zaakUrl, uiterlijk });
  const { url: besluit } = eerder ?? (await zgw.maak(zgw.adres('besluiten', 'besluiten'), body, metUrl));
  const gekoppeld = await zgw.leesAlle(zgw.adres('besluiten', 'besluitinformatieobjecten', { besluit }), koppelingDaar);
  for (const { id, soort } of zaak.bestanden) {
    const informatieobject = soort === 'besluit' ? bestanden.get(id) : undefined;
    if (!informatieobject || gekoppeld.some((een) => een.informatieobject === informatieobject)) continue;
    await zgw.maak(zgw.adres('besluiten', 'besluitinformatieobjecten'), { besluit, informatieobject }, metUrl);
  }
}

/** Tells the state, when it is another than both sides knew: first that it came in, and before the last the result. */
async function zorgVoorStatus(
  zgw: Zgw,
  { koppeling }: Bestemming,
  daar: ZaakDaar,
  zaak: OverTeDragen,
  types: Types,
): Promise<string | null> {
  const zet = async ({ url: statustype }: Statustype, datumStatusGezet: string, statustoelichting = '') =>
    zgw.maak(
      zgw.adres('zaken', 'statussen'),
      {
        zaak: daar.url,
        statustype,
        datumStatusGezet: new Date(datumStatusGezet).toISOString(),
        ...(statustoelichting && { statustoelichting: statustoelichting.slice(0, 1_000) }),
      },
      statusDaar,
    );
  let laatste = daar.status ? await zgw.lees(daar.status, statusDaar) : null;
  if (!laatste) {
    const eerste = statustypeVoor('ontvangen', types.statustypen, koppeling);
    if (!eerste) throw new OpdrachtFout(`het zaaktype ${koppeling.identificatie} heeft geen statustypen`);
    laatste = await zet(eerste, zaak.gemaaktOp);
  }
  const doel = zaak.status === zaak.statusDaar ? null : statustypeVoor(zaak.status, types.statustypen, koppeling);
  if (zaak.resultaat !== null && (zaak.status === 'besloten' || isEinde(zaak.status)) && !daar.einddatum) {
    await zorgVoorResultaat(zgw, daar, resultaatNaam(zaak.resultaat, koppeling), types);
  }
  if (doel && doel.url !== laatste.statustype) {
    laatste = await zet(doel, zaak.gewijzigdOp, zaak.redenen[zaak.status]);
  }
  return laatste.url;
}

async function zorgVoorResultaat(zgw: Zgw, { url: zaakUrl }: ZaakDaar, naam: string, { resultaattypen }: Types) {
  const [eerder] = await zgw.leesAlle(zgw.adres('zaken', 'resultaten', { zaak: zaakUrl }), metUrl);
  if (eerder) return;
  const soort = vindOmschreven(resultaattypen, naam);
  if (!soort) throw new OpdrachtFout(`het zaaktype in het zaaksysteem heeft geen resultaattype ${naam}`);
  await zgw.maak(zgw.adres('zaken', 'resultaten'), { zaak: zaakUrl, resultaattype: soort.url }, metUrl);
}
