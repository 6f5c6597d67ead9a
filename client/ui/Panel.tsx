import { type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from './Button.tsx';

/** The heights of the panel on a phone. On a wider screen it is open or folded. */
export type PanelHeight = 'peek' | 'half' | 'vol';
const heights: readonly PanelHeight[] = ['peek', 'half', 'vol'];

interface PanelProps {
  height: PanelHeight;
  onHeight(height: PanelHeight): void;
  folded: boolean;
  onFold(folded: boolean): void;
  /** Stays in view while the rest scrolls: the search box. */
  top: ReactNode;
  children: ReactNode;
}

/** The panel beside the map; on a phone a sheet over it, moved by buttons, keys or a finger. */
export function Panel({ height, onHeight, folded, onFold, top, children }: PanelProps) {
  const at = heights.indexOf(height);
  const { drag, ...handlers } = useDrag(height, onHeight);
  return (
    <main
      id="inhoud"
      className="paneel"
      data-hoogte={height}
      data-ingeklapt={folded}
      tabIndex={-1}
      style={drag === null ? {} : { blockSize: `${drag}px`, transition: 'none' }}
    >
      <div className="paneel__greep" {...handlers}>
        <span className="paneel__streep" aria-hidden="true" />
        <Button
          soort="subtle"
          icon="pijlOmlaag"
          iconOnly
          disabled={at === 0}
          onClick={() => onHeight(heights[at - 1] ?? 'peek')}
        >
          Maak het paneel lager
        </Button>
        <Button
          soort="subtle"
          icon="pijlOmhoog"
          iconOnly
          disabled={at === 2}
          onClick={() => onHeight(heights[at + 1] ?? 'vol')}
        >
          Maak het paneel hoger
        </Button>
      </div>
      <div className="paneel__vouw">
        <Button
          soort="secondary"
          icon={folded ? 'pijlRechts' : 'pijlLinks'}
          iconOnly
          aria-expanded={!folded}
          onClick={() => onFold(!folded)}
        >
          {folded ? 'Klap het paneel uit' : 'Klap het paneel in'}
        </Button>
      </div>
      <div className="paneel__kop">{top}</div>
      <div className="paneel__inhoud" data-schuift>
        {children}
      </div>
    </main>
  );
}

/** Follows the finger on the handle, and settles on the nearest of the three heights. */
function useDrag(height: PanelHeight, onHeight: (height: PanelHeight) => void) {
  const [drag, setDrag] = useState<number | null>(null);
  const start = useRef<{ y: number; size: number } | null>(null);
  const settle = () => {
    if (drag !== null) {
      const share = drag / window.innerHeight;
      onHeight(share < 0.3 ? 'peek' : share < 0.7 ? 'half' : 'vol');
    }
    start.current = null;
    setDrag(null);
  };
  return {
    drag,
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if ((event.target as HTMLElement).closest('button')) return;
      const panel = event.currentTarget.parentElement;
      if (!panel) return;
      start.current = { y: event.clientY, size: panel.getBoundingClientRect().height };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (!start.current) return;
      setDrag(Math.max(120, start.current.size + start.current.y - event.clientY));
    },
    onPointerUp: settle,
    onPointerCancel: settle,
    'data-hoogte': height,
  };
}
