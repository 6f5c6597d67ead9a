import { childElements, findAll, findChild, rawTextOf, textOf, type XmlElement } from '../../../xml/domain.ts';
import type { Fout } from '../dmn/model.ts';
import { gegevensTypen, type Maatregel, type Optie, type Vraag, type VraagSoort, vraagSoorten } from './model.ts';

interface Groep {
  naam: string;
  prioriteit: number;
}

const last = Number.MAX_SAFE_INTEGER;

/**
 * The uitvoeringsregels of a file, in the order in which they are asked: by the prioriteit of their regelgroep, then by
 * their own, then as they stand. What has no prioriteit comes after what has.
 */
export function readVragen(extension: XmlElement | null, fouten: Fout[]): Vraag[] {
  if (!extension) return [];
  const groepen = new Map(
    findAll(extension, 'regelgroep').map((xml): [string, Groep] => [
      xml.attributes.id ?? '',
      { naam: textOf(findChild(xml, 'naam')), prioriteit: readPrioriteit(xml) },
    ]),
  );
  const gevonden = new Set<string>();
  return findAll(extension, 'uitvoeringsregel')
    .map((xml, plaats) => {
      const groep = groepen.get(findChild(xml, 'regelgroepRef')?.attributes.href?.replace(/^#/, '') ?? '');
      const vraag = readVraag(xml, groep ?? null, fouten);
      if (vraag.id === '' || gevonden.has(vraag.id)) {
        const melding = vraag.id
          ? `De uitvoeringsregel "${vraag.id}" staat er twee keer.`
          : 'Een uitvoeringsregel heeft geen id.';
        fouten.push({ plaats: `regel ${xml.line}`, melding });
      }
      gevonden.add(vraag.id);
      return { vraag, groep: groep?.prioriteit ?? last, prioriteit: readPrioriteit(xml), plaats };
    })
    .sort((a, b) => a.groep - b.groep || a.prioriteit - b.prioriteit || a.plaats - b.plaats)
    .map(({ vraag }) => vraag);
}

function readPrioriteit(xml: XmlElement): number {
  const text = textOf(findChild(xml, 'prioriteit'));
  return /^-?\d{1,9}$/.test(text) ? Number(text) : last;
}

const readBoolean = (xml: XmlElement | undefined) => /^(true|1)$/i.test(textOf(xml));

function readVraag(xml: XmlElement, groep: Groep | null, fouten: Fout[]): Vraag {
  const id = xml.attributes.id ?? '';
  const plaats = `regel ${xml.line}, uitvoeringsregel "${id}"`;
  const inhoud = childElements(xml).find((child) => vraagSoorten.some((soort) => soort === child.name));
  if (!inhoud)
    fouten.push({ plaats, melding: `Er staat niet bij hoe het antwoord komt (${vraagSoorten.join(', ')}).` });
  const soort = (inhoud?.name ?? 'vraag') as VraagSoort;
  // A registerbevraging holds the vraag for when the register does not know.
  const vraag = inhoud && soort.startsWith('registerbevraging') ? findChild(inhoud, 'vraag') : inhoud;
  const toelichting = findChild(xml, 'uitvoeringsregelToelichting');
  const gegevensType = readGegevensType(soort, vraag, plaats, fouten);
  const opties = findChild(vraag, 'opties');
  const consistentie = findChild(xml, 'consistentieregel');
  return {
    id,
    soort,
    tekst: readTekst(soort, vraag, inhoud) || id,
    gegevensType,
    opties: opties ? readOpties(opties, gegevensType, plaats, fouten) : [],
    meerdereAntwoorden: textOf(findChild(opties, 'optieType')) === 'meerdereAntwoorden',
    toelichting: rawTextOf(findChild(toelichting, 'toelichting')) || null,
    langeToelichting: rawTextOf(findChild(toelichting, 'langeToelichting')) || null,
    belangrijk: readBoolean(findChild(toelichting, 'belangrijk')),
    groep: groep?.naam ?? null,
    bereik: textOf(findChild(xml, 'bereik')) || 'werkzaamheid',
    classificatie: textOf(findChild(xml, 'classificatie')) || 'activiteit',
    consistentie: consistentie
      ? {
          patroon: rawTextOf(findChild(consistentie, 'reguliereExpressie')),
          instructie: textOf(findChild(consistentie, 'invulinstructie')) || null,
        }
      : null,
    locatie:
      findChild(inhoud, 'locatie')?.attributes.identificatie ??
      (textOf(findChild(inhoud, 'registerGegeven')) || findChild(inhoud, 'activiteit')?.attributes.urn || null),
    vast: readVast(soort, inhoud, plaats, fouten),
    voorbehoud: rawTextOf(findChild(inhoud, 'tekstVoorbehoud')) || null,
    regel: xml.line,
  };
}

function readTekst(soort: VraagSoort, vraag: XmlElement | undefined, inhoud: XmlElement | undefined): string {
  switch (soort) {
    case 'bijlage':
      return textOf(findChild(inhoud, 'bijlageType'));
    case 'vasteWaarde':
      return textOf(findChild(inhoud, 'waardeVraag'));
    case 'vasteWaardeVoorbehoud':
      return textOf(findChild(inhoud, 'vasteWaarde', 'waardeVraag'));
    case 'uitkomstHerbruikbareBeslissing':
      return textOf(findChild(inhoud, 'naam'));
    case 'herbruikbareVraagReferentie':
      return textOf(findChild(inhoud, 'herbruikbareVraagId'));
    default:
      return textOf(findChild(vraag, 'vraagTekst'));
  }
}

function readGegevensType(soort: VraagSoort, vraag: XmlElement | undefined, plaats: string, fouten: Fout[]) {
  const text = readVastDeel(soort, vraag)?.type ?? textOf(findChild(vraag, 'gegevensType'));
  const known = gegevensTypen.find((type) => type === text);
  if (known) return known;
  const asked = soort === 'vraag' || soort.startsWith('registerbevraging');
  if (asked) fouten.push({ plaats, melding: `Het gegevensType "${text}" bestaat niet (${gegevensTypen.join(', ')}).` });
  return soort === 'uitkomstHerbruikbareBeslissing' ? 'string' : 'boolean';
}

function readOpties(xml: XmlElement, type: string, plaats: string, fouten: Fout[]): Optie[] {
  const opties = childElements(xml, 'optie')
    .map((optie, plek) => ({
      tekst: textOf(findChild(optie, 'optieText')),
      toelichting: rawTextOf(findChild(optie, 'uitvoeringsregelToelichting', 'toelichting')) || null,
      volgorde: Number(textOf(findChild(optie, 'sequenceId')) || plek),
    }))
    .sort((a, b) => a.volgorde - b.volgorde)
    .map(({ tekst, toelichting }) => ({ tekst, toelichting }));
  if (type === 'list' && opties.length === 0) fouten.push({ plaats, melding: 'De keuzevraag heeft geen opties.' });
  if (readBoolean(findChild(xml, 'optieGeenVanBovenstaande'))) {
    opties.push({ tekst: 'Geen van bovenstaande', toelichting: null });
  }
  return opties;
}

/** The type and text of a fixed value: beside each other in STTR, the type in the name of the element in IMTR 3.0. */
function readVastDeel(soort: VraagSoort, inhoud: XmlElement | undefined): { type: string; text: string } | null {
  if (soort !== 'vasteWaarde' && soort !== 'vasteWaardeVoorbehoud') return null;
  const vast = soort === 'vasteWaarde' ? inhoud : findChild(inhoud, 'vasteWaarde');
  const named = vast && childElements(vast).find(({ name }) => /^(boolean|number|string|date)Waarde$/.test(name));
  return {
    type: named ? named.name.replace('Waarde', '') : textOf(findChild(vast, 'gegevensType')),
    text: textOf(named ?? findChild(vast, 'waarde')),
  };
}

function readVast(soort: VraagSoort, inhoud: XmlElement | undefined, plaats: string, fouten: Fout[]): Vraag['vast'] {
  if (soort === 'implicietAntwoord') return readBoolean(findChild(inhoud, 'waarde'));
  const vast = readVastDeel(soort, inhoud);
  if (!vast) return undefined;
  const value = readVasteWaarde(vast.type, vast.text);
  if (value === undefined) {
    fouten.push({ plaats, melding: `De vaste waarde "${vast.text}" is geen ${vast.type || 'waarde'}.` });
  }
  return value;
}

/** IMTR 3.0 writes numbers with a comma and dates as dd-mm-jjjj. */
function readVasteWaarde(type: string, text: string): Vraag['vast'] {
  switch (type) {
    case 'boolean':
      return /^(true|false|ja|nee|0|1)$/i.test(text) ? /^(true|ja|1)$/i.test(text) : undefined;
    case 'number':
      return /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
    case 'date':
      if (/^\d\d-\d\d-\d{4}$/.test(text)) return text.split('-').reverse().join('-');
      return /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined;
    default:
      return text === '' ? undefined : text;
  }
}

export function readMaatregelen(extension: XmlElement | null): Map<string, Maatregel> {
  const texts = (xml: XmlElement, name: string) => childElements(xml, name).map((child) => textOf(child));
  return new Map(
    (extension ? findAll(extension, 'maatregel') : []).map((xml): [string, Maatregel] => {
      const nummer = textOf(findChild(xml, 'nummer'));
      const maatregel: Maatregel = {
        id: xml.attributes.id ?? nummer,
        nummer,
        tekst: textOf(findChild(xml, 'maatregeltekst')),
        toelichting: rawTextOf(findChild(xml, 'toelichting')) || null,
        frequentie: textOf(findChild(xml, 'frequentie')),
        volgorde: Number(textOf(findChild(xml, 'volgorde')) || 0),
        kenmerken: texts(xml, 'kenmerk'),
        themas: texts(xml, 'thema'),
      };
      return [maatregel.id, maatregel];
    }),
  );
}
