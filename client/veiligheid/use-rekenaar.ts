import { useEffect, useRef, useState } from 'react';
import type { Antwoord, Bestand, Verloop, Vraag } from './reken.ts';
import type { Opdracht } from './worker.ts';

/**
 * The map of a question, counted in a worker. While it counts only the last question waits: a filter that is dragged
 * never lags behind.
 */
export function useRekenaar(bestand: Bestand | null, vraag: Vraag | null): Antwoord | null {
  const [laatste, setLaatste] = useState<{ bestand: Bestand; antwoord: Antwoord | null } | null>(null);
  const lopend = useRef<{ worker: Worker; bezig: boolean; wacht: Vraag | null; nummer: number } | null>(null);
  useEffect(() => {
    if (!bestand) return;
    const worker = maakWorker();
    const deze = { worker, bezig: false, wacht: null as Vraag | null, nummer: 0 };
    lopend.current = deze;
    stuur(worker, { soort: 'laad', bestand });
    worker.onmessage = ({ data }: MessageEvent<{ antwoord: Antwoord | null }>) => {
      setLaatste({ bestand, antwoord: data.antwoord });
      deze.bezig = false;
      const { wacht } = deze;
      deze.wacht = null;
      if (wacht) vraagAan(deze, wacht);
    };
    return () => {
      worker.terminate();
      lopend.current = null;
      setLaatste(null);
    };
  }, [bestand]);
  useEffect(() => {
    const deze = lopend.current;
    if (!deze || !vraag || !bestand) return;
    if (deze.bezig) deze.wacht = vraag;
    else vraagAan(deze, vraag);
  }, [bestand, vraag]);
  return laatste?.bestand === bestand ? laatste.antwoord : null;
}

function vraagAan(deze: { worker: Worker; bezig: boolean; nummer: number }, vraag: Vraag): void {
  deze.bezig = true;
  deze.nummer += 1;
  stuur(deze.worker, { soort: 'reken', nummer: deze.nummer, vraag });
}

interface VerloopVraag {
  groepen: readonly number[];
  stappen: number;
  gaten: readonly number[];
}

/** How every cell went through time; in a worker of its own, because it takes longer than a drag may. */
export function useVerloop(bestand: Bestand | null, vraag: VerloopVraag | null): Verloop | null | 'bezig' {
  const [verloop, setVerloop] = useState<Verloop | null | 'bezig'>(null);
  useEffect(() => {
    if (!bestand || !vraag) return setVerloop(null);
    setVerloop('bezig');
    const worker = maakWorker();
    worker.onmessage = ({ data }: MessageEvent<{ antwoord: Verloop | null }>) => setVerloop(data.antwoord);
    stuur(worker, { soort: 'laad', bestand });
    stuur(worker, { soort: 'verloop', nummer: 0, ...vraag });
    return () => worker.terminate();
  }, [bestand, vraag]);
  return verloop;
}

const maakWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
const stuur = (worker: Worker, opdracht: Opdracht) => worker.postMessage(opdracht);
