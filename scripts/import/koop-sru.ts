import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { findAll, textOf, type XmlElement } from '../../server/xml/domain.ts';
import {
  besluitTabel,
  bladVan,
  bronVan,
  dagVan,
  gemeenteOptie,
  type Publicatie,
  readGemeenteOptie,
} from './besluiten/besluit.ts';
import { readGebiedsmarkeringen } from './besluiten/gebiedsmarkering.ts';
import { type Gemeente, type ImportContext, type Importer, ImportFault } from './importer.ts';
import { readXml } from './xml.ts';

/** Records of the KOOP repository (SRU 2.0, schema gzd): a file with one answer, or the URL of a query, page by page. */
export const koopSru: Importer = {
  naam: 'koop-sru',
  uitleg: 'Bekendmakingen uit de KOOP-repository: een XML-bestand of de URL van een SRU-vraag',
  tabellen: ['besluit'],
  opties: {
    ...gemeenteOptie,
    bron: 'naam van deze bron; een volgende levering met dezelfde naam vervangt deze',
  },
  async open(pad, context) {
    const gemeente = await readGemeenteOptie(context);
    const naam = context.opties.bron ?? gemeente?.code ?? (isUrl(pad) ? new URL(pad).hostname : basename(pad, '.xml'));
    const bronId = `koop-${naam.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
    const namen = new GemeentenOpNaam(context.findGemeente);
    const publicaties = new Map<string, Publicatie>();
    for await (const record of isUrl(pad) ? readPages(new URL(pad), context) : readFileRecords(pad)) {
      const gelezen = await readRecord(record, namen);
      if ('reden' in gelezen) context.keurAf(bronId, gelezen.reden, gelezen.voorbeeld);
      else publicaties.set(gelezen.identificatie, gelezen);
    }
    return [
      {
        bron: {
          id: bronId,
          soort: 'besluiten',
          naam: `Bekendmakingen ${gemeente?.naam ? `gemeente ${gemeente.naam}` : naam}`,
          licentie: 'CC0 1.0',
          url: 'https://www.officielebekendmakingen.nl',
          ...bronVan(gemeente),
          peildatum:
            [...publicaties.values()]
              .map(({ gepubliceerd }) => gepubliceerd)
              .sort()
              .at(-1) ?? '1970-01-01',
        },
        tabellen: [besluitTabel([...publicaties.values()])],
      },
    ];
  },
};

const isUrl = (pad: string) => /^https?:\/\//i.test(pad);

const wanted = new Set(['gzd', 'numberOfRecords', 'diagnostic']);

async function* readFileRecords(pad: string): AsyncGenerator<XmlElement> {
  const info = await stat(pad).catch(() => null);
  if (!info?.isFile()) throw new ImportFault(`Het bestand ${pad} is er niet. Geef een XML-bestand of een URL.`);
  for await (const { element } of readXml(createReadStream(pad), wanted, pad)) {
    if (element.name === 'diagnostic') throw refused(pad, element);
    if (element.name === 'gzd') yield element;
  }
}

const pageSize = 500;
const maxPages = 2_000;
const maxPageBytes = 64 * 1024 ** 2;

/** Asks for page after page until all records that the server counts have come. */
async function* readPages(query: URL, { voortgang }: ImportContext): AsyncGenerator<XmlElement> {
  let start = Number(query.searchParams.get('startRecord') ?? 1);
  if (!query.searchParams.has('maximumRecords')) query.searchParams.set('maximumRecords', String(pageSize));
  for (let page = 0; page < maxPages; page += 1) {
    query.searchParams.set('startRecord', String(start));
    let total = 0;
    let received = 0;
    for await (const { element } of readXml(await fetchPage(query), wanted, query.hostname)) {
      if (element.name === 'diagnostic') throw refused(query.hostname, element);
      if (element.name === 'numberOfRecords') total = Number(textOf(element));
      if (element.name !== 'gzd') continue;
      received += 1;
      yield element;
    }
    if (!Number.isInteger(total) || total < 0) throw new ImportFault(`${query.hostname} zegt niet hoeveel er is.`);
    start += received;
    voortgang(`${(start - 1).toLocaleString('nl-NL')} van ${total.toLocaleString('nl-NL')} bekendmakingen`);
    if (start > total) return;
    if (received === 0) {
      throw new ImportFault(
        `${query.hostname} stopt bij ${start - 1} van ${total} bekendmakingen. Probeer het later, of stel een kleinere vraag.`,
      );
    }
  }
  throw new ImportFault(`Meer dan ${maxPages} bladzijden. Stel een kleinere vraag, bijvoorbeeld per jaar.`);
}

async function fetchPage(url: URL): Promise<AsyncIterable<Uint8Array>> {
  const response = await fetch(url, { signal: AbortSignal.timeout(60_000) }).catch((error: Error) => {
    throw new ImportFault(`${url.hostname} antwoordt niet (${error.message}). Probeer het later.`);
  });
  if (!response.ok || !response.body) {
    throw new ImportFault(
      `${url.hostname} antwoordt met status ${response.status}. Controleer de vraag of probeer het later.`,
    );
  }
  const body = response.body;
  return (async function* () {
    let bytes = 0;
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > maxPageBytes)
        throw new ImportFault(`${url.hostname} stuurt een te groot antwoord. Vraag minder per keer.`);
      yield chunk;
    }
  })();
}

function refused(bron: string, diagnostic: XmlElement): ImportFault {
  return new ImportFault(
    `${bron} weigert de vraag: ${textOf(findAll(diagnostic, 'message')[0]) || textOf(diagnostic)}`,
  );
}

type Afgekeurd = { reden: string; voorbeeld: string };

async function readRecord(record: XmlElement, namen: GemeentenOpNaam): Promise<Publicatie | Afgekeurd> {
  const veld = (name: string) => textOf(findAll(record, name)[0]);
  const identificatie = veld('identifier');
  const titel = veld('title');
  if (!identificatie || !titel) {
    return { reden: 'de bekendmaking mist een identificatie of titel', voorbeeld: identificatie || titel };
  }
  const gepubliceerd = dagVan(veld('available') || veld('modified'));
  if (!gepubliceerd) return { reden: 'de datum van publicatie is geen datum', voorbeeld: identificatie };

  const uitgever = veld('creator');
  const laag =
    veld('organisatietype') || findAll(record, 'creator')[0]?.attributes.scheme?.replace('OVERHEID.', '') || '';
  const vanGemeente = /^gemeente$/i.test(laag) || (laag === '' && bladVan(identificatie) === 'Gemeente');
  const gemeente = vanGemeente ? await namen.find(uitgever) : null;
  const plaats = await readGebiedsmarkeringen(findAll(record, 'gebiedsmarkering'), (naam) => namen.find(naam));
  if ('reden' in plaats) return { reden: plaats.reden, voorbeeld: identificatie };

  const soort = /^(gemeente|provincie|waterschap)$/i.test(laag)
    ? `${laag.slice(0, 1).toUpperCase()}${laag.slice(1).toLowerCase()}`
    : bladVan(identificatie);
  const isGenoemd = soort === null || /^(gemeente|provincie|waterschap|hoogheemraadschap|wetterskip)\b/i.test(uitgever);
  return {
    identificatie,
    titel,
    rubriek: findAll(record, 'type').map(textOf).join(' '),
    bevoegdGezag: (isGenoemd ? uitgever : `${soort} ${uitgever}`.trim()) || 'Onbekend',
    gemeenteCode: gemeente?.code ?? null,
    gepubliceerd,
    ontvangen: dagVan(veld('datumOntvangst')),
    zaaknummer: veld('referentienummer') || null,
    url: safeUrl(veld('preferredUrl')),
    ...plaats,
  };
}

/** Only a web address may become a link. */
function safeUrl(url: string): string | null {
  return isUrl(url) && URL.canParse(url) ? url : null;
}

/** Looks each name up once. */
class GemeentenOpNaam {
  readonly findGemeente: ImportContext['findGemeente'];
  readonly bekend = new Map<string, Promise<Gemeente | null>>();

  constructor(findGemeente: ImportContext['findGemeente']) {
    this.findGemeente = findGemeente;
  }

  find(naam: string): Promise<Gemeente | null> {
    const kaal = naam.replace(/^gemeente /i, '');
    const antwoord = this.bekend.get(kaal) ?? this.findGemeente({ naam: kaal });
    this.bekend.set(kaal, antwoord);
    return antwoord;
  }
}
