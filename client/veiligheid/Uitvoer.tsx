import { useState } from 'react';
import type { RoosterAntwoord } from '../../server/veiligheid/contract.ts';
import { middenVan, ringVan } from '../../server/veiligheid/domain/rooster.ts';
import type { CelKaart } from '../celkaart.ts';
import { formatDatumKort, formatGetal } from '../format.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { Inhoud } from './bestand.ts';
import { legendaVan, type Naast } from './Legenda.tsx';
import { maakPlaatje } from './plaatje.ts';
import type { Beeld, Per, Verloop } from './reken.ts';
import { noemOmtrek, noemPatroon } from './woorden.ts';

interface UitvoerProps {
  beeld: Beeld;
  rooster: RoosterAntwoord;
  inhoud: Inhoud;
  per: Per;
  /** Classes that count, and the months they count over, in words. */
  wat: string;
  periode: string;
  /** Records that lie in no cell with an adres or a road. */
  buiten: number;
  bron: { naam: string; peildatum: string | null } | null;
  /** Null: no map. */
  kaart: CelKaart | null;
  verloop: Verloop | null | 'bezig';
  /** What the map is held against; null: nothing. */
  naast: Naast | null;
}

/** How these numbers were made: it travels with every copy. */
function methodeVan({ beeld, rooster, inhoud, per, wat, periode, buiten, bron }: UitvoerProps): string[] {
  const { band } = inhoud.bestand;
  return [
    `Hotspots: ${wat}`,
    `Periode: ${periode}`,
    `Bron: ${bron?.naam || 'onbekend'}${bron?.peildatum ? `, peildatum ${formatDatumKort(bron.peildatum)}` : ''}`,
    `Cellen: ${rooster.rooster} van 1 hectare, ${formatGetal(beeld.n)} beoordeeld; gewichten: de cel zelf en ${noemOmtrek(band)}, elk 1`,
    `Maat: Getis-Ord Gi* op ${per === 'aantal' ? 'aantallen' : 'de afwijking van wat bij het aantal adressen past'}`,
    'Correctie: Benjamini-Hochberg over alle cellen; klassen bij q 0,01, 0,05 en 0,10',
    `Registraties: ${formatGetal(beeld.totaal)}; weggelaten buiten elke cel met adres of weg (hele levering): ${formatGetal(buiten)}`,
  ];
}

const kolommen = ['cel', 'x', 'y', 'buurt', 'adressen', 'aantal', 'verwacht', 'z', 'q', 'klasse', 'patroon'] as const;

function rijenVan({ beeld, rooster, inhoud, verloop }: UitvoerProps) {
  const { nummers } = inhoud.bestand;
  const patronen = verloop && verloop !== 'bezig' ? verloop.patronen : null;
  const rond = (getal: number | undefined, cijfers: number) =>
    getal === undefined || Number.isNaN(getal) ? null : Number(getal.toFixed(cijfers));
  return nummers.map((cel, i) => {
    const [x, y] = middenVan(rooster.rooster, cel).map((meter) => Math.round(100 * meter) / 100);
    return {
      ...{
        cel,
        x,
        y,
        buurt: rooster.buurten[rooster.buurt[i] ?? -1]?.naam ?? null,
        adressen: rooster.adressen[i] ?? 0,
      },
      ...{ aantal: beeld.aantallen[i] ?? 0, verwacht: rond(beeld.verwacht[i], 3), z: rond(beeld.z[i], 4) },
      ...{ q: rond(beeld.q[i], 6), klasse: beeld.bins[i] ?? 0 },
      patroon: patronen?.[i] ? noemPatroon(patronen[i]) : null,
    };
  });
}

function maakCsv(props: UitvoerProps): Blob {
  const veld = (waarde: unknown) => (waarde === null ? '' : `"${String(waarde).replaceAll('"', '""')}"`);
  const rijen = rijenVan(props).map((rij) => kolommen.map((kolom) => veld(rij[kolom])).join(';'));
  const uitleg = methodeVan(props).map((regel) => `# ${regel}`);
  return new Blob([`${[...uitleg, kolommen.join(';'), ...rijen].join('\r\n')}\r\n`], { type: 'text/csv' });
}

async function maakGeojson(props: UitvoerProps): Promise<Blob> {
  const { naarLonLat } = await import('../../server/geo/projectie.ts');
  const features = rijenVan(props).map(({ x: _x, y: _y, ...properties }) => ({
    type: 'Feature',
    id: properties.cel,
    properties,
    geometry: {
      type: 'Polygon',
      coordinates: [
        ringVan(props.rooster.rooster, properties.cel).map(([x, y]) => {
          const { lon, lat } = naarLonLat({ x, y });
          return [lon, lat];
        }),
      ],
    },
  }));
  const alles = { type: 'FeatureCollection', methode: methodeVan(props), features };
  return new Blob([JSON.stringify(alles)], { type: 'application/geo+json' });
}

function bewaar(blob: Blob, naam: string): void {
  const adres = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = adres;
  link.download = naam;
  link.click();
  setTimeout(() => URL.revokeObjectURL(adres), 10_000);
}

/** Takes what is in view along, always with how it was made. */
export function Uitvoer(props: UitvoerProps) {
  const [mislukt, setMislukt] = useState(false);
  const { kaart, naast } = props;
  const geef = (soort: 'csv' | 'geojson' | 'png') => async () => {
    setMislukt(false);
    try {
      const maak = soort === 'csv' ? maakCsv : soort === 'geojson' ? maakGeojson : null;
      const blob = maak
        ? await maak(props)
        : kaart && (await maakPlaatje(await kaart.maakBeeld(), legendaVan(naast), methodeVan(props)));
      if (blob) bewaar(blob, `hotspots.${soort}`);
    } catch {
      setMislukt(true);
    }
  };
  return (
    <section aria-labelledby="uitvoer-kop" className="stapel">
      <h2 id="uitvoer-kop" className="nl-heading nl-heading--level-2">
        Bewaar deze kaart
      </h2>
      <div className="rij">
        <Button onClick={geef('csv')}>Tabel (CSV)</Button>
        <Button onClick={geef('geojson')}>Kaart (GeoJSON)</Button>
        {kaart && <Button onClick={geef('png')}>Plaatje (PNG)</Button>}
      </div>
      {mislukt && (
        <Notice soort="error" title="Bewaren lukte niet" live>
          Uw keuze staat er nog. Probeer het opnieuw, of kies een andere vorm.
        </Notice>
      )}
      <Disclosure summary="Hoe deze kaart is gemaakt">
        {() => (
          <ul className="methode">
            {methodeVan(props).map((regel) => (
              <li key={regel}>{regel}</li>
            ))}
          </ul>
        )}
      </Disclosure>
    </section>
  );
}
