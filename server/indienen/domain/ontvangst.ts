import { addDagen, type Datum, formatDatum } from '../../termijnen/datum.ts';
import { computeTermijn, formatUitleg } from '../../termijnen/domain.ts';
import { schatLeges, type Tarieven } from '../../vergunningcheck/domain/leges.ts';
import type { Oordeel } from '../../vergunningcheck/domain/oordeel.ts';
import type { Ontvangst, Plaats } from '../contract.ts';
import { uitgebreid } from '../zaaktypes/bouwstenen.ts';
import type { Antwoorden, Veld, Vereiste, Waarde, ZaakTermijn, Zaaktype } from '../zaaktypes/zaaktype.ts';
import { gevraagd, nodigeVereisten } from './formulier.ts';

/** The answers of somebody, with what the check and the place add to them. */
export interface Verzoek {
  zaaktype: Zaaktype;
  antwoorden: Antwoorden;
  /** The day on which it comes in. */
  vandaag: Datum;
  /** Of a bezwaar: the day from which the term to decide runs; null: not known yet. */
  vanaf?: Datum | null;
  /** Of the vergunningcheck; null: none is attached. */
  oordeel: Pick<Oordeel, 'procedure' | 'indieningsvereisten' | 'leges'> | null;
  /** Of the gemeente; null: not known. */
  tarieven: Tarieven | null;
}

/** What the form asks itself is no document. */
const geenDocument = new Set(['omschrijving', 'plaats', 'contact', 'participatie', 'bouwkosten', 'gebruik']);

/** The documents that belong to it: those of the chosen activiteiten, and those that the check asks for. */
export function vereisteDocumenten({ zaaktype, antwoorden, oordeel }: Omit<Verzoek, 'tarieven'>): Vereiste[] {
  const eigen = nodigeVereisten(zaaktype, antwoorden);
  const meer = zaaktype.verzoek === 'aanvraag' ? (oordeel?.indieningsvereisten ?? []) : [];
  return [
    ...eigen,
    ...meer.filter(
      ({ id }) => !geenDocument.has(id) && !/^bouwmelding-/.test(id) && !eigen.some((een) => een.id === id),
    ),
  ].map(({ id, tekst, artikel }) => ({ id, tekst, artikel }));
}

/** The term that runs: the check may have seen what makes the procedure extensive. */
export function lopendeTermijn({ zaaktype, antwoorden, oordeel }: Verzoek): ZaakTermijn {
  const termijn = zaaktype.termijn(antwoorden);
  const zwaarder = termijn.procedure === 'regulier' && oordeel?.procedure?.soort === 'uitgebreid';
  return zwaarder && zaaktype.id === 'aanvraag-omgevingsvergunning' ? uitgebreid : termijn;
}

/** An estimate of what it costs; null: nothing. */
export function verwachteLeges({ zaaktype, antwoorden, tarieven }: Verzoek): Ontvangst['leges'] {
  const { bouwkosten } = antwoorden;
  return schatLeges(
    zaaktype.leges(antwoorden).map((vraag) => ({ vraag, uitkomst: 'VERGUNNING' as const })),
    typeof bouwkosten === 'number' ? bouwkosten : null,
    tarieven,
  );
}

/** Days that follow from the day of receipt. */
export function toonProcedure(verzoek: Verzoek): Ontvangst['procedure'] {
  const { procedure, naam, artikel, uitleg, regel, wekenVooraf } = lopendeTermijn(verzoek);
  const vanaf = verzoek.zaaktype.verzoek === 'bezwaar' ? (verzoek.vanaf ?? null) : verzoek.vandaag;
  const berekend = regel && vanaf && computeTermijn(regel, vanaf);
  const vroegst = wekenVooraf === null ? null : addDagen(verzoek.vandaag, 7 * wekenVooraf);
  return {
    soort: procedure,
    naam,
    artikel,
    uitleg,
    uiterlijk: berekend?.laatsteDag ?? null,
    beginnenVanaf: vroegst,
    termijn: !berekend
      ? vroegst && `U kunt beginnen vanaf ${formatDatum(vroegst)}.`
      : procedure === 'geen'
        ? `Dat is uiterlijk op ${formatDatum(berekend.laatsteDag)}.`
        : `De laatste dag is ${formatDatum(berekend.laatsteDag)}. ${formatUitleg(berekend)}`,
  };
}

/** The last day for the gemeente: to decide, or to look at a melding before the work may begin. */
export function uitersteDatum({ uiterlijk, beginnenVanaf }: Ontvangst['procedure'], vandaag: Datum): string | null {
  if (uiterlijk) return uiterlijk;
  if (!beginnenVanaf || beginnenVanaf <= vandaag) return null;
  return addDagen(beginnenVanaf as Datum, -1);
}

const bezwaar =
  'Bent u het straks niet eens met het besluit? Dan kunt u bezwaar maken, binnen 6 weken na de dag waarop wij het besluit versturen (Awb 6:7 en 6:8).';
const teLaat =
  'Beslissen wij niet op tijd? Dan kunt u ons schriftelijk vragen om alsnog te beslissen. Doen wij dat niet binnen 2 weken, dan kunt u naar de rechter (Awb 6:12).';

function rechtsmiddelen(soort: Ontvangst['procedure']['soort']): string[] {
  if (soort === 'regulier')
    return ['Tegen deze bevestiging kunt u geen bezwaar maken: zij is geen besluit.', bezwaar, teLaat];
  if (soort === 'uitgebreid') {
    return [
      'Tegen deze bevestiging kunt u geen bezwaar maken: zij is geen besluit.',
      'Eerst leggen wij een ontwerp 6 weken ter inzage. U en anderen kunnen daarop reageren (Awb 3:15 en 3:16).',
      'Tegen het besluit kunt u in beroep bij de rechter, binnen 6 weken na de dag waarop het ter inzage ligt (Awb 6:7 en 6:8 lid 4). Bezwaar is er dan niet (Awb 7:1).',
      teLaat,
    ];
  }
  return [
    'Er volgt geen besluit. U kunt dus ook geen bezwaar maken. Bent u niet tevreden, dan kunt u een klacht indienen.',
  ];
}

/** An answer as a person reads it. */
export function schrijfAntwoord(veld: Veld, waarde: Waarde): string {
  if (typeof waarde === 'boolean') return waarde ? 'Ja' : 'Nee';
  const naamVan = (id: string) =>
    ('opties' in veld ? veld.opties.find((optie) => optie.id === id)?.naam : undefined) ?? id;
  if (Array.isArray(waarde)) return waarde.map(naamVan).join('; ');
  if (veld.soort === 'getal' && typeof waarde === 'number') return `${waarde.toLocaleString('nl-NL')} ${veld.eenheid}`;
  if (veld.soort === 'datum' && typeof waarde === 'string') return formatDatum(waarde as Datum);
  return typeof waarde === 'string' ? naamVan(waarde) : String(waarde);
}

/** The answers per step, in the order of the form; a step without answers is left out. */
export function schrijfStappen({ stappen }: Zaaktype, antwoorden: Antwoorden): Ontvangst['stappen'] {
  return stappen.flatMap(({ titel, velden }) => {
    const regels = gevraagd(velden, antwoorden).flatMap((veld) => {
      const waarde = antwoorden[veld.id];
      return waarde === undefined ? [] : [{ vraag: veld.label, antwoord: schrijfAntwoord(veld, waarde) }];
    });
    return regels.length === 0 ? [] : [{ titel, regels }];
  });
}

/** The receipt: all that was sent, and what happens now. @source Ow 16.54a */
export function maakOntvangst(
  verzoek: Verzoek,
  feiten: Pick<Ontvangst, 'zaakId' | 'kenmerk' | 'indiener' | 'bijlagen' | 'oordeelId'> & {
    plaats: Plaats;
    plek: { adres: string | null; percelen: string[]; gemeente: string };
    /** Kinds of the bijlagen that came along. */
    soorten: readonly string[];
  },
): Ontvangst {
  const { zaaktype, antwoorden, vandaag } = verzoek;
  const { plaats, plek, soorten, ...rest } = feiten;
  const procedure = toonProcedure(verzoek);
  const { contactEmail } = antwoorden;
  return {
    ...rest,
    zaaktype: zaaktype.id,
    ding: zaaktype.ding,
    ontvangenOp: vandaag,
    email: typeof contactEmail === 'string' ? contactEmail.trim() : null,
    plaats: { x: plaats.x, y: plaats.y, adres: plek.adres, percelen: plek.percelen, gemeente: plek.gemeente },
    procedure,
    rechtsmiddelen: [...(zaaktype.rechtsmiddelen ?? rechtsmiddelen(procedure.soort))],
    leges: verwachteLeges(verzoek),
    stappen: schrijfStappen(zaaktype, antwoorden),
    ontbreekt: vereisteDocumenten(verzoek).filter(({ id }) => !soorten.includes(id)),
    voorbehoud: zaaktype.voorbehoud ?? null,
  };
}
