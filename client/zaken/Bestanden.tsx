import { formaten, fotoFormaten, noemFormaten } from '../../server/bijlagen/domain.ts';
import { maakConcept } from '../../server/indienen/contract.ts';
import { schrijfGrootte } from '../../server/indienen/domain/bevestiging.ts';
import { zaaktypeVan } from '../../server/indienen/zaaktypes/index.ts';
import type { Zaak } from '../../server/zaken/contract.ts';
import { ApiError, call } from '../api.ts';
import { BestandKnop } from '../ui/BestandKnop.tsx';
import { Button } from '../ui/Button.tsx';
import { foutVanBestand, stuurBestand } from '../upload.ts';

/** A file that was chosen. Under one number it can be sent again: it stays one file. */
export interface Bestand {
  id: string;
  /** Of the concept that carries the files until they are handed over. */
  conceptId: string;
  file: File;
  /** It arrived, and was found good. */
  klaar: boolean;
}

interface BestandenProps {
  zaaktypeId: string;
  bestanden: readonly Bestand[];
  onChange(bestanden: readonly Bestand[]): void;
  bezig: boolean;
}

/** Files to send along. */
export function Bestanden({ zaaktypeId, bestanden, onChange, bezig }: BestandenProps) {
  const toegestaan = zaaktypeVan(zaaktypeId)?.fotos ? fotoFormaten : formaten;
  function voegToe(gekozen: readonly File[]) {
    const conceptId = bestanden[0]?.conceptId ?? crypto.randomUUID();
    const nieuw = gekozen.map((file) => ({ id: crypto.randomUUID(), conceptId, file, klaar: false }));
    onChange([...bestanden, ...nieuw]);
  }
  return (
    <fieldset className="veld">
      <legend>Bestanden</legend>
      <p className="stil">{noemFormaten(toegestaan)}, ten hoogste 50 MB per bestand.</p>
      {bestanden.length > 0 && (
        <ul className="stapel stapel--dicht">
          {bestanden.map((bestand) => (
            <li key={bestand.id} className="rij">
              <span>
                <bdi>{bestand.file.name}</bdi>, {schrijfGrootte(bestand.file.size)}
                {bestand.klaar && ', aangekomen'}
              </span>
              {!bestand.klaar && (
                <Button
                  soort="subtle"
                  disabled={bezig}
                  onClick={() => onChange(bestanden.filter((een) => een.id !== bestand.id))}
                >
                  Verwijder {bestand.file.name}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <BestandKnop toegestaan={toegestaan} bezig={bezig} onKies={voegToe} />
    </fieldset>
  );
}

/**
 * Sends the files that did not arrive yet.
 *
 * @returns the concept that carries them
 * @throws ApiError when one is refused or does not arrive; those before it stay where they are
 */
export async function stuurBestanden(
  { zaaktypeId }: Zaak,
  bestanden: readonly Bestand[],
  onChange: (bestanden: readonly Bestand[]) => void,
): Promise<string> {
  const conceptId = bestanden[0]?.conceptId ?? '';
  await call(maakConcept, { id: conceptId, zaaktype: zaaktypeId });
  let stand = bestanden;
  for (const bestand of bestanden) {
    if (bestand.klaar) continue;
    await stuur(bestand, conceptId);
    stand = stand.map((een) => (een.id === bestand.id ? { ...een, klaar: true } : een));
    onChange(stand);
  }
  return conceptId;
}

async function stuur({ id, file }: Bestand, conceptId: string): Promise<void> {
  const fout = foutVanBestand(file);
  if (fout) throw nietAangenomen(file, fout);
  const { status, reden } = await stuurBestand({
    conceptId,
    bijlageId: id,
    soort: 'overig',
    bestand: file,
    headers: {},
    signal: new AbortController().signal,
    onVoortgang: () => {},
  });
  if (status === 'gekeurd') return;
  throw nietAangenomen(file, reden ?? 'Kies een ander bestand.');
}

const nietAangenomen = ({ name }: File, detail: string) =>
  new ApiError({ soort: 'invoer', title: `${name} is niet aangenomen`, detail });
