import { type Datum, formatDatum } from '../../termijnen/datum.ts';
import type { Zienswijze } from '../contract.ts';

/** What happens with it now, for screen and mail. */
export const vervolgVan = ({ soort }: Pick<Zienswijze, 'soort'>): string[] =>
  soort === 'zienswijze'
    ? [
        'De gemeente weegt uw zienswijze mee en legt in het besluit uit wat zij ermee doet.',
        'De aanvrager kan horen wat u vindt. Uw naam en adres staan niet op de kaart of op een pagina voor iedereen.',
      ]
    : [
        'De gemeente leest uw reactie en vertelt op de pagina van het plan wat er met de reacties is gedaan.',
        'Uw naam en adres staan niet op de kaart of op een pagina voor iedereen.',
      ];

export const naamVanSoort = { zienswijze: 'zienswijze', reactie: 'reactie' } as const;

/** The receipt as a mail: without what was written. Mail is no safe. */
export function maakOntvangstMail(
  { kenmerk, soort, titel, naam, ontvangenOp, uiterlijk }: Omit<Zienswijze, 'id'>,
  publicUrl: string,
): { onderwerp: string; tekst: string } {
  const wat = naamVanSoort[soort];
  return {
    onderwerp: `Ontvangen: uw ${wat} (${kenmerk})`,
    tekst: [
      `Beste ${naam},`,
      `Wij hebben uw ${wat} ontvangen op ${formatDatum(ontvangenOp as Datum)}.`,
      `Kenmerk: ${kenmerk}\nGaat over: ${titel}${uiterlijk ? `\nKon tot en met: ${formatDatum(uiterlijk as Datum)}` : ''}`,
      ...vervolgVan({ soort }),
      `Lees terug wat u stuurde: ${publicUrl}/mijn-zaken`,
    ].join('\n\n'),
  };
}
