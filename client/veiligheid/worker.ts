import { type Antwoord, type Bestand, Rekenaar, type Vraag } from './reken.ts';

export type Opdracht =
  | { soort: 'laad'; bestand: Bestand }
  | { soort: 'reken'; nummer: number; vraag: Vraag }
  | { soort: 'verloop'; nummer: number; groepen: readonly number[]; stappen: number; gaten: readonly number[] };

let rekenaar: Rekenaar | null = null;

/** Counts beside the page, so that whoever drags a period never waits. */
self.onmessage = ({ data }: MessageEvent<Opdracht>) => {
  if (data.soort === 'laad') {
    rekenaar = new Rekenaar(data.bestand);
    return;
  }
  const { nummer } = data;
  if (data.soort === 'reken') {
    const antwoord = rekenaar?.reken(data.vraag) ?? null;
    self.postMessage({ nummer, antwoord }, { transfer: antwoord ? buffersVan(antwoord) : [] });
  } else {
    const antwoord = rekenaar?.verloop(data.groepen, data.stappen, new Set(data.gaten)) ?? null;
    self.postMessage({ nummer, antwoord });
  }
};

/** The arrays of an answer, which go to the page without being copied. */
const buffersVan = ({ nu, naast }: Antwoord): Transferable[] =>
  [nu, naast].flatMap((beeld) =>
    Object.values(beeld ?? {}).flatMap((deel) => (ArrayBuffer.isView(deel) ? [deel.buffer as ArrayBuffer] : [])),
  );
