import type { BesluitSoort } from '../besluiten/contract.ts';
import { geefOpdracht } from '../opdrachten/boss.ts';
import type { Stuk } from '../rapport/domain/stuk.ts';
import { canonicalJson, sha256 } from '../rapport/hash.ts';
import type { Datum } from '../termijnen/datum.ts';
import { isRole, rollen } from '../toegang/domain/rollen.ts';
import { nieuwsMelden } from '../volgen/melden/melden.ts';
import type { BesluitConcept } from './contract.ts';
import { type Bekendmaking, schrijfTekst, schrijfTitel } from './domain/bekendmaking.ts';
import { maakBesluitStuk } from './domain/besluit-stuk.ts';
import { isOmgevingswet, standVan } from './domain/dossier.ts';
import { adviesWoord } from './domain/woorden.ts';
import type { Daad } from './handel.ts';
import { publiceer } from './publicatie/queries.ts';
import { type DossierFeiten, insertDocument } from './queries.ts';

/** The besluit, or its ontwerp, on paper: what the behandelaar wrote, and what the zaak knows. */
export function maakStuk(zaak: DossierFeiten, inhoud: BesluitConcept, dag: Datum, ontwerp: boolean): Stuk {
  const { zaaktype, ontvangenOp } = standVan(zaak);
  return maakBesluitStuk({
    kenmerk: zaak.kenmerk,
    ding: zaaktype.ding,
    aanvrager: zaak.indiener && (zaak.indiener.namens ?? zaak.indiener.naam),
    omschrijving: zaak.omschrijving,
    plaats: zaak.plaats,
    gemeente: zaak.gemeente,
    procedure: zaak.procedure,
    ontvangenOp,
    dag,
    ontwerp,
    omgevingswet: isOmgevingswet(zaaktype),
    bezwaarTegen: zaak.bezwaarTegen,
    adviezen: zaak.adviezen.flatMap(({ aanRol, uitkomst }) =>
      uitkomst ? [{ van: isRole(aanRol) ? rollen[aanRol] : aanRol, uitkomst: adviesWoord[uitkomst] }] : [],
    ),
    verloop: zaak.gebeurtenissen
      .filter(({ zichtbaarVoorAanvrager }) => zichtbaarVoorAanvrager)
      .map(({ tekst }) => tekst),
    inhoud,
  });
}

/** Keeps a document as data, with the hash of what it said: the same data always gives the same paper. */
export const bewaarStuk = ({ trx, zaak }: Daad, soort: string, stuk: Stuk): Promise<string> =>
  insertDocument(trx, {
    zaak_id: zaak.id,
    soort,
    titel: stuk.titel,
    inhoud: JSON.stringify(stuk),
    sha256: sha256(canonicalJson(stuk)),
  });

/** Dates of a notice that belong to it from the moment it is published. */
interface Dagen {
  verzondenOp?: Datum;
  terInzageOp?: Datum;
  uiterlijk?: Datum | null;
  inWerking?: Datum | null;
}

/** Publishes what happened with a zaak: on the map at once, with its text. */
export async function maakBekend(
  { trx, zaak, stand, vandaag }: Pick<Daad, 'trx' | 'zaak' | 'stand' | 'vandaag'>,
  soort: BesluitSoort,
  omschrijving: string,
  { verzondenOp, terInzageOp, uiterlijk = null, inWerking = null }: Dagen = {},
): Promise<string> {
  const { zaaktype, procedure, ontvangenOp } = stand;
  const bekendmaking: Bekendmaking = {
    zaaktype,
    kenmerk: zaak.kenmerk,
    soort,
    procedure,
    omschrijving: omschrijving.trim(),
    plaats: zaak.plaats,
    gemeente: zaak.gemeente,
    ontvangenOp,
    gepubliceerd: vandaag,
    verzondenOp: verzondenOp ?? null,
    terInzageOp: terInzageOp ?? null,
    uiterlijk,
  };
  const identificatie = await publiceer(trx, {
    zaakId: zaak.id,
    kenmerk: zaak.kenmerk,
    soort,
    onderwerp: zaaktype.onderwerp,
    titel: schrijfTitel(bekendmaking),
    tekst: schrijfTekst(bekendmaking),
    procedure: procedure === 'regulier' || procedure === 'uitgebreid' ? procedure : null,
    bevoegdGezag: zaak.bevoegdGezag,
    gemeente: zaak.gemeente.replace(/^Gemeente /, ''),
    gepubliceerd: vandaag,
    ontvangen: ontvangenOp,
    verzonden: bekendmaking.verzondenOp,
    terInzage: bekendmaking.terInzageOp,
    inWerking,
  });
  await geefOpdracht(trx, nieuwsMelden, {});
  return identificatie;
}
