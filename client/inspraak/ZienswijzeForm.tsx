import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type * as z from 'zod/mini';
import { geefZienswijze, leesZienswijzen, type weg, type Zienswijze } from '../../server/inspraak/contract.ts';
import { naamVanSoort, vervolgVan } from '../../server/inspraak/domain/ontvangst.ts';
import { call } from '../api.ts';
import { formatDatum } from '../format.ts';
import { useSession } from '../session.ts';
import { EmailField } from '../ui/EmailField.tsx';
import { TextAreaField, TextField } from '../ui/Field.tsx';
import { Formulier } from '../ui/Formulier.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ontvangstPad, ZienswijzeBestanden } from '../ui/ZienswijzeBestanden.tsx';
import { useNummer } from '../use-nummer.ts';
import { BestandenVeld, useBestanden } from './BestandenVeld.tsx';

interface ZienswijzeFormProps {
  /** What it is about: a notice, or the plan of a zaak. */
  over: { besluit: string } | { initiatief: string };
  weg: z.infer<typeof weg>;
}

/** Write what you think of it, and read that it arrived. */
export function ZienswijzeForm({ over, weg: { soort, wie } }: ZienswijzeFormProps) {
  const { ingelogd } = useSession();
  const client = useQueryClient();
  const nummer = useNummer();
  const [tekst, setTekst] = useState('');
  const [belang, setBelang] = useState('');
  const [adres, setAdres] = useState('');
  const [email, setEmail] = useState('');
  const bestanden = useBestanden();
  const geef = useMutation({
    mutationFn: () => {
      const { conceptId, goed } = bestanden;
      const concept = goed.length > 0 ? { concept: conceptId } : {};
      const inhoud = { ...over, tekst, belang, adres, email: email.trim() || null, ...concept };
      return call(geefZienswijze, { id: nummer({ ...inhoud, goed }), ...inhoud });
    },
    onSuccess: () => void client.invalidateQueries({ queryKey: [leesZienswijzen.path] }),
  });
  if (geef.data) return <Ontvangen zienswijze={geef.data} />;
  const naam = soort === 'zienswijze' ? 'zienswijze' : 'reactie';
  return (
    <Formulier
      knop={geef.isPending ? 'Bezig met sturen' : `Stuur uw ${naam}`}
      soort="primary"
      fout={geef.error}
      bezig={geef.isPending || bestanden.bezig}
      onStuur={() => geef.mutate()}
    >
      <p className="nl-paragraph">
        U reageert als <strong>{ingelogd?.namens ?? ingelogd?.organisatie?.naam ?? ingelogd?.naam}</strong>. De gemeente
        ziet uw naam. Op de kaart en op pagina's voor iedereen staat die niet.
      </p>
      <TextAreaField
        label="Wat vindt u ervan?"
        uitleg="Schrijf waar u het mee eens of oneens bent, en waarom. Noem geen namen van anderen."
        value={tekst}
        required
        rows={8}
        maxLength={20_000}
        onChange={({ target }) => setTekst(target.value)}
      />
      {wie === 'belanghebbende' && (
        <TextAreaField
          label="Waarom raakt dit u?"
          uitleg="Bijvoorbeeld: u woont ernaast of u hebt er een bedrijf."
          value={belang}
          required
          maxLength={2_000}
          onChange={({ target }) => setBelang(target.value)}
        />
      )}
      <BestandenVeld bestanden={bestanden} />
      <TextField
        label="Uw adres (hoeft niet)"
        uitleg="Dan weet de gemeente hoe dichtbij u woont, en kan zij u een brief sturen."
        autoComplete="street-address"
        value={adres}
        maxLength={200}
        onChange={({ target }) => setAdres(target.value)}
      />
      <EmailField
        label="Uw e-mailadres (hoeft niet)"
        uitleg="Dan krijgt u een bevestiging, met in de bijlage wat u stuurde."
        value={email}
        onChange={setEmail}
      />
    </Formulier>
  );
}

function Ontvangen({ zienswijze }: { zienswijze: Zienswijze }) {
  const { id, soort, kenmerk, ontvangenOp, email, tekst, bijlagen } = zienswijze;
  const kop = useRef<HTMLHeadingElement>(null);
  useEffect(() => kop.current?.focus(), []);
  return (
    <section className="stapel" aria-labelledby="ontvangen">
      <h2 id="ontvangen" ref={kop} tabIndex={-1} className="nl-heading nl-heading--level-2">
        <Icon name="vink" /> Wij hebben uw {naamVanSoort[soort]} ontvangen
      </h2>
      <p>
        Kenmerk <strong>{kenmerk}</strong>, {formatDatum(ontvangenOp)}
      </p>
      {email && <p>Wij sturen ook een bevestiging naar {email}.</p>}
      <p>
        <a className="nl-link" href={ontvangstPad(id)} download>
          Bewaar de ontvangstbevestiging (pdf)
        </a>
      </p>
      <ul className="opsomming">
        {vervolgVan(zienswijze).map((zin) => (
          <li key={zin}>{zin}</li>
        ))}
      </ul>
      <blockquote className="inspraak__tekst" dir="auto">
        {tekst}
      </blockquote>
      <ZienswijzeBestanden id={id} bijlagen={bijlagen} />
      <p>
        <Link className="nl-link" to="/mijn-zaken">
          Naar mijn zaken
        </Link>
      </p>
    </section>
  );
}
