import { type OpenbaarAantal, schermAf, type Telknoop, toonAantal } from '../../domain/afscherming.ts';
import { politiecijfersVoorIedereen } from '../../domain/cijfers.ts';
import { indicatoren as enquete } from '../../domain/indicatoren.ts';
import type { Stelsel } from '../../domain/klassen.ts';
import type { Doel, GebiedStand, Indicator } from '../contract.ts';
import {
  bepaalTrend,
  bepaalVergelijking,
  bepaalVerschil,
  type Goed,
  isGehaald,
  type Maatstaf,
  type Meting,
  metingVanAantal,
  type Periodewaarde,
  vergelijkbaar,
} from './meting.ts';

export interface GebiedFeit {
  code: string;
  naam: string;
  soort: 'gemeente' | 'wijk' | 'buurt';
  ouder: string | null;
  inwoners: number | null;
}
type Bron = Indicator['bron'];

export interface CijferFeiten {
  /** The gemeente first. */
  gebieden: readonly GebiedFeit[];
  enquete: {
    bron: Bron;
    rijen: readonly { gebied: string; key: string; jaar: number; waarde: number | null; marge: number | null }[];
  };
  /** Totals per thema of a VNG-INP delivery, of the gemeente and its wijken. */
  vng: { bron: Bron; rijen: readonly { gebied: string; thema: string; jaar: number; aantal: number | null }[] };
  /** As the CBS publishes them, per class. */
  cbs: {
    bron: Bron;
    rijen: readonly {
      gebied: string;
      thema: string;
      jaar: number;
      stelsel: Stelsel;
      code: string;
      naam: string;
      /** The class is named as indicator of this thema in the Kernbeleid. */
      genoemd: boolean;
      gevoelig: boolean;
      aantal: number | null;
    }[];
    /** Of the gemeente alone: the count of each class that is not sensitive in each whole quarter, as "2025-3". */
    kwartalen: readonly { thema: string; kwartaal: string; stelsel: Stelsel; code: string; aantal: number | null }[];
  };
  doelen: readonly Doel[];
}

/** Who may read it: everybody, or who works with the counts. */
export type Snede = 'openbaar' | 'intern';

interface Opzet extends Pick<Indicator, 'key' | 'naam' | 'soort' | 'eenheid' | 'goed' | 'bron'> {
  /** Per area, in order of time. */
  reeksen: ReadonlyMap<string, Meting[]>;
  /** Of the gemeente, in order of time: finer than the years, where there are such figures. */
  kwartalen?: readonly Periodewaarde[];
}

/** Key of the total of a thema, and of a class in it. */
export const totaalKey = (thema: string) => `politie-${thema}`;
export const klasseKey = (stelsel: Stelsel, code: string) => `${stelsel}-${code}`;

/**
 * The indicators of a thema: first what the police register, then what people say.
 *
 * Of the police the total of the thema stands per wijk, a class of it only for the whole gemeente. For everybody both
 * come from the CBS, together protected as on the page of figures; inside the total is that of the VNG-INP delivery,
 * rounded and protected likewise.
 */
export function indicatorenVan(thema: string, snede: Snede, feiten: CijferFeiten): Indicator[] {
  const opzetten = [...politie(thema, snede, feiten), ...vragen(thema, feiten)];
  return opzetten.map((opzet) => toonIndicator(opzet, feiten));
}

function politie(thema: string, snede: Snede, { gebieden, vng, cbs }: CijferFeiten): Opzet[] {
  const inwoners = new Map(gebieden.map((gebied) => [gebied.code, gebied.inwoners]));
  const gedeeld = { soort: 'politie', eenheid: 'aantal', goed: 'lager' } as const;
  const totalen = new Map<string, Meting[]>();
  const klassen = new Map<string, Opzet & { reeksen: Map<string, Meting[]> }>();
  const eigen = cbs.rijen.filter((rij) => rij.thema === thema);
  const [top] = gebieden;
  if (!top) return [];
  const gemeente = top.code;
  for (const jaar of jarenVan(eigen)) {
    const hier = eigen.filter((rij) => rij.jaar === jaar);
    const geheel = {
      bron: cbs.bron,
      gebieden: hier.some(({ gebied }) => gebied !== gemeente) ? gebieden : [top],
      cijfers: hier,
    };
    const { gebieden: totaal, klassen: perKlasse } = politiecijfersVoorIedereen(geheel);
    for (const { code, aantal, minstens } of totaal)
      voegToe(totalen, code, metingVanAantal(jaar, aantal, minstens, inwoners.get(code) ?? null));
    for (const { stelsel, code, naam, aantal } of perKlasse) {
      const key = klasseKey(stelsel, code);
      const rij = hier.find((een) => een.stelsel === stelsel && een.code === code);
      if (!rij?.genoemd) continue;
      const opzet = klassen.get(key) ?? {
        ...{ key, naam, bron: cbs.bron, ...gedeeld, reeksen: new Map() },
        kwartalen: kwartalenVan(thema, cbs, (een) => een.stelsel === stelsel && een.code === code),
      };
      klassen.set(key, opzet);
      voegToe(opzet.reeksen, gemeente, metingVanAantal(jaar, aantal, false, inwoners.get(gemeente) ?? null));
    }
  }
  const binnen = snede === 'intern' ? vngTotalen(thema, { gebieden, vng }) : null;
  const totaal: Opzet = {
    ...{ key: totaalKey(thema), naam: 'Alle registraties van dit thema', ...gedeeld },
    bron: binnen ? vng.bron : cbs.bron,
    reeksen: binnen ?? totalen,
    kwartalen: kwartalenVan(thema, cbs),
  };
  return [...(totaal.reeksen.size > 0 ? [totaal] : []), ...klassen.values()];
}

/**
 * Counts of the whole gemeente per quarter, as everybody may see them, without sensitive classes. A quarter in which
 * something is not known of a class is unknown.
 */
function kwartalenVan(
  thema: string,
  { kwartalen }: CijferFeiten['cbs'],
  kies: (rij: CijferFeiten['cbs']['kwartalen'][number]) => boolean = () => true,
): Periodewaarde[] {
  const rijen = kwartalen.filter((rij) => rij.thema === thema && kies(rij));
  const klassen = new Set(rijen.map(({ stelsel, code }) => klasseKey(stelsel, code)));
  return [...new Set(rijen.map(({ kwartaal }) => kwartaal))].sort().map((periode) => {
    const bekend = rijen.flatMap(({ kwartaal, aantal }) => (kwartaal === periode && aantal !== null ? [aantal] : []));
    const som = bekend.reduce((totaal, aantal) => totaal + aantal, 0);
    return { periode, waarde: bekend.length < klassen.size ? null : toonAantal(som), minstens: false };
  });
}

/** Totals of the police per wijk, protected year by year: the wijken add up to the gemeente. Null: none delivered. */
function vngTotalen(thema: string, { gebieden, vng }: Pick<CijferFeiten, 'gebieden' | 'vng'>) {
  const rijen = vng.rijen.filter((rij) => rij.thema === thema);
  if (rijen.length === 0) return null;
  const reeksen = new Map<string, Meting[]>();
  const [gemeente, ...rest] = gebieden;
  const wijken = rest.filter(({ soort }) => soort === 'wijk');
  for (const jaar of jarenVan(rijen)) {
    const aantalVan = (code: string) => rijen.find((rij) => rij.jaar === jaar && rij.gebied === code)?.aantal ?? null;
    const bladen = wijken.map(({ code }): Telknoop => ({ aantal: aantalVan(code), verdelingen: [] }));
    const top: Telknoop = { aantal: aantalVan(gemeente?.code ?? ''), verdelingen: [bladen] };
    const getoond = schermAf(top);
    [top, ...bladen].forEach((knoop, i) => {
      const gebied = i === 0 ? gemeente : wijken[i - 1];
      const waarde: OpenbaarAantal = getoond.get(knoop) ?? null;
      if (gebied) voegToe(reeksen, gebied.code, metingVanAantal(jaar, waarde, false, gebied.inwoners));
    });
  }
  return reeksen;
}

function vragen(thema: string, { enquete: antwoorden }: CijferFeiten): Opzet[] {
  return [...enquete.values()]
    .filter((een) => een.thema === thema)
    .map(({ key, naam, eenheid, goed }) => {
      const reeksen = new Map<string, Meting[]>();
      for (const { gebied, jaar, waarde, marge } of antwoorden.rijen.filter((rij) => rij.key === key))
        voegToe(reeksen, gebied, { jaar, waarde, marge, minstens: false, perDuizend: null });
      return { key, naam, soort: 'enquete' as const, eenheid, goed, bron: antwoorden.bron, reeksen };
    })
    .filter(({ reeksen }) => reeksen.size > 0);
}

function toonIndicator({ reeksen, kwartalen = [], ...opzet }: Opzet, { gebieden, doelen }: CijferFeiten): Indicator {
  const { goed, eenheid, key } = opzet;
  const isAantal = eenheid === 'aantal';
  const doel = doelen.find((een) => een.indicator === key);
  const [gemeente] = gebieden;
  const laatste = (code: string): Meting | null => reeksen.get(code)?.at(-1) ?? null;
  const maat = (meting: Meting | null) => meting && vergelijkbaar(meting, isAantal);
  const eigen = maat(laatste(gemeente?.code ?? ''));
  const land = maat(laatste('nl01'));
  const vergelijk =
    doel?.vergelijk != null
      ? { waarde: doel.vergelijk, met: doel.vergelijkMet || 'gekozen vergelijking', marge: null, gekozen: true }
      : land && { ...land, met: 'Nederland', gekozen: false };
  return {
    ...opzet,
    gemeente: {
      ...standVan(gemeente ?? { code: '', naam: '' }, reeksen, goed, maat, vergelijk),
      ...(kwartalen.length > 0 && { trend: bepaalTrend(kwartalen, 'kwartaal', goed) }),
    },
    wijken: gebieden
      .filter(({ soort, code }) => soort === 'wijk' && reeksen.has(code))
      .map((wijk) => standVan(wijk, reeksen, goed, maat, eigen)),
    streef:
      doel?.streefwaarde != null && doel.streefjaar !== null
        ? { waarde: doel.streefwaarde, jaar: doel.streefjaar, gehaald: isGehaald(eigen, doel.streefwaarde, goed) }
        : null,
    vergelijk: vergelijk && { waarde: vergelijk.waarde, met: vergelijk.met, gekozen: vergelijk.gekozen },
  };
}

function standVan(
  { code, naam }: Pick<GebiedFeit, 'code' | 'naam'>,
  reeksen: ReadonlyMap<string, Meting[]>,
  goed: Goed,
  maat: (meting: Meting | null) => Maatstaf | null,
  daar: Maatstaf | null,
): GebiedStand {
  const reeks = reeksen.get(code) ?? [];
  return {
    ...{ code, naam, reeks },
    verschil: bepaalVerschil(reeks, goed),
    trend: bepaalTrend(
      reeks.map(({ jaar, waarde, minstens }) => ({ periode: String(jaar), waarde, minstens })),
      'jaar',
      goed,
    ),
    vergeleken: bepaalVergelijking(maat(reeks.at(-1) ?? null), daar, goed),
  };
}

const jarenVan = (rijen: readonly { jaar: number }[]): number[] =>
  [...new Set(rijen.map(({ jaar }) => jaar))].sort((a, b) => a - b);

function voegToe(reeksen: Map<string, Meting[]>, gebied: string, meting: Meting): void {
  const reeks = reeksen.get(gebied);
  if (reeks) reeks.push(meting);
  else reeksen.set(gebied, [meting]);
}
