import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { leesBevindingen, leesRegistraties } from '../../server/toezicht/contract.ts';
import type { Wachtend } from '../apparaat.ts';
import { ask } from '../query.ts';
import { QueryState } from '../ui/Section.tsx';
import type { VeldBeeld } from '../veldkaart.ts';
import { BevindingKaart } from './BevindingKaart.tsx';
import type { Veld } from './use-veld.ts';
import { WachtKaart } from './WachtKaart.tsx';

interface BevindingenDeelProps {
  veld: Veld;
  onBeeld(beeld: VeldBeeld): void;
  leeg: VeldBeeld;
}

/** What was found here: first what still has to be sent, then all of the area, with the numbers that the map shows. */
export function BevindingenDeel({ veld, onBeeld, leeg }: BevindingenDeelProps) {
  const { dienst, pakket, wachtrij, online, wie } = veld;
  const gebied = dienst?.gebied.code;
  const zonderPakket = useQuery({ ...ask(leesBevindingen, {}), enabled: online && !pakket && wie !== null });
  const opKaart = pakket?.bevindingen ?? zonderPakket.data?.bevindingen;
  useEffect(
    () => onBeeld({ ...leeg, stops: opKaart?.map(({ x, y }) => ({ x, y, gekozen: false })) ?? [] }),
    [opKaart, onBeeld, leeg],
  );
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
      ) : !online ? (
        <p className="stil">De bevindingen van collega's staan niet op deze tablet. U ziet ze weer met verbinding.</p>
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
  if (bevindingen.length === 0) {
    return (
      <p className="nl-paragraph">
        {veld.wie?.rol === 'behandelaar'
          ? 'Er is nu geen bevinding waarbij een vergunning moet worden nagekeken. Andere bevindingen ziet u in uw rol niet.'
          : 'Er is hier nog niets vastgelegd.'}
      </p>
    );
  }
  return (
    <ul className="toezicht__lijst" aria-label={registraties ? 'Registraties' : 'Vastgelegd in dit gebied'}>
      {bevindingen.map((bevinding, i) => (
        <BevindingKaart
          key={bevinding.id}
          soort={registraties ? 'registraties' : 'bevindingen'}
          nummer={registraties ? null : i + 1}
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
