import type { Feature, FeatureCollection } from 'geojson';
import { type Html, html } from '../http/html.ts';
import { type Link, limietMaximum, ogcBase } from './contract.ts';
import type { Aanbod, Collectie, EigenschapMetKolom } from './domain/collecties.ts';
import { crsLijst } from './domain/crs.ts';
import type { conformance, landingPage } from './domain/documenten.ts';
import { filterbaar } from './domain/filter.ts';
import type { Omvang } from './queries.ts';

/** The pages of the open data: the same as the JSON, for who reads instead of computes. */

type Kruimel = readonly [naam: string, href: string];

const ingang: Kruimel = ['Open gegevens', ogcBase];
const alle: Kruimel = ['Collecties', `${ogcBase}/collections`];
const vanCollectie = ({ id, titel }: { id: string; titel: string }): Kruimel => [titel, `${ogcBase}/collections/${id}`];

function pagina(titel: string, pad: readonly Kruimel[], inhoud: Html): string {
  return html`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${titel} - Open gegevens - Omgevingsloket op de kaart</title>
<link rel="stylesheet" href="${ogcBase}/ogc.css">
</head>
<body>
<a class="naar-inhoud" href="#inhoud">Naar de inhoud</a>
<header><a href="/">Omgevingsloket op de kaart</a></header>
<nav aria-label="Kruimelpad"><ol>${pad.map(([naam, href]) => html`<li><a href="${href}">${naam}</a></li>`)}<li aria-current="page">${titel}</li></ol></nav>
<main id="inhoud" tabindex="-1">
<h1>${titel}</h1>
${inhoud}
</main>
</body>
</html>
`.tekst;
}

/** @param kop the heading above it; wide tables scroll by themselves, also with the keyboard */
const tabel = (bijschrift: string, koppen: readonly string[], rijen: readonly (readonly (Html | string)[])[]): Html =>
  html`<div class="tabel" role="region" aria-label="${bijschrift}" tabindex="0"><table>
<caption>${bijschrift}</caption>
<thead><tr>${koppen.map((kop) => html`<th scope="col">${kop}</th>`)}</tr></thead>
<tbody>${rijen.map(
    ([eerste, ...rest]) => html`<tr><th scope="row">${eerste}</th>${rest.map((cel) => html`<td>${cel}</td>`)}</tr>\n`,
  )}</tbody>
</table></div>`;

const links = (lijst: readonly Link[]): Html =>
  html`<ul>${lijst
    .filter(({ templated, rel }) => !templated && rel !== 'self' && rel !== 'alternate')
    .map(({ href, title, rel }) => html`<li><a href="${href}">${title ?? rel}</a></li>`)}</ul>`;

const alsJson = (lijst: readonly Link[]): Html => {
  const zelf = lijst.find(({ rel }) => rel === 'self')?.href;
  return zelf ? html`<p><a href="${metParameter(zelf, 'f', 'json')}">Dit als JSON</a></p>` : html``;
};

function metParameter(href: string, naam: string, waarde: string): string {
  const url = new URL(href);
  url.searchParams.set(naam, waarde);
  return url.href;
}

export const landingPagina = ({ title, description, links: lijst }: ReturnType<typeof landingPage>): string =>
  pagina(title, [], html`<p>${description}</p>${links(lijst)}${alsJson(lijst)}`);

export const conformancePagina = ({ conformsTo, links: lijst }: ReturnType<typeof conformance>): string =>
  pagina(
    'Welke standaarden wij volgen',
    [ingang],
    html`<ul>${conformsTo.map((uri) => html`<li><a href="${uri}">${uri}</a></li>`)}</ul>${alsJson(lijst)}`,
  );

/** A document that is only a title and links. */
export const linksPagina = (titel: string, lijst: readonly Link[], onder?: { id: string; titel: string }): string =>
  pagina(titel, onder ? [ingang, alle, vanCollectie(onder)] : [ingang], html`${links(lijst)}${alsJson(lijst)}`);

const getal = (waarde: number) => waarde.toLocaleString('nl-NL');

export const collectiesPagina = (
  { collecties }: Aanbod,
  omvangen: ReadonlyMap<string, Omvang>,
  lijst: readonly Link[],
): string =>
  pagina(
    'Collecties',
    [ingang],
    html`${tabel(
      'De gegevens, per laag van de kaart',
      ['Naam', 'Wat het is', 'Aantal'],
      [...collecties.values()].map(({ id, titel, beschrijving }) => [
        html`<a href="${ogcBase}/collections/${id}">${titel}</a>`,
        beschrijving,
        aantalVan(omvangen.get(id)),
      ]),
    )}
${alsJson(lijst)}`,
  );

const aantalVan = (omvang: Omvang | undefined) =>
  omvang === undefined ? 'niet bekend' : omvang.aantal === 0 ? 'nog niet geladen of leeg' : getal(omvang.aantal);

const typeNaam: Readonly<Record<EigenschapMetKolom['type'], string>> = {
  string: 'tekst',
  strings: 'lijst van teksten',
  integer: 'heel getal',
  number: 'getal',
  boolean: 'true of false',
  date: 'datum',
};

const eigenschappenTabel = (bijschrift: string, eigenschappen: readonly [string, EigenschapMetKolom][]) =>
  tabel(
    bijschrift,
    ['Naam', 'Wat het is', 'Soort'],
    eigenschappen.map(([naam, { titel, type }]) => [html`<code>${naam}</code>`, titel, typeNaam[type]]),
  );

export const collectiePagina = (van: Collectie, omvang: Omvang | undefined, lijst: readonly Link[]): string =>
  pagina(
    van.titel,
    [ingang, alle],
    html`<p>${van.beschrijving}</p>
<dl>
<dt>Aantal</dt><dd>${aantalVan(omvang)}</dd>
${omvang?.vak ? html`<dt>Waar</dt><dd>${omvang.vak.map((graad) => graad.toFixed(4)).join(', ')} (west, zuid, oost, noord in graden)</dd>` : ''}
${omvang?.dagen ? html`<dt>Wanneer</dt><dd>${omvang.dagen[0] ?? 'niet bekend'} tot en met ${omvang.dagen[1] ?? 'nu'}</dd>` : ''}
<dt>Opgeslagen in</dt><dd>Amersfoort / RD New (EPSG:28992)</dd>
<dt>Te krijgen in</dt><dd><ul>${crsLijst.map(({ uri, naam }) => html`<li>${naam}: <code>${uri}</code></li>`)}</ul></dd>
</dl>
${eigenschappenTabel('Eigenschappen', [...van.eigenschappen])}
<h2>Verder</h2>
${links(lijst)}${alsJson(lijst)}`,
  );

export const queryablesPagina = (van: Collectie): string =>
  pagina(
    'Waarop u kunt filteren',
    [ingang, alle, vanCollectie(van)],
    html`${eigenschappenTabel('Eigenschappen voor filters', filterbaar(van))}
<p>De vorm heet in een filter <code>geometry</code>.</p>`,
  );

const cel = (waarde: unknown): string =>
  waarde === null || waarde === undefined
    ? ''
    : typeof waarde === 'boolean'
      ? waarde
        ? 'ja'
        : 'nee'
      : Array.isArray(waarde)
        ? waarde.join(', ')
        : String(waarde);

const toon = (waarde: unknown): Html | string =>
  typeof waarde === 'string' && /^https?:\/\/\S+$/.test(waarde) ? html`<a href="${waarde}">${waarde}</a>` : cel(waarde);

/** A page of features, with the links and numbers of the standard. */
export interface ItemsDocument extends FeatureCollection {
  links: readonly Link[];
  numberReturned: number;
  numberMatched?: number;
}

export function itemsPagina(van: Collectie, document: ItemsDocument): string {
  const { features, numberMatched, numberReturned, links: lijst } = document;
  const volgende = lijst.find(({ rel }) => rel === 'next')?.href;
  const telling =
    numberMatched === undefined
      ? `${getal(numberReturned)} objecten op deze pagina`
      : `${getal(numberReturned)} van ${getal(numberMatched)} objecten`;
  const namen = [...van.eigenschappen];
  return pagina(
    'Objecten',
    [ingang, alle, vanCollectie(van)],
    html`${
      features.length === 0
        ? html`<p>Er zijn geen objecten die bij uw vraag passen, of deze gegevens zijn nog niet geladen.</p>`
        : tabel(
            `${van.titel}: ${telling}`,
            ['Sleutel', ...namen.map(([, { titel }]) => titel)],
            features.map(({ id, properties }) => [
              html`<a href="${ogcBase}/collections/${van.id}/items/${encodeURIComponent(String(id))}">${id}</a>`,
              ...namen.map(([naam]) => toon(properties?.[naam])),
            ]),
          )
    }
${volgende ? html`<p><a rel="next" href="${metParameter(volgende, 'f', 'html')}">Volgende pagina</a></p>` : ''}
${alsJson(lijst)}`,
  );
}

export function itemPagina(van: Collectie, { id, geometry, properties }: Feature, lijst: readonly Link[]): string {
  return pagina(
    `${van.titel}: ${id}`,
    [ingang, alle, vanCollectie(van), ['Objecten', `${ogcBase}/collections/${van.id}/items`]],
    html`<dl>${[...van.eigenschappen].map(
      ([naam, { titel }]) => html`<dt>${titel}</dt><dd>${toon(properties?.[naam]) || 'niet bekend'}</dd>\n`,
    )}<dt>Vorm</dt><dd>${geometry?.type ?? 'niet bekend'}</dd></dl>${alsJson(lijst)}`,
  );
}

export const apiPagina = (basis: string): string =>
  pagina(
    'Uitleg van de API',
    [ingang],
    html`<p>Deze gegevens volgen OGC API Features en OGC API Tiles. In QGIS kiest u <em>WFS / OGC API Features</em> en vult u dit adres in: <code>${basis}</code>. Met ogr2ogr: <code>ogr2ogr -oo PAGE_SIZE=1000 percelen.gpkg OAPIF:${basis} perceel</code>.</p>
${tabel(
  'Parameters van de objecten van een collectie',
  ['Parameter', 'Wat u ermee kiest', 'Voorbeeld'],
  [
    [html`<code>limit</code>`, `Hoeveel objecten er op een pagina staan, ten hoogste ${getal(limietMaximum)}.`, '1000'],
    [html`<code>bbox</code>`, 'Objecten die een vak raken: west, zuid, oost, noord.', '5.76,52.09,5.79,52.11'],
    [html`<code>bbox-crs</code>`, 'Het stelsel van bbox. Zonder: graden, lengtegraad eerst.', crsLijst[1]?.uri ?? ''],
    [
      html`<code>crs</code>`,
      'Het stelsel van het antwoord. Zonder: graden, lengtegraad eerst.',
      crsLijst[1]?.uri ?? '',
    ],
    [html`<code>datetime</code>`, 'Een dag of periode, bij gegevens met een datum.', '2026-01-01/..'],
    ['Een eigenschap', 'Objecten met precies deze waarde.', 'onderwerp=kap'],
    [
      html`<code>filter</code>`,
      'Een voorwaarde in CQL2. De namen staan bij "Waarop u kunt filteren" van de collectie.',
      "onderwerp IN ('kap','bouwen') AND gepubliceerd > DATE('2026-01-01')",
    ],
    [html`<code>filter-crs</code>`, 'Het stelsel van vormen in het filter.', crsLijst[1]?.uri ?? ''],
    [html`<code>f</code>`, 'De vorm van het antwoord: json of html.', 'json'],
  ],
)}
<h2>Wat u in een filter kunt gebruiken</h2>
<ul>
<li>Vergelijken: <code>= &lt;&gt; &lt; &lt;= &gt; &gt;=</code>, <code>LIKE</code>, <code>BETWEEN</code>, <code>IN</code>, <code>IS NULL</code></li>
<li>Combineren: <code>AND</code>, <code>OR</code>, <code>NOT</code> en haakjes</li>
<li>Zonder verschil tussen hoofdletters of accenten: <code>CASEI(naam) = CASEI('dorp')</code>, <code>ACCENTI(naam)</code></li>
<li>Op de kaart: <code>S_INTERSECTS(geometry, POINT(5.77 52.1))</code>, <code>S_WITHIN</code>, <code>S_CONTAINS</code>, <code>S_DISJOINT</code>, <code>S_EQUALS</code>, <code>S_TOUCHES</code>, <code>S_OVERLAPS</code>, <code>S_CROSSES</code></li>
<li>In de tijd: <code>T_AFTER(gepubliceerd, DATE('2026-01-01'))</code>, <code>T_BEFORE</code>, <code>T_DURING</code>, <code>T_EQUALS</code>, <code>T_INTERSECTS</code>, <code>T_DISJOINT</code></li>
</ul>
<p><a href="${basis}/openapi.json">De beschrijving voor programma's (OpenAPI)</a></p>`,
  );
