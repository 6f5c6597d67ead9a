import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import {
  type InterventieVelden,
  leesBeeld,
  leesInterventie,
  maakInterventie,
  wijzigInterventie,
} from '../../../server/veiligheid/beeld/contract.ts';
import { leesRooster, leesTellingen, type RoosterAntwoord } from '../../../server/veiligheid/contract.ts';
import { stroomVan } from '../../../server/veiligheid/domain/klassen.ts';
import { themas } from '../../../server/veiligheid/domain/velden.ts';
import { call } from '../../api.ts';
import { vergelijking } from '../../cel-kleuren.ts';
import { aantal } from '../../format.ts';
import { ask } from '../../query.ts';
import type { Tekenaar } from '../../tekenaar.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckboxField, SelectField, TextAreaField, TextField } from '../../ui/Field.tsx';
import { gaNaarVeld } from '../../ui/FoutenLijst.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QueryState } from '../../ui/Section.tsx';
import { Veldmelding } from '../../ui/Veldmelding.tsx';
import { Vorm } from '../../ui/Vorm.tsx';
import { leesNummers } from '../bestand.ts';
import { useCelKaart, useGekleurd } from '../use-celkaart.ts';
import { padVanThema } from './pad.ts';
import type { InternBeeld } from './ThemaPage.tsx';

interface InterventiePageProps {
  beeld: InternBeeld;
  /** Null: a new one. */
  id: string | null;
  onTekenaar(tekenaar: Tekenaar | null): void;
}

/** Where and when something was done: cells are chosen on the map, or by buurt. Null: a new one. */
export function InterventiePage({ beeld, id, onTekenaar }: InterventiePageProps) {
  const rooster = useQuery(ask(leesRooster, { gemeente: beeld.gemeente.code, rooster: 'vierkant' }));
  return (
    <QueryState query={rooster} what="Cellen">
      {(cellen) =>
        id ? (
          <Bestaande {...{ beeld, onTekenaar, id }} rooster={cellen} />
        ) : (
          <InterventieForm {...{ beeld, onTekenaar }} bestaande={null} rooster={cellen} />
        )
      }
    </QueryState>
  );
}

interface FormProps extends Omit<InterventiePageProps, 'id'> {
  rooster: RoosterAntwoord;
  bestaande: (InterventieVelden & { id: string }) | null;
}

function Bestaande({ id, ...rest }: Omit<FormProps, 'bestaande'> & { id: string }) {
  const interventie = useQuery(ask(leesInterventie, { id }));
  return (
    <QueryState query={interventie} what="Interventie">
      {(velden) => <InterventieForm key={velden.versie} {...rest} bestaande={{ ...velden, id }} />}
    </QueryState>
  );
}

function InterventieForm({ beeld, onTekenaar, rooster, bestaande }: FormProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const gemeente = beeld.gemeente.code;
  const raster = useMemo(
    () => ({ rooster: rooster.rooster, nummers: leesNummers(rooster), adressen: rooster.adressen }),
    [rooster],
  );
  const [velden, setVelden] = useState({
    naam: bestaande?.naam ?? '',
    omschrijving: bestaande?.omschrijving ?? '',
    begin: bestaande?.begin ?? '',
    maanden: String(bestaande?.maanden ?? 12),
  });
  const [thema, setThema] = useState(bestaande?.thema ?? '1.3');
  const [stroom, setStroom] = useState(bestaande ? stroomVan(bestaande.stelsel) : 'politie');
  const [klassen, setKlassen] = useState<readonly string[]>(
    bestaande?.klassen.map((code) => `${bestaande.stelsel} ${code}`) ?? [],
  );
  const [plekken, setPlekken] = useState<ReadonlySet<number>>(() => {
    const cellen = new Set(bestaande?.cellen);
    return new Set([...raster.nummers.keys()].filter((plek) => cellen.has(raster.nummers[plek] ?? -1)));
  });
  const tellingen = useQuery(
    ask(leesTellingen, { gemeente, stroom, themas: thema, rooster: 'vierkant' }, `${gemeente} ${stroom} ${thema}`),
  );
  const wissel = (erbij: readonly number[], aan: boolean) =>
    setPlekken((nu) => {
      const nieuw = new Set(nu);
      for (const plek of erbij)
        if (aan) nieuw.add(plek);
        else nieuw.delete(plek);
      return nieuw;
    });
  const kaart = useCelKaart(raster, null, {
    onKies: (plek) => wissel([plek], !plekken.has(plek)),
    onTekenaar,
  });
  useGekleurd(
    kaart,
    useMemo(() => {
      const kleur = new Int8Array(raster.nummers.length);
      for (const plek of plekken) kleur[plek] = vergelijking.beide;
      return { klassen: kleur, soort: 'vergelijk' as const, zonderAdres: false };
    }, [raster, plekken]),
  );
  const aanbod = tellingen.data?.klassen ?? [];
  const gekozen = aanbod.filter(({ stelsel, code }) => klassen.includes(`${stelsel} ${code}`));
  const stelsel = gekozen[0]?.stelsel ?? null;
  const bewaar = useMutation({
    mutationFn: async () => {
      const invoer = {
        ...{ gemeente, thema, naam: velden.naam, omschrijving: velden.omschrijving, begin: velden.begin },
        maanden: Number(velden.maanden),
        stelsel: stelsel ?? 'misdrijf',
        klassen: gekozen.map(({ code }) => code),
        cellen: [...plekken].map((plek) => raster.nummers[plek] ?? 0).sort((a, b) => a - b),
      };
      if (bestaande) await call(wijzigInterventie, { ...invoer, id: bestaande.id, versie: bestaande.versie });
      else await call(maakInterventie, invoer);
    },
    onSuccess: async () => {
      await Promise.all([leesBeeld, leesInterventie].map(({ path }) => client.invalidateQueries({ queryKey: [path] })));
      void navigate(padVanThema(thema));
    },
  });
  const zet = (veld: keyof typeof velden) => ({
    value: velden[veld],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setVelden((nu) => ({ ...nu, [veld]: value })),
  });
  const [gedrukt, setGedrukt] = useState(false);
  const [klassenId, cellenId] = [useId(), useId()];
  const misKlassen = gekozen.length === 0 ? 'Kies minstens een klasse' : undefined;
  const misCellen =
    plekken.size === 0 ? 'Kies minstens een cel' : plekken.size > 400 ? 'Kies hoogstens 400 cellen' : undefined;
  const stuur = () => {
    if (misKlassen || misCellen) requestAnimationFrame(() => gaNaarVeld(misKlassen ? klassenId : cellenId));
    else bewaar.mutate();
  };
  return (
    <Vorm className="stapel stapel--ruim" aria-label="Interventie" onStuur={stuur}>
      <p>
        Leg vast waar en wanneer u iets deed. Het loket meet dan wat het uitmaakte: naast cellen die erop lijken en waar
        niets is gedaan, en in een rand eromheen.
      </p>
      <TextField
        label="Naam"
        uitleg="Bijvoorbeeld: extra toezicht fietsenstalling"
        required
        maxLength={200}
        {...zet('naam')}
      />
      <TextAreaField label="Wat is er gedaan?" maxLength={4_000} {...zet('omschrijving')} />
      <div className="velden">
        <SelectField
          label="Thema"
          value={thema}
          onChange={({ currentTarget }) => {
            setThema(currentTarget.value);
            setKlassen([]);
          }}
        >
          {[...themas.values()].map(({ nummer, naam }) => (
            <option key={nummer} value={nummer}>
              {nummer} {naam}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="Waar het uit komt"
          value={stroom}
          onChange={({ currentTarget }) => {
            setStroom(currentTarget.value === 'melding' ? 'melding' : 'politie');
            setKlassen([]);
          }}
        >
          <option value="politie">Politie</option>
          <option value="melding">Meldingen openbare ruimte</option>
        </SelectField>
        <TextField
          label="Eerste hele maand erna"
          uitleg="Schrijf een maand als 2026-03"
          required
          pattern="(19|20)\d\d-(0[1-9]|1[0-2])"
          {...zet('begin')}
        />
        <SelectField label="Vergelijk hoeveel maanden ervoor en erna" {...zet('maanden')}>
          {[6, 12, 18, 24].map((maanden) => (
            <option key={maanden}>{maanden}</option>
          ))}
        </SelectField>
      </div>
      <fieldset
        id={klassenId}
        tabIndex={-1}
        className="vvinkjes"
        {...(gedrukt && misKlassen && { 'aria-describedby': `${klassenId}-fout` })}
      >
        <legend className="utrecht-form-label">Wat telt u?</legend>
        <Veldmelding id={`${klassenId}-fout`} fout={gedrukt ? misKlassen : undefined} />
        <QueryState query={tellingen} what="Klassen">
          {() =>
            aanbod.length === 0 ? (
              <p>Van dit thema is niets geteld. Kies een ander thema.</p>
            ) : (
              aanbod.map(({ stelsel: van, code, naam }) => {
                const sleutel = `${van} ${code}`;
                return (
                  <CheckboxField
                    key={sleutel}
                    checked={klassen.includes(sleutel)}
                    // offences and nuisance are registered in two ways: they are not added up
                    disabled={stelsel !== null && van !== stelsel}
                    onChange={({ currentTarget: { checked } }) =>
                      setKlassen((nu) => (checked ? [...nu, sleutel] : nu.filter((een) => een !== sleutel)))
                    }
                  >
                    {naam}
                  </CheckboxField>
                );
              })
            )
          }
        </QueryState>
      </fieldset>
      <Gebied {...{ rooster, plekken, wissel }} id={cellenId} fout={gedrukt ? misCellen : undefined} />
      {bewaar.error && (
        <Notice soort="error" title="Bewaren lukte niet" live>
          {bewaar.error.message}
        </Notice>
      )}
      <div>
        <Button soort="primary" type="submit" disabled={bewaar.isPending} onClick={() => setGedrukt(true)}>
          Bewaar en meet
        </Button>
      </div>
    </Vorm>
  );
}

interface GebiedProps {
  id: string;
  /** What is wrong with what was chosen; undefined: nothing. */
  fout: string | undefined;
  rooster: RoosterAntwoord;
  plekken: ReadonlySet<number>;
  wissel(plekken: readonly number[], aan: boolean): void;
}

function Gebied({ id, fout, rooster, plekken, wissel }: GebiedProps) {
  const [buurt, setBuurt] = useState('');
  const { buurten } = rooster;
  const inBuurt = useMemo(() => {
    const plek = buurten.findIndex(({ code }) => code === buurt);
    return plek < 0 ? [] : rooster.buurt.flatMap((van, cel) => (van === plek ? [cel] : []));
  }, [rooster, buurten, buurt]);
  const perBuurt = useMemo(() => {
    const tel = new Map<number, number>();
    for (const plek of plekken) {
      const van = rooster.buurt[plek] ?? -1;
      tel.set(van, (tel.get(van) ?? 0) + 1);
    }
    return [...tel];
  }, [rooster, plekken]);
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className="beeld__gebied stapel"
      {...(fout && { 'aria-describedby': `${id}-fout` })}
    >
      <legend className="utrecht-form-label">Waar?</legend>
      <Veldmelding id={`${id}-fout`} fout={fout} />
      <p className="stil">Klik cellen aan op de kaart, of kies een buurt.</p>
      <div className="velden">
        <SelectField label="Buurt" value={buurt} onChange={({ currentTarget }) => setBuurt(currentTarget.value)}>
          <option value="">Kies een buurt</option>
          {buurten.map(({ code, naam, wijk }) => (
            <option key={code} value={code}>
              {naam} ({wijk})
            </option>
          ))}
        </SelectField>
      </div>
      <div className="rij">
        <Button disabled={inBuurt.length === 0} onClick={() => wissel(inBuurt, true)}>
          Voeg de buurt toe
        </Button>
        <Button disabled={inBuurt.length === 0} onClick={() => wissel(inBuurt, false)}>
          Haal de buurt weg
        </Button>
        <Button disabled={plekken.size === 0} onClick={() => wissel([...plekken], false)}>
          Begin opnieuw
        </Button>
      </div>
      <p role="status">
        Gekozen: {aantal(plekken.size, 'cel', 'cellen')}
        {perBuurt.length > 0 &&
          ` (${perBuurt.map(([van, keer]) => `${rooster.buurten[van]?.naam ?? 'buiten de buurten'}: ${keer}`).join(', ')})`}
      </p>
    </fieldset>
  );
}
