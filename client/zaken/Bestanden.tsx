import { useId } from 'react';
import { stuurBijlage } from '../../server/bijlagen/contract.ts';
import { apiBase, verzoekHeader } from '../../server/http/endpoint.ts';
import { bijlage, maakConcept } from '../../server/indienen/contract.ts';
import type { Zaak } from '../../server/zaken/contract.ts';
import { ApiError, call } from '../api.ts';
import { formatGetal } from '../format.ts';
import { Button } from '../ui/Button.tsx';

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
  bestanden: readonly Bestand[];
  onChange(bestanden: readonly Bestand[]): void;
  bezig: boolean;
}

/** Files to send along. */
export function Bestanden({ bestanden, onChange, bezig }: BestandenProps) {
  const id = useId();
  return (
    <div className="veld">
      <label className="utrecht-form-label" htmlFor={id}>
        Bestanden
      </label>
      <p className="stil" id={`${id}-uitleg`}>
        PDF, PNG, JPG, TIFF, ODT, ODS, SVG of CSV, ten hoogste 50 MB per bestand.
      </p>
      <input
        id={id}
        type="file"
        multiple
        disabled={bezig}
        aria-describedby={`${id}-uitleg`}
        onChange={({ target }) => {
          const conceptId = bestanden[0]?.conceptId ?? crypto.randomUUID();
          const nieuw = [...(target.files ?? [])].map((file) => ({
            id: crypto.randomUUID(),
            conceptId,
            file,
            klaar: false,
          }));
          onChange([...bestanden, ...nieuw]);
          target.value = '';
        }}
      />
      {bestanden.length > 0 && (
        <ul className="stapel stapel--dicht">
          {bestanden.map((bestand) => (
            <li key={bestand.id} className="rij">
              <span>
                {bestand.file.name}, {formatGetal(Math.max(1, Math.round(bestand.file.size / 1_000)))} kB
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
    </div>
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
    await stuur(bestand);
    stand = stand.map((een) => (een.id === bestand.id ? { ...een, klaar: true } : een));
    onChange(stand);
  }
  return conceptId;
}

async function stuur({ id, conceptId, file }: Bestand): Promise<void> {
  const vraag = new URLSearchParams({ naam: file.name, soort: 'overig', bytes: String(file.size), vanaf: '0' });
  const pad = stuurBijlage.path.replace(':id', conceptId).replace(':bijlage', id);
  const antwoord = await fetch(`${apiBase}${pad}?${vraag}`, {
    method: stuurBijlage.method,
    headers: { [verzoekHeader]: '1', 'Content-Type': 'application/octet-stream' },
    body: file,
  }).catch(() => null);
  const body = await antwoord?.json().catch(() => null);
  const gelezen = antwoord?.ok ? bijlage.safeParse(body) : null;
  if (gelezen?.success && gelezen.data.status === 'gekeurd') return;
  throw new ApiError({
    soort: antwoord ? 'invoer' : 'onbereikbaar',
    title: `${file.name} is niet aangekomen`,
    detail: gelezen?.data?.reden ?? body?.detail ?? 'De verbinding viel weg. Stuur het opnieuw.',
  });
}
