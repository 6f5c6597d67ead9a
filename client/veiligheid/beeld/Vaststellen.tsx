import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { stelVast } from '../../../server/veiligheid/beeld/contract.ts';
import { call } from '../../api.ts';
import { formatDatumKort } from '../../format.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { CheckboxField, TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Vorm } from '../../ui/Vorm.tsx';
import type { InternBeeld } from './ThemaPage.tsx';

/** What everybody reads now, and making today's picture the one that everybody reads. */
export function Vaststellen({ beeld, schrijft }: { beeld: InternBeeld; schrijft: boolean }) {
  const client = useQueryClient();
  const [besluit, setBesluit] = useState('');
  const [vastgesteldOp, setVastgesteldOp] = useState('');
  const [gelezen, setGelezen] = useState(false);
  const stel = useMutation({
    mutationFn: () => call(stelVast, { gemeente: beeld.gemeente.code, besluit, vastgesteldOp }),
    onSuccess: () => {
      setGelezen(false);
      return client.invalidateQueries({ queryKey: ['/veiligheid/beeld'] });
    },
  });
  const { vastgesteld } = beeld;
  return (
    <section aria-labelledby="vast-kop" className="stapel">
      <h2 id="vast-kop" className="nl-heading nl-heading--level-2">
        Wat iedereen leest
      </h2>
      <p role="status">
        {vastgesteld
          ? `Vastgesteld op ${formatDatumKort(vastgesteld.vastgesteldOp)}: ${vastgesteld.besluit}.`
          : 'Er is nog niets vastgesteld. Alleen wie hier inlogt, ziet het beeld.'}
      </p>
      {schrijft && (
        <Disclosure summary="Maak dit beeld openbaar">
          {() => (
            <Vorm aria-label="Maak dit beeld openbaar" onStuur={() => stel.mutate()}>
              <p>
                Iedereen leest dan alle teksten van dit beeld, en cijfers die openbaar zijn: van het CBS, afgeschermd,
                en uit de enquête. Cijfers uit de levering van de politie worden niet openbaar.
              </p>
              <TextField
                label="Welk besluit"
                uitleg="Bijvoorbeeld: raadsbesluit 2026-114"
                required
                maxLength={200}
                value={besluit}
                onChange={({ currentTarget }) => setBesluit(currentTarget.value)}
              />
              <TextField
                label="Dag van het besluit"
                type="date"
                required
                value={vastgesteldOp}
                onChange={({ currentTarget }) => setVastgesteldOp(currentTarget.value)}
              />
              <CheckboxField checked={gelezen} onChange={({ currentTarget }) => setGelezen(currentTarget.checked)}>
                In de teksten staan geen personen en geen adressen
              </CheckboxField>
              {stel.error && (
                <Notice soort="error" title="Openbaar maken lukte niet" live>
                  {stel.error.message}
                </Notice>
              )}
              <div>
                <Button soort="primary" type="submit" disabled={!gelezen || stel.isPending}>
                  Maak openbaar
                </Button>
              </div>
            </Vorm>
          )}
        </Disclosure>
      )}
    </section>
  );
}
