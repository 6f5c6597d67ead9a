/** How long a kind of data is kept, and why. */
export interface Bewaartermijn {
  wat: string;
  /** As PostgreSQL reads it. */
  duur: string;
  grond: string;
}

/**
 * Until when what the loket keeps is kept: the one table. Shorter is refused by the database where it is a log.
 *
 * @NOTE the time for what was taken back is a choice: set it by the selectielijst of the gemeente (Archiefwet). A zaak
 * that was decided or dealt with is never removed by the loket: that time follows from its result, in the zaaksysteem.
 */
export const bewaartermijnen = {
  logboeken: {
    wat: 'Logboeken van het gebruik van gegevens',
    duur: '5 years',
    grond: 'Wpg art. 14 en 33, AVG art. 5 lid 2',
  },
  post: { wat: 'Dat er een e-mail is verzonden', duur: '1 year', grond: 'AVG art. 5 lid 1 onder e' },
  ingetrokken: {
    wat: 'Aanvragen en meldingen die zijn ingetrokken',
    duur: '1 year',
    grond: 'AVG art. 5 lid 1 onder e, Archiefwet 1995 art. 5',
  },
} as const satisfies Record<string, Bewaartermijn>;
