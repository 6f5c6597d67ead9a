/** One legal or technical term, explained in plain words. */
export interface Begrip {
  /** As shown in the list; unique. */
  term: string;
  /** Other forms in which it stands in a text; upper and lower case are alike. */
  vormen?: readonly string[];
  uitleg: string;
  /** Where the law defines it, when it does. */
  artikel?: string;
}

export const begrippen: readonly Begrip[] = [
  {
    term: 'aanvraag',
    vormen: ['aanvragen om vergunning'],
    uitleg: 'Een verzoek om een besluit, bijvoorbeeld om een vergunning. Er is dan nog niets besloten.',
    artikel: 'Algemene wet bestuursrecht artikel 1:3',
  },
  {
    term: 'achtererfgebied',
    uitleg:
      'Het deel van het erf achter en naast uw huis. Het begint 1 meter achter de voorkant en loopt vanaf daar evenwijdig aan de straat.',
    artikel: 'Besluit bouwwerken leefomgeving bijlage I',
  },
  {
    term: 'activiteit',
    vormen: ['activiteiten'],
    uitleg: 'Iets wat u doet en waarvoor regels gelden, zoals bouwen, kappen, slopen of een evenement houden.',
  },
  {
    term: 'ambtsgebied',
    uitleg: 'Het hele gebied van een gemeente, waterschap of provincie.',
  },
  {
    term: 'beroep',
    uitleg: 'U vraagt de rechter om naar een besluit te kijken. Meestal maakt u eerst bezwaar.',
    artikel: 'Algemene wet bestuursrecht artikel 8:1',
  },
  {
    term: 'bestuurslaag',
    vormen: ['bestuurslagen'],
    uitleg: 'De overheid die de regel heeft gemaakt: gemeente, waterschap, provincie of Rijk.',
  },
  {
    term: 'bevoegd gezag',
    uitleg: 'De overheid die over iets beslist en er toezicht op houdt.',
  },
  {
    term: 'bezwaar',
    vormen: ['bezwaarschrift'],
    uitleg:
      'U vraagt de overheid om opnieuw naar haar besluit te kijken. Dat kan als het besluit u raakt, meestal binnen zes weken.',
    artikel: 'Algemene wet bestuursrecht artikel 6:7 en 7:1',
  },
  {
    term: 'bijbehorend bouwwerk',
    vormen: ['bijbehorende bouwwerken', 'bijbehorend bouwwerk'],
    uitleg:
      'Een aanbouw aan een hoofdgebouw, of een schuur, garage of overkapping die bij dat gebouw hoort en op hetzelfde perceel staat.',
    artikel: 'Besluit bouwwerken leefomgeving bijlage I',
  },
  {
    term: 'bebouwingsgebied',
    uitleg:
      'Het achtererfgebied plus de grond onder het hoofdgebouw, zonder de grond onder het huis zoals het ooit is gebouwd.',
    artikel: 'Besluit bouwwerken leefomgeving bijlage I',
  },
  {
    term: 'functioneel ondergeschikt',
    uitleg: 'Een gebruik dat alleen dient bij het gewone gebruik van het hoofdgebouw, zoals een berging of een garage.',
  },
  {
    term: 'gebiedsaanwijzing',
    vormen: ['gebiedsaanwijzingen'],
    uitleg:
      'Een gebied dat in de regels een naam heeft, zoals woongebied of geluidaandachtsgebied. Regels kunnen naar die naam verwijzen.',
  },
  {
    term: 'gebouwerf',
    uitleg: 'De grond direct bij een hoofdgebouw die is ingericht om bij dat gebouw te gebruiken, zoals tuin en oprit.',
    artikel: 'Besluit bouwwerken leefomgeving bijlage I',
  },
  {
    term: 'gebruiksdoel',
    vormen: ['gebruiksdoelen'],
    uitleg:
      'Waarvoor een gebouw volgens de Basisregistratie Adressen en Gebouwen is bedoeld, zoals wonen, winkel of kantoor.',
  },
  {
    term: 'hoofdgebouw',
    uitleg: 'Het gebouw dat nodig is voor het gebruik van het perceel. Staan er meer, dan is het het belangrijkste.',
    artikel: 'Besluit bouwwerken leefomgeving bijlage I',
  },
  {
    term: 'indicatief',
    uitleg: 'De grens op de kaart is een benadering. Aan de rand kan de regel dus net wel of net niet gelden.',
  },
  {
    term: 'informatieplicht',
    uitleg: 'U hebt geen vergunning nodig, maar moet de overheid wel vertellen wat u gaat doen.',
  },
  {
    term: 'kadastrale aanduiding',
    uitleg: 'De naam van een stuk grond bij het Kadaster: gemeente, sectie en nummer.',
  },
  {
    term: 'maatwerkvoorschrift',
    vormen: ['maatwerkvoorschriften'],
    uitleg: 'Een eis die de overheid in een besluit voor één bedrijf of één geval stelt.',
  },
  {
    term: 'melding',
    vormen: ['meldingsplicht'],
    uitleg: 'U vertelt de overheid vooraf wat u gaat doen. Daarna mag u na een vaste termijn beginnen.',
  },
  {
    term: 'omgevingsnorm',
    vormen: ['omgevingsnormen'],
    uitleg: 'Een regel met een waarde, zoals een hoogste bouwhoogte of een grootste oppervlakte.',
  },
  {
    term: 'omgevingsplan',
    vormen: ['omgevingsplannen'],
    uitleg: 'De regels van de gemeente over alles wat u buiten doet: bouwen, gebruik van grond, geluid, bomen en meer.',
    artikel: 'Omgevingswet artikel 2.4',
  },
  {
    term: 'omgevingsverordening',
    uitleg: 'De regels van de provincie over de leefomgeving.',
    artikel: 'Omgevingswet artikel 2.6',
  },
  {
    term: 'omgevingswaarde',
    vormen: ['omgevingswaarden'],
    uitleg: 'Een doel dat de overheid zichzelf stelt voor de leefomgeving, zoals hoe schoon de lucht moet zijn.',
  },
  {
    term: 'openbaar toegankelijk gebied',
    uitleg:
      'Straten, pleinen, parken en water waar iedereen mag komen. Een achterpad dat alleen naar de tuinen gaat hoort er niet bij.',
    artikel: 'Besluit bouwwerken leefomgeving bijlage I',
  },
  {
    term: 'peildatum',
    uitleg: 'De dag waarop de gegevens klopten.',
  },
  {
    term: 'perceel',
    vormen: ['percelen'],
    uitleg: 'Een stuk grond met een eigen nummer bij het Kadaster.',
  },
  {
    term: 'terinzagelegging',
    vormen: ['ter inzage'],
    uitleg: 'De tijd waarin iedereen de stukken mag bekijken.',
    artikel: 'Algemene wet bestuursrecht artikel 3:11',
  },
  {
    term: 'vergunningplicht',
    vormen: ['vergunningplichtig', 'omgevingsvergunning', 'omgevingsvergunningen'],
    uitleg: 'U mag iets alleen doen als de overheid u vooraf een vergunning heeft gegeven.',
    artikel: 'Omgevingswet artikel 5.1',
  },
  {
    term: 'voorerfgebied',
    uitleg: 'Het deel van het erf aan de straatkant: alles wat niet achtererfgebied is.',
    artikel: 'Besluit bouwwerken leefomgeving bijlage I',
  },
  {
    term: 'waterschapsverordening',
    uitleg: 'De regels van het waterschap, bijvoorbeeld over sloten, dijken en het lozen van water.',
    artikel: 'Omgevingswet artikel 2.5',
  },
  {
    term: 'zienswijze',
    vormen: ['zienswijzen'],
    uitleg:
      'Uw mening over een plan of besluit dat nog niet vaststaat. Iedereen mag die geven zolang het ontwerp ter inzage ligt.',
    artikel: 'Algemene wet bestuursrecht artikel 3:15; Omgevingswet artikel 16.23',
  },
  {
    term: 'zorgplicht',
    uitleg: 'U moet schade voorkomen die u redelijkerwijs kunt voorkomen, ook als er geen precieze regel voor is.',
  },
];

const vormen = new Map<string, Begrip>(
  begrippen.flatMap((begrip) => [begrip.term, ...(begrip.vormen ?? [])].map((vorm) => [vorm.toLowerCase(), begrip])),
);

// the longest form first, so that "bijbehorend bouwwerk" wins from a shorter term inside it
const patroon = new RegExp(
  `(?<![\\p{L}\\d-])(?:${[...vormen.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\d-])`,
  'giu',
);

/** A piece of a text: plain, or a term that has an explanation. */
export interface Tekstdeel {
  tekst: string;
  begrip: Begrip | null;
}

/**
 * Cuts a text at the terms in it. Each term is marked once, at its first place: reading stays quiet.
 *
 * @param bekend terms that were already explained above; the terms found here are added to it
 */
export function splitBegrippen(tekst: string, bekend: Set<string> = new Set()): Tekstdeel[] {
  const delen: Tekstdeel[] = [];
  let vanaf = 0;
  for (const match of tekst.matchAll(patroon)) {
    const begrip = vormen.get(match[0].toLowerCase());
    if (!begrip || bekend.has(begrip.term)) continue;
    bekend.add(begrip.term);
    if (match.index > vanaf) delen.push({ tekst: tekst.slice(vanaf, match.index), begrip: null });
    delen.push({ tekst: match[0], begrip });
    vanaf = match.index + match[0].length;
  }
  if (vanaf < tekst.length) delen.push({ tekst: tekst.slice(vanaf), begrip: null });
  return delen;
}
