import * as z from 'zod/mini';
import { type Datum, parseDatum } from '../../server/termijnen/datum.ts';
import {
  computeBeslistermijnRegulier,
  computeBezwaarTijdig,
  computeInwerkingtreding,
  computeTermijn,
  computeUitgebreidZonderZienswijzen,
  TERMIJNEN,
} from '../../server/termijnen/domain.ts';
import { type Geval, gevalVelden, type Kind, type Uitkomst } from './geval.ts';

const datum = z.string().check(z.regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/));
const laatsteDag = { laatsteDag: datum };
const inWerking = { inWerking: datum };

/** What happened, with the days that a royal decree made equal to a public holiday. */
const gebeurtenis = <Velden extends z.core.$ZodShape>(velden: Velden) =>
  z.strictObject({ ...velden, extraFeestdagen: z.optional(z.array(datum)) });

/** The format takes anything shaped like a day; whether the day exists shows here. */
function requireDatum(tekst: string): Datum {
  const gelezen = parseDatum(tekst);
  if (!gelezen) throw new RangeError(`met ${tekst} is geen termijn te berekenen`);
  return gelezen;
}

/**
 * One soort: its gebeurtenis, the fields of its verwacht, and how the one follows from the other. The second argument
 * of `compute` holds the extraFeestdagen.
 */
const soort = <const Naam extends string, Gebeurtenis extends { extraFeestdagen?: string[] | undefined }>(
  naam: Naam,
  gebeurtenis: z.ZodMiniType<Gebeurtenis>,
  verwacht: z.core.$ZodShape,
  compute: (gebeurtenis: Gebeurtenis, extra: readonly Datum[]) => Uitkomst,
) =>
  z.pipe(
    z.strictObject({
      ...gevalVelden,
      soort: z.literal(naam),
      gebeurtenis,
      verwacht: z.optional(z.strictObject(verwacht)),
    }),
    z.transform(
      ({ id, verwacht, gebeurtenis }): Geval => ({
        id,
        verwacht: verwacht ?? null,
        compute: () => compute(gebeurtenis, (gebeurtenis.extraFeestdagen ?? []).map(requireDatum)),
      }),
    ),
  );

const geval = z.discriminatedUnion('soort', [
  soort(
    'beslistermijn-regulier',
    gebeurtenis({
      ontvangst: datum,
      instemming: z.optional(z.boolean()),
      verlengingWeken: z.optional(z.literal([1, 2, 3, 4, 5, 6])),
      opschorting: z.optional(z.strictObject({ uitnodiging: datum, gegevensOntvangen: datum })),
    }),
    { laatsteDag: datum, verlengenUiterlijk: z.optional(datum) },
    ({ ontvangst, instemming, verlengingWeken, opschorting }, extra) => {
      const verloop = {
        ontvangst: requireDatum(ontvangst),
        instemming,
        verlengingWeken,
        opschorting: opschorting && {
          uitnodiging: requireDatum(opschorting.uitnodiging),
          gegevensOntvangen: requireDatum(opschorting.gegevensOntvangen),
        },
      };
      const { beslissen, verlengen } = computeBeslistermijnRegulier(verloop, extra);
      return { laatsteDag: beslissen.laatsteDag, verlengenUiterlijk: verlengen?.laatsteDag ?? null };
    },
  ),
  soort('bezwaar', gebeurtenis({ verzonden: datum }), laatsteDag, ({ verzonden }, extra) => ({
    laatsteDag: computeTermijn(TERMIJNEN.bezwaar, requireDatum(verzonden), extra).laatsteDag,
  })),
  soort(
    'bezwaar-tijdig',
    gebeurtenis({ verzonden: datum, gepost: z.nullable(datum), ontvangen: datum }),
    { laatsteDag: datum, tijdig: z.boolean() },
    ({ verzonden, gepost, ontvangen }, extra) => {
      const bezwaar = {
        verzonden: requireDatum(verzonden),
        gepost: gepost === null ? null : requireDatum(gepost),
        ontvangen: requireDatum(ontvangen),
      };
      const { termijn, tijdig } = computeBezwaarTijdig(bezwaar, extra);
      return { laatsteDag: termijn.laatsteDag, tijdig };
    },
  ),
  soort('zienswijzen', gebeurtenis({ terinzagelegging: datum }), laatsteDag, ({ terinzagelegging }, extra) => ({
    laatsteDag: computeTermijn(TERMIJNEN.zienswijzen, requireDatum(terinzagelegging), extra).laatsteDag,
  })),
  soort('beroep-uitgebreid', gebeurtenis({ terinzagelegging: datum }), laatsteDag, ({ terinzagelegging }, extra) => ({
    laatsteDag: computeTermijn(TERMIJNEN.beroepUitgebreid, requireDatum(terinzagelegging), extra).laatsteDag,
  })),
  soort('beslistermijn-uitgebreid', gebeurtenis({ ontvangst: datum }), laatsteDag, ({ ontvangst }, extra) => ({
    laatsteDag: computeTermijn(TERMIJNEN.beslistermijnUitgebreid, requireDatum(ontvangst), extra).laatsteDag,
  })),
  soort(
    'uitgebreid-zonder-zienswijzen',
    gebeurtenis({ terinzagelegging: datum }),
    { eindeZienswijzen: datum, laatsteDag: datum },
    ({ terinzagelegging }, extra) => {
      const { zienswijzen, beslissen } = computeUitgebreidZonderZienswijzen(requireDatum(terinzagelegging), extra);
      return { eindeZienswijzen: zienswijzen.laatsteDag, laatsteDag: beslissen.laatsteDag };
    },
  ),
  soort(
    'beslissing-op-bezwaar',
    gebeurtenis({ eindeBezwaartermijn: datum, adviescommissie: z.boolean() }),
    laatsteDag,
    ({ eindeBezwaartermijn, adviescommissie }, extra) => {
      const regel = adviescommissie ? TERMIJNEN.beslissingOpBezwaarAdviescommissie : TERMIJNEN.beslissingOpBezwaar;
      return { laatsteDag: computeTermijn(regel, requireDatum(eindeBezwaartermijn), extra).laatsteDag };
    },
  ),
  soort(
    'inwerkingtreding-vergunning',
    gebeurtenis({ bekendmaking: datum, vierWekenClausule: z.boolean() }),
    inWerking,
    ({ bekendmaking, vierWekenClausule }) => ({
      inWerking: computeInwerkingtreding(
        vierWekenClausule ? 'vergunningVierWeken' : 'vergunning',
        requireDatum(bekendmaking),
      ),
    }),
  ),
  soort('inwerkingtreding-omgevingsplan', gebeurtenis({ bekendmaking: datum }), inWerking, ({ bekendmaking }) => ({
    inWerking: computeInwerkingtreding('omgevingsplan', requireDatum(bekendmaking)),
  })),
  soort('bouwmelding', gebeurtenis({ startBouw: datum }), laatsteDag, ({ startBouw }, extra) => ({
    laatsteDag: computeTermijn(TERMIJNEN.bouwmelding, requireDatum(startBouw), extra).laatsteDag,
  })),
  soort('sloopmelding', gebeurtenis({ startSloop: datum }), laatsteDag, ({ startSloop }, extra) => ({
    laatsteDag: computeTermijn(TERMIJNEN.sloopmelding, requireDatum(startSloop), extra).laatsteDag,
  })),
  soort('gebruiksmelding', gebeurtenis({ ingebruikname: datum }), laatsteDag, ({ ingebruikname }, extra) => ({
    laatsteDag: computeTermijn(TERMIJNEN.gebruiksmelding, requireDatum(ingebruikname), extra).laatsteDag,
  })),
  soort('gereedmelding', gebeurtenis({ ingebruikname: datum }), laatsteDag, ({ ingebruikname }, extra) => ({
    laatsteDag: computeTermijn(TERMIJNEN.gereedmelding, requireDatum(ingebruikname), extra).laatsteDag,
  })),
]);

const bestand = z.strictObject({ versie: z.literal(1), gevallen: z.array(geval) });

export const termijnen: Kind = (inhoud) => bestand.parse(inhoud).gevallen;
