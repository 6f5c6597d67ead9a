import { useRef, useState } from 'react';
import { apiBase } from '../../server/http/endpoint.ts';
import type { Bevinding } from '../../server/toezicht/contract.ts';
import { type Handeling, overgangen, type Team, teams } from '../../server/toezicht/domain/staat.ts';
import { themas } from '../../server/veiligheid/domain/velden.ts';
import type { Opdracht, Soort } from '../apparaat.ts';
import { formatMoment } from '../format.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { SelectField, TextAreaField } from '../ui/Field.tsx';
import { Vorm } from '../ui/Vorm.tsx';
import { Fotos } from './Fotos.tsx';
import { klokVan } from './opdrachten.ts';
import type { Veld } from './use-veld.ts';
import { adviesNamen, bewaarFout, noemPlaats, staatNamen } from './woorden.ts';

interface BevindingKaartProps {
  bevinding: Bevinding;
  soort: Soort;
  veld: Veld;
  /** On the map; null: it is not drawn there. */
  nummer: number | null;
  /** Something of it was not sent yet. */
  wacht: boolean;
}

/** One bevinding: what was seen, what became of it, and what can be done now. */
export function BevindingKaart({ bevinding, soort, veld, nummer, wacht }: BevindingKaartProps) {
  const { id, thema, gezien, maatregel, adviezen, staat, team, toegewezenAan, fotos, verloop, kan } = bevinding;
  const [kiest, setKiest] = useState<Handeling | null>(null);
  const kaart = useRef<HTMLLIElement>(null);
  return (
    <li ref={kaart} tabIndex={-1} className="toezicht__feit">
      <p className="toezicht__titel">
        {nummer !== null && <span className="toezicht__nummer">{nummer}</span>}
        {staatNamen[staat]}: {themas.get(thema)?.naam ?? thema}
      </p>
      <p>{gezien}</p>
      {maatregel && <p>Gedaan: {maatregel}</p>}
      {adviezen.length > 0 && <p>Nodig: {adviezen.map((advies) => adviesNamen[advies].toLowerCase()).join(', ')}</p>}
      <p className="stil">
        {bevinding.door}, {formatMoment(bevinding.gezienOp)}, {noemPlaats(bevinding)}.
        {team && ` Bij ${teams[team]}${toegewezenAan ? `: ${toegewezenAan}` : ''}.`}
        {bevinding.klokTwijfel &&
          ` De klok van de tablet klopte niet; die wees ${formatMoment(bevinding.tabletOp)} aan.`}
      </p>
      {fotos.length > 0 && (
        <ul className="toezicht__fotos">
          {fotos.map((foto, i) => (
            <li key={foto.id}>
              {foto.status !== 'gekeurd' ? (
                `Foto ${i + 1}: ${foto.reden ?? 'nog niet helemaal verzonden'}`
              ) : veld.online ? (
                <a
                  className="nl-button nl-button--subtle"
                  href={`${apiBase}/toezicht/${soort}/${id}/fotos/${foto.id}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  <span className="nl-button__label">{noemFoto(foto, i)}</span>
                </a>
              ) : (
                `${noemFoto(foto, i)}: te zien met verbinding`
              )}
            </li>
          ))}
        </ul>
      )}
      <Disclosure summary={`Wat er gebeurde (${verloop.length})`}>
        {() => (
          <ol className="toezicht__lijst">
            {verloop.map((stap) => (
              <li key={`${stap.wanneer} ${stap.soort}`}>
                {stap.tekst}{' '}
                <span className="stil">
                  {stap.door}, {formatMoment(stap.wanneer)}
                </span>
              </li>
            ))}
          </ol>
        )}
      </Disclosure>
      {wacht && kan.length > 0 && <p className="stil">Uw vorige stap wacht nog op verzenden.</p>}
      {!wacht && (
        <div className="toezicht__doen">
          {kan.map((handeling) => (
            <Button
              key={handeling}
              aria-expanded={kiest === handeling}
              onClick={() => setKiest(kiest === handeling ? null : handeling)}
            >
              {overgangen[handeling].naam}
            </Button>
          ))}
        </div>
      )}
      {kiest && !wacht && (
        <HandelForm
          key={kiest}
          handeling={kiest}
          bevinding={bevinding}
          soort={soort}
          veld={veld}
          onKlaar={() => {
            setKiest(null);
            // the button that had the focus goes
            kaart.current?.focus();
          }}
        />
      )}
    </li>
  );
}

const noemFoto = ({ soort }: Bevinding['fotos'][number], i: number) =>
  `${soort === 'bewijs' ? 'Foto na afloop' : 'Foto'} ${i + 1}`;

interface HandelFormProps {
  handeling: Handeling;
  bevinding: Bevinding;
  soort: Soort;
  veld: Veld;
  onKlaar(): void;
}

function HandelForm({ handeling, bevinding: { id, versie }, soort, veld, onKlaar }: HandelFormProps) {
  const { eist, naam } = overgangen[handeling];
  const [tekst, setTekst] = useState('');
  const [team, setTeam] = useState<Team>('beheer');
  const [fotos, setFotos] = useState<File[]>([]);
  const [mis, setMis] = useState<string | null>(null);
  async function doe() {
    if (eist.includes('bewijs') && fotos.length === 0) {
      setMis('Maak een foto van hoe het er nu bij staat.');
      return;
    }
    const basis = { soort, bevinding: id };
    const gemaakt: Opdracht[] = [
      ...fotos.map(
        (bestand): Opdracht => ({
          ...basis,
          doe: 'foto',
          data: { foto: crypto.randomUUID(), naam: bestand.name || 'foto', waarvoor: 'bewijs', bestand },
        }),
      ),
      {
        ...basis,
        doe: 'handel',
        data: {
          ...{ id, handelingId: crypto.randomUUID(), versie, handeling, tekst: tekst.trim() },
          team: eist.includes('team') ? team : null,
          gedaanOp: new Date().toISOString(),
          ...klokVan(veld.dienst),
        },
      },
    ];
    try {
      await veld.doe(gemaakt);
    } catch (reden) {
      setMis(bewaarFout(reden));
      return;
    }
    onKlaar();
  }
  return (
    <Vorm onStuur={() => void doe()}>
      {eist.includes('team') && (
        <SelectField
          label="Wie gaat ermee verder?"
          value={team}
          onChange={({ target }) => setTeam(target.value as Team)}
        >
          {Object.entries(teams).map(([sleutel, woord]) => (
            <option key={sleutel} value={sleutel}>
              {woord}
            </option>
          ))}
        </SelectField>
      )}
      {eist.includes('bewijs') && <Fotos label="Foto van nu" fotos={fotos} onFotos={setFotos} />}
      <TextAreaField
        label={eist.includes('tekst') ? 'Waarom?' : 'Toelichting (mag leeg)'}
        rows={2}
        required={eist.includes('tekst')}
        {...(eist.includes('tekst') && { minLength: 3 })}
        maxLength={2_000}
        value={tekst}
        onChange={({ target }) => setTekst(target.value)}
      />
      {mis && <p role="alert">{mis}</p>}
      <div>
        <Button type="submit" soort="primary">
          {naam}
        </Button>
      </div>
    </Vorm>
  );
}
