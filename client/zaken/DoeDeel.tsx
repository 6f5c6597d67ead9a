import { type ReactNode, useId, useState } from 'react';
import { Link } from 'react-router';
import { beoordeelZaak, heropen, neemOver, trekIn, vulAan, type Zaak } from '../../server/zaken/contract.ts';
import { formatDatum } from '../format.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { TextAreaField } from '../ui/Field.tsx';
import { Formulier } from '../ui/Formulier.tsx';
import { Fout } from '../ui/Fout.tsx';
import { Veldmelding } from '../ui/Veldmelding.tsx';
import { Vorm } from '../ui/Vorm.tsx';
import { useVeldfout } from '../ui/veldfouten.ts';
import { type Bestand, Bestanden, stuurBestanden } from './Bestanden.tsx';
import { useDaad } from './use-zaak.ts';

/** What a person can do with his zaak now. */
export function DoeDeel({ zaak }: { zaak: Zaak }) {
  const { kan } = zaak;
  if (!Object.values(kan).some(Boolean) && !zaak.bezwaar && zaak.tevredenheid === null) return null;
  return (
    <section aria-labelledby="doen">
      <h2 id="doen" className="nl-heading nl-heading--level-3">
        Wat u kunt doen
      </h2>
      {kan.overnemen && <Overnemen id={zaak.id} />}
      {kan.aanvullen && (
        <Disclosure summary={zaak.aanvulling ? 'Stuur wat ontbreekt' : 'Stuur iets na'} open={zaak.aanvulling !== null}>
          {() => <Aanvullen zaak={zaak} />}
        </Disclosure>
      )}
      {kan.bezwaar && <Bezwaar zaak={zaak} />}
      {zaak.bezwaar && (
        <p>
          U maakte bezwaar op {formatDatum(zaak.bezwaar.ontvangenOp)}. De gemeente beslist daarover (Awb 7:10).{' '}
          {zaak.bezwaar.zaakId && (
            <Link className="nl-link" to={`/mijn-zaken/${zaak.bezwaar.zaakId}`}>
              Volg uw bezwaar {zaak.bezwaar.kenmerk}
            </Link>
          )}
        </p>
      )}
      {kan.heropenen && (
        <Disclosure summary="Open deze melding opnieuw">
          {() => (
            <MetReden
              id={zaak.id}
              operation={heropen}
              label="Waarom is het niet opgelost?"
              knop="Open opnieuw"
              verplicht
            />
          )}
        </Disclosure>
      )}
      {kan.intrekken && (
        <Disclosure summary="Trek dit in">
          {() => (
            <MetReden id={zaak.id} operation={trekIn} label="Waarom trekt u dit in? (hoeft niet)" knop="Trek in">
              Intrekken kan niet ongedaan worden gemaakt. Wilt u het later toch, dan dient u opnieuw in.
            </MetReden>
          )}
        </Disclosure>
      )}
      {zaak.tevredenheid !== null && (
        <p role="status">U liet weten hoe dit ging: {cijfers[zaak.tevredenheid - 1]?.toLowerCase()}. Dank u wel.</p>
      )}
      {kan.beoordelen && <Disclosure summary="Hoe tevreden bent u?">{() => <Tevreden id={zaak.id} />}</Disclosure>}
    </section>
  );
}

function Overnemen({ id }: { id: string }) {
  const daad = useDaad(id, neemOver);
  return (
    <div className="zaak__overnemen stapel">
      <p>U bent gemachtigd. U kunt met deze zaak verdergaan.</p>
      <Fout fout={daad.error} />
      <div>
        <Button disabled={daad.isPending} onClick={() => daad.mutate({ id })}>
          Ga verder als gemachtigde
        </Button>
      </div>
    </div>
  );
}

function MetReden(props: {
  id: string;
  operation: typeof trekIn | typeof heropen;
  label: string;
  knop: string;
  verplicht?: boolean;
  children?: ReactNode;
}) {
  const { id, operation, label, knop, verplicht = false, children } = props;
  const [reden, setReden] = useState('');
  const daad = useDaad(id, operation);
  return (
    <Formulier knop={knop} fout={daad.error} bezig={daad.isPending} onStuur={() => daad.mutate({ id, reden })}>
      {children && <p>{children}</p>}
      <TextAreaField
        label={label}
        value={reden}
        required={verplicht}
        maxLength={2_000}
        onChange={(event) => setReden(event.target.value)}
      />
    </Formulier>
  );
}

function Aanvullen({ zaak }: { zaak: Zaak }) {
  const [toelichting, setToelichting] = useState('');
  const [bestanden, setBestanden] = useState<readonly Bestand[]>([]);
  const [fout, setFout] = useState<Error | null>(null);
  const [bezig, setBezig] = useState(false);
  const daad = useDaad(zaak.id, vulAan);
  async function stuur() {
    setBezig(true);
    setFout(null);
    try {
      const concept = bestanden.length > 0 ? await stuurBestanden(zaak, bestanden, setBestanden) : undefined;
      await daad.mutateAsync({ id: zaak.id, toelichting, ...(concept && { concept }) });
      setToelichting('');
      setBestanden([]);
    } catch (error) {
      setFout(error as Error);
    } finally {
      setBezig(false);
    }
  }
  return (
    <Vorm onStuur={() => void stuur()}>
      <Bestanden zaaktypeId={zaak.zaaktypeId} bestanden={bestanden} onChange={setBestanden} bezig={bezig} />
      <TextAreaField
        label="Toelichting"
        value={toelichting}
        required={bestanden.length === 0}
        data-leeg="Kies een bestand, of schrijf hier wat u wilt laten weten"
        maxLength={4_000}
        onChange={(event) => setToelichting(event.target.value)}
      />
      <Fout fout={fout}>
        <p className="nl-paragraph">Wat al is aangekomen, hoeft u niet opnieuw te sturen.</p>
      </Fout>
      <div>
        <Button type="submit" soort="primary" disabled={bezig}>
          {bezig ? 'Bezig met sturen' : 'Stuur'}
        </Button>
      </div>
    </Vorm>
  );
}

/** Bezwaar is a zaak of its own: the way to its form, with the last day. */
function Bezwaar({ zaak: { reactie, bekendmakingen } }: { zaak: Zaak }) {
  const besluit = bekendmakingen.findLast(({ soort }) => !['aanvraag', 'verlengd', 'ontwerp'].includes(soort));
  return (
    <div className="stapel stapel--dicht">
      <p className="nl-paragraph">{reactie?.uitleg}</p>
      {besluit ? (
        <p>
          <Link className="nl-link" to={`/inspraak/${besluit.identificatie}`}>
            Maak bezwaar
          </Link>
        </p>
      ) : (
        <p className="nl-paragraph">
          Stuur een brief aan burgemeester en wethouders. Zet erin: uw naam en adres, de datum, welk besluit het is,
          waarom u het er niet mee eens bent, en uw handtekening (Awb 6:5).
        </p>
      )}
    </div>
  );
}

const cijfers = ['Heel ontevreden', 'Ontevreden', 'Gaat wel', 'Tevreden', 'Heel tevreden'] as const;

function Tevreden({ id }: { id: string }) {
  const [cijfer, setCijfer] = useState<number | null>(null);
  const [toelichting, setToelichting] = useState('');
  const daad = useDaad(id, beoordeelZaak);
  return (
    <Formulier
      knop="Verstuur"
      fout={daad.error}
      bezig={daad.isPending}
      onStuur={() => cijfer !== null && daad.mutate({ id, cijfer, toelichting })}
    >
      <Cijfer cijfer={cijfer} onCijfer={setCijfer} />
      <TextAreaField
        label="Wat ging goed, wat kan beter? (hoeft niet)"
        value={toelichting}
        maxLength={2_000}
        onChange={(event) => setToelichting(event.target.value)}
      />
    </Formulier>
  );
}

function Cijfer({ cijfer, onCijfer }: { cijfer: number | null; onCijfer(cijfer: number): void }) {
  const id = useId();
  const fout = useVeldfout(id);
  return (
    <fieldset className="veld" data-fout={fout !== undefined} {...(fout && { 'aria-describedby': `${id}-fout` })}>
      <legend>Hoe tevreden bent u over hoe dit ging?</legend>
      <p className="stil">Dit telt niet mee voor een besluit.</p>
      <Veldmelding id={`${id}-fout`} fout={fout} />
      <div className="zaak__duim">
        {cijfers.map((woord, i) => (
          <label key={woord} className="aanvinken">
            <input
              // what is wrong is told of the first
              {...(i === 0 && { id })}
              type="radio"
              name={id}
              required
              checked={cijfer === i + 1}
              onChange={() => onCijfer(i + 1)}
            />
            {woord}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
