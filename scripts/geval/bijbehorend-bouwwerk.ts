import * as z from 'zod/mini';
import { judgeBijbehorendBouwwerk } from '../../server/vergunningcheck/domain/meetkunde/bijbehorend-bouwwerk.ts';
import { redenZin } from '../../server/vergunningcheck/domain/meetkunde/redenen.ts';
import { alleRegels } from '../../server/vergunningcheck/domain/meetkunde/regels.ts';
import type { Situatie } from '../../server/vergunningcheck/domain/meetkunde/situatie.ts';
import { type Geval, gevalVelden, type Kind, type Uitkomst } from './geval.ts';

const ring = z.array(z.tuple([z.number(), z.number()])).check(z.minLength(3));
const ringen = z.array(ring);
const getalOfNull = z.nullable(z.number().check(z.gte(0)));

const situatieVelden = {
  nauwkeurigheid: z.enum(['exact', 'kaart']),
  perceel: ring,
  hoofdgebouw: ring,
  bestaandeBijbehorendeBouwwerken: ringen,
  openbaarToegankelijkGebied: ringen.check(z.minLength(1)),
  achterpaden: ringen,
  adresStraat: z.int().check(z.gte(0)),
  hoogteHoofdgebouw: z.number().check(z.gt(0)),
  hoogteVloerTweedeBouwlaag: getalOfNull,
  hoofdgebouwType: z.enum(['woning', 'woonwagen', 'tijdelijk', 'recreatie']),
};

const situatie = z.union([
  z.strictObject({ ...situatieVelden, oorspronkelijkHoofdgebouw: ring }),
  z.strictObject({
    ...situatieVelden,
    oorspronkelijkHoofdgebouw: z.null(),
    oorspronkelijkHoofdgebouwMinimaal: ring,
  }),
]);

const feiten = z.strictObject({
  monument: z.enum(['geen', 'gemeentelijk', 'provinciaal', 'rijks']),
  beschermdGezicht: z.boolean(),
  welstandsvrij: z.boolean(),
  uitgeslotenVeiligheidszone: z.boolean(),
  binnenBebouwdeKom: z.boolean(),
  illegaalHoofdgebouw: z.boolean(),
});

const plan = z.strictObject({
  ring,
  hoogte: z.number().check(z.gte(0)),
  dak: z.strictObject({
    vorm: z.enum(['plat', 'lessenaar', 'zadel']),
    goothoogte: getalOfNull,
    nokhoogte: getalOfNull,
    helling: getalOfNull,
    nokAfstandTotPerceelgrens: getalOfNull,
  }),
  bouwlagen: z.int().check(z.gte(1)),
  verblijfsgebiedOpVerdieping: z.boolean(),
  buitenruimteBovenGrond: z.boolean(),
  functioneelOndergeschikt: z.enum(['geheel', 'voorbij4m', 'nee']),
  mantelzorg: z.boolean(),
  verplaatsbaar: z.boolean(),
  scheidingswandOp4m: z.boolean(),
  opDeGrond: z.boolean(),
  soortWerk: z.enum(['nieuwbouw', 'uitbreiding']),
});

const verwacht = z.strictObject({
  omgevingsplan: z.enum(['VRIJ', 'VRIJ_PLANTOETS', 'VERGUNNING', 'ONBEKEND']),
  technisch: z.enum(['VRIJ', 'BOUWMELDING_OF_VERGUNNING', 'VERGUNNING']),
  achtererfgebiedM2: z.optional(getalOfNull),
  bebouwingsgebiedM2: z.optional(getalOfNull),
  maximumM2: z.optional(getalOfNull),
  gebruiktM2: z.optional(getalOfNull),
});

const geval = z.strictObject({ ...gevalVelden, situatie: z.string(), feiten, plan, verwacht: z.optional(verwacht) });

const bestand = z.strictObject({
  versie: z.literal(1),
  situaties: z.record(z.string(), situatie),
  gevallen: z.array(geval),
});

/** The cases are of the bruidsschat itself. */
const bruidsschat = alleRegels.find(({ gemeente }) => gemeente === null)!;

function compute(hier: Situatie | undefined, { situatie, feiten, plan }: z.infer<typeof geval>): Uitkomst {
  if (!hier) throw new RangeError(`de situatie ${situatie} staat niet in het bestand`);
  const { omgevingsplan, technisch, maten, reden } = judgeBijbehorendBouwwerk(hier, feiten, plan, bruidsschat);
  if (reden) throw new RangeError(redenZin(reden));
  const { achtererfgebiedM2, bebouwingsgebiedM2, maximumM2, gebruiktM2 } = maten;
  return { omgevingsplan, technisch, achtererfgebiedM2, bebouwingsgebiedM2, maximumM2, gebruiktM2 };
}

export const bijbehorendBouwwerk: Kind = (inhoud) => {
  const { situaties, gevallen } = bestand.parse(inhoud);
  return gevallen.map(
    (een): Geval => ({
      id: een.id,
      verwacht: een.verwacht ?? null,
      compute: () => compute(Object.hasOwn(situaties, een.situatie) ? situaties[een.situatie] : undefined, een),
    }),
  );
};
