import type { Plaatskennis } from '../../server/vergunningcheck/contract.ts';
import { achtererfgebied } from '../../server/vergunningcheck/domain/meetkunde/gebieden.ts';
import { redenZin } from '../../server/vergunningcheck/domain/meetkunde/redenen.ts';
import type { Regels } from '../../server/vergunningcheck/domain/meetkunde/regels.ts';
import type { Situatie } from '../../server/vergunningcheck/domain/meetkunde/situatie.ts';
import type { Vormen } from '../../server/vormen/contract.ts';
import type { Ring } from './maten.ts';

/** What a drawing needs to know of its place. RD metres. */
export interface Tekenplek {
  perceel: Ring | null;
  hoofdgebouw: Ring | null;
  /** Polygons of the achtererfgebied, closed rings; of every reading of the law where there are more. */
  achtererf: readonly (readonly Ring[])[];
  /** What to snap to; null: not loaded. */
  vormen: Vormen | null;
  /** Why the achtererfgebied is not there, or is there twice; null: it is clear. */
  melding: string | null;
}

/** What the live verdict needs: the same that the server judges with. */
export interface Tekenkennis {
  kennis: Plaatskennis;
  /** Null: the map gave no answer. */
  situatie: Situatie | null;
}

export function tekenplekVan(situatie: Situatie | null, regels: Regels, vormen: Vormen | null): Tekenplek {
  if (!situatie) {
    const melding = 'De kaart geeft nu geen antwoord: wij weten niet wat er op dit perceel staat.';
    return { perceel: null, hoofdgebouw: null, achtererf: [], vormen, melding };
  }
  const gebied = achtererfgebied(situatie, regels);
  return {
    perceel: situatie.perceel.length > 0 ? situatie.perceel : null,
    hoofdgebouw: situatie.hoofdgebouw,
    achtererf: 'gebied' in gebied ? gebied.gebied : gebied.varianten.flat(),
    vormen,
    melding: 'gebied' in gebied ? null : waarom(gebied.nietTeBerekenen),
  };
}

const waarom = (reden: Parameters<typeof redenZin>[0] | 'meer-lijnen') =>
  reden === 'meer-lijnen'
    ? 'De wet zegt hier niet precies waar het achtererfgebied begint. U ziet de lijnen die mogelijk zijn.'
    : redenZin(reden);
