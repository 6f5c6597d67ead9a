import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { leesDagdelen, leesTellingen, type RoosterAntwoord } from '../../server/veiligheid/contract.ts';
import { noemMaand } from '../../server/veiligheid/domain/periode.ts';
import { aantal as noemAantal } from '../format.ts';
import { ask } from '../query.ts';
import type { Tekenaar } from '../tekenaar.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { CheckboxField, SelectField } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { QueryState } from '../ui/Section.tsx';
import { Effecten } from './beeld/Effecten.tsx';
import { Herhaling } from './beeld/Herhaling.tsx';
import { type Inhoud, kiesStappen, vanDagdelen, vanTellingen } from './bestand.ts';
import { CelDetails } from './CelDetails.tsx';
import { CelLijst } from './CelLijst.tsx';
import { Klok } from './Klok.tsx';
import { Legenda } from './Legenda.tsx';
import { ervoor, type Getoond, PeriodeOpKaart } from './PeriodeOpKaart.tsx';
import type { Stappen } from './reken.ts';
import { Sensoren } from './Sensoren.tsx';
import { bandVan, omtrekken, type Stand } from './stand.ts';
import { Uitvoer } from './Uitvoer.tsx';
import { useCelKaart } from './use-celkaart.ts';
import { useVerloop } from './use-rekenaar.ts';
import { noemOmtrek } from './woorden.ts';

interface InternBeeldProps {
  gemeente: string;
  stand: Stand;
  rooster: RoosterAntwoord;
  zet(anders: Partial<Stand>): void;
  onTekenaar(tekenaar: Tekenaar | null): void;
}

const delen = ['doordeweeks', 'weekend'].flatMap((week) => ['nacht', 'dag', 'avond'].map((dag) => `${week} ${dag}`));

/** The counts themselves, for who may see them: asked once, and counted anew on every move of a filter. */
export function InternBeeld({ gemeente, stand, rooster, ...rest }: InternBeeldProps) {
  const { stroom, themas, deel } = stand;
  const vraag = { gemeente, stroom, themas: themas.join(','), rooster: rooster.rooster };
  const over = `${gemeente} ${stroom} ${rooster.rooster}`;
  const tellingen = useQuery({ ...ask(leesTellingen, vraag, over), enabled: deel === '' });
  const dagdelen = useQuery({ ...ask(leesDagdelen, vraag, over), enabled: deel !== '' });
  const band = bandVan(stand);
  const { data: telling } = tellingen;
  const { data: dagdeel } = dagdelen;
  const inhoud = useMemo(() => {
    if (deel === '') return telling ? vanTellingen(telling, rooster, band) : null;
    return dagdeel ? vanDagdelen(dagdeel, deel, rooster, band) : null;
  }, [deel, telling, dagdeel, rooster, band]);
  const buiten = (deel === '' ? telling : dagdeel)?.buitenRooster ?? 0;
  const bron = (deel === '' ? telling : dagdeel)?.bron ?? null;
  return (
    <QueryState query={(deel === '' ? tellingen : dagdelen) as typeof tellingen} what="Tellingen">
      {() =>
        inhoud && inhoud.stappen.length > 0 ? (
          <>
            {telling?.gevoeligWeg && deel === '' && (
              <p className="stil">
                Gevoelige klassen, zoals zeden, tellen hier niet mee: die staan alleen per gemeente en jaar.
              </p>
            )}
            <BeeldVanPeriode {...{ gemeente, stand, rooster, inhoud, buiten, bron }} {...rest} />
          </>
        ) : (
          <Notice soort="info" title="Van dit thema is niets geteld">
            In deze levering staat geen enkele klasse van dit thema. Kies een ander thema, of kijk bij{' '}
            {stroom === 'politie' ? 'de meldingen' : 'de politie'}.
          </Notice>
        )
      }
    </QueryState>
  );
}

interface PeriodeProps extends InternBeeldProps {
  inhoud: Inhoud;
  buiten: number;
  bron: { naam: string; peildatum: string | null } | null;
}

function BeeldVanPeriode({ gemeente, stand, rooster, inhoud, buiten, bron, zet, onTekenaar }: PeriodeProps) {
  const { bestand, groepen: alle, stappen, gaten } = inhoud;
  const keuze = useMemo(() => kiesStappen(stappen, stand.van, stand.tot), [stappen, stand.van, stand.tot]);
  const groepen = useMemo(
    () => alle.flatMap(({ sleutel, telt }, i) => ((stand.klassen ? stand.klassen.includes(sleutel) : telt) ? [i] : [])),
    [alle, stand.klassen],
  );
  const lang = keuze.tot - keuze.van + 1;
  const { van, tot } = keuze;
  const [getoond, setGetoond] = useState<Getoond | null>(null);
  const { antwoord = null, ernaast = null } = getoond?.bestand === bestand ? getoond : {};
  const verloop = useVerloop(
    bestand,
    useMemo(
      () => (stand.deel === '' ? { groepen, stappen: stappen.length, gaten: [...gaten] } : null),
      [groepen, stappen, gaten, stand.deel],
    ),
  );
  const cel = stand.cel === null ? -1 : bestand.nummers.indexOf(stand.cel);
  const kaart = useCelKaart(bestand, cel < 0 ? null : cel, {
    onKies: (plek) => zet({ cel: bestand.nummers[plek] ?? null }),
    onTekenaar,
  });
  const buurt = rooster.buurten[rooster.buurt[cel] ?? -1] ?? null;
  const perJaar = stand.deel !== '';
  const tekort = antwoord?.nu.tekort === 'te weinig cellen';
  const tegenover = ernaast && naastNamen(stand);
  const gatenHier = [...gaten].filter((stap) => stap >= van && stap <= tot).length;

  return (
    <div className="stapel stapel--ruim">
      <PeriodeOpKaart
        {...{ gemeente, stand, rooster, inhoud, groepen, keuze, kaart }}
        onKeuze={(nieuw) => {
          const jaar = (stap: string, maand: string) => (perJaar ? `${stap}-${maand}` : stap);
          zet({ van: jaar(stappen[nieuw.van] ?? '', '01'), tot: jaar(stappen[nieuw.tot] ?? '', '12') });
        }}
        onGetoond={setGetoond}
      />
      <div className="velden">
        <SelectField
          label="Deel van de dag"
          value={stand.deel}
          onChange={({ currentTarget }) => zet({ deel: currentTarget.value, klassen: null, van: null, tot: null })}
        >
          <option value="">Alle uren, per maand</option>
          {delen.map((een) => (
            <option key={een} value={een}>
              {een}, per jaar
            </option>
          ))}
        </SelectField>
        <SelectField
          label="Vergelijk met"
          value={stand.per}
          onChange={({ currentTarget }) => zet({ per: currentTarget.value === 'adressen' ? 'adressen' : 'aantal' })}
        >
          <option value="aantal">het gemiddelde van alle cellen</option>
          <option value="adressen">wat past bij het aantal adressen</option>
        </SelectField>
        <SelectField
          label="Zet ernaast"
          value={stand.naast}
          onChange={({ currentTarget }) => zet({ naast: currentTarget.value as Stand['naast'] })}
        >
          <option value="">niets</option>
          <option value="eerder">
            de {noemAantal(lang, perJaar ? 'jaar' : 'maand', perJaar ? 'jaren' : 'maanden')} ervoor
          </option>
          {!perJaar && (
            <option value="stroom">{stand.stroom === 'politie' ? 'de meldingen' : 'de politie'} van dit thema</option>
          )}
        </SelectField>
        <SelectField
          label="Cellen"
          value={stand.rooster}
          onChange={({ currentTarget }) => zet({ rooster: currentTarget.value as Stand['rooster'], cel: null })}
        >
          <option value="vierkant">vierkanten van 1 hectare</option>
          <option value="zeshoek">zeshoeken van 1 hectare</option>
        </SelectField>
        <SelectField
          label="Tel samen met"
          value={stand.rondom}
          onChange={({ currentTarget }) => zet({ rondom: currentTarget.value as Stand['rondom'] })}
        >
          {omtrekken.map((rondom) => (
            <option key={rondom} value={rondom}>
              {noemOmtrek(bandVan({ rondom }))}
            </option>
          ))}
        </SelectField>
      </div>
      {stand.naast === 'eerder' && ervoor(keuze) === null && (
        <p className="stil">Zo lang ervoor is er niets geleverd. Kies een kortere of latere periode.</p>
      )}
      {!perJaar && <Klassen inhoud={inhoud} gekozen={groepen} zet={zet} />}
      {gatenHier > 0 && (
        <Notice soort="warning" title="In deze periode ontbreken maanden">
          {`Er ${gatenHier === 1 ? 'ontbreekt 1 maand' : `ontbreken ${gatenHier} maanden`}. Wat toen gebeurde is onbekend en telt nergens mee.`}
        </Notice>
      )}
      {tekort && (
        <Notice soort="warning" title="Te weinig om iets te zeggen" live>
          In minder dan 30 cellen gebeurde iets. Of er hotspots zijn, is dus onbekend. Kies een langere periode, meer
          klassen of meer thema’s.
        </Notice>
      )}
      {!tekort && <Legenda naast={tegenover} zonderAdres={stand.per === 'adressen'} />}
      {antwoord && cel >= 0 && (
        <CelDetails
          {...{ inhoud, groepen, keuze, rooster, cel, verloop }}
          per={stand.per}
          antwoord={antwoord}
          ernaast={ernaast && { ...naastNamen(stand), beeld: ernaast }}
          onSluit={() => zet({ cel: null })}
        />
      )}
      {antwoord && !tekort && (
        <CelLijst
          beeld={antwoord.nu}
          {...{ rooster, verloop }}
          gekozen={cel}
          onKies={(plek) => zet({ cel: bestand.nummers[plek] ?? null })}
        />
      )}
      <section aria-labelledby="klok-kop" className="stapel">
        <h2 id="klok-kop" className="nl-heading nl-heading--level-2">
          Wanneer in de week
        </h2>
        <Klok
          vraag={{
            ...{ gemeente, stroom: stand.stroom, themas: stand.themas },
            ...maandenVan(keuze, stappen),
          }}
          buurt={buurt}
        />
      </section>
      <div className="stapel stapel--dicht">
        <Disclosure summary="Herhaling dichtbij: gebeurt het hierna vaker in de buurt?">
          {() => <Herhaling gemeente={gemeente} />}
        </Disclosure>
        <Disclosure summary="Wat maakten interventies uit?">
          {() => <Effecten gemeente={gemeente} themas={stand.themas} />}
        </Disclosure>
        <Disclosure summary="Sensoren: hoe druk en hoe luid is het?">
          {() => <Sensoren gemeente={gemeente} />}
        </Disclosure>
      </div>
      {antwoord && (
        <Uitvoer
          {...{ rooster, inhoud, kaart, buiten, bron, verloop }}
          naast={tegenover}
          beeld={antwoord.nu}
          per={stand.per}
          wat={groepen.map((groep) => alle[groep]?.naam ?? '').join(', ')}
          periode={`${noemMaand(stappen[van] ?? '')} tot en met ${noemMaand(stappen[tot] ?? '')}${stand.deel ? `, ${stand.deel}` : ''}`}
        />
      )}
    </div>
  );
}

/** Whole months, also where the steps are years. */
const maandenVan = ({ van, tot }: Stappen, stappen: readonly string[]) => ({
  van: `${stappen[van] ?? ''}-01`.slice(0, 7),
  tot: `${stappen[tot] ?? ''}-12`.slice(0, 7),
});

const naastNamen = ({ naast, stroom }: Stand) => {
  if (naast === 'eerder') return { hier: 'nu', daar: 'in de periode ervoor' };
  return stroom === 'politie'
    ? { hier: 'bij de politie', daar: 'bij meldingen' }
    : { hier: 'bij meldingen', daar: 'bij de politie' };
};

function Klassen({
  inhoud,
  gekozen,
  zet,
}: { inhoud: Inhoud; gekozen: readonly number[] } & Pick<InternBeeldProps, 'zet'>) {
  const { groepen } = inhoud;
  const kies = (groep: number, aan: boolean) => {
    const nu = groepen.flatMap(({ sleutel }, i) => ((i === groep ? aan : gekozen.includes(i)) ? [sleutel] : []));
    zet({ klassen: nu });
  };
  return (
    <Disclosure summary={`Klassen: ${gekozen.length} van ${groepen.length}`}>
      {() => (
        <fieldset className="vvinkjes">
          <legend className="alleen-voorlezen">Klassen die meetellen</legend>
          {groepen.map(({ sleutel, naam }, i) => (
            <CheckboxField
              key={sleutel}
              checked={gekozen.includes(i)}
              onChange={({ currentTarget }) => kies(i, currentTarget.checked)}
            >
              {naam}
            </CheckboxField>
          ))}
        </fieldset>
      )}
    </Disclosure>
  );
}
