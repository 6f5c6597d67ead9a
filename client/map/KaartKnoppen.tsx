import type { CSSProperties } from 'react';

interface KaartKnoppenProps {
  /** Room that is taken at the side and below, in pixels. */
  rechts: number;
  onder: number;
  onZoom(stap: 1 | -1): void;
  /** With the clock as seen by the person; null: the north above. Null in its place: the map cannot turn. */
  onDraai: ((graden: number | null) => void) | null;
}

/** The buttons on the map: to zoom, and to turn it where panden stand up. */
export function KaartKnoppen({ rechts, onder, onZoom, onDraai }: KaartKnoppenProps) {
  return (
    <div
      className={`kaart__knoppen ${onDraai ? 'kaart__knoppen--veel' : ''}`}
      style={{ '--kaart-rechts': `${rechts + 12}px`, '--kaart-onder': `${onder + 40}px` } as CSSProperties}
    >
      <Knop naam="Zoom in" pad="M12 5v14M5 12h14" onClick={() => onZoom(1)} />
      <Knop naam="Zoom uit" pad="M5 12h14" onClick={() => onZoom(-1)} />
      {onDraai && (
        <>
          <Knop naam="Draai linksom" pad="M5 8a8 8 0 1 1-1 6M5 3v5h5" onClick={() => onDraai(-30)} />
          <Knop naam="Draai rechtsom" pad="M19 8a8 8 0 1 0 1 6M19 3v5h-5" onClick={() => onDraai(30)} />
          <Knop naam="Leg het noorden boven" pad="M12 3 6 20l6-4 6 4L12 3Z" onClick={() => onDraai(null)} />
        </>
      )}
    </div>
  );
}

function Knop({ naam, pad, onClick }: { naam: string; pad: string; onClick(): void }) {
  return (
    <button type="button" className="kaart__knop" aria-label={naam} title={naam} onClick={onClick}>
      <svg className="icoon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d={pad} />
      </svg>
    </button>
  );
}
