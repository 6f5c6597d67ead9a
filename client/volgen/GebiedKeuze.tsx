import { useQuery } from '@tanstack/react-query';
import { leesBesluiten } from '../../server/besluiten/contract.ts';
import type { RdPunt } from '../../server/geo/rd.ts';
import { addDagen, datumInNederland } from '../../server/termijnen/datum.ts';
import { type VolgGebied, volgStralen } from '../../server/volgen/contract.ts';
import { aantal, formatAfstand } from '../format.ts';
import { ask } from '../query.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { EigenGebied } from './EigenGebied.tsx';
import { Keuzelijst } from './Keuzelijst.tsx';
import type { GebiedStand, Plek } from './use-gebied.ts';

interface GebiedKeuzeProps {
  stand: GebiedStand;
  plek: Plek;
  /** What was followed until now, with its name; null: nothing. */
  begin?: { gebied: VolgGebied; naam: string } | null;
}

/** Which area: around a place, a buurt or wijk, or an own one. */
export function GebiedKeuze({
  stand,
  plek: { plaats, plaatsNaam, locatie, onZoek, onTekenaar },
  begin = null,
}: GebiedKeuzeProps) {
  const { soort, straal, hoeken, punt, gebied, zet } = stand;
  const wasPlek = begin?.gebied.soort === 'plek' && !plaats;
  const keuzen = [
    {
      waarde: 'plek' as const,
      tekst: wasPlek ? 'Dezelfde plek' : plaatsNaam ? `De omgeving van ${plaatsNaam}` : 'De omgeving van een adres',
      ...(begin && { uitleg: 'Een andere plek? Zoek hierboven een adres, of wijs een plek aan op de kaart.' }),
    },
    ...(['buurt', 'wijk'] as const).flatMap((waarde) => {
      const naam = locatie?.[waarde]?.naam;
      if (naam) return [{ waarde, tekst: `De ${waarde} ${naam}` }];
      return begin?.gebied.soort === waarde ? [{ waarde, tekst: hoofdletter(begin.naam) }] : [];
    }),
    { waarde: 'gebied' as const, tekst: 'Een gebied dat ik zelf teken' },
  ];
  return (
    <>
      <Keuzelijst<VolgGebied['soort']>
        legenda="Wat wilt u volgen?"
        naam="gebied"
        nu={soort}
        keuzen={keuzen}
        onKies={(nieuw) => zet({ soort: nieuw })}
      />
      {soort === 'gebied' && (
        <EigenGebied tekst={hoeken} onTekst={(tekst) => zet({ hoeken: tekst })} onTekenaar={onTekenaar} />
      )}
      {soort !== 'gebied' && !gebied && (
        <Notice soort="info" title="Kies eerst een plek">
          <p className="nl-paragraph">Zoek hierboven een adres, of wijs een plek aan op de kaart.</p>
          <div>
            <Button onClick={onZoek}>Zoek een adres</Button>
          </div>
        </Notice>
      )}
      {soort === 'plek' && punt && (
        <>
          <SelectField
            label="Tot hoe ver?"
            value={straal}
            onChange={({ target }) => zet({ straal: Number(target.value) })}
          >
            {volgStralen.map((meter) => (
              <option key={meter} value={meter}>
                {formatAfstand(meter)}
              </option>
            ))}
          </SelectField>
          <Verwacht plaats={punt} straal={straal} />
        </>
      )}
    </>
  );
}

const hoofdletter = (tekst: string) => tekst.charAt(0).toUpperCase() + tekst.slice(1);

/** How much there is to hear, by the last six weeks; and whether we would hear of it at all. */
function Verwacht({ plaats, straal }: { plaats: RdPunt; straal: number }) {
  const van = addDagen(datumInNederland(new Date()), -42);
  const { data } = useQuery(ask(leesBesluiten, { ...plaats, straal, van, maximum: 1 }, plaats));
  if (!data) return null;
  if (data.stand === 'geen-gegevens') {
    return (
      <Notice soort="warning" title="Wij kennen hier niet alle besluiten">
        U krijgt alleen bericht van wat dit loket bereikt. Kijk ook op officielebekendmakingen.nl.
      </Notice>
    );
  }
  return (
    <p className="stil" role="status">
      In de laatste zes weken {data.totaal === 1 ? 'was' : 'waren'} hier{' '}
      {aantal(data.totaal, 'publicatie', 'publicaties')}.
    </p>
  );
}
