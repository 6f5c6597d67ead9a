import { alinea, kop, type Stuk } from '../../../rapport/domain/stuk.ts';
import { type Datum, formatDatum } from '../../../termijnen/datum.ts';
import type { Buur } from '../contract.ts';

/** How the adressen were chosen. */
export type Keuze = { afstand: number } | { buurt: string; naam: string };

/** @example schrijfKeuze({ afstand: 100 }) // 'binnen 100 meter' */
export const schrijfKeuze = (keuze: Keuze): string =>
  'afstand' in keuze ? `binnen ${keuze.afstand.toLocaleString('nl-NL')} meter` : `in de buurt ${keuze.naam}`;

/** A zaak, as a letter about it needs. */
export interface BriefZaak {
  kenmerk: string;
  /** "aanvraag omgevingsvergunning" */
  ding: string;
  plaats: string;
  gemeente: string;
  /** What everybody may read of it; null: nothing yet. */
  omschrijving: string | null;
  zienswijzenTot: Datum | null;
  initiatief: { reagerenTot: Datum | null } | null;
  /** Identificatie of its newest notice. */
  bekendmaking: string | null;
}

/** A letter to begin with; the behandelaar changes it. No names. */
export function stelBriefVoor(zaak: BriefZaak, publicUrl: string): { titel: string; tekst: string } {
  const { kenmerk, ding, plaats, omschrijving, zienswijzenTot, initiatief, bekendmaking } = zaak;
  const wat = omschrijving ?? ding;
  const pagina = initiatief
    ? `${publicUrl}/initiatieven/${kenmerk}`
    : bekendmaking
      ? `${publicUrl}/bekendmakingen/${bekendmaking}`
      : null;
  return {
    titel: `Een plan bij u in de buurt: ${wat}`,
    tekst: [
      `Bij u in de buurt is een plan: ${wat}, ${plaats}. Wij behandelen hiervoor een ${ding} met het kenmerk ${kenmerk}.`,
      ...(zienswijzenTot
        ? [
            `Het ontwerp van ons besluit ligt ter inzage. U kunt uw mening geven (zienswijze) t/m ${formatDatum(zienswijzenTot)}.`,
          ]
        : []),
      ...(initiatief?.reagerenTot ? [`U kunt op het plan reageren t/m ${formatDatum(initiatief.reagerenTot)}.`] : []),
      ...(pagina ? [`Lees er alles over op ${pagina}`] : []),
      `Hebt u een vraag? Bel of mail ons en noem het kenmerk ${kenmerk}.`,
      'U krijgt deze brief omdat uw adres dicht bij het plan ligt. Wij hebben daarvoor alleen adressen gebruikt, geen namen.',
    ].join('\n\n'),
  };
}

/** One letter per adres, each on a page of its own. */
export function maakBrieven({
  zaak: { kenmerk, gemeente },
  titel,
  tekst,
  dag,
  adressen,
}: {
  zaak: { kenmerk: string; gemeente: string };
  titel: string;
  tekst: string;
  /** The day on the letter. */
  dag: Datum;
  adressen: readonly Pick<Buur, 'straatregel' | 'plaatsregel' | 'woning'>[];
}): Stuk {
  return {
    titel: `Brieven bij ${kenmerk}`,
    onderwerp: titel,
    auteur: gemeente,
    soortnaam: gemeente,
    gemaaktOp: `${dag}T12:00:00.000Z`,
    kopregel: titel,
    voet: [`${gemeente}, zaak ${kenmerk}`],
    blokken: adressen.flatMap(({ straatregel, plaatsregel, woning }) => [
      {
        soort: 'adres' as const,
        regels: [
          woning ? 'Aan de bewoners van' : 'Aan de gebruikers van',
          straatregel,
          ...(plaatsregel ? [plaatsregel] : []),
        ],
      },
      alinea(formatDatum(dag)),
      kop(1, titel),
      ...tekst.split(/\n+/).filter(Boolean).map(alinea),
      alinea(`Met vriendelijke groet,`),
      alinea(gemeente),
    ]),
  };
}
