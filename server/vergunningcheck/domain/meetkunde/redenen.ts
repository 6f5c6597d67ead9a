/** Why something cannot be computed. Never a fault of the program: each says what is wrong and so what to do. */
export const redenen = {
  'plan-buiten-nederland': 'uw tekening niet in Nederland ligt',
  'plan-te-weinig-punten': 'uw tekening minder dan drie hoeken heeft',
  'plan-te-veel-punten': 'uw tekening te veel hoeken heeft',
  'plan-zonder-oppervlakte': 'uw tekening geen oppervlakte heeft',
  'plan-kruist-zichzelf': 'de lijnen van uw tekening elkaar kruisen',
  'kaart-zonder-antwoord': 'de kaart nu geen antwoord geeft',
  'perceel-onbruikbaar': 'de grens van het perceel op de kaart niet klopt',
  'geen-perceel': 'hier geen perceel op de kaart staat',
  'geen-hoofdgebouw': 'er op dit perceel geen hoofdgebouw op de kaart staat',
  'hoofdgebouw-onbruikbaar': 'de omtrek van het hoofdgebouw op de kaart niet klopt',
  'hoofdgebouw-buiten-perceel': 'het hoofdgebouw niet op dit perceel staat',
  'hoofdgebouw-op-ander-perceel': 'het adres van het hoofdgebouw op een ander perceel ligt',
  'hoofdgebouw-te-ondiep': 'het hoofdgebouw te ondiep is om de lijn te trekken',
  'meer-hoofdgebouwen': 'er op dit perceel meer gebouwen met een adres staan',
  'meer-woningen': 'dit adres in een gebouw met meer woningen ligt',
  'openbaar-gebied-onbekend': 'niet bekend is wat hier openbaar toegankelijk is',
  'geen-adresstraat': 'niet bekend is aan welke straat het hoofdgebouw ligt',
} as const;

export type Reden = keyof typeof redenen;

/** "Niet te berekenen omdat …", as a whole sentence. */
export const redenZin = (reden: Reden): string => `Niet te berekenen omdat ${redenen[reden]}.`;
