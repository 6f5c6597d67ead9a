import { useMutation, useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useState } from 'react';
import { leesBesluiten } from '../../server/besluiten/contract.ts';
import type { RdPunt } from '../../server/geo/rd.ts';
import { apiBase } from '../../server/http/endpoint.ts';
import type { Locatie } from '../../server/locatie/contract.ts';
import { addDagen, datumInNederland } from '../../server/termijnen/datum.ts';
import {
  type HoeVaak,
  leesFeed,
  type Onderwerp,
  type VolgGebied,
  volg,
  volgStralen,
} from '../../server/volgen/contract.ts';
import { schrijfGebiedAdres } from '../../server/volgen/domain/gebied.ts';
import { onderwerpenAlle, onderwerpNamen } from '../../server/volgen/domain/nieuws.ts';
import { call } from '../api.ts';
import { aantal, formatAfstand } from '../format.ts';
import { ask } from '../query.ts';
import type { Tekenaar } from '../tekenaar.ts';
import { Button } from '../ui/Button.tsx';
import { CheckboxField, SelectField, TextField } from '../ui/Field.tsx';
import { Formulier } from '../ui/Formulier.tsx';
import { Notice } from '../ui/Notice.tsx';
import { EigenGebied } from './EigenGebied.tsx';
import { leesHoeken } from './hoeken.ts';
import { Keuzelijst } from './Keuzelijst.tsx';

interface VolgenPageProps {
  heading: RefObject<HTMLHeadingElement | null>;
  plaats: RdPunt | null;
  plaatsNaam: string | null;
  locatie: Locatie | null;
  onZoek(): void;
  onTekenaar(tekenaar: Tekenaar | null): void;
}

/** Ask for news about a place or area: by mail, or as a feed. */
export function VolgenPage({ heading, plaats, plaatsNaam, locatie, onZoek, onTekenaar }: VolgenPageProps) {
  const [soort, setSoort] = useState<VolgGebied['soort']>('plek');
  const [straal, setStraal] = useState<number>(500);
  const [hoeken, setHoeken] = useState('');
  const [onderwerpen, setOnderwerpen] = useState<readonly Onderwerp[]>(onderwerpenAlle);
  const [hoeVaak, setHoeVaak] = useState<HoeVaak>('dag');
  const [email, setEmail] = useState('');
  const gebied = kiesGebied();
  const stuur = useMutation({
    mutationFn: () => {
      if (!gebied) throw new Error(zonderGebied(soort));
      if (onderwerpen.length === 0) throw new Error('Kies waarover u iets wilt horen.');
      return call(volg, { gebied, onderwerpen: [...onderwerpen], hoeVaak, email });
    },
  });
  const klaar = stuur.data ?? null;
  useEffect(() => {
    if (klaar) heading.current?.focus();
  }, [klaar, heading]);

  function kiesGebied(): VolgGebied | null {
    if (soort === 'gebied') {
      const ring = leesHoeken(hoeken);
      return ring && ring.length >= 3 ? { soort, ring } : null;
    }
    if (soort === 'plek') return plaats && { soort, ...plaats, straal };
    const code = locatie?.[soort]?.code;
    return code ? { soort, code } : null;
  }

  if (klaar) {
    return (
      <div className="pagina stapel stapel--ruim">
        <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
          Kijk nu in uw mail
        </h1>
        <Notice soort="info" title="Nog één stap">
          <p className="nl-paragraph">
            Wij stuurden een mail naar {email}. Open de link in die mail en bevestig dat u berichten wilt over{' '}
            {klaar.naam}. Doe dat binnen {klaar.bevestigDagen} dagen.
          </p>
        </Notice>
        <p className="nl-paragraph">
          Is er na een kwartier geen mail? Kijk bij ongewenste mail, of of het adres klopt. U krijgt ten hoogste 5 van
          deze mails per dag, en kunt 20 gebieden volgen.
        </p>
        <div>
          <Button onClick={() => stuur.reset()}>Vul een ander adres in</Button>
        </div>
      </div>
    );
  }
  const keuzen = [
    { waarde: 'plek' as const, tekst: plaatsNaam ? `De omgeving van ${plaatsNaam}` : 'De omgeving van een adres' },
    ...(['buurt', 'wijk'] as const).flatMap((waarde) => {
      const naam = locatie?.[waarde]?.naam;
      return naam ? [{ waarde, tekst: `De ${waarde} ${naam}` }] : [];
    }),
    { waarde: 'gebied' as const, tekst: 'Een gebied dat ik zelf teken' },
  ];
  return (
    <div className="pagina stapel stapel--ruim">
      <div className="stapel stapel--dicht">
        <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
          Hoor wat er verandert
        </h1>
        <p className="nl-paragraph">
          U krijgt een mail als er iets is gepubliceerd in uw buurt, met de laatste dag waarop u kunt reageren. U hoeft
          niet in te loggen.
        </p>
      </div>
      <Formulier
        knop="Vraag de berichten aan"
        soort="primary"
        fout={stuur.error}
        bezig={stuur.isPending}
        onStuur={stuur.mutate}
      >
        <Keuzelijst<VolgGebied['soort']>
          legenda="Wat wilt u volgen?"
          naam="gebied"
          nu={soort}
          keuzen={keuzen}
          onKies={setSoort}
        />
        {soort === 'gebied' && <EigenGebied tekst={hoeken} onTekst={setHoeken} onTekenaar={onTekenaar} />}
        {soort !== 'gebied' && !plaats && (
          <Notice soort="info" title="Kies eerst een plek">
            <p className="nl-paragraph">Zoek hierboven een adres, of wijs een plek aan op de kaart.</p>
            <div>
              <Button onClick={onZoek}>Zoek een adres</Button>
            </div>
          </Notice>
        )}
        {soort === 'plek' && plaats && (
          <>
            <SelectField label="Tot hoe ver?" value={straal} onChange={({ target }) => setStraal(Number(target.value))}>
              {volgStralen.map((meter) => (
                <option key={meter} value={meter}>
                  {formatAfstand(meter)}
                </option>
              ))}
            </SelectField>
            <Verwacht plaats={plaats} straal={straal} />
          </>
        )}
        <fieldset>
          <legend className="kop-klein">Waarover?</legend>
          {onderwerpenAlle.map((onderwerp) => (
            <CheckboxField
              key={onderwerp}
              checked={onderwerpen.includes(onderwerp)}
              onChange={({ target }) =>
                setOnderwerpen(
                  onderwerpenAlle.filter((een) => (een === onderwerp ? target.checked : onderwerpen.includes(een))),
                )
              }
            >
              {onderwerpNamen[onderwerp]}
            </CheckboxField>
          ))}
        </fieldset>
        <Keuzelijst<HoeVaak>
          legenda="Hoe vaak?"
          naam="hoe-vaak"
          nu={hoeVaak}
          keuzen={[
            { waarde: 'dag', tekst: 'Eén mail per dag, als er iets is' },
            { waarde: 'direct', tekst: 'Meteen' },
          ]}
          onKies={setHoeVaak}
        />
        <TextField
          label="E-mailadres"
          uitleg="Wij gebruiken het alleen hiervoor. U kunt in elke mail stoppen; dan wissen wij het."
          type="email"
          autoComplete="email"
          required
          maxLength={254}
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
      </Formulier>
      {gebied && (
        <section className="stapel stapel--dicht" aria-labelledby="feed">
          <h2 id="feed" className="kop-klein">
            Liever zonder e-mail?
          </h2>
          <p className="nl-paragraph">
            Zet dan{' '}
            <a
              className="nl-link"
              href={`${apiBase}${leesFeed.path}?${new URLSearchParams(schrijfGebiedAdres(gebied))}`}
            >
              de feed van dit gebied
            </a>{' '}
            in uw nieuwslezer (Atom). Daarvoor hoeven wij niets van u te weten.
          </p>
        </section>
      )}
    </div>
  );
}

const zonderGebied = (soort: VolgGebied['soort']) =>
  soort === 'gebied'
    ? 'Teken het gebied op de kaart, of vul minstens drie hoeken in: x en y op één regel.'
    : 'Kies eerst een plek: zoek een adres of wijs een plek aan op de kaart.';

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
