import { schrijfbaar } from '../server/rapport/pdf/letters.ts';
import type { BewaardOordeel } from '../server/vergunningcheck/contract.ts';
import type { Feit, Toets } from '../server/vergunningcheck/domain/oordeel.ts';
import type { GelezenPdf } from './pdf.ts';

const nl = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 });
const dag = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' });
const datum = (waarde: string | null | undefined) => waarde && dag.format(new Date(`${waarde}T00:00:00Z`));

/** Text without what a line break and a capital can change. */
const kaal = (tekst: string) => schrijfbaar(tekst).replace(/\s/g, '').toLowerCase();

const woord: Record<string, string> = {
  VRIJ: 'U hebt geen vergunning nodig',
  VRIJ_PLANTOETS: 'Geen vergunning voor het bouwen, wel regels van uw wijk',
  INFORMATIEPLICHT: 'Laat het ons weten',
  MELDING: 'Meld het vooraf',
  VERGUNNING: 'U hebt een vergunning nodig',
  VERBOD: 'Dit mag hier niet',
  ONBEKEND: 'Wij weten het nog niet',
};

type Waarde = string | number | null | undefined | false;
const rij = (...waarden: Waarde[]): string[] =>
  waarden.flatMap((waarde) =>
    waarde === null || waarde === undefined || waarde === false || waarde === ''
      ? []
      : [typeof waarde === 'number' ? nl.format(waarde) : waarde],
  );

const vanToets = ({ omschrijving, uitslag, waarde, grens, eenheid, artikel }: Toets): string[] =>
  rij(
    omschrijving,
    { voldoet: 'Voldoet', 'voldoet-niet': 'Voldoet niet', onbekend: 'Weten we niet' }[uitslag],
    typeof waarde === 'number' && eenheid !== 'euro' && eenheid !== 'jaar' && waarde,
    typeof waarde === 'number' && typeof grens === 'number' && eenheid !== 'euro' && eenheid !== 'jaar' && grens,
    artikel,
  );

const vanFeit = ({ tekst, bron }: Feit): string[] => rij(tekst, bron?.naam, datum(bron?.peildatum));

/** Per heading the rows that must stand below it, in order. Headings that come more than once are taken together. */
function verwacht({ oordeel, invoer }: BewaardOordeel): Map<string, string[][]> {
  const rijen = new Map<string, string[][]>();
  const erbij = (kop: string, ...nieuw: string[][]) => rijen.set(kop, [...(rijen.get(kop) ?? []), ...nieuw]);
  for (const { naam, meting, kleinsteWijzigingen, delen } of oordeel.onderdelen) {
    if (meting) {
      const { oppervlakteM2, achtererfgebiedM2, bebouwingsgebiedM2, gebruiktM2, maximumM2 } = meting;
      for (const m2 of [oppervlakteM2, achtererfgebiedM2, bebouwingsgebiedM2, gebruiktM2, maximumM2]) {
        erbij(naam, rij(m2 ?? 'Niet te berekenen'));
      }
    }
    for (const { wijzigingen, naar } of kleinsteWijzigingen) {
      erbij(naam, rij(...wijzigingen.flatMap((een) => [een.tekst, een.van, een.naar]), woord[naar]));
    }
    for (const deel of delen) {
      erbij(deel.naam, rij(woord[deel.uitkomst]), rij(deel.volgendeStap.tekst, deel.volgendeStap.wie));
      if (deel.ontbreekt.length > 0)
        erbij(deel.naam, rij(...deel.ontbreekt.map((sleutel) => naamVan(oordeel.feiten, sleutel))));
      erbij(deel.naam, rij(deel.artikel), rij(deel.regelVersie), rij(deel.bevoegdGezag));
      erbij(deel.naam, ...deel.toetsen.map(vanToets), ...(deel.plantoets?.toetsen ?? []).map(vanToets));
    }
  }
  erbij(
    'Wat u nu doet',
    ...oordeel.acties.map(({ tekst, wie, uiterlijk, artikel }) => rij(tekst, wie, datum(uiterlijk), artikel)),
  );
  const { procedure, leges } = oordeel;
  if (procedure) {
    erbij(
      'Hoe lang het duurt',
      ...[
        procedure.naam,
        procedure.termijn,
        datum(procedure.vanaf),
        datum(procedure.laatsteDag),
        procedure.artikel,
        procedure.uitleg,
      ].map((een) => rij(een)),
    );
  }
  if (oordeel.indieningsvereisten.length > 0) {
    erbij(
      'Wat u inlevert',
      ...oordeel.indieningsvereisten.map(({ tekst, omdat, artikel }) => rij(tekst, omdat, artikel)),
    );
  }
  if (leges)
    erbij(
      'Wat het kost',
      rij(),
      ...leges.regels.map(({ omschrijving }) => rij(omschrijving)),
      rij(leges.tariefversie),
      rij(leges.uitleg),
    );
  erbij('Wie beslist', ...oordeel.bevoegdGezag.map(({ naam }) => rij(naam)));
  erbij('Wat bekend is', ...oordeel.feiten.filter(({ stand }) => stand === 'bekend').map(vanFeit));
  erbij('Wat wij niet weten', ...oordeel.feiten.filter(({ stand }) => stand === 'onbekend').map(vanFeit));
  erbij('Versies van de regels', ...Object.entries(oordeel.regelVersies).map((paar) => rij(...paar)));
  for (const { ring } of invoer.onderdelen) {
    if (ring) erbij('', rij(...ring.flat()));
  }
  return rijen;
}

const naamVan = (feiten: readonly Feit[], sleutel: string) =>
  feiten.find((feit) => feit.sleutel === sleutel)?.naam ?? sleutel;

/** What the PDF of an oordeel leaves out, adds or changes. Empty: it says what the JSON says. */
export function vindOordeelVerschillen(bewaard: BewaardOordeel, pdf: GelezenPdf): string[] {
  const { oordeel, hash } = bewaard;
  const gelezen = new Map<string, string[]>();
  for (const { kop, rijen } of pdf.hoofdstukken) {
    gelezen.set(kop, [...(gelezen.get(kop) ?? []), ...rijen.map((cellen) => kaal(cellen.join(' ')))]);
  }
  const verschillen: string[] = [...pdf.fouten];
  const [begin] = pdf.hoofdstukken;
  const alles = kaal([...(begin?.alineas ?? []), ...(begin?.rijen.flat() ?? [])].join(' '));
  for (const moet of [
    woord[oordeel.uitkomst] ?? '',
    oordeel.voorbehoud,
    hash,
    datum(oordeel.gemaaktOp) ?? '',
    ...oordeel.meldingen.flatMap(({ tekst, volgendeStap }) => [tekst, volgendeStap.tekst]),
  ]) {
    if (!alles.includes(kaal(moet))) verschillen.push(`begin: zonder ${moet}`);
  }
  const uitleg = kaal(pdf.hoofdstukken.flatMap(({ alineas }) => alineas).join(' '));
  for (const { naam, meting, delen } of oordeel.onderdelen) {
    const { nietTeBerekenen = '' } = meting ?? {};
    if (!uitleg.includes(kaal(nietTeBerekenen))) verschillen.push(`${naam}: zonder ${nietTeBerekenen}`);
    for (const deel of delen) if (!uitleg.includes(kaal(deel.uitleg))) verschillen.push(`${deel.naam}: zonder uitleg`);
  }
  for (const [kop, rijen] of verwacht(bewaard)) {
    if (kop === '') {
      for (const cellen of rijen) {
        if (!cellen.every((cel) => alles.includes(kaal(cel)))) verschillen.push(`tekening: ${cellen.join(' ')}`);
      }
      continue;
    }
    // heads of tables are rows too: what must be there comes in this order, with at most such heads between
    const hier = gelezen.get(kop) ?? [];
    let plek = 0;
    for (const cellen of rijen) {
      const gevonden = hier.findIndex((tekst, i) => i >= plek && cellen.every((cel) => tekst.includes(kaal(cel))));
      if (gevonden < 0) verschillen.push(`${kop}: ${cellen.join(' | ')}`);
      else plek = gevonden + 1;
    }
    const koppen = hier.filter((tekst) => tabelkoppen.some((begin2) => tekst.startsWith(begin2))).length;
    if (hier.length - koppen !== rijen.length) {
      verschillen.push(`${kop}: ${hier.length - koppen} rijen in plaats van ${rijen.length}`);
    }
  }
  return verschillen;
}

const tabelkoppen = ['VoorwaardeUitslag', 'Wat u verandertVan', 'Nr.Wat', 'WatWaarom', 'FeitVan', 'RegelsVersie'].map(
  kaal,
);
