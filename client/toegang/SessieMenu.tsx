import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef } from 'react';
import { Link } from 'react-router';
import { type Ingelogde, kiesRol, leesSessie } from '../../server/toegang/contract.ts';
import { aanvragers, adviseurs, type Role, rollen } from '../../server/toegang/domain/rollen.ts';
import type { GegevenId } from '../../server/toegang/domain.ts';
import { call } from '../api.ts';
import { logUit, meldSessie, useSession, ververs } from '../session.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

const behandelaars: ReadonlySet<Role> = new Set(['behandelaar']);

/** What there is to do for who is logged in; each sees what his role may see. */
const ingangen: readonly { pad: string; naam: string; gegeven: GegevenId; voor?: ReadonlySet<Role> }[] = [
  { pad: '/mijn-gegevens', naam: 'Mijn gegevens', gegeven: 'sessie' },
  { pad: '/mijn-zaken', naam: 'Mijn zaken', gegeven: 'eigenDossier', voor: aanvragers },
  { pad: '/werkvoorraad', naam: 'Werkvoorraad', gegeven: 'behandeling' },
  { pad: '/inspraak', naam: 'Zienswijzen en reacties', gegeven: 'zienswijze', voor: behandelaars },
  { pad: '/adviezen', naam: 'Adviesvragen', gegeven: 'advies', voor: adviseurs },
  { pad: '/toezicht', naam: 'Toezicht op straat', gegeven: 'bevinding' },
  { pad: '/logboek', naam: 'Logboek', gegeven: 'logboekAvg' },
  { pad: '/opdrachten', naam: 'Opdrachten van het loket', gegeven: 'opdrachten' },
];

/** Who is in, in which role, and what belongs to that. The popover of the browser gives Escape and a press outside. */
export function SessieMenu({ wie }: { wie: Ingelogde }) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const client = useQueryClient();
  const { oefenomgeving, mag } = useSession();
  const wissel = useMutation({
    mutationFn: (rol: Role) => call(kiesRol, { rol }),
    onSuccess: async () => {
      meldSessie();
      await ververs(client);
      // another role sees other things: nothing of this one stays in view
      await client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== leesSessie.path });
    },
  });
  const uit = useMutation({ mutationFn: logUit, onError: () => ververs(client) });
  const fout = wissel.error ?? uit.error;
  return (
    <>
      <Button icon="persoon" popoverTarget={id} title={`${wie.naam}, ${rollen[wie.rol]}`}>
        {wie.naam}
      </Button>
      <div ref={menu} id={id} popover="auto" className="sessie__menu stapel" role="dialog" aria-label="Uw account">
        <div>
          <p className="kop-klein">{wie.naam}</p>
          <p>
            {rollen[wie.rol]}
            {wie.organisatie && ` namens ${wie.organisatie.naam ?? `KvK ${wie.organisatie.kvk}`}`}
            {wie.namens && ` van ${wie.namens}`}
          </p>
          <p className="stil">
            Ingelogd met {wie.zekerheid}.{oefenomgeving && ' Dit is een oefenomgeving: deze persoon bestaat niet.'}
          </p>
        </div>
        <ul className="sessie__lijst">
          {ingangen
            .filter(({ gegeven, voor }) => mag(gegeven, 'lezen') && (voor?.has(wie.rol) ?? true))
            .map(({ pad, naam }) => (
              <li key={pad}>
                <Link className="sessie__keuze" to={pad} onClick={() => menu.current?.hidePopover()}>
                  {naam}
                </Link>
              </li>
            ))}
          {wie.rollen
            .filter((rol) => rol !== wie.rol)
            .map((rol) => (
              <li key={rol}>
                <button type="button" className="sessie__keuze" onClick={() => wissel.mutate(rol)}>
                  Ga verder als {rollen[rol].toLowerCase()}
                </button>
              </li>
            ))}
          <li>
            <button type="button" className="sessie__keuze" onClick={() => uit.mutate(false)}>
              Log uit
            </button>
          </li>
          <li>
            <button type="button" className="sessie__keuze" onClick={() => uit.mutate(true)}>
              Log uit op elk apparaat
            </button>
          </li>
        </ul>
        {fout && (
          <Notice soort="error" title="Dat lukte niet" live>
            {fout.message}
          </Notice>
        )}
      </div>
    </>
  );
}
