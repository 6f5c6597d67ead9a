import type { Status } from '../../indienen/domain/status.ts';

/** A file that goes along. */
export interface Bestand {
  id: string;
  /** `bijlage`, or the kind of document that the gemeente made. */
  soort: string;
  titel: string;
  naam: string;
  mediatype: string;
  /** Under which its bytes are stored; null: it is made from `inhoud`. */
  sleutel: string | null;
  inhoud: unknown;
  gemaaktOp: string;
}

/** A zaak with all that goes to the zaaksysteem. Days are YYYY-MM-DD, geometry is CRS84. */
export interface OverTeDragen {
  id: string;
  kenmerk: string;
  versie: number;
  zaaktype: string;
  bevoegdGezag: string;
  eigenaar: string | null;
  isGemachtigd: boolean;
  omschrijving: string;
  status: Status;
  /** What the zaaksysteem knew of `status` after the last handover; null: nothing yet. */
  statusDaar: Status | null;
  resultaat: string | null;
  procedure: 'regulier' | 'uitgebreid' | 'melding' | 'geen';
  ontvangenOp: string;
  uitersteDatum: string | null;
  opgeschortSinds: string | null;
  verlengdMetWeken: number | null;
  verzondenOp: string | null;
  terInzageOp: string | null;
  gemaaktOp: string;
  gewijzigdOp: string;
  geometrie: object;
  indiener: { naam: string; namens: string | null } | null;
  organisatie: { kvk: string; vestiging: string | null; naam: string | null } | null;
  email: string | null;
  telefoon: string | null;
  antwoorden: Record<string, string | number | boolean | string[]>;
  oordeel: { uitkomst: string | null; regelVersies: Record<string, string> | null } | null;
  percelen: { aanduiding: string; identificatie: string | null }[];
  adres: {
    identificatie: string;
    straat: string;
    huisnummer: number;
    huisletter: string;
    toevoeging: string;
    postcode: string | null;
    woonplaats: string | null;
  } | null;
  bestanden: Bestand[];
  /** Per kind of event the last text that the aanvrager saw. */
  redenen: Record<string, string>;
  besluit: { gepubliceerd: string; inWerking: string | null } | null;
}

const bron = 'Omgevingsloket';
const kort = (tekst: string, maximum: number): string =>
  [...tekst].length > maximum ? `${[...tekst].slice(0, maximum - 1).join('')}…` : tekst;

/** The zaak as it is made: its identificatie is our kenmerk, which the zaaksysteem takes once (zrc-002). */
export const zaakBody = (zaak: OverTeDragen, rsin: string, zaaktype: string) => ({
  identificatie: zaak.kenmerk,
  bronorganisatie: rsin,
  verantwoordelijkeOrganisatie: rsin,
  zaaktype,
  omschrijving: kort(zaak.omschrijving, 80),
  toelichting: kort(zaak.omschrijving, 1_000),
  startdatum: zaak.ontvangenOp,
  registratiedatum: zaak.ontvangenOp,
  uiterlijkeEinddatumAfdoening: zaak.uitersteDatum,
  zaakgeometrie: zaak.geometrie,
  kenmerken: [{ kenmerk: zaak.kenmerk, bron }],
});

/** What of a zaak changes while it is handled. */
export interface Verloop {
  uiterlijkeEinddatumAfdoening: string | null;
  opgeschort: boolean;
  verlengd: boolean;
}

/** The change that brings the zaak there to what it is here; null: there is nothing to change. */
export function verloopBody(zaak: OverTeDragen, daar: Verloop): object | null {
  const { uitersteDatum, opgeschortSinds, verlengdMetWeken, redenen } = zaak;
  const opgeschort = opgeschortSinds !== null;
  const wijziging = {
    ...(daar.uiterlijkeEinddatumAfdoening !== uitersteDatum && { uiterlijkeEinddatumAfdoening: uitersteDatum }),
    ...(daar.opgeschort !== opgeschort && {
      opschorting: {
        indicatie: opgeschort,
        reden: kort(redenen[opgeschort ? 'aanvulling-gevraagd' : 'hervat'] ?? '', 200),
      },
    }),
    ...(verlengdMetWeken !== null &&
      !daar.verlengd && {
        verlenging: {
          reden: kort(redenen.verlengd ?? 'De termijn is verlengd.', 200),
          duur: `P${verlengdMetWeken * 7}D`,
        },
      }),
  };
  return Object.keys(wijziging).length > 0 ? wijziging : null;
}

/**
 * Who is a party: the aanvrager, and who acts for him. The loket keeps no BSN, so a person goes by name; a company by the
 * numbers with which it logged in.
 */
export function rolBodies(zaak: OverTeDragen, zaakUrl: string, roltype: string) {
  const { indiener, organisatie, isGemachtigd, email, telefoon } = zaak;
  if (!indiener) return [];
  const { naam, namens } = indiener;
  const rol = { zaak: zaakUrl, roltype };
  const contact = {
    contactpersoonRol: {
      naam: kort(naam, 40),
      ...(email && { emailadres: email }),
      ...(telefoon && { telefoonnummer: kort(telefoon, 20) }),
    },
  };
  const persoon = (wie: string) => ({
    betrokkeneType: 'natuurlijk_persoon',
    betrokkeneIdentificatie: { geslachtsnaam: kort(wie, 200) },
  });
  const bedrijf = organisatie && {
    betrokkeneType: 'vestiging',
    betrokkeneIdentificatie: {
      kvkNummer: organisatie.kvk,
      ...(organisatie.vestiging && { vestigingsNummer: organisatie.vestiging }),
      handelsnaam: [organisatie.naam ?? namens ?? naam],
    },
  };
  const gemachtigde = isGemachtigd && namens !== null;
  return [
    {
      ...rol,
      ...(bedrijf && !gemachtigde ? bedrijf : persoon(namens ?? naam)),
      roltoelichting: 'Aanvrager',
      ...(gemachtigde ? { indicatieMachtiging: 'machtiginggever' } : contact),
    },
    ...(gemachtigde
      ? [
          {
            ...rol,
            ...(bedrijf ?? persoon(naam)),
            roltoelichting: 'Gemachtigde',
            indicatieMachtiging: 'gemachtigde',
            ...contact,
          },
        ]
      : []),
  ];
}

/** Where it is about: percelen by their number in the Kadaster, and the adres. */
export function objectBodies({ percelen, adres }: OverTeDragen, zaak: string) {
  return [
    ...percelen.flatMap(({ aanduiding, identificatie }) =>
      identificatie === null
        ? []
        : [
            {
              zaak,
              objectType: 'kadastrale_onroerende_zaak',
              relatieomschrijving: 'Het perceel',
              objectIdentificatie: { kadastraleIdentificatie: identificatie, kadastraleAanduiding: aanduiding },
            },
          ],
    ),
    ...(adres?.woonplaats
      ? [
          {
            zaak,
            objectType: 'adres',
            relatieomschrijving: 'Het adres',
            objectIdentificatie: {
              identificatie: adres.identificatie,
              wplWoonplaatsNaam: kort(adres.woonplaats, 80),
              gorOpenbareRuimteNaam: kort(adres.straat, 80),
              huisnummer: adres.huisnummer,
              ...(adres.huisletter && { huisletter: adres.huisletter }),
              ...(adres.toevoeging && { huisnummertoevoeging: adres.toevoeging.slice(0, 4) }),
              ...(adres.postcode && { postcode: adres.postcode }),
            },
          },
        ]
      : []),
  ];
}

/** What can be said of it in one word, by the name of the eigenschap; what was not asked is left out. */
export function eigenschappenVan({ antwoorden, oordeel }: OverTeDragen): Record<string, string> {
  const { activiteiten, participatie, bouwkosten } = antwoorden;
  const versies = Object.entries(oordeel?.regelVersies ?? {}).map(([regel, versie]) => `${regel} ${versie}`);
  return {
    ...(Array.isArray(activiteiten) && { activiteiten: activiteiten.join(', ') }),
    ...(typeof participatie === 'boolean' && { participatie: participatie ? 'ja' : 'nee' }),
    ...(typeof bouwkosten === 'number' && { bouwkosten: String(bouwkosten) }),
    ...(oordeel?.uitkomst && { checkUitkomst: oordeel.uitkomst }),
    ...(versies.length > 0 && { regelsetVersie: versies.join(', ') }),
  };
}

/** A file, without its bytes. Its identificatie is our own number of it, so that it can be found again. */
export const bestandBody = (
  { id, soort, titel, naam, mediatype, gemaaktOp }: Bestand,
  { rsin, informatieobjecttype, auteur }: { rsin: string; informatieobjecttype: string; auteur: string },
) => ({
  identificatie: id,
  bronorganisatie: rsin,
  creatiedatum: gemaaktOp.slice(0, 10),
  titel: kort(titel, 200),
  auteur: kort(auteur, 200),
  formaat: mediatype,
  taal: 'dut',
  bestandsnaam: kort(naam, 255),
  ...(soort === 'bijlage' && { ontvangstdatum: gemaaktOp.slice(0, 10) }),
  // without it a zaak cannot be closed (zrc-007)
  indicatieGebruiksrecht: false,
  informatieobjecttype,
});

/** @param uiterlijk last day to react */
export const besluitBody = (
  zaak: OverTeDragen & { verzondenOp: string },
  {
    rsin,
    besluittype,
    zaakUrl,
    uiterlijk,
  }: { rsin: string; besluittype: string; zaakUrl: string; uiterlijk: string | null },
) => ({
  identificatie: zaak.kenmerk,
  verantwoordelijkeOrganisatie: rsin,
  besluittype,
  zaak: zaakUrl,
  datum: zaak.verzondenOp,
  ingangsdatum: zaak.besluit?.inWerking ?? zaak.verzondenOp,
  verzenddatum: zaak.verzondenOp,
  publicatiedatum: zaak.besluit?.gepubliceerd ?? null,
  uiterlijkeReactiedatum: uiterlijk,
});
