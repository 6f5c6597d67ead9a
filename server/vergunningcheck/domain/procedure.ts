import { addDagen, type Datum, formatDatum } from '../../termijnen/datum.ts';
import { computeTermijn, formatUitleg, TERMIJNEN, type TermijnRegel } from '../../termijnen/domain.ts';
import type { Bekend } from './evalueer.ts';
import type { DeelOordeel, Procedure } from './oordeel.ts';

/** How long before the start a melding must be in. Of a bouwmelding and of one that does not say: four weeks. */
const wekenVan = ({ wekenVooraf }: { wekenVooraf: number | null }): number =>
  wekenVooraf ?? TERMIJNEN.bouwmelding.duur.weken;

/** A permit for public order stands outside the Omgevingswet. @source Awb 4:13 */
const beslistermijnApv: TermijnRegel = {
  naam: 'beslistermijn',
  artikel: 'Awb 4:13',
  duur: { weken: 8 },
  telling: 'dag-erna',
  gebeurtenis: 'ontvangst van de aanvraag',
};

const geenStilzwijgen = 'Beslissen wij te laat, dan krijgt u niet vanzelf een vergunning (Ow 16.64 lid 4).';

/**
 * The procedure of everything together, if the aanvraag or melding comes in on a day: the longest that one of the parts
 * asks for. Null: nothing is applied for or notified.
 */
export function bepaalProcedure(
  delen: readonly { deel: DeelOordeel; bekend: Bekend; wekenVooraf: number | null }[],
  vandaag: Datum,
): Procedure | null {
  const met = (...uitkomsten: DeelOordeel['uitkomst'][]) =>
    delen.filter(({ deel }) => uitkomsten.includes(deel.uitkomst));
  const rijksmonument = met('VERGUNNING').some(
    ({ deel, bekend }) => deel.vraag === 'O' && bekend.get('monument') === 'rijks',
  );
  if (rijksmonument) {
    return beslistermijn(
      'uitgebreid',
      'Uitgebreide procedure',
      '6 maanden',
      TERMIJNEN.beslistermijnUitgebreid,
      vandaag,
      `U verandert een rijksmonument: dan geldt de uitgebreide procedure (Ob 10.24). Eerst ligt een ontwerp 6 weken ter inzage; iedereen mag erop reageren. ${geenStilzwijgen}`,
    );
  }
  const vergunningen = met('VERGUNNING');
  if (vergunningen.length > 0 && vergunningen.every(({ deel }) => /^(APV|Alcoholwet)/.test(deel.artikel))) {
    return beslistermijn(
      'regulier',
      'Procedure van de APV of de Alcoholwet',
      '8 weken',
      beslistermijnApv,
      vandaag,
      'In de APV kan een andere termijn staan. Wij laten het weten als wij meer tijd nodig hebben.',
    );
  }
  if (vergunningen.length > 0) {
    return beslistermijn(
      'regulier',
      'Gewone procedure',
      '8 weken',
      TERMIJNEN.beslistermijnRegulier,
      vandaag,
      `Wij mogen de termijn één keer met ten hoogste 6 weken verlengen. Is uw aanvraag niet compleet, dan staat de termijn stil. ${geenStilzwijgen}`,
    );
  }
  const [melding] = met('MELDING').toSorted((een, ander) => wekenVan(ander) - wekenVan(een));
  if (melding) {
    const weken = wekenVan(melding);
    const begin = addDagen(vandaag, 7 * weken);
    return {
      soort: 'melding',
      naam: 'Melding',
      termijn: weken === 0 ? 'voordat u begint' : `${weken} weken`,
      vanaf: vandaag,
      laatsteDag: begin,
      artikel: melding.deel.vraag === 'T' ? TERMIJNEN.bouwmelding.artikel : melding.deel.artikel,
      uitleg:
        weken === 0
          ? 'U meldt voordat u begint. Er volgt geen besluit.'
          : `U meldt ten minste ${weken} weken voordat u begint. Meldt u vandaag, dan kunt u beginnen op ${formatDatum(begin)}.`,
    };
  }
  if (met('INFORMATIEPLICHT').length > 0) {
    return {
      soort: 'informatie',
      naam: 'Informatie geven',
      termijn: 'voordat u begint',
      vanaf: vandaag,
      laatsteDag: vandaag,
      artikel: met('INFORMATIEPLICHT')[0]?.deel.artikel ?? '',
      uitleg: 'U stuurt de informatie voordat u begint. Er volgt geen besluit.',
    };
  }
  return null;
}

function beslistermijn(
  soort: 'regulier' | 'uitgebreid',
  naam: string,
  termijn: string,
  regel: TermijnRegel,
  vandaag: Datum,
  verder: string,
): Procedure {
  const berekend = computeTermijn(regel, vandaag);
  return {
    soort,
    naam,
    termijn,
    vanaf: vandaag,
    laatsteDag: berekend.laatsteDag,
    artikel: regel.artikel,
    uitleg: `${formatUitleg(berekend)} ${verder}`,
  };
}
