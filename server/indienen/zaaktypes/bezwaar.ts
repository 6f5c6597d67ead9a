import { TERMIJNEN } from '../../termijnen/domain.ts';
import { contact } from './bouwstenen.ts';
import type { Zaaktype } from './zaaktype.ts';

/** Bezwaar against a besluit of the gemeente: who is late can send it all the same. @source Awb 6:4, 6:5, 6:11, 7:1 */
export const bezwaar: Zaaktype = {
  id: 'bezwaar',
  naam: 'Bezwaar maken',
  ding: 'bezwaar',
  uitleg: 'Bent u het niet eens met een besluit van de gemeente? Begin bij het besluit op de kaart of bij uw zaak.',
  artikel: 'Awb 6:4 en 7:1',
  verzoek: 'bezwaar',
  gegeven: 'eigenDossier',
  onderwerp: 'overig',
  fotos: false,
  stappen: [
    {
      id: 'wat',
      titel: 'Waarom bent u het er niet mee eens?',
      velden: [
        { id: 'besluit', soort: 'besluit', label: 'Tegen welk besluit maakt u bezwaar?', artikel: 'Awb 6:5' },
        {
          id: 'omschrijving',
          soort: 'lange-tekst',
          maximum: 10_000,
          label: 'Waarom bent u het er niet mee eens?',
          uitleg: 'Schrijf ook hoe het besluit u raakt.',
          artikel: 'Awb 6:5',
        },
        {
          id: 'wens',
          soort: 'lange-tekst',
          maximum: 4_000,
          label: 'Wat wilt u dat de gemeente besluit?',
          optioneel: true,
        },
        {
          id: 'waaromLater',
          soort: 'lange-tekst',
          maximum: 4_000,
          label: 'Bent u te laat? Schrijf waarom.',
          uitleg:
            'Alleen als de laatste dag voorbij is. Kon u er niets aan doen, dan behandelt de gemeente uw bezwaar toch.',
          artikel: 'Awb 6:11',
          optioneel: true,
        },
      ],
    },
    {
      ...contact,
      velden: contact.velden.map((veld) => (veld.artikel?.startsWith('Awb') ? { ...veld, artikel: 'Awb 6:5' } : veld)),
    },
  ],
  vereisten: [],
  termijn: () => ({
    procedure: 'regulier',
    naam: 'Bezwaar',
    artikel: TERMIJNEN.beslissingOpBezwaar.artikel,
    regel: TERMIJNEN.beslissingOpBezwaar,
    wekenVooraf: null,
    uitleg:
      'De gemeente kijkt opnieuw naar het besluit en kan u vragen om uw bezwaar toe te lichten. Zij beslist binnen 6 weken na de laatste dag waarop bezwaar kon. Vraagt zij advies aan een commissie, dan is dat 12 weken. Het kan één keer 6 weken langer duren (Awb 7:10 lid 3).',
  }),
  rechtsmiddelen: [
    'Het besluit geldt intussen gewoon (Awb 6:16). Kunt u niet wachten, dan kunt u de rechter om een voorlopige voorziening vragen.',
    'Bent u het straks niet eens met de beslissing op uw bezwaar? Dan kunt u in beroep bij de rechtbank, binnen 6 weken na de dag waarop wij de beslissing versturen (Awb 6:7 en 6:8).',
    'Beslissen wij niet op tijd? Dan kunt u ons schriftelijk vragen om alsnog te beslissen. Doen wij dat niet binnen 2 weken, dan kunt u naar de rechter (Awb 6:12).',
  ],
  leges: () => [],
  verloop: {
    statussen: [
      'ontvangen',
      'in-behandeling',
      'aanvulling-gevraagd',
      'verlengd',
      'besloten',
      'ingetrokken',
      'afgehandeld',
    ],
    resultaten: ['gegrond', 'ongegrond', 'niet-ontvankelijk', 'ingetrokken'],
  },
};
