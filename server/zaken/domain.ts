import type { Reactie } from '../besluiten/contract.ts';
import { isEinde, type Status } from '../indienen/domain/status.ts';
import { type Datum, formatTotEnMet } from '../termijnen/datum.ts';
import { type BesluitMoment, reactietermijn } from '../termijnen/reactietermijn.ts';

/** What comes next in a zaak, who is to do it, and until when. */
export interface VolgendeStap {
  wie: 'u' | 'gemeente' | 'iedereen' | 'niemand';
  /** In a sentence that stands by itself. */
  wat: string;
  /** YYYY-MM-DD; null: no day belongs to it. */
  datum: string | null;
  /** What happens when that day passes, with its article; null: nothing. */
  daarna: string | null;
}

/** A zaak as what comes next depends on it. */
export interface ZaakVerloop {
  status: Status;
  procedure: 'regulier' | 'uitgebreid' | 'melding' | 'geen';
  resultaat: string | null;
  uiterlijk: Datum | null;
  aanvullenTot: Datum | null;
  terInzageOp: Datum | null;
  verzondenOp: Datum | null;
  /** It falls under the Omgevingswet: deciding too late never gives a permit. */
  omgevingswet: boolean;
  /** It is a bezwaar against a besluit. */
  bezwaar: boolean;
  /** Something that belongs to it was not there when it was filed, and nobody looked yet. */
  nogNodig: boolean;
}

const uitgebreid = (procedure: ZaakVerloop['procedure']) => procedure === 'uitgebreid';

/** Against what a besluit, or its ontwerp, can be reacted to; null: there is none yet, or none will come. */
export function reactieOp(zaak: Omit<ZaakVerloop, 'nogNodig'>, vandaag: Datum): Reactie | null {
  const { status, procedure, resultaat, terInzageOp, verzondenOp } = zaak;
  if (procedure === 'melding' || procedure === 'geen') return null;
  const moment = { verzonden: verzondenOp, terInzage: terInzageOp, gepubliceerd: null };
  if (status === 'ontwerp-ter-inzage') return reactietermijn({ ...moment, soort: 'ontwerp', procedure }, vandaag);
  const isBesluit = (status === 'besloten' || status === 'afgehandeld') && resultaat !== null;
  if (!isBesluit || resultaat === 'ingetrokken') return null;
  if (zaak.bezwaar)
    return reactietermijn({ ...moment, soort: 'beslissing-op-bezwaar', procedure: 'regulier' }, vandaag);
  const soort = uitgebreid(procedure) && resultaat !== 'buiten-behandeling' ? 'definitief' : resultaat;
  // to leave an aanvraag aside is no decision of the extensive procedure: bezwaar is open (Awb 7:1)
  const gevolgd = soort === 'definitief' ? procedure : 'regulier';
  return reactietermijn({ ...moment, soort: soort as BesluitMoment['soort'], procedure: gevolgd }, vandaag);
}

/**
 * The next step of a zaak, in words for who filed it.
 *
 * @param uiterlijk the last day to decide, as it stands now
 */
export function volgendeStap(zaak: ZaakVerloop, vandaag: Datum): VolgendeStap {
  const { status, procedure, uiterlijk, aanvullenTot } = zaak;
  const nu = zaak.nogNodig ? 'Stuur na wat er nog bij hoort.' : 'U hoeft nu niets te doen.';
  if (status === 'aanvulling-gevraagd') {
    const voorbij = aanvullenTot !== null && vandaag > aanvullenTot;
    return {
      wie: voorbij ? 'gemeente' : 'u',
      wat: voorbij
        ? 'De tijd om aan te vullen is voorbij. De gemeente bekijkt of zij verder kan met wat er is. Stuur wat ontbreekt toch zo snel mogelijk.'
        : `Stuur wat nog ontbreekt${aanvullenTot ? `, ${formatTotEnMet(aanvullenTot, vandaag)}` : ''}. De beslistermijn staat zolang stil (${zaak.bezwaar ? 'Awb 7:10 lid 2' : 'Awb 4:15'}).`,
      datum: aanvullenTot,
      daarna: zaak.bezwaar
        ? 'Krijgen wij het niet op tijd, dan kunnen wij uw bezwaar niet behandelen (Awb 6:6).'
        : 'Krijgen wij het niet op tijd, dan kunnen wij besluiten uw aanvraag niet te behandelen (Awb 4:5).',
    };
  }
  if (isEinde(status) || status === 'besloten') return naHetBesluit(zaak, vandaag);
  if (status === 'ontwerp-ter-inzage') {
    const reactie = reactieOp(zaak, vandaag);
    return {
      wie: reactie?.stand === 'voorbij' ? 'gemeente' : 'iedereen',
      wat: `Het ontwerp van het besluit ligt ter inzage. ${reactie?.uitleg ?? ''}`.trim(),
      datum: reactie?.totEnMet ?? null,
      daarna: 'Daarna neemt de gemeente het besluit.',
    };
  }
  if (procedure === 'melding' || procedure === 'geen') {
    return {
      wie: 'gemeente',
      wat: `De gemeente kijkt ernaar${uiterlijk ? `, ${formatTotEnMet(uiterlijk, vandaag)}` : ''}. ${nu}`,
      datum: uiterlijk,
      daarna: 'Er volgt geen besluit. Klopt er iets niet, dan nemen wij contact met u op.',
    };
  }
  const teLaat = uiterlijk !== null && vandaag > uiterlijk;
  return {
    wie: 'gemeente',
    wat: teLaat
      ? 'De gemeente had al moeten beslissen. U kunt haar schriftelijk vragen om alsnog te beslissen (ingebrekestelling, Awb 6:12).'
      : `De gemeente beslist${uiterlijk ? ` ${formatTotEnMet(uiterlijk, vandaag)}` : ''}. ${nu}`,
    datum: uiterlijk,
    daarna:
      teLaat || !zaak.omgevingswet
        ? null
        : 'Beslist zij te laat, dan hebt u niet vanzelf een vergunning (Ow 16.64 lid 4).',
  };
}

function naHetBesluit(zaak: ZaakVerloop, vandaag: Datum): VolgendeStap {
  const reactie = reactieOp(zaak, vandaag);
  if (reactie) {
    const open = reactie.stand === 'loopt' || reactie.stand === 'nog-niet';
    return { wie: open ? 'u' : 'niemand', wat: reactie.uitleg, datum: open ? reactie.totEnMet : null, daarna: null };
  }
  const klaar =
    zaak.status === 'ingetrokken' ? 'U hebt het ingetrokken. Er gebeurt niets meer.' : 'Deze zaak is klaar.';
  return { wie: 'niemand', wat: klaar, datum: null, daarna: null };
}

/** May the one who filed it still take it back? Until there is a besluit. */
export const magIntrekken = ({ status }: Pick<ZaakVerloop, 'status'>): boolean =>
  !isEinde(status) && status !== 'besloten';
