import * as z from 'zod/mini';
import type { Kaartkennis } from '../contract.ts';
import type { Feit } from './oordeel.ts';

const waarde = z.union([z.string(), z.boolean()]);
const bestuurslaag = z.enum(['gemeente', 'waterschap', 'provincie', 'rijk']);

/** The first klasse of these themas; `anders` only where all of them were looked into. */
export const themaVraag = z.strictObject({
  themas: z.array(z.string()),
  klassen: z.array(z.tuple([z.string(), waarde])),
  anders: waarde,
});

/** The first area whose name begins so, null: that must be asked; `anders` only where that bestuurslaag has rules. */
export const gebiedenVraag = z.strictObject({
  gebieden: z.array(z.tuple([z.string(), z.nullable(waarde)])),
  anders: waarde,
  bestuurslaag,
});

/** Areas whose names begin so: yes where one covers the whole place, no where another is here. */
const gebiedVraag = z.strictObject({
  gebied: z.strictObject({ ja: z.array(z.string()), nee: z.array(z.string()) }),
  bestuurslaag,
});

/** How the map answers one question. */
export const kaartVraag = z.union([themaVraag, gebiedenVraag, gebiedVraag]);
export type KaartVraag = z.infer<typeof kaartVraag>;

/** What the map says; `waarde` null: it says nothing, for `reden`. */
export interface KaartAntwoord {
  waarde: string | boolean | null;
  reden: NonNullable<Feit['reden']>;
  bron: Feit['bron'];
}

export function vraagKaart(vraag: KaartVraag, kennis: Kaartkennis): KaartAntwoord {
  if ('themas' in vraag) return uitThemas(vraag, kennis);
  return 'gebied' in vraag ? uitGebied(vraag, kennis) : uitGebieden(vraag, kennis);
}

const onbekend = (reden: KaartAntwoord['reden'], bron: Feit['bron'] = null): KaartAntwoord => ({
  waarde: null,
  reden,
  bron,
});
const antwoord = (gevonden: string | boolean, bron: Feit['bron']): KaartAntwoord => ({
  waarde: gevonden,
  reden: 'geen-gegevens',
  bron,
});

function uitThemas(
  { themas, klassen, anders }: z.infer<typeof themaVraag>,
  { themas: gevonden }: Kaartkennis,
): KaartAntwoord {
  if (!gevonden) return onbekend('bron-faalt');
  const hier = themas.flatMap((thema) => gevonden[thema] ?? []);
  const bron = samenBron(hier.map((een) => een.bron));
  const klasse = klassen.find(([naam]) => hier.some((een) => een.klassen.includes(naam)));
  if (klasse) return antwoord(klasse[1], bron);
  if (!themas.every((thema) => gevonden[thema]?.bekeken)) return onbekend('geen-gegevens', bron);
  // A sliver at the border may be the neighbour's.
  const aanRand = klassen.some(([naam]) => hier.some((een) => een.rand.includes(naam)));
  return aanRand ? onbekend('niet-te-berekenen', bron) : antwoord(anders, bron);
}

const begintMet = (gebieden: NonNullable<Kaartkennis['gebieden']>, laag: string, begin: readonly string[]) =>
  gebieden.filter(
    ({ naam, bestuurslaag: van }) => van === laag && begin.some((deel) => naam.toLowerCase().startsWith(deel)),
  );

function uitGebied(
  { gebied: { ja, nee }, bestuurslaag: laag }: z.infer<typeof gebiedVraag>,
  { gebieden, lagen }: Kaartkennis,
): KaartAntwoord {
  if (!gebieden || !lagen) return onbekend('bron-faalt');
  const bron = lagen[laag] ?? null;
  const [gevondenJa, gevondenNee] = [begintMet(gebieden, laag, ja), begintMet(gebieden, laag, nee)];
  if (gevondenNee.some(({ zeker }) => zeker)) return antwoord(false, bron);
  const zekerJa = gevondenJa.some(({ zeker }) => zeker) && gevondenNee.length === 0;
  return zekerJa ? antwoord(true, bron) : onbekend('geen-gegevens', bron);
}

function uitGebieden(
  { gebieden: keuzes, anders, bestuurslaag: laag }: z.infer<typeof gebiedenVraag>,
  { gebieden, lagen }: Kaartkennis,
): KaartAntwoord {
  if (!gebieden || !lagen) return onbekend('bron-faalt');
  const bron = lagen[laag] ?? null;
  for (const [begin, uitkomst] of keuzes) {
    const gevonden = begintMet(gebieden, laag, [begin]);
    if (gevonden.length === 0) continue;
    return uitkomst !== null && gevonden.some(({ zeker }) => zeker)
      ? antwoord(uitkomst, bron)
      : onbekend('geen-gegevens', bron);
  }
  return lagen[laag] === undefined ? onbekend('geen-gegevens') : antwoord(anders, bron);
}

function samenBron(bronnen: readonly Feit['bron'][]): Feit['bron'] {
  const gevonden = bronnen.filter((bron) => bron !== null);
  const [eerste] = gevonden;
  if (!eerste) return null;
  const namen = [...new Set(gevonden.map(({ naam }) => naam))];
  const oudste = gevonden
    .map(({ peildatum }) => peildatum)
    .filter((dag) => dag !== null)
    .sort()[0];
  return { naam: namen.join('; '), peildatum: oudste ?? null };
}
