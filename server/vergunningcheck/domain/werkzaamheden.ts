import type { Werkzaamheden } from '../contract.ts';
import { type VraagSleutel, vraagSleutel, type Werkzaamheid } from './oordeel.ts';
import type { Activiteit } from './regel.ts';
import { zoekWerkzaamheden } from './zoek.ts';

/** An activiteit as a person chooses it. */
export function toonWerkzaamheid({ id, naam, uitleg, groep, soort, zoekwoorden, delen }: Activiteit): Werkzaamheid {
  return {
    id,
    naam,
    uitleg,
    groep,
    soort,
    motor: 'activiteit',
    zoekwoorden: [...zoekwoorden],
    vragen: vraagSleutel.options.filter((sleutel) => delen.some(({ vraag }) => vraag === sleutel)),
  };
}

/** A werkzaamheid that a file of toepasbare regels answers. */
export const toonBestandWerkzaamheid = ({
  delen,
  ...werkzaamheid
}: Omit<Werkzaamheid, 'motor' | 'vragen'> & { delen: readonly VraagSleutel[] }): Werkzaamheid => ({
  ...werkzaamheid,
  motor: 'toepasbare-regels',
  vragen: vraagSleutel.options.filter((sleutel) => delen.includes(sleutel)),
});

/** The list to choose from: all of it by name, or what a person may mean with a zoekterm. It is never empty. */
export function toonWerkzaamheden(alle: readonly Werkzaamheid[], zoekterm: string): Werkzaamheden {
  const treffers = zoekterm === '' ? [] : zoekWerkzaamheden(alle, zoekterm);
  if (treffers.length > 0) {
    return {
      werkzaamheden: treffers.map(({ werkzaamheid, ...treffer }) => ({ ...werkzaamheid, ...treffer })),
      uitleg: null,
    };
  }
  const opNaam = [...alle].sort((a, b) => a.naam.localeCompare(b.naam, 'nl'));
  return {
    werkzaamheden: opNaam.map((werkzaamheid) => ({ ...werkzaamheid, gevondenOp: null, gelijkenis: null })),
    uitleg:
      zoekterm === ''
        ? null
        : `Wij vinden niets bij "${zoekterm}". Probeer een ander woord, bijvoorbeeld "schuur" of "terras", of kies uit de hele lijst hieronder.`,
  };
}
