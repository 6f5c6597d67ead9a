import { useCallback, useState } from 'react';
import { naarLonLat, naarRd } from '../../server/geo/projectie.ts';
import { inRdBereik, opCentimeter, type RdPunt } from '../../server/geo/rd.ts';

/** Where this device was, by its GPS or by hand. RD metres. */
export interface Positie extends RdPunt {
  /** From GPS how sure it is, in metres; null: it was pointed at. */
  nauwkeurigheidM: number | null;
  /** ms since 1970. */
  op: number;
}

export interface Plaatsbepaling {
  positie: Positie | null;
  bezig: boolean;
  fout: string | null;
  meet(): void;
  wijsAan(punt: RdPunt): void;
}

/** Where somebody stands: measured when he asks for it, never by itself. */
export function usePlaatsbepaling(): Plaatsbepaling {
  const [positie, setPositie] = useState<Positie | null>(null);
  const [bezig, setBezig] = useState(false);
  const [fout, setFout] = useState<string | null>(null);
  const wijsAan = useCallback(
    ({ x, y }: RdPunt) => setPositie({ x: opCentimeter(x), y: opCentimeter(y), nauwkeurigheidM: null, op: Date.now() }),
    [],
  );
  const meet = useCallback(() => {
    if (!('geolocation' in navigator)) {
      setFout('Deze tablet geeft geen plek. Zoek een adres, of wijs uw plek aan op de kaart.');
      return;
    }
    setFout(null);
    setBezig(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude: lon, latitude: lat, accuracy } }) => {
        setBezig(false);
        const { x, y } = naarRd({ lon, lat });
        if (!inRdBereik({ x, y })) setFout('Volgens de tablet bent u buiten Nederland. Wijs uw plek aan op de kaart.');
        else setPositie({ x: opCentimeter(x), y: opCentimeter(y), nauwkeurigheidM: accuracy, op: Date.now() });
      },
      ({ code }) => {
        setBezig(false);
        setFout(
          code === 1
            ? 'De tablet mag uw plek niet geven. Zet dat aan, zoek een adres of wijs uw plek aan op de kaart.'
            : 'De tablet weet nu niet waar u bent. Loop naar buiten, zoek een adres of wijs uw plek aan op de kaart.',
        );
      },
      // who measures again has walked on
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 0 },
    );
  }, []);
  return { positie, bezig, fout, meet, wijsAan };
}

/** An address that opens the navigation of the device with the way to a place. */
export function routeAdres(punt: RdPunt): string {
  const { lon, lat } = naarLonLat(punt);
  const plek = `${lat.toFixed(6)},${lon.toFixed(6)}`;
  return /iPad|iPhone|Macintosh/.test(navigator.userAgent) ? `maps://?daddr=${plek}&dirflg=w` : `geo:${plek}?q=${plek}`;
}
