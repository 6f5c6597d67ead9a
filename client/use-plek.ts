import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { inRdBereik, type LonLat, type RdPunt } from '../server/geo/rd.ts';
import { leesLocatie, type ZoekResultaat } from '../server/locatie/contract.ts';
import { vraagBesluiten } from './besluiten/BesluitenSection.tsx';
import type { EigenLocatie } from './map/map-view.types.ts';
import type { Url } from './navigation.ts';
import { vraagOmstandigheden } from './omstandigheden/OmstandighedenSection.tsx';
import { ask } from './query.ts';
import { vraagRegels } from './regels/RegelsSection.tsx';
import { naarPlaats, type Sectie } from './url.ts';

const vraagLocatie = (plaats: RdPunt) => ask(leesLocatie, plaats, plaats);

interface Opties {
  /** Who chooses a place on this page goes on with it here, and not with the card. */
  blijft: boolean;
  /** A place is being chosen: its answer must come into view. */
  onKies(): void;
}

/** The chosen place and every way to choose one: found, pointed at on the map, or asked of the device. */
export function usePlek({ state, path, go }: Url, { blijft, onKies }: Opties) {
  const { plaats } = state;
  const locatie = useQuery({ ...vraagLocatie(plaats ?? { x: 0, y: 0 }), enabled: plaats !== null });
  const [gebied, setGebied] = useState<ZoekResultaat | null>(null);
  const [melding, setMelding] = useState<string | null>(null);
  const [opKaartGekozen, setOpKaartGekozen] = useState<string | null>(null);
  const [eigenLocatie, setEigenLocatie] = useState<EigenLocatie | null>(null);
  const [beginSectie, setBeginSectie] = useState<Sectie | null>(null);
  const queryClient = useQueryClient();

  useEffect(() => {
    if (path !== '/locatie') setBeginSectie(null);
  }, [path]);

  const naarPunt = useCallback(
    (punt: RdPunt, { opKaart = false } = {}) => {
      // the questions leave now, not when the page has been drawn anew
      void queryClient.prefetchQuery(vraagLocatie(punt));
      if (!blijft) {
        void queryClient.prefetchQuery(vraagRegels(punt, state.datum));
        void queryClient.prefetchQuery(vraagOmstandigheden(punt));
        void queryClient.prefetchQuery(vraagBesluiten(punt, state.besluiten));
      }
      setMelding(null);
      setGebied(null);
      onKies();
      setOpKaartGekozen(opKaart ? `${punt.x},${punt.y}` : null);
      setBeginSectie(state.plaats ? null : (state.secties[0] ?? null));
      go(naarPlaats(state, punt), blijft ? { path, hash: window.location.hash } : {});
    },
    [go, state, blijft, path, queryClient, onKies],
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

  const kiesOpKaart = useCallback(
    (lonLat: LonLat) => void naarLonLat(lonLat, 'Deze plek', { opKaart: true }),
    [naarLonLat],
  );

  /** A whole area was found: somebody still has to point at a place in it. */
  function kiesGebied(resultaat: ZoekResultaat) {
    setMelding(null);
    setGebied(resultaat);
    go({ ...state, plaats: null });
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

  return {
    plaats,
    locatie,
    gebied,
    /** What there is to tell about choosing a place. */
    melding,
    /** As "x,y", when it was pointed at on the map: the map does not move for that. */
    opKaartGekozen,
    eigenLocatie,
    /** The section that answers the question with which somebody began. */
    beginSectie,
    naarPunt,
    kiesOpKaart,
    kiesGebied,
    mijnLocatie,
  };
}
