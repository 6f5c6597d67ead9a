import type { Aandeel } from '../server/geo/contract.ts';
import { isStoring } from '../server/kaart/contract.ts';
import type { UittrekselInhoud } from '../server/rapport/contract.ts';
import { schrijfbaar } from '../server/rapport/pdf/letters.ts';
import type { Vindplaats } from '../server/regels/contract.ts';
import type { GelezenPdf } from './pdf.ts';

const nl = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 });
const dag = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' });
const getal = (value: number) => nl.format(value);
const datum = (value: string) => dag.format(new Date(value));

/** Text without what a line break and a capital can change. */
const kaal = (tekst: string) => schrijfbaar(tekst).replace(/\s/g, '').toLowerCase();

type Waarde = string | number | null | false | undefined;

/** The values that a row must show. */
const rij = (...waarden: Waarde[]): string[] =>
  waarden
    .filter((waarde) => waarde !== null && waarde !== false && waarde !== undefined && waarde !== '')
    .map((waarde) => (typeof waarde === 'number' ? getal(waarde) : String(waarde)));

const vanAandeel = (aandeel: Aandeel | null): Waarde[] => [
  aandeel?.m2 != null && `${getal(aandeel.m2)} m²`,
  aandeel?.procent != null && (aandeel.procent === 100 ? 'hele perceel' : `${getal(aandeel.procent)}%`),
  aandeel?.rand && 'alleen de rand',
];

const vanVindplaats = (plek: Vindplaats): Waarde[] => [
  plek.artikel,
  `regeling ${plek.regelingId}`,
  plek.opschrift,
  ...plek.themas,
  plek.idealisatie === 'indicatief' && 'grens is niet exact',
  plek.werking === 'onbekend' ? 'weten we niet' : plek.aandeel?.m2 == null && 'geldt hier',
  ...(plek.werking === 'onbekend' ? [] : vanAandeel(plek.aandeel)),
];

/** Per heading, the rows that the JSON says must stand there, in order. */
function verwachteRijen(inhoud: UittrekselInhoud): Record<string, string[][]> {
  const { locatie, regels, omstandigheden, besluiten, ontbreekt } = inhoud;
  const { perceel } = locatie;
  const bronnen = [locatie, regels, omstandigheden, besluiten].flatMap((sectie) =>
    isStoring(sectie) ? [] : sectie.bronnen,
  );
  const uniek = [...new Map(bronnen.map((bron) => [bron.id, bron])).values()];
  return {
    'Wat wij niet weten': ontbreekt.map((punt) => rij(punt.onderdeel, punt.wat, punt.reden, punt.volgendeStap)),
    Perceel: perceel
      ? [
          rij(perceel.kadastraleAanduiding),
          rij(perceel.identificatie),
          rij(perceel.grootteM2, perceel.soortGrootte),
          rij(`${getal(perceel.oppervlakteM2)} m²`),
        ]
      : [],
    Adressen: locatie.adressen.map((adres) =>
      rij(adres.weergave, ...adres.gebruiksdoelen, adres.oppervlakteM2 ?? 'niet bekend', adres.identificatie),
    ),
    Panden: locatie.panden.map((pand) =>
      rij(
        pand.identificatie,
        pand.bouwjaar === null ? 'niet bekend' : String(pand.bouwjaar),
        pand.status ?? 'niet bekend',
        ...pand.gebruiksdoelen,
        pand.hoogteM ?? 'niet bekend',
        pand.oppervlakteM2,
        pand.opPerceelM2,
      ),
    ),
    ...(!isStoring(regels) && {
      Regels: regels.bestuurslagen.map(({ bestuurslaag, stand }) =>
        rij(bestuurslaag, stand === 'bekend' ? 'regels bekend' : 'weten we niet'),
      ),
      Regelingen: regels.regelingen.map((regeling) =>
        rij(
          String(regeling.id),
          regeling.opschrift,
          regeling.soort,
          regeling.bevoegdGezag,
          regeling.bestuurslaag,
          regeling.status,
          regeling.geldigVanaf ? `vanaf ${datum(regeling.geldigVanaf)}` : 'begin niet bekend',
          regeling.geldigTot && `tot ${datum(regeling.geldigTot)}`,
          regeling.identificatie,
          regeling.url,
        ),
      ),
      Activiteiten: regels.activiteiten.flatMap(({ naam, groep, aanduidingen }) =>
        aanduidingen.map((aanduiding) => rij(naam, groep, aanduiding.kwalificatie, ...vanVindplaats(aanduiding))),
      ),
      Normen: regels.normen.flatMap(({ naam, soort, type, groep, eenheid, waarden }) =>
        waarden.map((waarde) =>
          rij(
            naam,
            soort,
            type,
            groep,
            waarde.kwantitatief !== null && `${waarde.kwantitatief.replace('.', ',')}${eenheid ?? ''}`,
            waarde.kwalitatief,
            waarde.inRegeltekst && 'staat in de tekst',
            ...vanVindplaats(waarde),
          ),
        ),
      ),
      'Gebieden die een regeling aanwijst': regels.gebiedsaanwijzingen.map((gebied) =>
        rij(gebied.naam, gebied.type, gebied.groep, ...vanVindplaats(gebied)),
      ),
      'Andere regels': regels.overig.map((plek) => rij(...vanVindplaats(plek))),
    }),
    ...(!isStoring(omstandigheden) && {
      Omstandigheden: omstandigheden.themas.map((thema) =>
        rij(
          thema.naam,
          thema.groep,
          thema.vraag,
          { geldt: 'geldt hier', 'geldt-niet': 'geldt hier niet', onbekend: 'weten we niet' }[thema.uitkomst],
          ...thema.vlakken.flatMap((vlak) => [
            vlak.omschrijving,
            vlak.waarde,
            vlak.eenheid,
            ...vanAandeel(vlak.aandeel),
          ]),
          thema.volgendeStap,
        ),
      ),
    }),
    ...(!isStoring(besluiten) && {
      Besluiten: besluiten.besluiten.map((besluit) =>
        rij(
          datum(besluit.gepubliceerd),
          besluit.onderwerp,
          besluit.voornemen && 'nog geen besluit',
          besluit.titel,
          besluit.zaaknummer,
          besluit.bevoegdGezag,
          besluit.identificatie,
          besluit.url,
          besluit.afstandM === 0 ? 'hier' : `${getal(besluit.afstandM)} m`,
          besluit.plaatsSoort,
          besluit.reactie.uitleg,
          besluit.reactie.totEnMet && `t/m ${datum(besluit.reactie.totEnMet)}`,
          besluit.reactie.stand === 'loopt' && besluit.reactie.dagen !== null && `nog ${besluit.reactie.dagen} dag`,
          besluit.reactie.artikel,
        ),
      ),
    }),
    Bronnen: uniek.map((bron) => rij(bron.naam, datum(bron.peildatum), bron.licentie, bron.id, bron.url)),
  };
}

/** Tables whose first row names their columns. */
const zonderKop = new Set(['Perceel', 'Regels']);

/**
 * What a PDF says otherwise than the JSON of the same extract: rows too few or too many, in another order, or without
 * one of their values. Empty: no difference.
 */
export function vindVerschillen(inhoud: UittrekselInhoud, pdf: GelezenPdf): string[] {
  const verschillen: string[] = [...pdf.fouten];
  for (const [kop, verwacht] of Object.entries(verwachteRijen(inhoud))) {
    const hoofdstuk = pdf.hoofdstukken.find((een) => een.kop === kop);
    if (!hoofdstuk) {
      verschillen.push(`${kop}: not in the PDF`);
      continue;
    }
    const rijen = zonderKop.has(kop) ? hoofdstuk.rijen : hoofdstuk.rijen.slice(1);
    if (rijen.length !== verwacht.length) {
      verschillen.push(`${kop}: ${rijen.length} rows instead of ${verwacht.length}`);
    }
    for (const [i, waarden] of verwacht.entries()) {
      const gelezen = kaal(rijen[i]?.join('') ?? '');
      for (const waarde of waarden) {
        if (!gelezen.includes(kaal(waarde))) verschillen.push(`${kop}, row ${i + 1}: "${waarde}" is missing`);
      }
    }
  }
  const alles = kaal(
    pdf.hoofdstukken.flatMap(({ kop, alineas, rijen }) => [kop, ...alineas, ...rijen.flat()]).join(''),
  );
  for (const [pad, waarde] of bladen(inhoud)) {
    if (!alles.includes(kaal(waarde))) verschillen.push(`${pad}: "${waarde}" is nowhere`);
  }
  return verschillen;
}

/** Not shown as they are: words of the machine that the PDF says in words of people (`verwachteRijen` holds those to
 * their place), what a section that failed says to a program, shapes, and keys between rows. */
const nietGetoond =
  /^(versie|[a-z]+\.(title|detail)|kaartbeeld\.(objecten|labels|perceel|onvolledig|schaal|vak)|.*\.(type|status|stand|soort|uitkomst|reden|thema|uitleg|idealisatie|werking|voornemen|regelteksten|regeltekstId|onderdeel|hoek|dagen|geometrie)\b|.*\.(bronIds|punt|omhullende|rand|landelijkLoket|reactie|perceelStand|adressenStand|pandenStand)\b)/;

/** Every value of the JSON with its path, written as people write it. */
function* bladen(waarde: unknown, pad = ''): Generator<[string, string]> {
  if (nietGetoond.test(pad)) return;
  if (Array.isArray(waarde)) {
    for (const [i, deel] of waarde.entries()) yield* bladen(deel, `${pad}.${i}`);
  } else if (typeof waarde === 'object' && waarde !== null) {
    for (const [naam, deel] of Object.entries(waarde)) yield* bladen(deel, pad ? `${pad}.${naam}` : naam);
  } else if (typeof waarde === 'number') yield [pad, pad.endsWith('.bouwjaar') ? String(waarde) : getal(waarde)];
  else if (typeof waarde === 'string') {
    if (/^\d{4}-\d\d-\d\d$/.test(waarde)) yield [pad, datum(waarde)];
    else yield [pad, pad.endsWith('.kwantitatief') ? waarde.replace('.', ',') : waarde];
  }
}
