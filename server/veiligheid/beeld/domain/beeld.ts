import { themas } from '../../domain/velden.ts';
import type { Beeld, ThemaBeeld } from '../contract.ts';
import { andereBronnen } from './andere-bronnen.ts';
import { type CijferFeiten, indicatorenVan, type Snede } from './indicatoren.ts';
import { type CelFeit, type InterventieFeiten, meetInterventies } from './interventie.ts';

export interface ThemaTekst extends Pick<ThemaBeeld, 'prioriteit' | 'problematiek' | 'aanpak' | 'extra'> {
  thema: string;
  versie: number;
}

export interface BeeldFeiten extends CijferFeiten {
  gemeente: Beeld['gemeente'];
  teksten: readonly ThemaTekst[];
  interventies: readonly InterventieFeiten[];
  rooster: readonly CelFeit[];
}

/** The whole veiligheidsbeeld: every thema, in order, whether something was written about it or not. */
export function maakBeeld(feiten: BeeldFeiten, snede: Snede): Beeld {
  return {
    gemeente: feiten.gemeente,
    themas: [...themas.keys()].map((nummer) => {
      const {
        prioriteit = null,
        problematiek = '',
        aanpak = '',
        extra = '',
      } = feiten.teksten.find(({ thema }) => thema === nummer) ?? {};
      return {
        ...{ nummer, prioriteit, problematiek, aanpak, extra },
        indicatoren: indicatorenVan(nummer, snede, feiten),
        elders: [...(andereBronnen.get(nummer) ?? [])],
      };
    }),
    interventies: meetInterventies(feiten.interventies, feiten.rooster),
  };
}
