import type { BesluitSoort } from '../besluiten/contract.ts';
import { invalidInput } from '../http/problem.ts';
import { loadReageerders } from '../inspraak/initiatief/queries.ts';
import { geefPost } from '../post/versturen.ts';
import { addDagen, formatDatum, parseDatum } from '../termijnen/datum.ts';
import { computeInwerkingtreding } from '../termijnen/domain.ts';
import { reactieOpPapier } from '../termijnen/reactietermijn.ts';
import { bewaarStuk, maakBekend, maakStuk } from './besluit.ts';
import {
  bewaarBesluit,
  kiesProcedure,
  legTerInzage,
  neemBesluit,
  publiceerAanvraag,
  verlengTermijn,
} from './contract.ts';
import { magNu, mogelijkeResultaten } from './domain/handelingen.ts';
import { beslistermijn, verlengArtikel, zienswijzenTot } from './domain/termijn.ts';
import { resultaatWoord } from './domain/woorden.ts';
import { type createHandel, type Daad, kanNuNiet } from './handel.ts';

const procedureReden = {
  verplicht: 'omdat de wet dat voor deze activiteit eist (Ob 10.24)',
  verzoek: 'op verzoek of met instemming van de aanvrager (Ow 16.65 lid 1)',
  bopa: 'omdat de gevolgen groot zijn en er bedenkingen worden verwacht (Ow 16.65 lid 4)',
  herstel: 'omdat de uitgebreide procedure niet nodig bleek (Ow 16.64)',
} as const;

/** How long before the ontwerp lies to be read it may be made known, in days. */
const vooraankondiging = 60;

/** The term, the procedure, and what is decided and made known. */
export function mountBesluiten(handel: ReturnType<typeof createHandel>): void {
  handel(kiesProcedure, 'procedure-kiezen', async ({ stand, wijzig }, { procedure, reden }) => {
    if (procedure === stand.procedure) throw invalidInput([{ veld: 'procedure', melding: 'Die procedure loopt al' }]);
    const uiterlijk = beslistermijn({ ...stand, procedure })?.laatsteDag ?? null;
    await wijzig(
      { procedure, uiterste_datum: uiterlijk },
      {
        soort: 'procedure',
        tekst: `De gemeente volgt nu de ${procedure === 'uitgebreid' ? 'uitgebreide' : 'gewone'} procedure, ${procedureReden[reden]}.${uiterlijk ? ` Zij beslist uiterlijk op ${formatDatum(uiterlijk)}.` : ''}`,
        gegevens: { procedure, reden },
      },
    );
  });

  handel(verlengTermijn, 'verlengen', async (daad, { weken, reden, omschrijving }) => {
    const { stand, wijzig } = daad;
    const uiterlijk = beslistermijn({ ...stand, verlengdMetWeken: weken })?.laatsteDag ?? null;
    // extended, and made known, within the first term
    if (stand.zaaktype.verzoek === 'aanvraag') await maakBekend(daad, 'verlengd', omschrijving, { uiterlijk });
    await wijzig(
      {
        status: 'verlengd',
        verlengd_met_weken: weken,
        uiterste_datum: uiterlijk,
        publieke_omschrijving: omschrijving.trim(),
      },
      {
        soort: 'verlengd',
        tekst: `De gemeente neemt ${weken === 1 ? '1 week' : `${weken} weken`} meer om te beslissen (${verlengArtikel(stand)}): ${reden.trim()}${uiterlijk ? ` Zij beslist uiterlijk op ${formatDatum(uiterlijk)}.` : ''}`,
        gegevens: { weken },
      },
    );
  });

  handel(publiceerAanvraag, 'aanvraag-publiceren', async (daad, { omschrijving }) => {
    const identificatie = await maakBekend(daad, 'aanvraag', omschrijving);
    await daad.wijzig(
      { publieke_omschrijving: omschrijving.trim() },
      {
        soort: 'gepubliceerd',
        tekst: 'De aanvraag is gepubliceerd en staat op de kaart.',
        gegevens: { identificatie },
      },
    );
  });

  handel(bewaarBesluit, 'beoordelen', ({ wijzig }, { besluit }) =>
    wijzig(
      { besluit_concept: JSON.stringify(besluit) },
      { soort: 'besluit-bewaard', tekst: 'Het besluit in wording is bewaard.', intern: true },
    ),
  );

  handel(legTerInzage, 'ter-inzage-leggen', async (daad, { besluit, omschrijving, vanaf }) => {
    const { zaak, stand, vandaag, wijzig } = daad;
    const dag = parseDatum(vanaf);
    if (!dag || dag < vandaag || dag > addDagen(vandaag, vooraankondiging)) {
      throw invalidInput([{ veld: 'vanaf', melding: `Kies vandaag of een dag binnen ${vooraankondiging} dagen` }]);
    }
    eisResultaat(mogelijkeResultaten(stand), besluit.resultaat);
    const tot = zienswijzenTot(dag);
    await bewaarStuk(daad, 'ontwerpbesluit', maakStuk(zaak, besluit, dag, true));
    await maakBekend(daad, 'ontwerp', omschrijving, { terInzageOp: dag });
    await wijzig(
      {
        status: 'ontwerp-ter-inzage',
        ter_inzage_op: dag,
        besluit_concept: JSON.stringify(besluit),
        publieke_omschrijving: omschrijving.trim(),
      },
      {
        soort: 'ontwerp-ter-inzage',
        tekst: `Het ontwerp van het besluit ligt ter inzage vanaf ${formatDatum(dag)}. Iedereen kan reageren tot en met ${formatDatum(tot)} (Awb 3:16).`,
        gegevens: { vanaf: dag, tot },
      },
    );
  });

  handel(neemBesluit, null, async (daad, { besluit, omschrijving }) => {
    const { zaak, stand, wie, vandaag, wijzig } = daad;
    const buiten = besluit.resultaat === 'buiten-behandeling';
    const oordeel = magNu(buiten ? 'buiten-behandeling-laten' : 'besluiten', stand, wie.persoon, vandaag);
    if (!oordeel.mag) throw kanNuNiet(oordeel.reden);
    if (!buiten) eisResultaat(mogelijkeResultaten(stand), besluit.resultaat);
    const terInzage = stand.procedure === 'uitgebreid' && !buiten;
    const soort = (terInzage ? 'definitief' : besluit.resultaat) as BesluitSoort;
    const documentId = await bewaarStuk(daad, 'besluit', maakStuk(zaak, besluit, vandaag, false));
    // a decision on bezwaar goes to who objected, and is no notice for everybody
    if (stand.zaaktype.verzoek === 'aanvraag') {
      await maakBekend(daad, soort, omschrijving, {
        verzondenOp: vandaag,
        ...(terInzage && { terInzageOp: vandaag }),
        inWerking:
          besluit.resultaat === 'verleend'
            ? computeInwerkingtreding(besluit.onomkeerbaar ? 'vergunningVierWeken' : 'vergunning', vandaag)
            : null,
      });
      await vertelReageerders(daad, soort, omschrijving);
    }
    await wijzig(
      {
        status: 'besloten',
        resultaat: besluit.resultaat,
        opgeschort_sinds: null,
        besluit_concept: null,
        verzonden_op: vandaag,
        publieke_omschrijving: omschrijving.trim(),
        ...(terInzage && { ter_inzage_op: vandaag }),
      },
      {
        soort: 'besloten',
        tekst: `De gemeente heeft besloten: ${(resultaatWoord[besluit.resultaat] ?? besluit.resultaat).toLowerCase()}. Het besluit is op ${formatDatum(vandaag)} verzonden${stand.zaaktype.verzoek === 'aanvraag' ? ' en gepubliceerd' : ''}.`,
        gegevens: { resultaat: besluit.resultaat },
        documentId,
      },
    );
  });
}

/** Who gave a zienswijze or reacted, and left an address, hears that there is a besluit and what he can do. */
async function vertelReageerders(
  { trx, zaak: { id, plaats, gemeente }, stand: { procedure }, vandaag }: Daad,
  soort: BesluitSoort,
  omschrijving: string,
): Promise<void> {
  const kan = reactieOpPapier({
    soort,
    procedure: soort === 'definitief' && procedure === 'uitgebreid' ? 'uitgebreid' : 'regulier',
    verzonden: vandaag,
    terInzage: vandaag,
    gepubliceerd: vandaag,
  });
  for (const { email, kenmerk } of await loadReageerders(trx, id)) {
    await geefPost(trx, {
      aan: email,
      onderwerp: `Er is een besluit over een plan waarop u reageerde (${kenmerk})`,
      tekst: `U reageerde op een plan: ${omschrijving.trim()}, ${plaats}. De gemeente heeft nu besloten.\n\n${kan}\n\nZoek deze plek in het Omgevingsloket en lees bij Besluiten wat er is besloten.\n\n${gemeente}`,
      zaakId: null,
      documentId: null,
    });
  }
}

function eisResultaat(mogelijk: readonly string[], resultaat: string): void {
  if (!mogelijk.includes(resultaat)) {
    throw invalidInput([{ veld: 'besluit.resultaat', melding: 'Kies een besluit dat bij deze zaak hoort' }]);
  }
}
