import { useState } from 'react';
import { wijzigContact, type Zaak } from '../../server/zaken/contract.ts';
import { Button } from '../ui/Button.tsx';
import { EmailField } from '../ui/EmailField.tsx';
import { TextField } from '../ui/Field.tsx';
import { Fout } from '../ui/Fout.tsx';
import { Vorm } from '../ui/Vorm.tsx';
import { useDaad } from './use-zaak.ts';

/** Own contact data, to put right (AVG art. 16). */
export function ContactDeel({ zaak: { id, contact } }: { zaak: Zaak }) {
  const [email, setEmail] = useState(contact.email ?? '');
  const [telefoon, setTelefoon] = useState(contact.telefoon ?? '');
  const bewaar = useDaad(id, wijzigContact);
  return (
    <Vorm onStuur={() => bewaar.mutate({ id, email: email.trim() || null, telefoon: telefoon.trim() || null })}>
      <p className="stil">
        {contact.naam && `Uw naam is ${contact.naam}; die komt van uw login. `}
        Klopt er iets in de aanvraag zelf niet, schrijf de behandelaar dan een bericht.
      </p>
      <EmailField label="E-mailadres" value={email} onChange={setEmail} />
      <TextField
        label="Telefoonnummer"
        type="tel"
        value={telefoon}
        onChange={(event) => setTelefoon(event.target.value)}
      />
      <Fout fout={bewaar.error} />
      <div className="rij">
        <Button type="submit" disabled={bewaar.isPending}>
          Bewaar
        </Button>
        <span role="status">{bewaar.isSuccess && 'Bewaard.'}</span>
      </div>
    </Vorm>
  );
}
