import type { FeitDefinitie } from '../domain/regel.ts';
import { alle } from '../domain/regel.ts';
import { activiteit, grens, moet } from './bouwstenen.ts';
import { getal, jaNee, keuze } from './feit.ts';
import { bijzondereEisen, erfgoeddeel, technischGebouw, waterdeel } from './gedeeld.ts';

/** What a person says of a bouwwerk; the keys are those of the geometric rules. */
const planfeiten: FeitDefinitie[] = [
  keuze('soortWerk', 'Nieuw of uitbreiding', 'Bouwt u iets los, of bouwt u aan een bestaand gebouw?', {
    nieuwbouw: ['Een los bouwwerk', 'U bouwt een los bouwwerk.', 'Bijvoorbeeld een schuur of een losse garage'],
    uitbreiding: ['Aan een bestaand gebouw', 'U bouwt aan een bestaand gebouw.', 'Bijvoorbeeld een aanbouw of serre'],
  }),
  jaNee('opDeGrond', 'Op de grond', 'Staat het bouwwerk op de grond?', {
    ja: 'Het bouwwerk staat op de grond.',
    nee: 'Het bouwwerk staat niet op de grond.',
  }),
  getal('hoogte', 'Hoogte', 'Hoe hoog wordt het bouwwerk?', 'm', 'Het bouwwerk wordt {waarde} hoog.', {
    maximum: 60,
    beeld: 'bouwwerk-hoogte',
    hulp: 'Meet vanaf de grond ernaast, zoals die klaar is, tot het hoogste punt.',
  }),
  keuze(
    'dak.vorm',
    'Vorm van het dak',
    'Welke vorm krijgt het dak?',
    {
      plat: ['Een plat dak', 'Het bouwwerk krijgt een plat dak.'],
      lessenaar: ['Een dak dat één kant op helt', 'Het dak helt één kant op.'],
      zadel: ['Een schuin dak met een nok in het midden', 'Het bouwwerk krijgt een schuin dak met een nok.'],
    },
    { beeld: 'dakvormen' },
  ),
  getal(
    'dak.goothoogte',
    'Hoogte van de dakvoet',
    'Hoe hoog komt de onderkant van het schuine dak?',
    'm',
    'De dakvoet komt op {waarde}.',
    {
      maximum: 60,
      beeld: 'bouwwerk-hoogte',
    },
  ),
  getal('dak.nokhoogte', 'Hoogte van de nok', 'Hoe hoog komt de nok van het dak?', 'm', 'De nok komt op {waarde}.', {
    maximum: 60,
    beeld: 'bouwwerk-hoogte',
  }),
  getal('dak.helling', 'Helling van het dak', 'Hoeveel graden helt het dak?', 'graden', 'Het dak helt {waarde}.', {
    maximum: 90,
  }),
  getal(
    'dak.nokAfstandTotPerceelgrens',
    'Afstand van de nok tot de perceelgrens',
    'Hoe ver ligt de nok van de dichtstbijzijnde grens van uw perceel?',
    'm',
    'De nok ligt {waarde} van de perceelgrens.',
    {
      maximum: 500,
    },
  ),
  getal(
    'bouwlagen',
    'Bouwlagen',
    'Hoeveel verdiepingen heeft het bouwwerk, de begane grond meegeteld?',
    'stuks',
    'Aantal bouwlagen: {waarde}.',
    {
      minimum: 1,
      maximum: 20,
    },
  ),
  jaNee(
    'verblijfsgebiedOpVerdieping',
    'Kamer op de verdieping',
    'Komt er boven de begane grond een kamer om in te wonen, werken of slapen?',
    {
      ja: 'Boven de begane grond komt een kamer om in te wonen, werken of slapen.',
      nee: 'Boven de begane grond komt geen kamer om in te wonen, werken of slapen.',
    },
  ),
  jaNee(
    'buitenruimteBovenGrond',
    'Dakterras of balkon',
    'Krijgt het bouwwerk een dakterras, balkon of andere buitenruimte boven de grond?',
    {
      ja: 'Het bouwwerk krijgt een dakterras, balkon of andere buitenruimte boven de grond.',
      nee: 'Het bouwwerk krijgt geen dakterras of balkon.',
    },
  ),
  keuze(
    'functioneelOndergeschikt',
    'Gebruik',
    'Waarvoor gebruikt u het bouwwerk?',
    {
      geheel: [
        'Alleen voor berging, hobby of stalling',
        'Het bouwwerk is alleen voor berging, hobby of stalling.',
        'Zoals een schuur, garage of hobbyruimte',
      ],
      voorbij4m: [
        'Vlak bij het huis wonen, verder weg alleen berging, hobby of stalling',
        'Het deel verder dan 4 meter van het huis is alleen voor berging, hobby of stalling.',
      ],
      nee: [
        'Om in te wonen of te werken',
        'Het bouwwerk is om in te wonen of te werken.',
        'Zoals een keuken, woonkamer, slaapkamer of kantoor',
      ],
    },
    { hulp: 'Een schuur, garage of hobbyruimte hoort bij het wonen, maar is geen woonruimte.' },
  ),
  jaNee(
    'mantelzorg',
    'Mantelzorg',
    'Is het bouwwerk voor iemand die mantelzorg krijgt of geeft?',
    {
      ja: 'Het bouwwerk is voor mantelzorg.',
      nee: 'Het bouwwerk is niet voor mantelzorg.',
    },
    { hulp: 'U laat met een verklaring zien dat de zorg nodig is.' },
  ),
  jaNee('verplaatsbaar', 'Verplaatsbaar', 'Is het bouwwerk helemaal of voor een deel te verplaatsen?', {
    ja: 'Het bouwwerk is te verplaatsen.',
    nee: 'Het bouwwerk is niet te verplaatsen.',
  }),
  jaNee(
    'scheidingswandOp4m',
    'Wand op 4 meter',
    'Staat er een wand precies 4 meter van het huis, die het bouwwerk in tweeën deelt?',
    {
      ja: 'Een wand op 4 meter van het huis deelt het bouwwerk in tweeën.',
      nee: 'Er staat geen wand op 4 meter van het huis.',
    },
  ),
];

/** What the geometric rules ask of the house, where the map does not tell. */
const huisfeiten: FeitDefinitie[] = [
  keuze(
    'hoofdgebouwType',
    'Soort hoofdgebouw',
    'Wat voor gebouw is het hoofdgebouw?',
    {
      woning: ['Een gewoon huis of ander vast gebouw', 'Het hoofdgebouw is een vast gebouw.'],
      woonwagen: ['Een woonwagen', 'Het hoofdgebouw is een woonwagen.'],
      tijdelijk: ['Een tijdelijk gebouw dat weer weg moet', 'Het hoofdgebouw is tijdelijk.'],
      recreatie: ['Een vakantiehuis', 'Het hoofdgebouw is een recreatieverblijf.'],
    },
    { vanPlaats: true },
  ),
  jaNee(
    'oorspronkelijkHoofdgebouw',
    'Later aangebouwd',
    'Staat uw huis er nog zoals het is gebouwd, zonder aanbouw van later?',
    {
      ja: 'Het huis is later niet uitgebreid.',
      nee: 'Het huis is later uitgebreid.',
    },
    { vanPlaats: true, hulp: 'Een aanbouw, serre of aangebouwde garage van later telt mee voor wat u nog mag bouwen.' },
  ),
  getal('hoogteHoofdgebouw', 'Hoogte van het huis', 'Hoe hoog is uw huis?', 'm', 'Het huis is {waarde} hoog.', {
    vanPlaats: true,
    maximum: 200,
    hulp: 'Meet van de grond tot het hoogste punt van het dak.',
  }),
  getal(
    'hoogteVloerTweedeBouwlaag',
    'Vloer van de eerste verdieping',
    'Hoe hoog boven de grond ligt de bovenkant van de vloer van de eerste verdieping?',
    'm',
    'De vloer van de eerste verdieping ligt op {waarde}.',
    {
      vanPlaats: true,
      maximum: 20,
      hulp: 'Bij de meeste huizen is dat 2,70 tot 3,10 meter. Heeft uw huis geen verdieping, vul dan 0 in.',
    },
  ),
  jaNee(
    'alleBouwwerkenOpKaart',
    'Alles staat op de kaart',
    'Staan al uw schuren, overkappingen en aanbouwen op de kaart?',
    {
      ja: 'Alle schuren, overkappingen en aanbouwen staan op de kaart.',
      nee: 'Niet alle schuren, overkappingen en aanbouwen staan op de kaart.',
    },
    {
      vanPlaats: true,
      hulp: 'Alles met een dak telt mee, ook als het zonder vergunning mocht. Staat iets niet op de kaart? Teken het erbij als "Wat er al staat".',
    },
  ),
];

const kloptNiet = (sleutel: string, naam: string, wat: string): FeitDefinitie =>
  keuze(
    sleutel,
    naam,
    `Wat klopt er niet aan ${wat}?`,
    { 'klopt-niet': [`De kaart heeft ${wat} niet goed`, `Volgens u heeft de kaart ${wat} niet goed.`] },
    { van: 'kaart', vanPlaats: true },
  );

/** Shapes of the map: a person can say that one is wrong, but not in an answer what it must be. */
export const kaartstukken: readonly FeitDefinitie[] = [
  kloptNiet('perceel', 'Perceel', 'de grens van het perceel'),
  kloptNiet('hoofdgebouw', 'Hoofdgebouw', 'het hoofdgebouw'),
  kloptNiet('bestaandeBijbehorendeBouwwerken', 'Andere bouwwerken op het perceel', 'de andere bouwwerken'),
  kloptNiet('openbaarToegankelijkGebied', 'Openbaar toegankelijk gebied', 'het openbare gebied'),
  kloptNiet('adresStraat', 'Straat van het adres', 'de straat van het adres'),
];

/** Who asks for a bouwmelding has a house on the ground, and no flat. */
const klasse = alle(
  moet('geen-woongebouw', 'meerWoningen', [false], 'Er staat geen gebouw met meer woningen', 'Bbl 2.17'),
  moet('woning', 'woning', [true], 'Het bouwwerk hoort bij een woning', 'Bbl 2.17'),
);

/** Norms of the omgevingsplan for what needs a closer look. @source omgevingsplan Modelgemeente art. 4.8 */
const plantoets = [
  grens({
    id: 'plan-oppervlakte',
    omschrijving: 'Alle bijbehorende bouwwerken samen zijn niet groter dan het omgevingsplan toestaat',
    feit: 'gebruiktM2',
    vergelijking: '<=',
    waarde: { feit: 'norm.maximum-oppervlakte-bijbehorende-bouwwerken', maal: 1, plus: 0 },
    eenheid: 'm2',
    artikel: 'omgevingsplan, bijbehorende bouwwerken',
  }),
  grens({
    id: 'plan-bouwhoogte',
    omschrijving: 'Het bouwwerk is niet hoger dan het omgevingsplan toestaat',
    feit: 'hoogte',
    vergelijking: '<=',
    waarde: { feit: 'norm.maximum-bouwhoogte-bijgebouw', maal: 1, plus: 0 },
    eenheid: 'm',
    artikel: 'omgevingsplan, bijbehorende bouwwerken',
    wijzig: 'Maak het bouwwerk {n} lager',
  }),
];

const samenhang = [
  grens({
    id: 'dakvoet-onder-top',
    omschrijving: 'De dakvoet is niet hoger dan het bouwwerk',
    feit: 'dak.goothoogte',
    vergelijking: '<=',
    waarde: { feit: 'hoogte', maal: 1, plus: 0 },
    eenheid: 'm',
    artikel: 'Bbl 2.23',
  }),
  grens({
    id: 'nok-onder-top',
    omschrijving: 'De nok is niet hoger dan het bouwwerk',
    feit: 'dak.nokhoogte',
    vergelijking: '<=',
    waarde: { feit: 'hoogte', maal: 1, plus: 0 },
    eenheid: 'm',
    artikel: 'Bbl 2.23',
  }),
];

const gemeenschappelijk = {
  groep: 'Bouwen',
  soort: 'bouwwerk',
  delen: [technischGebouw('Bbl 2.25', klasse), erfgoeddeel, waterdeel],
  plantoets,
  samenhang,
} as const;

export const bijbehorendBouwwerk = activiteit({
  ...gemeenschappelijk,
  id: 'bijbehorend-bouwwerk',
  naam: 'Aanbouw, schuur, garage of overkapping',
  uitleg: 'Een aanbouw, serre, schuur, garage, carport, veranda of ander bouwwerk met een dak bij uw huis.',
  zoekwoorden: [
    'schuur',
    'schuurtje',
    'aanbouw',
    'uitbouw',
    'garage',
    'carport',
    'veranda',
    'overkapping',
    'terrasoverkapping',
    'serre',
    'tuinhuis',
    'tuinhuisje',
    'berging',
    'bijgebouw',
    'blokhut',
    'erker',
    'fietsenhok',
    'fietsenschuur',
    'prieel',
    'kas',
    'tuinkamer',
    'hobbyruimte',
    'keuken uitbouwen',
    'woonkamer uitbouwen',
    'stal',
  ],
  meetkunde: { vast: {} },
  feiten: [...planfeiten, ...huisfeiten, bijzondereEisen],
});

export const mantelzorgwoning = activiteit({
  ...gemeenschappelijk,
  id: 'mantelzorgwoning',
  naam: 'Mantelzorgwoning in de tuin',
  uitleg: 'Een woning in uw tuin voor iemand die mantelzorg krijgt of geeft.',
  zoekwoorden: [
    'mantelzorgwoning',
    'mantelzorgunit',
    'mantelzorg bouwen',
    'zorgunit',
    'woning in de tuin',
    'ouders in de tuin',
    'pre-mantelzorg',
  ],
  meetkunde: { vast: { mantelzorg: true, functioneelOndergeschikt: 'nee' } },
  feiten: [
    ...planfeiten.filter(({ sleutel }) => sleutel !== 'mantelzorg' && sleutel !== 'functioneelOndergeschikt'),
    ...huisfeiten,
    bijzondereEisen,
  ],
  letOp: [
    {
      tekst: 'Zorg voor een verklaring dat de mantelzorg nodig is. In de woning wonen ten hoogste 2 mensen.',
      artikel: 'Bbl bijlage I',
    },
    { tekst: 'Stopt de mantelzorg, dan stopt ook het wonen in het bijgebouw.', artikel: 'bruidsschat 22.36, onder c' },
  ],
});
