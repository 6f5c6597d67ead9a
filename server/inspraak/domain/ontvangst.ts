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
