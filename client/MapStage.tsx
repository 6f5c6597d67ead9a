import type { Geometry } from 'geojson';
import { type ComponentProps, lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { Besluit } from '../server/besluiten/contract.ts';
import type { CombinatieObject } from '../server/combineren/contract.ts';
import type { LonLat } from '../server/geo/rd.ts';
import type { Achtergrond, Laag } from '../server/lagen/contract.ts';
import type { Locatie, ZoekResultaat } from '../server/locatie/contract.ts';
import { type Box, boxVan, ruimGenoeg } from './map/box.ts';
import { LagenKaart } from './map/LagenKaart.tsx';
import type { EigenLocatie, LaagKeuze, MapPadding } from './map/map-view.types.ts';
import type { HoogtesInBeeld } from './map/panden-3d.ts';
import type { Tekenaar } from './tekenaar.ts';
import { Button } from './ui/Button.tsx';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';
import { Notice } from './ui/Notice.tsx';
import type { PanelHeight } from './ui/Panel.tsx';
import { useMedia, useWindowSize } from './ui/use-window.ts';

/** The map is asked for after the text: it is the largest part by far, and the page works without it. */
const loadMap = () => import('./map/MapView.tsx');
const MapView = lazy(async () => ({ default: (await loadMap()).MapView }));

interface MapStageProps {
  catalogus: readonly Laag[];
  lagen: LaagKeuze[];
  onLagen(lagen: LaagKeuze[]): void;
  achtergrond: Achtergrond | null;
  kanteling: number | null;
  onKanteling(kanteling: number | null): void;
  /** Where to look at first, in degrees. */
  begin: Box | null;
  gebied: ZoekResultaat | null;
  locatie: Locatie | null;
  /** The address names a place of which the answer is still to come: the map begins there, and not somewhere before. */
  locatieKomt: boolean;
  /** The place that was chosen on the map itself, as "x,y": the map does not move for that. */
  opKaartGekozen: string | null;
  eigenLocatie: EigenLocatie | null;
  besluiten: readonly Besluit[];
  /** What came out of combining layers, or of a list beside the map. */
  gevonden: readonly Pick<CombinatieObject, 'sleutel' | 'geometrie'>[];
  gemarkeerd: string | null;
  onMarkeer(identificatie: string | null): void;
  onKies(lonLat: LonLat): void;
  tekenaar: Tekenaar | null;
  panel: { height: PanelHeight; folded: boolean; breed: boolean };
  hoogContrast: boolean;
}

/** The map with its layers card, beside or under the panel. */
export function MapStage(props: MapStageProps) {
  const {
    catalogus,
    lagen,
    onLagen,
    begin,
    gebied,
    locatie,
    opKaartGekozen,
    besluiten,
    gevonden,
    hoogContrast,
    panel,
  } = props;
  const naTekst = useAfterText();
  useEffect(() => {
    // when it fails, the map itself asks again and says so
    if (naTekst) loadMap().catch(() => {});
  }, [naTekst]);
  const [gevraagd, setGevraagd] = useState(false);
  if (naTekst && !props.locatieKomt && !gevraagd) setGevraagd(true);
  const donker = useMedia('(prefers-color-scheme: dark)');
  const padding = usePadding(panel);
  const gevondenBox = useMemo(() => {
    const box = boxVan(gevonden.map(({ geometrie }) => geometrie as Geometry));
    return box && ruimGenoeg(box, gevonden.length);
  }, [gevonden]);
  const inBeeld = useGebied(gebied) ?? gevondenBox ?? begin;
  const plek = useMemo(
    () => locatie && { ...locatie.lonLat, ...(locatie.perceel && { geometry: locatie.perceel.geometrie as Geometry }) },
    [locatie],
  );
  const highlights = useMemo(
    () =>
      [
        ...besluiten.map(({ identificatie, geometrie }) => ({ id: identificatie, geometrie })),
        ...gevonden.map(({ sleutel, geometrie }) => ({ id: sleutel, geometrie })),
      ].map(({ id, geometrie }) => ({
        id,
        feature: { type: 'Feature' as const, geometry: geometrie as Geometry, properties: {} },
      })),
    [besluiten, gevonden],
  );
  const [hoogtes, setHoogtes] = useState<HoogtesInBeeld | null>(null);
  const hier = locatie ? `${locatie.punt.x},${locatie.punt.y}` : null;
  const [vliegSleutel, setVliegSleutel] = useState('begin');
  if (hier && hier !== opKaartGekozen && hier !== vliegSleutel) setVliegSleutel(hier);

  return (
    <section className="toneel" aria-label="Kaart en kaartlagen" data-houdt-focus>
      {gevraagd && (
        <ErrorBoundary
          fallback={(retry) => (
            <div className="toneel__bericht">
              <Notice soort="warning" title="De kaart laadt niet" live>
                <p className="nl-paragraph">
                  Zoek op een adres of perceel: alles wat de kaart toont, staat ook in de tekst.
                </p>
                <div>
                  <Button onClick={retry}>Laad de kaart opnieuw</Button>
                </div>
              </Notice>
            </div>
          )}
        >
          <Suspense fallback={null}>
            <MapView
              catalogus={catalogus}
              lagen={lagen}
              begin={inBeeld}
              plek={plek}
              vliegSleutel={vliegSleutel}
              highlights={highlights}
              hovered={props.gemarkeerd}
              onHover={props.onMarkeer}
              onKies={props.onKies}
              tekenaar={props.tekenaar}
              eigenLocatie={props.eigenLocatie}
              padding={padding}
              kleuren={hoogContrast ? 'contrast' : donker ? 'donker' : 'licht'}
              achtergrond={props.achtergrond}
              kanteling={props.kanteling}
              onKanteling={props.onKanteling}
              onHoogtes={setHoogtes}
            />
          </Suspense>
        </ErrorBoundary>
      )}
      <LagenCard
        catalogus={catalogus}
        lagen={lagen}
        onChange={onLagen}
        kanteling={props.kanteling}
        onKanteling={props.onKanteling}
        hoogtes={hoogtes}
      />
    </section>
  );
}

function LagenCard(props: Omit<ComponentProps<typeof LagenKaart>, 'kopRef'>) {
  const { catalogus } = props;
  const [open, setOpen] = useState(false);
  const kop = useRef<HTMLHeadingElement>(null);
  const knop = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (open) kop.current?.focus();
  }, [open]);
  if (!catalogus.some(({ ondergrond }) => !ondergrond)) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what the button inside opened
    <div
      className="lagenkaart"
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !open) return;
        setOpen(false);
        knop.current?.focus();
      }}
    >
      <Button ref={knop} icon="lagen" aria-expanded={open} aria-controls="lagenkaart" onClick={() => setOpen(!open)}>
        Kaartlagen
      </Button>
      <div id="lagenkaart" className="lagenkaart__inhoud" hidden={!open}>
        {open && <LagenKaart {...props} kopRef={kop} />}
      </div>
    </div>
  );
}

/** True once the first text stands on the screen. */
function useAfterText(): boolean {
  const [now, setNow] = useState(false);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout>;
    // the frame itself is drawn when what was asked for in it is over
    const frame = requestAnimationFrame(() => {
      waiting = setTimeout(() => setNow(true), 0);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(waiting);
    };
  }, []);
  return now;
}

/** How much of the map lies under the panel: what is chosen comes into view beside it. */
function usePadding({ height, folded, breed: breedPaneel }: MapStageProps['panel']): MapPadding {
  const size = useWindowSize();
  const breed = useMedia('(width >= 48rem)');
  return useMemo(() => {
    const open = breedPaneel ? Math.min(832, size.width * 0.58) : Math.min(440, size.width * 0.46);
    const left = breed && !folded ? open : 0;
    const bottom = breed ? 0 : height === 'peek' ? 190 : Math.round((size.height - 56) * 0.62);
    // at the top are the buttons that fold the panel and open the layers
    return { top: 64, right: 0, bottom, left };
  }, [size, breed, breedPaneel, folded, height]);
}

/** The box of a found area in degrees. The projection is loaded only when somebody chooses an area. */
function useGebied(gebied: ZoekResultaat | null): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useEffect(() => {
    setBox(null);
    if (!gebied?.omhullende) return;
    const [minX, minY, maxX, maxY] = gebied.omhullende;
    let cancelled = false;
    void import('../server/geo/projectie.ts').then(({ naarLonLat }) => {
      if (cancelled) return;
      const zuidwest = naarLonLat({ x: minX, y: minY });
      const noordoost = naarLonLat({ x: maxX, y: maxY });
      setBox([zuidwest.lon, zuidwest.lat, noordoost.lon, noordoost.lat]);
    });
    return () => {
      cancelled = true;
    };
  }, [gebied]);
  return box;
}
