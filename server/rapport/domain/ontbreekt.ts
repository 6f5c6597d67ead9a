import { isStoring } from '../../kaart/contract.ts';
import type { Omstandigheid } from '../../omstandigheden/contract.ts';
import type { Vindplaats } from '../../regels/contract.ts';
import type { Ontbrekend, UittrekselInhoud } from '../contract.ts';

type Inhoud = Omit<UittrekselInhoud, 'ontbreekt'>;

const opnieuw = 'Maak later een nieuw uittreksel.';

/** Every "we do not know" in an extract, in the order of its sections. */
export function noemOntbrekend(inhoud: Inhoud): Ontbrekend[] {
  const { regels, omstandigheden, besluiten, kaartbeeld } = inhoud;
  const storing = (onderdeel: Ontbrekend['onderdeel'], wat: string): Ontbrekend[] => [
    {
      onderdeel,
      wat,
      reden: 'Deze bron gaf geen antwoord toen het uittreksel werd gemaakt. Wij weten dus niet wat hier geldt.',
      volgendeStap: opnieuw,
    },
  ];
  return [
    ...inPlaats(inhoud.locatie),
    ...(isStoring(regels) ? storing('regels', 'Alle regels') : inRegels(regels)),
    ...(isStoring(omstandigheden)
      ? storing('omstandigheden', 'Alle omstandigheden')
      : omstandigheden.themas.flatMap(inThema)),
    ...(isStoring(besluiten) ? storing('besluiten', 'Alle besluiten') : inBesluiten(besluiten)),
    ...(isStoring(kaartbeeld) ? storing('kaart', 'Het kaartbeeld') : inKaartbeeld(kaartbeeld)),
  ];
}

function inPlaats({ gemeente, perceelStand, adressenStand, pandenStand }: Inhoud['locatie']): Ontbrekend[] {
  const ontbreekt: Ontbrekend[] = [];
  const noem = (wat: string, reden: string, volgendeStap: string) =>
    ontbreekt.push({ onderdeel: 'plaats', wat, reden, volgendeStap });
  if (gemeente.stand === 'onbekend') {
    noem('De gemeente', 'Wij hebben hier geen gemeentegrens.', `Kijk op ${gemeente.landelijkLoket}.`);
  }
  if (gemeente.stand === 'andere') {
    noem(
      'Alles wat de gemeente hier bepaalt',
      `Deze plek ligt in de gemeente ${gemeente.naam ?? gemeente.code}. Dit loket werkt daar niet.`,
      `Kijk op ${gemeente.landelijkLoket}.`,
    );
  }
  const geenGegevens = 'Wij hebben hier geen gegevens.';
  if (perceelStand === 'geen-gegevens') noem('Het perceel', geenGegevens, 'Zoek het perceel op bij het Kadaster.');
  if (adressenStand === 'geen-gegevens') noem('De adressen', geenGegevens, 'Zoek het adres op in de BAG Viewer.');
  if (pandenStand === 'geen-gegevens') noem('De panden', geenGegevens, 'Zoek het pand op in de BAG Viewer.');
  return ontbreekt;
}

const vraagBij = {
  gemeente: 'de gemeente',
  waterschap: 'het waterschap',
  provincie: 'de provincie',
  rijk: 'het Informatiepunt Leefomgeving',
} as const;

function inRegels(regels: Exclude<Inhoud['regels'], { status: number }>): Ontbrekend[] {
  const noem = (wat: string, reden: string, volgendeStap: string): Ontbrekend => ({
    onderdeel: 'regels',
    wat,
    reden,
    volgendeStap,
  });
  const vindplaatsen: Vindplaats[] = [
    ...regels.activiteiten.flatMap(({ aanduidingen }) => aanduidingen),
    ...regels.normen.flatMap(({ waarden }) => waarden),
    ...regels.gebiedsaanwijzingen,
    ...regels.overig,
  ];
  return [
    ...regels.bestuurslagen
      .filter(({ stand }) => stand === 'geen-gegevens')
      .map(({ bestuurslaag }) =>
        noem(
          `Regels van ${bestuurslaag === 'rijk' ? 'het Rijk' : vraagBij[bestuurslaag]}`,
          'Wij hebben hier geen regels van deze overheid. Dat betekent niet dat er geen regels zijn.',
          `Vraag het na bij ${vraagBij[bestuurslaag]}.`,
        ),
      ),
    ...regels.regelingen.flatMap(({ id, opschrift, bestuurslaag, geldigVanaf }) => {
      const zonderGrens = vindplaatsen.filter(
        ({ regelingId, werking }) => regelingId === id && werking === 'onbekend',
      ).length;
      return [
        ...(geldigVanaf === null
          ? [
              noem(
                `De begindatum van regeling ${id}, ${opschrift}`,
                'De levering noemt geen datum. Wij gaan ervan uit dat de regeling geldt.',
                `Vraag het na bij ${vraagBij[bestuurslaag]}.`,
              ),
            ]
          : []),
        ...(zonderGrens > 0
          ? [
              noem(
                `Het gebied van ${zonderGrens === 1 ? '1 regel' : `${zonderGrens} regels`} uit regeling ${id}, ${opschrift}`,
                'De grens van het gebied is niet geleverd. In de tabel staat bij deze regels dat wij het niet weten.',
                `Lees de regel of vraag het ${vraagBij[bestuurslaag]}.`,
              ),
            ]
          : []),
      ];
    }),
    ...regels.normen.flatMap(({ naam, waarden }) =>
      waarden
        .filter(
          ({ kwantitatief, kwalitatief, inRegeltekst }) =>
            kwantitatief === null && kwalitatief === null && !inRegeltekst,
        )
        .map(({ artikel, regelingId }) =>
          noem(`De waarde van ${naam}`, 'De waarde is niet geleverd.', `Lees ${artikel} van regeling ${regelingId}.`),
        ),
    ),
  ];
}

const redenen: Record<NonNullable<Omstandigheid['reden']>, string> = {
  'geen-gegevens': 'Wij hebben hier geen gegevens over deze plek.',
  deels: 'Een deel van deze plek is onderzocht. Daar is niets gevonden, van de rest weten wij het niet.',
  'bron-faalt': 'De bron gaf geen antwoord toen het uittreksel werd gemaakt.',
};

function inThema({ naam, uitkomst, reden, volgendeStap }: Omstandigheid): Ontbrekend[] {
  if (uitkomst !== 'onbekend') return [];
  return [
    {
      onderdeel: 'omstandigheden',
      wat: naam,
      reden: reden ? redenen[reden] : 'Wij weten het niet.',
      volgendeStap: reden === 'bron-faalt' ? opnieuw : volgendeStap,
    },
  ];
}

function inBesluiten({ stand, totaal, besluiten }: Exclude<Inhoud['besluiten'], { status: number }>): Ontbrekend[] {
  const noem = (wat: string, reden: string, volgendeStap: string): Ontbrekend => ({
    onderdeel: 'besluiten',
    wat,
    reden,
    volgendeStap,
  });
  const officieel = 'Zoek op officielebekendmakingen.nl.';
  return [
    ...(stand === 'geen-gegevens'
      ? [noem('Besluiten', 'Wij hebben niet voor de hele plek besluiten. De lijst kan onvolledig zijn.', officieel)]
      : []),
    ...(totaal > besluiten.length
      ? [
          noem(
            `${totaal - besluiten.length} besluiten`,
            `Een uittreksel noemt ten hoogste ${besluiten.length} besluiten, de nieuwste eerst.`,
            officieel,
          ),
        ]
      : []),
    ...besluiten
      .filter(({ reactie }) => reactie.soort === 'onbekend' || reactie.stand === 'onbekend')
      .map(({ titel, reactie, bevoegdGezag }) =>
        noem(`Of en tot wanneer u kunt reageren op: ${titel}`, reactie.uitleg, `Vraag het na bij ${bevoegdGezag}.`),
      ),
  ];
}

function inKaartbeeld({ onvolledig }: Exclude<Inhoud['kaartbeeld'], { status: number }>): Ontbrekend[] {
  return onvolledig
    ? [
        {
          onderdeel: 'kaart',
          wat: 'Een deel van het kaartbeeld',
          reden: 'Er ligt hier meer dan in het kaartbeeld past.',
          volgendeStap: 'Bekijk de plek op de kaart in het loket.',
        },
      ]
    : [];
}
