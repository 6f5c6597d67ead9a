import type { Besluit } from '../server/besluiten/contract.ts';
import type { LonLat } from '../server/geo/rd.ts';
import type { Locatie, ZoekResultaat } from '../server/locatie/contract.ts';
import type { PanelHeight } from './ui/Panel.tsx';
import type { LaagKeuze, UrlState } from './url.ts';

export interface MapStageProps {
  locatie: Locatie | null;
  gebied: ZoekResultaat | null;
  vlucht: number;
  state: UrlState;
  onLagen(lagen: LaagKeuze[]): void;
  besluiten: readonly Besluit[];
  gemarkeerd: string | null;
  onMarkeer(identificatie: string | null): void;
  onKies(lonLat: LonLat): void;
  panel: { height: PanelHeight; folded: boolean };
  hoogContrast: boolean;
}

/** The map and what belongs to it. It comes after the text, and the page works without it. */
export function MapStage(_props: MapStageProps) {
  return <section className="toneel" aria-label="Kaart" data-houdt-focus />;
}
