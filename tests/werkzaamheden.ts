import { resolve } from 'node:path';
import { leesRegelmap } from '../scripts/import/toepasbare-regels/map.ts';
import { activiteiten } from '../server/vergunningcheck/activiteiten/index.ts';
import type { Regels } from '../server/vergunningcheck/domain/beoordeel.ts';

/** Every werkzaamheid of the Modelgemeente that is judged without a drawing, with its rules. */
export const zonderTekening: readonly (readonly [id: string, regels: Regels])[] = [
  ...activiteiten
    .filter(({ meetkunde }) => meetkunde === null)
    .map((activiteit) => [activiteit.id, { activiteit }] as const),
  ...leesRegelmap(resolve(import.meta.dirname, '../data/toepasbare-regels'), { vandaag: '2026-11-27' })
    .filter(({ soort }) => soort === 'conclusie')
    .map(
      ({ bestand, koppeling, hash }) =>
        [koppeling.werkzaamheid.id, { toepasbaar: { bestand, koppeling, hash } }] as const,
    ),
];
