/** How results and advice are called on screen and on paper. */

export const resultaatWoord: Readonly<Record<string, string>> = {
  verleend: 'Verleend',
  geweigerd: 'Geweigerd',
  'buiten-behandeling': 'Niet in behandeling genomen',
  vergunningvrij: 'Geen vergunning nodig',
  ingetrokken: 'Ingetrokken',
  gegrond: 'Gegrond',
  ongegrond: 'Ongegrond',
  'niet-ontvankelijk': 'Niet-ontvankelijk',
  geaccepteerd: 'Geaccepteerd',
  'niet-volledig': 'Niet volledig',
  vergunningplichtig: 'Er is een vergunning nodig',
  opgelost: 'Opgelost',
  'niet-opgelost': 'Niet opgelost',
  doorgezet: 'Doorgezet naar een ander',
};

export const adviesWoord = {
  positief: 'Positief',
  'positief-met-voorschriften': 'Positief, met voorschriften',
  negatief: 'Negatief',
  'geen-bezwaar': 'Geen bezwaar',
} as const;
