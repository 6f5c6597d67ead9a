/** Drawn on a grid of 24, as lines; the colour is that of the text. */
const paths = {
  menu: 'M4 7h16M4 12h16M4 17h16',
  zoek: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 20 20',
  kruis: 'M6 6l12 12M18 6 6 18',
  pijlOmlaag: 'M6 9l6 6 6-6',
  pijlOmhoog: 'M6 15l6-6 6 6',
  pijlLinks: 'M15 6l-6 6 6 6',
  pijlRechts: 'M9 6l6 6-6 6',
  vink: 'M5 12.5l4.5 4.5L19 7.5',
  vinkNotitie: 'M4 11l4 4 7.5-8M14 16h6M14 20h6',
  informatie: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5M12 7.8v.2',
  bel: 'M6 16v-5a6 6 0 0 1 12 0v5l1.5 2h-15L6 16ZM10 21h4',
  document: 'M6 3h8l4 4v14H6V3ZM14 3v4h4M9 12h6M9 16h6',
  stop: 'M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3L8.3 3ZM8 12h8',
  vraag: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9.5 9.5a2.5 2.5 0 1 1 3.6 2.3c-.7.4-1.1.9-1.1 1.7M12 16.6v.2',
  plicht: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7.5v5.5M12 16.2v.2',
  zorg: 'M12 20s-7.5-4.4-7.5-10A4.2 4.2 0 0 1 12 7.6 4.2 4.2 0 0 1 19.5 10c0 5.6-7.5 10-7.5 10Z',
  maatwerk: 'M5 7h7M16 7h3M5 17h3M12 17h7M14 5v4M10 15v4',
  waarschuwing: 'M12 4 2.8 20h18.4L12 4ZM12 10v5M12 17.4v.2',
  huis: 'M4 11.5 12 5l8 6.5M6 10v9h12v-9M10 19v-5h4v5',
  perceel: 'M4 6l7-2 9 3-1 11-9 2-6-4V6ZM11 4l-1 16',
  straat: 'M8 3 6 21M16 3l2 18M12 5v2M12 11v2M12 17v2',
  brief: 'M3 6h18v12H3V6ZM3 7l9 6 9-6',
  plaats: 'M12 21s-7-6.2-7-11.5a7 7 0 0 1 14 0C19 14.8 12 21 12 21ZM12 7a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  wijk: 'M3 20V9l5-3 5 3v11M13 20V6l4-2 4 2v14H3M7 12h2M7 16h2M17 9h1M17 13h1',
  doel: 'M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM12 2v4M12 18v4M2 12h4M18 12h4',
  extern: 'M13 5h6v6M19 5l-9 9M10 6H5v13h13v-5',
  lagen: 'M12 4 3 9l9 5 9-5-9-5ZM3 14l9 5 9-5',
  zon: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5',
  druk: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7v-6Z',
  boek: 'M12 6c-2-1.5-4.5-2-8-2v14c3.5 0 6 .5 8 2 2-1.5 4.5-2 8-2V4c-3.5 0-6 .5-8 2ZM12 6v14',
  persoon: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4 21c.5-4 3.6-6.5 8-6.5s7.5 2.5 8 6.5',
  klok: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v5l3.5 2',
  plus: 'M12 5v14M5 12h14',
  min: 'M5 12h14',
  inklappen: 'M4 4h16v16H4V4ZM9 4v16M16 9l-3 3 3 3',
  uitklappen: 'M4 4h16v16H4V4ZM9 4v16M13 9l3 3-3 3',
} as const;

export type IconName = keyof typeof paths;

/** A picture beside a word; screen readers hear the word alone. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return (
    <svg className={`icoon ${className}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
