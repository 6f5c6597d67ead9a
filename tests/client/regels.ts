import type { Vindplaats } from '../../client/regels/filter.ts';
import type { Regels } from '../../server/regels/contract.ts';

/** A rule in force on the whole perceel, in the document of the gemeente. */
export const plek = (anders: Partial<Vindplaats> = {}): Vindplaats => ({
  regelingId: 1,
  regeltekstId: 10,
  artikel: 'Artikel 5.1',
  opschrift: 'Bouwen',
  themas: ['bouwen'],
  idealisatie: 'exact',
  werking: 'geldt',
  aandeel: { m2: 264.3, procent: 100, rand: false },
  ...anders,
});

/** Rules of a gemeente and a waterschap at one perceel; of provincie and Rijk we know nothing. */
export const regels: Regels = {
  datum: '2026-11-22',
  gebied: { soort: 'perceel', kadastraleAanduiding: 'OTL02 B 2351', oppervlakteM2: 264.3 },
  bestuurslagen: [
    { bestuurslaag: 'gemeente', stand: 'bekend' },
    { bestuurslaag: 'waterschap', stand: 'bekend' },
    { bestuurslaag: 'provincie', stand: 'geen-gegevens' },
    { bestuurslaag: 'rijk', stand: 'geen-gegevens' },
  ],
  regelingen: [
    {
      id: 1,
      identificatie: '/akn/nl/act/gm9999/2024/omgevingsplan',
      soort: 'omgevingsplan',
      opschrift: 'Omgevingsplan Modelgemeente',
      bestuurslaag: 'gemeente',
      bevoegdGezag: 'gemeente Modelgemeente',
      status: 'geldend',
      geldigVanaf: '2024-01-01',
      geldigTot: null,
      url: null,
      bronId: 'plan',
    },
    {
      id: 2,
      identificatie: '/akn/nl/act/ws9999/2024/verordening',
      soort: 'waterschapsverordening',
      opschrift: 'Waterschapsverordening',
      bestuurslaag: 'waterschap',
      bevoegdGezag: 'waterschap Model',
      status: 'ontwerp',
      geldigVanaf: null,
      geldigTot: null,
      url: null,
      bronId: 'plan',
    },
  ],
  activiteiten: [
    {
      naam: 'bouwen',
      groep: 'bouwactiviteit',
      aanduidingen: [
        { kwalificatie: 'meldingsplicht', ...plek({ regelingId: 2, regeltekstId: 20, artikel: 'Artikel 2.3' }) },
        { kwalificatie: 'vergunningplicht', ...plek() },
        { kwalificatie: 'vergunningplicht', ...plek({ regeltekstId: 11, artikel: 'Artikel 5.2' }) },
      ],
    },
    {
      naam: 'boom kappen',
      groep: 'kapactiviteit',
      aanduidingen: [
        {
          kwalificatie: 'verbod',
          ...plek({
            regeltekstId: 12,
            artikel: 'Artikel 6.1',
            themas: ['natuur'],
            idealisatie: 'indicatief',
            aandeel: { m2: 3.2, procent: 1.2, rand: true },
          }),
        },
      ],
    },
    {
      naam: 'café beginnen',
      groep: 'horeca',
      aanduidingen: [
        {
          kwalificatie: 'iets nieuws',
          ...plek({ regeltekstId: 13, artikel: 'Artikel 7.1', werking: 'onbekend', aandeel: null }),
        },
      ],
    },
  ],
  normen: [
    {
      naam: 'maximum bouwhoogte',
      soort: 'omgevingsnorm',
      type: 'maximum bouwhoogte',
      groep: 'maatvoering bouwen',
      eenheid: 'meter',
      waarden: [{ kwantitatief: '8.5', kwalitatief: null, inRegeltekst: false, ...plek({ regeltekstId: 14 }) }],
    },
  ],
  gebiedsaanwijzingen: [],
  overig: [],
  bronnen: [{ id: 'plan', naam: 'Omgevingsplan', licentie: 'CC0', url: null, peildatum: '2026-01-01' }],
};
