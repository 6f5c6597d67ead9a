import { nodigeVereisten } from '../../indienen/domain/formulier.ts';
import { isEinde } from '../../indienen/domain/status.ts';
import { zaaktypeVan } from '../../indienen/zaaktypes/index.ts';
import type { Zaaktype } from '../../indienen/zaaktypes/zaaktype.ts';
import { type Datum, dagenTot, parseDatum } from '../../termijnen/datum.ts';
import { formatUitleg } from '../../termijnen/domain.ts';
import type { Dossier } from '../contract.ts';
import { handelingen, magNu, mogelijkeResultaten, type ZaakStand } from './handelingen.ts';
import { beslistermijn, type Procedure, uiterlijkVerlengen, verlengArtikel, zienswijzenTot } from './termijn.ts';

/** Of a zaak as the database has it: on what its state depends. Days are YYYY-MM-DD. */
export interface StandFeiten {
  zaaktype: string;
  status: ZaakStand['status'];
  procedure: Procedure;
  ontvangenOp: string;
  termijnVanaf: string | null;
  opgeschorteDagen: number;
  verlengdMetWeken: number | null;
  aanvullenTot: string | null;
  terInzageOp: string | null;
  behandelaar: string | null;
  bekendmakingen: readonly { soort: string }[];
}

/** @throws Error when the zaaktype is no longer in the register: zaken of before an upgrade still carry it */
export function zaaktypeOf(id: string): Zaaktype {
  const zaaktype = zaaktypeVan(id);
  if (!zaaktype) throw new Error(`The zaaktype ${id} is not in the register`);
  return zaaktype;
}

/** Falls under the Omgevingswet: its terms, and no permit by silence. */
export const isOmgevingswet = (zaaktype: Zaaktype): boolean => zaaktype.termijn({}).artikel.startsWith('Ow');

const dag = (tekst: string): Datum => {
  const datum = parseDatum(tekst);
  if (!datum) throw new Error(`Not a day: ${tekst}`);
  return datum;
};

export function standVan(feiten: StandFeiten): ZaakStand {
  return {
    zaaktype: zaaktypeOf(feiten.zaaktype),
    status: feiten.status,
    procedure: feiten.procedure,
    ontvangenOp: dag(feiten.ontvangenOp),
    termijnVanaf: parseDatum(feiten.termijnVanaf),
    opgeschorteDagen: feiten.opgeschorteDagen,
    verlengdMetWeken: feiten.verlengdMetWeken,
    aanvullenTot: parseDatum(feiten.aanvullenTot),
    terInzageOp: parseDatum(feiten.terInzageOp),
    behandelaar: feiten.behandelaar,
    gepubliceerd: feiten.bekendmakingen.some(({ soort }) => soort === 'aanvraag'),
  };
}

/** What the database has of a zaak beside what is shown as it is. */
export interface DossierInvoer
  extends StandFeiten,
    Omit<
      Dossier,
      | 'zaaktype'
      | 'behandelaar'
      | 'aanvrager'
      | 'antwoorden'
      | 'termijn'
      | 'vereisten'
      | 'bezwaren'
      | 'resultaten'
      | 'verloop'
      | 'handelingen'
    > {
  zaaktype: string;
  behandelaar: string | null;
  behandelaarNaam: string | null;
  uitersteDatum: string | null;
  opgeschortSinds: string | null;
  volledigheid: Record<string, 'aanwezig' | 'ontbreekt' | 'nvt'>;
  antwoorden: Record<string, string | number | boolean | string[]>;
  indiener: { naam: string; namens: string | null } | null;
  email: string | null;
  stappen: readonly { titel: string; regels: readonly { vraag: string; antwoord: string }[] }[];
  bezwaren: readonly (Omit<Dossier['bezwaren'][number], 'tijdig'> & { eigen: boolean })[];
  gebeurtenissen: Dossier['verloop'];
  bekendmakingen: Dossier['bekendmakingen'];
}

/** The zaak as the behandelaar reads it, with what can be done with it today. */
export function toonDossier(feiten: DossierInvoer, wie: { persoon: string }, vandaag: Datum): Dossier {
  const stand = standVan(feiten);
  const { zaaktype } = stand;
  return {
    id: feiten.id,
    kenmerk: feiten.kenmerk,
    versie: feiten.versie,
    zaaktype: { id: zaaktype.id, naam: zaaktype.naam, ding: zaaktype.ding },
    omschrijving: feiten.omschrijving,
    plaats: feiten.plaats,
    punt: feiten.punt,
    geometrie: feiten.geometrie,
    status: feiten.status,
    procedure: feiten.procedure,
    resultaat: feiten.resultaat,
    ontvangenOp: feiten.ontvangenOp,
    behandelaar: feiten.behandelaar
      ? { naam: feiten.behandelaarNaam ?? 'Een collega', ikzelf: feiten.behandelaar === wie.persoon }
      : null,
    aanvrager: toonAanvrager(feiten),
    antwoorden: feiten.stappen.flatMap(({ regels }) => [...regels]),
    oordeelId: feiten.oordeelId,
    termijn: toonTermijn(feiten, stand, vandaag),
    aanvullingGevraagd: feiten.aanvullingGevraagd,
    vereisten: nodigeVereisten(zaaktype, feiten.antwoorden).map(({ id, tekst, artikel }) => ({
      id,
      tekst,
      artikel,
      bevinding: feiten.volledigheid[id] ?? null,
    })),
    bijlagen: feiten.bijlagen,
    documenten: feiten.documenten,
    adviezen: feiten.adviezen,
    berichten: feiten.berichten,
    bekendmakingen: feiten.bekendmakingen,
    bezwaren: feiten.bezwaren.map(({ eigen: _, ...een }) => ({
      ...een,
      tijdig: een.uiterlijk === null ? null : een.ontvangenOp <= een.uiterlijk,
    })),
    bezwaarTegen: feiten.bezwaarTegen,
    publiekeOmschrijving: feiten.publiekeOmschrijving,
    besluitConcept: feiten.besluitConcept,
    resultaten: mogelijkeResultaten(stand),
    verloop: feiten.gebeurtenissen.map(({ id, soort, wanneer, doorRol, tekst, zichtbaarVoorAanvrager }) => ({
      id,
      soort,
      wanneer,
      doorRol,
      tekst,
      zichtbaarVoorAanvrager,
    })),
    handelingen: Object.fromEntries(
      handelingen.map((handeling) => {
        const oordeel = magNu(handeling, stand, wie.persoon, vandaag);
        return [handeling, { mag: oordeel.mag, reden: oordeel.mag ? null : oordeel.reden }];
      }),
    ) as Dossier['handelingen'],
  };
}

function toonAanvrager({ indiener, email }: DossierInvoer): Dossier['aanvrager'] {
  if (!indiener) return [{ label: 'Aanvrager', waarde: 'Heeft geen naam gegeven' }];
  return [
    { label: indiener.namens ? 'Gemachtigde' : 'Aanvrager', waarde: indiener.naam },
    ...(indiener.namens ? [{ label: 'Namens', waarde: indiener.namens }] : []),
    ...(email ? [{ label: 'E-mail', waarde: email }] : []),
  ];
}

function toonTermijn(feiten: DossierInvoer, stand: ZaakStand, vandaag: Datum): Dossier['termijn'] {
  // nothing is left to decide
  const voorbij = feiten.status === 'besloten' || isEinde(feiten.status);
  const termijn = voorbij ? null : beslistermijn(stand);
  const uiterlijk = voorbij ? null : parseDatum(feiten.uitersteDatum);
  const loopt = uiterlijk !== null && feiten.opgeschortSinds === null;
  return {
    uiterlijk,
    dagen: loopt ? dagenTot(uiterlijk, vandaag) : null,
    uitleg: termijn && formatUitleg(termijn),
    opgeschortSinds: feiten.opgeschortSinds,
    aanvullenTot: feiten.aanvullenTot,
    verlengdMetWeken: feiten.verlengdMetWeken,
    verlengenTot: uiterlijkVerlengen(stand),
    verlengArtikel: verlengArtikel(stand),
    zienswijzenTot:
      stand.terInzageOp && feiten.status === 'ontwerp-ter-inzage' ? zienswijzenTot(stand.terInzageOp) : null,
  };
}
