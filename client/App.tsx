import { useQuery } from '@tanstack/react-query';
import { lazy, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Link, Route, Routes } from 'react-router';
import type { Besluit } from '../server/besluiten/contract.ts';
import type { CombinatieObject } from '../server/combineren/contract.ts';
import type { Laag } from '../server/lagen/contract.ts';
import { leesBegin, type ZoekResultaat } from '../server/locatie/contract.ts';
import { Kaartje } from './Kaartje.tsx';
import { Kop } from './Kop.tsx';
import { LocatieSearch } from './locatie/LocatieSearch.tsx';
import { naamVan } from './locatie/naam.ts';
import { StartPage } from './locatie/StartPage.tsx';
import { MapStage } from './MapStage.tsx';
import { LagenHier } from './map/LagenHier.tsx';
import { standaardLagen } from './map/lagen-keuze.ts';
import { useLagen } from './map/use-lagen.ts';
import { usePageFocus, useUrl } from './navigation.ts';
import { LaatstePlek } from './offline/LaatstePlek.tsx';
import { Verbinding } from './offline/Verbinding.tsx';
import { LazyPage, Page } from './Page.tsx';
import { paden } from './paden.ts';
import { paginas } from './paginas.ts';
import { ask } from './query.ts';
import type { Tekenaar } from './tekenaar.ts';
import { Button } from './ui/Button.tsx';
import { Notice } from './ui/Notice.tsx';
import { Panel, type PanelHeight } from './ui/Panel.tsx';
import { useContrast } from './ui/use-contrast.ts';
import { naarPlaats } from './url.ts';
import { usePlek } from './use-plek.ts';

const geenLagen: readonly Laag[] = [];
const geenBesluiten: readonly Besluit[] = [];

const CombinerenPage = lazy(async () => ({
  default: (await import('./combineren/CombinerenPage.tsx')).CombinerenPage,
}));
const VergunningcheckPage = lazy(async () => ({
  default: (await import('./vergunningcheck/VergunningcheckPage.tsx')).VergunningcheckPage,
}));
const VeiligheidPage = lazy(async () => ({
  default: (await import('./veiligheid/VeiligheidPage.tsx')).VeiligheidPage,
}));
const BurenPage = lazy(async () => ({ default: (await import('./inspraak/BurenPage.tsx')).BurenPage }));
const ToezichtPage = lazy(async () => ({ default: (await import('./toezicht/ToezichtPage.tsx')).ToezichtPage }));
const IndienenPage = lazy(async () => ({ default: (await import('./indienen/IndienenPage.tsx')).IndienenPage }));
const AbonnementPage = lazy(async () => ({
  default: (await import('./volgen/AbonnementPage.tsx')).AbonnementPage,
}));
const VolgenPage = lazy(async () => ({ default: (await import('./volgen/VolgenPage.tsx')).VolgenPage }));
const WerkvoorraadPage = lazy(async () => ({
  default: (await import('./behandelen/WerkvoorraadPage.tsx')).WerkvoorraadPage,
}));

/** The page: header, panel and map. Only here and in the card do the subjects come together. */
export function App() {
  const url = useUrl();
  const { state, path, go } = url;
  const { plaats } = state;
  const hrefOf = (pad: string) => url.hrefOf(state, pad);
  const heading = useRef<HTMLHeadingElement>(null);
  const zoekvak = useRef<HTMLInputElement>(null);
  const [height, setHeight] = useState<PanelHeight>('half');
  const [folded, setFolded] = useState(false);
  const [besluiten, setBesluiten] = useState<readonly Besluit[]>([]);
  const [gevonden, setGevonden] = useState<readonly Pick<CombinatieObject, 'sleutel' | 'geometrie'>[]>([]);
  const [gemarkeerd, setGemarkeerd] = useState<string | null>(null);
  /** For a page whose list is on the map too: what is in it, and which of them somebody points at. */
  const lijst = { gemarkeerd, onMarkeer: setGemarkeerd, onObjecten: setGevonden };
  const [tekenaar, setTekenaar] = useState<Tekenaar | null>(null);
  const contrast = useContrast();
  const begin = useQuery(ask(leesBegin, {}));
  const gemeenten = begin.data?.gemeenten.flatMap(({ naam }) => naam ?? []).join(' en ') ?? '';

  const catalogusQuery = useLagen();
  const catalogus = catalogusQuery.data?.lagen ?? geenLagen;
  const lagen = useMemo(() => state.lagen ?? standaardLagen(catalogus), [state.lagen, catalogus]);
  usePageFocus(heading, `${path} ${plaats?.x} ${plaats?.y}`);

  /** Much stands beside each other: the panel is wide. */
  const combineert =
    path === paden.combineren || path.startsWith(paden.werkvoorraad) || path.startsWith(paden.veiligheidsbeeld);
  /** Who chooses a place for a check or a form goes on with it. */
  const controleert = [paden.check, paden.indienen, paden.volgen, paden.tijdlijn].some((pad) => path.startsWith(pad));
  const leest = ['/mijn-zaken', '/adviezen', '/inspraak', '/initiatieven', paden.toezicht].some((pad) =>
    path.startsWith(pad),
  );
  useEffect(() => {
    if (combineert || controleert || leest) setHeight('vol');
  }, [combineert, controleert, leest]);

  const toonPlek = useCallback(() => {
    setFolded(false);
    setHeight((now) => (now === 'peek' ? 'half' : now));
  }, []);
  const plek = usePlek(url, { blijft: controleert || path.startsWith(paden.toezicht), onKies: toonPlek });
  const { locatie, gebied, naarPunt, mijnLocatie } = plek;
  const plaatsNaam = locatie.data ? naamVan(locatie.data) : null;
  const terug = plaats && url.hrefOf(state);

  const onTekenaar = useCallback((wie: Tekenaar | null) => {
    setTekenaar(() => wie);
    setHeight(wie ? 'half' : 'vol');
  }, []);

  /** What a page needs to choose an area with. */
  const kiesplek = {
    plaats,
    plaatsNaam,
    locatie: locatie.data ?? null,
    onZoek: () => zoekvak.current?.focus(),
    onTekenaar,
  };

  /** Cells on the map: a click chooses one, and the sheet leaves them in sight. */
  const onCellen = useCallback((wie: Tekenaar | null) => setTekenaar(() => wie), []);

  /** Puts a layer on top of the map, and the map in view. */
  function toonLaag(id: string) {
    const rest = lagen.filter((laag) => laag.id !== id);
    go({ ...state, lagen: [{ id, dekking: 1 }, ...rest] }, { path, hash: window.location.hash, replace: true });
    setHeight('peek');
  }

  const start = (
    <StartPage
      heading={heading}
      vraag={state.secties[0] ?? null}
      onVraag={(sectie) => {
        go({ ...state, secties: [sectie] }, { replace: true });
        zoekvak.current?.focus();
      }}
      hrefCheck={hrefOf(paden.check)}
      hrefVeiligheid={hrefOf(paden.veiligheid)}
      hrefIndienen={hrefOf(paden.indienen)}
      onPlaats={naarPunt}
      onMijnLocatie={mijnLocatie}
    />
  );

  return (
    <div className={combineert ? 'loket loket--breed' : 'loket'}>
      <a className="nl-skip-link nl-skip-link--visible-on-focus" href="#inhoud">
        Naar de inhoud
      </a>
      <Kop
        gemeenten={gemeenten}
        begin={url.hrefOf({ ...state, plaats: null, secties: [] }, '/')}
        hrefOf={hrefOf}
        contrast={contrast}
      />
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
              onGebied={plek.kiesGebied}
            />
            <p role="status" className="paneel__melding">
              {plek.melding}
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
                <Page title={plaatsNaam ?? 'Gekozen plek'}>
                  <Kaartje
                    heading={heading}
                    plek={plek}
                    hrefOf={hrefOf}
                    state={state}
                    plaats={plaats}
                    go={go}
                    gemarkeerd={gemarkeerd}
                    onMarkeer={setGemarkeerd}
                    onBesluiten={setBesluiten}
                    kaart={<LagenHier plaats={plaats} catalogus={catalogus} lagen={lagen} />}
                  />
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
            path={`${paden.check}/*`}
            element={
              <LazyPage title="Vergunningcheck" terug={terug}>
                <VergunningcheckPage
                  heading={heading}
                  plaats={plaats}
                  plaatsNaam={plaatsNaam}
                  onMijnLocatie={mijnLocatie}
                  onZoek={() => zoekvak.current?.focus()}
                  onTekenaar={onTekenaar}
                  onToonLaag={toonLaag}
                />
              </LazyPage>
            }
          />
          <Route
            path={`${paden.veiligheid}/*`}
            element={
              <LazyPage title="Veiligheid in de buurt" terug={terug}>
                <VeiligheidPage heading={heading} onTekenaar={onCellen} />
              </LazyPage>
            }
          />
          <Route
            path={`${paden.toezicht}/*`}
            element={
              <LazyPage title="Toezicht op straat">
                <ToezichtPage heading={heading} plaats={plaats} onPlaats={naarPunt} onTekenaar={onCellen} />
              </LazyPage>
            }
          />
          <Route
            path={`${paden.indienen}/*`}
            element={
              <LazyPage title="Aanvragen of melden" terug={terug}>
                <IndienenPage
                  heading={heading}
                  plaats={plaats}
                  plaatsNaam={plaatsNaam}
                  onMijnLocatie={mijnLocatie}
                  onZoek={() => zoekvak.current?.focus()}
                />
              </LazyPage>
            }
          />
          <Route
            path={paden.volgen}
            element={
              <LazyPage title="Hoor wat er verandert" terug={terug}>
                <VolgenPage heading={heading} {...kiesplek} />
              </LazyPage>
            }
          />
          <Route
            path={`${paden.volgen}/abonnement`}
            element={
              <LazyPage title="Uw berichten">
                <AbonnementPage heading={heading} {...kiesplek} />
              </LazyPage>
            }
          />
          <Route
            path={paden.combineren}
            element={
              <LazyPage title="Lagen combineren" terug={terug}>
                <CombinerenPage
                  heading={heading}
                  adres={state.combinatie}
                  onAdres={(combinatie) => go({ ...state, combinatie }, { path })}
                  hrefOf={(punt) => url.hrefOf(naarPlaats(state, punt))}
                  {...lijst}
                />
              </LazyPage>
            }
          />
          <Route
            path={`${paden.werkvoorraad}/:id/buren`}
            element={
              <LazyPage title="Buren van het plan" terug={terug}>
                <BurenPage heading={heading} {...lijst} />
              </LazyPage>
            }
          />
          <Route
            path={`${paden.werkvoorraad}/*`}
            element={
              <LazyPage title="Werkvoorraad" terug={terug}>
                <WerkvoorraadPage heading={heading} {...lijst} />
              </LazyPage>
            }
          />
          {paginas.map(({ pad, titel, Inhoud }) => (
            <Route
              key={pad}
              path={pad}
              element={
                <LazyPage title={titel} terug={terug}>
                  <Inhoud heading={heading} {...lijst} />
                </LazyPage>
              }
            />
          ))}
          <Route
            path="*"
            element={
              <Page title="Pagina niet gevonden" terug={terug}>
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
        opKaartGekozen={plek.opKaartGekozen}
        eigenLocatie={plek.eigenLocatie}
        besluiten={plaats && !combineert && state.secties.includes('besluiten') ? besluiten : geenBesluiten}
        gevonden={gevonden}
        gemarkeerd={gemarkeerd}
        onMarkeer={setGemarkeerd}
        onKies={plek.kiesOpKaart}
        tekenaar={tekenaar}
        panel={{ height, folded, breed: combineert }}
        hoogContrast={contrast.hoog}
      />
    </div>
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
