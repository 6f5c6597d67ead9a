import { useQuery } from '@tanstack/react-query';
import { leesBevindingen, leesRegistraties } from '../../server/toezicht/contract.ts';
import { themas } from '../../server/veiligheid/domain/velden.ts';
import type { Wachtend } from '../apparaat.ts';
import { formatMoment } from '../format.ts';
import { ask } from '../query.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { QueryState } from '../ui/Section.tsx';
import { BevindingKaart } from './BevindingKaart.tsx';
import type { Veld } from './use-veld.ts';
import { staatNamen } from './woorden.ts';

/** What was found here: first what still has to be sent, then all of the area. */
export function BevindingenDeel({ veld }: { veld: Veld }) {
  const { pakket, wachtrij, online, wie } = veld;
  const gebied = pakket?.gebied.code;
  const zonderPakket = useQuery({ ...ask(leesBevindingen, {}), enabled: online && !pakket && wie !== null });
  const isBoa = wie?.rol === 'boa';
  const registraties = useQuery({ ...ask(leesRegistraties, gebied ? { gebied } : {}), enabled: online && isBoa });
  return (
    <section className="stapel" aria-labelledby="bevindingen">
      <h2 id="bevindingen" className="nl-heading nl-heading--level-2">
        Bevindingen
      </h2>
      {wachtrij.length > 0 && (
        <ul className="toezicht__lijst" aria-label="Nog niet verzonden">
          {groepeer(wachtrij).map((groep) => (
            <WachtKaart key={groep[0]?.bevinding} groep={groep} veld={veld} />
          ))}
        </ul>
      )}
      {pakket ? (
        <Lijst veld={veld} bevindingen={pakket.bevindingen} />
      ) : (
        <QueryState query={zonderPakket} what="Bevindingen">
          {({ bevindingen }) => <Lijst veld={veld} bevindingen={bevindingen} />}
        </QueryState>
      )}
      {isBoa && (
        <section className="stapel" aria-labelledby="registraties">
          <h3 id="registraties" className="kop-klein">
            Registraties voor opsporing (Wpg)
          </h3>
          {online ? (
            <QueryState query={registraties} what="Registraties">
              {({ bevindingen }) => <Lijst veld={veld} bevindingen={bevindingen} registraties />}
            </QueryState>
          ) : (
            <p className="stil">Registraties staan niet op de tablet. U ziet ze weer met verbinding.</p>
          )}
        </section>
      )}
    </section>
  );
}

interface LijstProps {
  veld: Veld;
  bevindingen: readonly Parameters<typeof BevindingKaart>[0]['bevinding'][];
  registraties?: boolean;
}

function Lijst({ veld, bevindingen, registraties = false }: LijstProps) {
  if (bevindingen.length === 0) return <p className="nl-paragraph">Er is hier nog niets vastgelegd.</p>;
  return (
    <ul className="toezicht__lijst" aria-label={registraties ? 'Registraties' : 'Vastgelegd in dit gebied'}>
      {bevindingen.map((bevinding) => (
        <BevindingKaart
          key={bevinding.id}
          soort={registraties ? 'registraties' : 'bevindingen'}
          wacht={veld.wachtrij.some((een) => een.bevinding === bevinding.id)}
          {...{ bevinding, veld }}
        />
      ))}
    </ul>
  );
}

/** What belongs to one bevinding, in the order in which it was made. */
function groepeer(wachtrij: readonly Wachtend[]): Wachtend[][] {
  const groepen = new Map<string, Wachtend[]>();
  for (const een of wachtrij) groepen.set(een.bevinding, [...(groepen.get(een.bevinding) ?? []), een]);
  return [...groepen.values()];
}

const doet = { bewaar: 'Nieuwe bevinding', foto: 'Foto', handel: 'Stap' } as const;

function WachtKaart({ groep, veld }: { groep: Wachtend[]; veld: Veld }) {
  const [eerste] = groep;
  const vast = groep.find(({ stand }) => stand !== 'wacht');
  const nieuw = groep.find((een) => een.doe === 'bewaar');
  const fotos = groep.filter((een) => een.doe === 'foto').length;
  if (!eerste) return null;
  return (
    <li className="toezicht__feit toezicht__feit--onbekend">
      <p className="toezicht__titel">
        {doet[nieuw ? 'bewaar' : eerste.doe]}: {vast ? 'kijk hiernaar' : 'wacht op verzenden'}
      </p>
      {nieuw?.doe === 'bewaar' && (
        <p>
          {themas.get(nieuw.data.thema)?.naam}: {nieuw.data.gezien}
        </p>
      )}
      <p className="stil">
        Gemaakt op {formatMoment(new Date(eerste.gemaaktOp).toISOString())}
        {fotos > 0 && `, met ${fotos} ${fotos === 1 ? 'foto' : "foto's"}`}.
      </p>
      {vast && (
        <Notice soort="warning" title={vast.stand === 'conflict' ? 'Een collega was eerder' : 'Dit kan niet zo'}>
          <p className="nl-paragraph">{vast.melding}</p>
          {vast.nu && <p className="nl-paragraph">Nu: {staatNamen[vast.nu.staat].toLowerCase()}.</p>}
          <div className="toezicht__doen">
            <Button onClick={() => void veld.opnieuw(vast)}>
              {vast.stand === 'conflict' ? 'Doe het toch' : 'Probeer opnieuw'}
            </Button>
            <Button onClick={() => void veld.gooiWeg(vast.doe === 'bewaar' ? groep : [vast])}>
              {vast.stand === 'conflict' ? 'Laat mijn stap vallen' : 'Gooi weg'}
            </Button>
          </div>
        </Notice>
      )}
    </li>
  );
}
