import type { Cijfers, Gebied } from '../contract.ts';
import { type OpenbaarAantal, schermAf, type Telknoop } from './afscherming.ts';
import type { Stelsel } from './klassen.ts';
import { MINSTE_NOEMER } from './verhouding.ts';

interface GebiedFeit extends Pick<Gebied, 'code' | 'naam' | 'soort' | 'ouder' | 'inwoners'> {}

interface Knoop extends Telknoop {
  verdelingen: Knoop[][];
}

const blad = (aantal: number | null): Knoop => ({ aantal, verdelingen: [] });
const tel = (aantallen: readonly number[]) => aantallen.reduce((som, aantal) => som + aantal, 0);

/** Counts with what they are called, as the public sees them. */
const metNaam = (gebied: GebiedFeit, aantal: OpenbaarAantal, minstens = false): Gebied => ({
  ...gebied,
  aantal,
  minstens,
  perDuizend:
    typeof aantal === 'number' && !minstens && gebied.inwoners !== null && gebied.inwoners >= MINSTE_NOEMER.inwoners
      ? Math.round((10_000 * aantal) / gebied.inwoners) / 10
      : null,
});

interface MeldingFeiten {
  bron: Cijfers['bron'];
  gebieden: readonly GebiedFeit[];
  klassen: readonly { code: string; naam: string; buurt: string; aantal: number }[];
  punten: readonly { x: number; y: number; soort: 'straatdeel' | 'buurt'; buurt: string | null; aantal: number }[];
}

/**
 * Meldingen of one thema in one year. The gemeente adds up from its wijken and from its classes, a wijk from its buurten,
 * a buurt from the points in it: one tree, so that what is withheld cannot be worked out (afscherming.ts).
 */
export function meldingenVoorIedereen({ bron, gebieden, klassen, punten }: MeldingFeiten) {
  const knoopVan = new Map<string, Knoop>();
  const puntKnopen = punten.map(({ aantal }) => blad(aantal));
  const knoop = (gebied: GebiedFeit): Knoop => {
    const delen = gebieden.filter(({ ouder }) => ouder === gebied.code).map(knoop);
    const eigen = punten.flatMap(({ buurt }, i) => (buurt === gebied.code ? [puntKnopen[i] as Knoop] : []));
    const aantal =
      gebied.soort === 'buurt'
        ? tel(klassen.filter(({ buurt }) => buurt === gebied.code).map((een) => een.aantal))
        : tel(delen.map((deel) => deel.aantal ?? 0));
    const verdelingen = [delen, eigen].filter((deel) => deel.length > 0);
    const nieuw = { aantal, verdelingen };
    knoopVan.set(gebied.code, nieuw);
    return nieuw;
  };
  const binnen = new Set(gebieden.filter(({ soort }) => soort === 'buurt').map(({ code }) => code));
  const codes = [...new Set(klassen.map(({ code }) => code))];
  const klasseKnopen = codes.map((code) =>
    blad(tel(klassen.filter((een) => een.code === code && binnen.has(een.buurt)).map(({ aantal }) => aantal))),
  );
  const gemeente = gebieden.find(({ soort }) => soort === 'gemeente');
  const top = gemeente ? knoop(gemeente) : blad(null);
  if (klasseKnopen.length > 0) top.verdelingen.push(klasseKnopen);
  const getoond = schermAf(top);
  const toon = (een: Knoop | undefined) => (een ? (getoond.get(een) ?? null) : null);
  return {
    bron,
    gebieden: gebieden.map((gebied) => metNaam(gebied, toon(knoopVan.get(gebied.code)))),
    klassen: codes.map((code, i) => ({
      stelsel: 'melding' as const,
      code,
      naam: klassen.find((een) => een.code === code)?.naam ?? code,
      aantal: toon(klasseKnopen[i]),
    })),
    // a point outside every buurt is in no sum: it stands by itself
    punten: punten.map(({ aantal, ...punt }, i) => ({
      ...punt,
      aantal: toon(puntKnopen[i]) ?? schermAf(blad(aantal)).values().next().value ?? null,
    })),
  };
}

interface CbsFeiten {
  bron: Cijfers['bron'];
  gebieden: readonly GebiedFeit[];
  cijfers: readonly {
    gebied: string;
    stelsel: Stelsel;
    code: string;
    naam: string;
    gevoelig: boolean;
    aantal: number | null;
  }[];
}

/**
 * Figures of the police of one thema in one year, as the CBS publishes them. What the CBS withholds is unknown and never
 * zero, so the sum of a wijk or buurt is then a lower bound. Sensitive classes stand with the gemeente only, and in no
 * sum of a smaller area.
 */
export function politiecijfersVoorIedereen({ bron, gebieden, cijfers }: CbsFeiten): Omit<Cijfers, 'jaar'> {
  const gemeente = gebieden.find(({ soort }) => soort === 'gemeente')?.code;
  const klassen = cijfers.filter(({ gebied }) => gebied === gemeente);
  const klasseKnopen = klassen.map(({ aantal }) => blad(aantal));
  const sommen = new Map(
    gebieden.map(({ code }) => {
      const eigen = cijfers.filter(({ gebied, gevoelig }) => gebied === code && (code === gemeente || !gevoelig));
      const bekend = eigen.flatMap(({ aantal }) => aantal ?? []);
      return [code, { aantal: tel(bekend), minstens: bekend.length < eigen.length, leeg: eigen.length === 0 }] as const;
    }),
  );
  // what is a lower bound is no sum; it stands by itself and is shown rounded down
  const knopen = new Map<string, Knoop>();
  const knoop = (code: string): Knoop => {
    const { aantal = 0, minstens = true, leeg = true } = sommen.get(code) ?? {};
    const delen = gebieden.filter(({ ouder }) => ouder === code).map((deel) => knoop(deel.code));
    const nieuw = { aantal: leeg || minstens ? null : aantal, verdelingen: delen.length > 0 ? [delen] : [] };
    knopen.set(code, nieuw);
    return nieuw;
  };
  const top = gemeente ? knoop(gemeente) : blad(null);
  // the wijken hold no sensitive classes: they add up to the others, and those with the sensitive ones to the gemeente
  const soort = (gevoelig: boolean) => klasseKnopen.filter((_, i) => klassen[i]?.gevoelig === gevoelig);
  const gewoon: Knoop = {
    aantal: soort(false).every(({ aantal }) => aantal !== null)
      ? tel(soort(false).map((een) => een.aantal ?? 0))
      : null,
    verdelingen: [...top.verdelingen, soort(false)],
  };
  top.verdelingen = [[gewoon, ...soort(true)]];
  const getoond = schermAf(top);
  const toon = (code: string): OpenbaarAantal => {
    const som = sommen.get(code);
    if (!som || som.leeg) return null;
    if (som.minstens) return Math.floor(som.aantal / 5) * 5 || null;
    return getoond.get(knopen.get(code) as Knoop) ?? null;
  };
  return {
    bron,
    gebieden: gebieden.map((gebied) => {
      const aantal = toon(gebied.code);
      return metNaam(gebied, aantal, aantal !== null && (sommen.get(gebied.code)?.minstens ?? false));
    }),
    klassen: klassen.map(({ stelsel, code, naam }, i) => ({
      stelsel,
      code,
      naam,
      aantal: getoond.get(klasseKnopen[i] as Telknoop) ?? null,
    })),
  };
}
