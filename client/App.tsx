import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Link, Route, Routes } from 'react-router';
import type { Besluit } from '../server/besluiten/contract.ts';
import type { CombinatieObject } from '../server/combineren/contract.ts';
import { inRdBereik, type LonLat, type RdPunt } from '../server/geo/rd.ts';
import type { Laag } from '../server/lagen/contract.ts';
import { leesBegin, leesLocatie, type ZoekResultaat } from '../server/locatie/contract.ts';
import { BesluitenSection, vraagBesluiten } from './besluiten/BesluitenSection.tsx';
import { formatDatum, formatMoment } from './format.ts';
import { Hoofdmenu } from './Hoofdmenu.tsx';
import { Identity } from './locatie/Identity.tsx';
import { LocatieSearch } from './locatie/LocatieSearch.tsx';
import { naamVan } from './locatie/naam.ts';
import { StartPage } from './locatie/StartPage.tsx';
import { MapStage } from './MapStage.tsx';
import { LagenHier } from './map/LagenHier.tsx';
import { standaardLagen } from './map/lagen-keuze.ts';
import type { EigenLocatie } from './map/map-view.types.ts';
import { useLagen } from './map/use-lagen.ts';
import { usePageFocus, useTitle, useUrl } from './navigation.ts';
import { LaatstePlek } from './offline/LaatstePlek.tsx';
import { useStand } from './offline/use-stand.ts';
import { Verbinding } from './offline/Verbinding.tsx';
import { OmstandighedenSection, vraagOmstandigheden } from './omstandigheden/OmstandighedenSection.tsx';
import { paginas } from './paginas.ts';
import { ask } from './query.ts';
import { Uittreksel } from './rapport/Uittreksel.tsx';
import { RegelsSection, vraagRegels } from './regels/RegelsSection.tsx';
import type { Tekenaar } from './tekenaar.ts';
import { SessieKnop } from './toegang/SessieKnop.tsx';
import { Button } from './ui/Button.tsx';
import { Notice } from './ui/Notice.tsx';
import { Panel, type PanelHeight } from './ui/Panel.tsx';
import { QueryState, SectionFrame, Skeleton } from './ui/Section.tsx';
import { useContrast } from './ui/use-contrast.ts';
import { naarPlaats, type Sectie, secties, type UrlState } from './url.ts';

const geenLagen: readonly Laag[] = [];
const geenBesluiten: readonly Besluit[] = [];

/** For who makes policy: not part of what everybody loads. */
const CombinerenPage = lazy(async () => ({
  default: (await import('./combineren/CombinerenPage.tsx')).CombinerenPage,
}));
const combinerenPad = '/combineren';

/** For who wants to do something: not part of what everybody loads. */
const VergunningcheckPage = lazy(async () => ({
  default: (await import('./vergunningcheck/VergunningcheckPage.tsx')).VergunningcheckPage,
}));
const checkPad = '/vergunningcheck';

const VeiligheidPage = lazy(async () => ({
  default: (await import('./veiligheid/VeiligheidPage.tsx')).VeiligheidPage,
}));
const veiligheidPad = '/veiligheid';

/** For who applies for something or reports it. */
const IndienenPage = lazy(async () => ({ default: (await import('./indienen/IndienenPage.tsx')).IndienenPage }));
const indienPad = '/indienen';

const vraagLocatie = (plaats: RdPunt) => ask(leesLocatie, plaats, plaats);

/** For who handles zaken. */
const WerkvoorraadPage = lazy(async () => ({
  default: (await import('./behandelen/WerkvoorraadPage.tsx')).WerkvoorraadPage,
}));
const werkPad = '/werkvoorraad';

/** The page: header, panel and map. Only this file knows all subjects. */
export function App() {
  const url = useUrl();
  const { state, path, go, hrefOf } = url;
  const { plaats } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  const zoekvak = useRef<HTMLInputElement>(null);
  const [height, setHeight] = useState<PanelHeight>('half');
  const [folded, setFolded] = useState(false);
  const [besluiten, setBesluiten] = useState<readonly Besluit[]>([]);
  const [gevonden, setGevonden] = useState<readonly Pick<CombinatieObject, 'sleutel' | 'geometrie'>[]>([]);
  const [gemarkeerd, setGemarkeerd] = useState<string | null>(null);
  const [gebied, setGebied] = useState<ZoekResultaat | null>(null);
  const [melding, setMelding] = useState<string | null>(null);
  const [opKaartGekozen, setOpKaartGekozen] = useState<string | null>(null);
  const [tekenaar, setTekenaar] = useState<Tekenaar | null>(null);
  const [eigenLocatie, setEigenLocatie] = useState<EigenLocatie | null>(null);
  /** The section that answers the question with which somebody began. */
  const [beginSectie, setBeginSectie] = useState<Sectie | null>(null);
  const contrast = useContrast();
  const begin = useQuery(ask(leesBegin, {}));
  const gemeenten = begin.data?.gemeenten.flatMap(({ naam }) => naam ?? []).join(' en ') ?? '';

  const catalogusQuery = useLagen();
  const catalogus = catalogusQuery.data?.lagen ?? geenLagen;
  const lagen = useMemo(() => state.lagen ?? standaardLagen(catalogus), [state.lagen, catalogus]);
  const locatie = useQuery({ ...vraagLocatie(plaats ?? { x: 0, y: 0 }), enabled: plaats !== null });
  const queryClient = useQueryClient();
  usePageFocus(heading, `${path} ${plaats?.x} ${plaats?.y}`);

  useEffect(() => {
    if (path !== '/locatie') setBeginSectie(null);
  }, [path]);

  /** Much stands beside each other: the panel is wide. */
  const combineert = path === combinerenPad || path.startsWith(werkPad);
  /** Who chooses a place for a check or a form goes on with it. */
  const controleert = path.startsWith(checkPad) || path.startsWith(indienPad);
  const leest = path.startsWith('/mijn-zaken') || path.startsWith('/adviezen');
  useEffect(() => {
    if (combineert || controleert || leest) setHeight('vol');
  }, [combineert, controleert, leest]);

  const naarPunt = useCallback(
    (punt: RdPunt, { opKaart = false } = {}) => {
      // the questions leave now, not when the page has been drawn anew
      void queryClient.prefetchQuery(vraagLocatie(punt));
      if (!controleert) {
        void queryClient.prefetchQuery(vraagRegels(punt, state.datum));
        void queryClient.prefetchQuery(vraagOmstandigheden(punt));
        void queryClient.prefetchQuery(vraagBesluiten(punt, state.besluiten));
      }
      setMelding(null);
      setGebied(null);
      setFolded(false);
      setHeight((now) => (now === 'peek' ? 'half' : now));
      setOpKaartGekozen(opKaart ? `${punt.x},${punt.y}` : null);
      setBeginSectie(state.plaats ? null : (state.secties[0] ?? null));
      // who chooses a place for a check goes on with the check
      go(naarPlaats(state, punt), controleert ? { path, hash: window.location.hash } : {});
    },
    [go, state, controleert, path, queryClient],
  );

  const naarLonLat = useCallback(
    async ({ lon, lat }: LonLat, waar: string, opties?: { opKaart: boolean }) => {
      try {
        const { naarRd } = await import('../server/geo/projectie.ts');
        const punt = naarRd({ lon, lat });
        if (inRdBereik(punt)) naarPunt(punt, opties);
        else setMelding(`${waar} ligt buiten Nederland.`);
      } catch {
        setMelding(`${waar} openen lukte niet. Zoek een adres in het zoekvak.`);
      }
    },
    [naarPunt],
  );

  const onMapKies = useCallback(
    (lonLat: LonLat) => void naarLonLat(lonLat, 'Deze plek', { opKaart: true }),
    [naarLonLat],
  );

  const onTekenaar = useCallback((wie: Tekenaar | null) => {
    setTekenaar(() => wie);
    setHeight(wie ? 'half' : 'vol');
  }, []);

  /** Cells on the map: a click chooses one, and the sheet leaves them in sight. */
  const onCellen = useCallback((wie: Tekenaar | null) => setTekenaar(() => wie), []);

  /** Puts a layer on top of the map, and the map in view. */
  function toonLaag(id: string) {
    const rest = lagen.filter((laag) => laag.id !== id);
    go({ ...state, lagen: [{ id, dekking: 1 }, ...rest] }, { path, hash: window.location.hash, replace: true });
    setHeight('peek');
  }

  function mijnLocatie() {
    setMelding('Wij vragen uw apparaat waar u bent.');
    if (!('geolocation' in navigator)) {
      setMelding('Uw browser geeft geen locatie. Zoek uw adres in het zoekvak.');
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude: lon, latitude: lat, accuracy } }) => {
        setEigenLocatie({ lon, lat, nauwkeurigheidM: accuracy });
        void naarLonLat({ lon, lat }, 'Uw locatie');
      },
      ({ code }) =>
        setMelding(
          code === 1
            ? 'Uw browser mag uw locatie niet geven. Zet dat aan, of zoek uw adres in het zoekvak.'
            : 'Uw apparaat weet nu niet waar u bent. Zoek uw adres in het zoekvak.',
        ),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 60_000 },
    );
  }

  const start = (
    <StartPage
      heading={heading}
      vraag={state.secties[0] ?? null}
      onVraag={(sectie) => {
        go({ ...state, secties: [sectie] }, { replace: true });
        zoekvak.current?.focus();
      }}
      hrefCheck={hrefOf(state, checkPad)}
      hrefVeiligheid={hrefOf(state, veiligheidPad)}
      hrefIndienen={hrefOf(state, indienPad)}
      onPlaats={naarPunt}
      onMijnLocatie={mijnLocatie}
    />
  );

  return (
    <div className={combineert ? 'loket loket--breed' : 'loket'}>
      <a className="nl-skip-link nl-skip-link--visible-on-focus" href="#inhoud">
        Naar de inhoud
      </a>
      <header className="kop">
        <Link className="kop__merk" to={hrefOf({ ...state, plaats: null, secties: [] }, '/')}>
          <span className="kop__logo" aria-hidden="true" />
          <span className="kop__naam">Omgevingsloket {gemeenten}</span>
        </Link>
        <Hoofdmenu
          links={[
            { naar: hrefOf(state, indienPad), tekst: 'Aanvragen of melden' },
            { naar: hrefOf(state, combinerenPad), tekst: 'Lagen combineren' },
            { naar: hrefOf(state, veiligheidPad), tekst: 'Veiligheid' },
            { naar: hrefOf(state, '/begrippen'), tekst: 'Begrippen' },
            { naar: hrefOf(state, '/bronnen'), tekst: 'Bronnen' },
          ]}
        />
        <Button soort="subtle" icon="zon" title="Hoog contrast" aria-pressed={contrast.hoog} onClick={contrast.toggle}>
          Hoog contrast
        </Button>
        <SessieKnop />
      </header>
      <Verbinding />
      <Panel
        height={height}
        onHeight={setHeight}
        folded={folded}
        onFold={setFolded}
        top={
          <>
            <LocatieSearch
              inputRef={zoekvak}
              plaats={plaats}
              beside={
                path !== '/' && (
                  <Button soort="secondary" icon="doel" iconOnly title="Mijn locatie" onClick={mijnLocatie}>
                    Mijn locatie
                  </Button>
                )
              }
              onPlaats={({ punt }) => naarPunt(punt)}
              onGebied={(resultaat) => {
                setMelding(null);
                setGebied(resultaat);
                go({ ...state, plaats: null });
              }}
            />
            <p role="status" className="paneel__melding">
              {melding}
            </p>
          </>
        }
      >
        <Routes>
          <Route
            path="/"
            element={
              <Page title={null}>
                {gebied && <GebiedNotice gebied={gebied} onMidden={() => naarPunt(gebied.punt)} />}
                <LaatstePlek naamVan={naamVan} onKies={naarPunt} />
                {start}
              </Page>
            }
          />
          <Route
            path="/locatie"
            element={
              plaats ? (
                <Page title={locatie.data ? naamVan(locatie.data) : 'Gekozen plek'}>
                  <article className="kaartje">
                    <PrintHead />
                    <div className="kaartje__kop">
                      <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
                        {locatie.data ? naamVan(locatie.data) : 'Gekozen plek'}
                      </h1>
                      <p className="alleen-voorlezen" role="status">
                        {locatie.data && `${naamVan(locatie.data)} is geladen`}
                      </p>
                      <QueryState query={locatie} what="Plaats">
                        {(data) => <Identity locatie={data} />}
                      </QueryState>
                      <p className="geen-druk">
                        <Link className="nl-link" to={hrefOf(state, checkPad)}>
                          Heb ik hier een vergunning nodig?
                        </Link>
                        {' · '}
                        <Link className="nl-link" to={hrefOf(state, `${indienPad}/nieuw/melding-openbare-ruimte`)}>
                          Melding doen
                        </Link>
                      </p>
                    </div>
                    <CardSections
                      state={state}
                      plaats={plaats}
                      go={go}
                      gemarkeerd={gemarkeerd}
                      onMarkeer={setGemarkeerd}
                      onBesluiten={setBesluiten}
                      begin={locatie.data ? beginSectie : null}
                      kaart={<LagenHier plaats={plaats} catalogus={catalogus} lagen={lagen} />}
                    />
                    <div className="kaartje__voet stapel">
                      <div className="geen-druk">
                        <Button icon="druk" onClick={() => window.print()}>
                          Druk af of bewaar als pdf
                        </Button>
                      </div>
                      <Uittreksel plaats={plaats} datum={state.datum} straalM={state.besluiten.straal} />
                    </div>
                  </article>
                </Page>
              ) : (
                <Page title="Geen plek gekozen">
                  <div className="pagina">
                    <Notice soort="warning" title="Deze link noemt geen plek in Nederland">
                      Zoek hierboven een adres of kies een plek om te proberen.
                    </Notice>
                  </div>
                  {start}
                </Page>
              )
            }
          />
          <Route
            path={`${checkPad}/*`}
            element={
              <Page title="Vergunningcheck" terug={plaats && hrefOf(state)}>
                <Suspense fallback={<Skeleton what="Vergunningcheck" />}>
                  <VergunningcheckPage
                    heading={heading}
                    plaats={plaats}
                    plaatsNaam={locatie.data ? naamVan(locatie.data) : null}
                    onMijnLocatie={mijnLocatie}
                    onZoek={() => zoekvak.current?.focus()}
                    onTekenaar={onTekenaar}
                    onToonLaag={toonLaag}
                  />
                </Suspense>
              </Page>
            }
          />
          <Route
            path={`${veiligheidPad}/*`}
            element={
              <Page title="Veiligheid in de buurt" terug={plaats && hrefOf(state)}>
                <Suspense fallback={<Skeleton what="Veiligheid" />}>
                  <VeiligheidPage heading={heading} onTekenaar={onCellen} />
                </Suspense>
              </Page>
            }
          />
          <Route
            path={`${indienPad}/*`}
            element={
              <Page title="Aanvragen of melden" terug={plaats && hrefOf(state)}>
                <Suspense fallback={<Skeleton what="Aanvragen of melden" />}>
                  <IndienenPage
                    heading={heading}
                    plaats={plaats}
                    plaatsNaam={locatie.data ? naamVan(locatie.data) : null}
                    onMijnLocatie={mijnLocatie}
                    onZoek={() => zoekvak.current?.focus()}
                  />
                </Suspense>
              </Page>
            }
          />
          <Route
            path={combinerenPad}
            element={
              <Page title="Lagen combineren" terug={plaats && hrefOf(state)}>
                <Suspense fallback={<Skeleton what="Lagen combineren" />}>
                  <CombinerenPage
                    heading={heading}
                    adres={state.combinatie}
                    onAdres={(combinatie) => go({ ...state, combinatie }, { path })}
                    hrefOf={(punt) => hrefOf(naarPlaats(state, punt))}
                    gemarkeerd={gemarkeerd}
                    onMarkeer={setGemarkeerd}
                    onObjecten={setGevonden}
                  />
                </Suspense>
              </Page>
            }
          />
          <Route
            path={`${werkPad}/*`}
            element={
              <Page title="Werkvoorraad" terug={plaats && hrefOf(state)}>
                <Suspense fallback={<Skeleton what="Werkvoorraad" />}>
                  <WerkvoorraadPage
                    heading={heading}
                    gemarkeerd={gemarkeerd}
                    onMarkeer={setGemarkeerd}
                    onObjecten={setGevonden}
                  />
                </Suspense>
              </Page>
            }
          />
          {paginas.map(({ pad, titel, Inhoud }) => (
            <Route
              key={pad}
              path={pad}
              element={
                <Page title={titel} terug={plaats && hrefOf(state)}>
                  <Suspense fallback={<Skeleton what={titel} />}>
                    <Inhoud heading={heading} />
                  </Suspense>
                </Page>
              }
            />
          ))}
          <Route
            path="*"
            element={
              <Page title="Pagina niet gevonden" terug={plaats && hrefOf(state)}>
                <div className="pagina stapel">
                  <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
                    Deze pagina bestaat niet
                  </h1>
                  <p className="nl-paragraph">
                    Misschien is de link oud of verkeerd overgenomen. Zoek hierboven een plek, of ga naar het begin.
                  </p>
                  <p>
                    <Link className="nl-link" to="/">
                      Naar het begin
                    </Link>
                  </p>
                </div>
              </Page>
            }
          />
        </Routes>
      </Panel>
      <MapStage
        catalogus={catalogus}
        lagen={lagen}
        onLagen={(keuze) => go({ ...state, lagen: keuze }, { path, hash: window.location.hash, replace: true })}
        achtergrond={catalogusQuery.data?.achtergrond ?? null}
        kanteling={state.kanteling}
        onKanteling={(kanteling) => go({ ...state, kanteling }, { path, hash: window.location.hash, replace: true })}
        begin={begin.data?.omhullendeLonLat ?? null}
        gebied={gebied}
        locatie={plaats && !combineert ? (locatie.data ?? null) : null}
        locatieKomt={plaats !== null && !combineert && locatie.isPending}
        opKaartGekozen={opKaartGekozen}
        eigenLocatie={eigenLocatie}
        besluiten={plaats && !combineert && state.secties.includes('besluiten') ? besluiten : geenBesluiten}
        gevonden={gevonden}
        gemarkeerd={gemarkeerd}
        onMarkeer={setGemarkeerd}
        onKies={onMapKies}
        tekenaar={tekenaar}
        panel={{ height, folded, breed: combineert }}
        hoogContrast={contrast.hoog}
      />
    </div>
  );
}

const sectieNamen: Record<Sectie, string> = {
  regels: 'Regels',
  omstandigheden: 'Omstandigheden',
  besluiten: 'Besluiten',
  kaart: 'Op de kaart',
};

interface CardSectionsProps {
  state: UrlState;
  plaats: RdPunt;
  go(state: UrlState, move?: { replace?: boolean }): void;
  gemarkeerd: string | null;
  onMarkeer(identificatie: string | null): void;
  onBesluiten(besluiten: readonly Besluit[]): void;
  /** The section to lead to, once there is something above it. */
  begin: Sectie | null;
  /** What the map shows here, as a list. */
  kaart: ReactNode;
}

/** The sections of the card; which stand open is in the address. */
function CardSections(props: CardSectionsProps) {
  const { state, plaats, go, gemarkeerd, onMarkeer, onBesluiten, begin, kaart } = props;
  const root = useRef<HTMLDivElement>(null);
  useBegin(root, begin);
  const section = (sectie: Sectie) => ({
    plaats,
    open: state.secties.includes(sectie),
    onToggle: () =>
      go(
        {
          ...state,
          secties: secties.filter((een) => state.secties.includes(een) !== (een === sectie)),
        },
        { replace: true },
      ),
  });
  /** Opens a section and brings it into view, with the focus on its heading. */
  const naar = (sectie: Sectie) => {
    if (!state.secties.includes(sectie)) section(sectie).onToggle();
    const knop = document.querySelector<HTMLElement>(`#${sectie}-kop > button`);
    knop?.focus({ preventScroll: true });
    knop?.scrollIntoView({ block: 'start' });
  };
  return (
    <div className="secties" ref={root}>
      <nav aria-label="Onderdelen van deze plek" className="sprong geen-druk">
        <ul>
          {secties.map((sectie) => (
            <li key={sectie}>
              <a
                href={`#${sectie}-kop`}
                onClick={(event) => {
                  event.preventDefault();
                  naar(sectie);
                }}
              >
                {sectieNamen[sectie]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <RegelsSection
        {...section('regels')}
        datum={state.datum}
        onDatum={(datum) => go({ ...state, datum })}
        filter={state.regels}
        onFilter={(regels) => go({ ...state, regels }, { replace: true })}
      />
      <OmstandighedenSection {...section('omstandigheden')} />
      <BesluitenSection
        {...section('besluiten')}
        filter={state.besluiten}
        onFilter={(besluiten) => go({ ...state, besluiten }, { replace: true })}
        gemarkeerd={gemarkeerd}
        onMarkeer={onMarkeer}
        onBesluiten={onBesluiten}
      />
      <SectionFrame
        id="kaart"
        title={sectieNamen.kaart}
        {...section('kaart')}
        summary={!state.secties.includes('kaart') && <p className="stil">Wat de kaart hier toont, als lijst.</p>}
      >
        {() => kaart}
      </SectionFrame>
    </div>
  );
}

/** How long the sections may take to find their size, in ms. */
const zetTijd = 8_000;

/** Leads to a section: focus on its heading, and in view while those around it load, until the person does something. */
function useBegin(root: RefObject<HTMLElement | null>, sectie: Sectie | null): void {
  useEffect(() => {
    if (!sectie || !root.current) return;
    const knop = document.querySelector<HTMLElement>(`#${sectie}-kop > button`);
    if (!document.activeElement?.closest('[data-houdt-focus]')) knop?.focus({ preventScroll: true });
    const toon = () => knop?.scrollIntoView({ block: 'start' });
    const volg = new ResizeObserver(toon);
    volg.observe(root.current);
    const daden = ['pointerdown', 'wheel', 'keydown', 'touchstart'] as const;
    const stop = () => {
      volg.disconnect();
      clearTimeout(klok);
      for (const daad of daden) window.removeEventListener(daad, stop);
    };
    const klok = setTimeout(stop, zetTijd);
    for (const daad of daden) window.addEventListener(daad, stop, { passive: true });
    return stop;
  }, [root, sectie]);
}

function Page({ title, terug = null, children }: { title: string | null; terug?: string | null; children: ReactNode }) {
  useTitle(title);
  return (
    <>
      {terug && (
        <p className="terug">
          <Link className="nl-link" to={terug}>
            Terug naar de gekozen plek
          </Link>
        </p>
      )}
      {children}
    </>
  );
}

function GebiedNotice({ gebied, onMidden }: { gebied: ZoekResultaat; onMidden(): void }) {
  return (
    <div className="pagina">
      <Notice soort="info" title={`${gebied.naam} is een heel gebied`} live>
        <p className="nl-paragraph">Wijs op de kaart een plek aan, of zoek een adres in dit gebied.</p>
        <div>
          <Button onClick={onMidden}>Kies het midden</Button>
        </div>
      </Notice>
    </div>
  );
}

/** Stands above the card on paper only: whose it is, when it was printed, how old it is, and where to find it again. */
function PrintHead() {
  const [druk, setDruk] = useState(() => ({ op: new Date(), adres: window.location.href }));
  const { van } = useStand();
  useEffect(() => {
    const onPrint = () => setDruk({ op: new Date(), adres: window.location.href });
    window.addEventListener('beforeprint', onPrint);
    return () => window.removeEventListener('beforeprint', onPrint);
  }, []);
  return (
    <div className="alleen-druk druk-kop">
      <span className="kop__logo" aria-hidden="true" />
      <p>
        <strong>Omgevingsloket op de kaart</strong>
        <br />
        Afgedrukt op {formatDatum(druk.op.toISOString())}
        {van && `, met de stand van ${formatMoment(van)}`}
        <br />
        {druk.adres}
      </p>
    </div>
  );
}
