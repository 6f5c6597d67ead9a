import { Ruimte } from '../../../server/veiligheid/domain/ruimte.ts';
import { type Gemeente, type ImportContext, ImportFault } from '../importer.ts';

/** The gemeente that a delivery is for, and the space to count in. */
export interface Werkgebied {
  gemeente: Gemeente;
  ruimte: Ruimte;
}

/**
 * @param code of `--gemeente`
 * @throws ImportFault when it is missing, or its border is not loaded: then nothing can be placed
 */
export async function openWerkgebied(
  { findGemeente, laadRuimte }: ImportContext,
  code: string | undefined,
): Promise<Werkgebied> {
  if (!code)
    throw new ImportFault('Geef met --gemeente de code van de gemeente waarvoor deze levering is, zoals gm0228.');
  const [gemeente, gegevens] = await Promise.all([findGemeente({ code }), laadRuimte(code)]);
  if (!gemeente || !gegevens) {
    throw new ImportFault(
      `De grens van ${code} is niet geladen. Laad die eerst: npm run import -- grenzen <gemeenten.geojson>`,
    );
  }
  return { gemeente, ruimte: new Ruimte(gegevens) };
}
