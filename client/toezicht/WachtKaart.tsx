import { Link, useLocation } from 'react-router';
import { overgangen } from '../../server/toezicht/domain/staat.ts';
import { themas } from '../../server/veiligheid/domain/velden.ts';
import type { Opdracht, Wachtend } from '../apparaat.ts';
import { formatMoment } from '../format.ts';
import { paden } from '../paden.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Bevestig } from './Bevestig.tsx';
import type { PasAan } from './BevindingForm.tsx';
import { Fotos } from './Fotos.tsx';
import { waarInGebied } from './plaatsnaam.ts';
import type { Veld } from './use-veld.ts';
import { staatNamen } from './woorden.ts';

/** What waits of one bevinding; and where it cannot be sent as it is, why, and what can be done. */
export function WachtKaart({ groep, veld }: { groep: readonly Wachtend[]; veld: Veld }) {
  const [eerste] = groep;
  const vast = groep.find(({ stand }) => stand !== 'wacht');
  const fotos = groep.filter((een) => een.doe === 'foto').length;
  if (!eerste) return null;
  const over = waarOver(groep, veld);
  return (
    <li className="toezicht__feit toezicht__feit--onbekend">
      <p className="toezicht__titel">
        {over.titel}: {vast ? 'kijk hiernaar' : 'wacht op verzenden'}
      </p>
      {over.tekst && <p>{over.tekst}</p>}
      <p className="stil">
        {over.waar && `${over.waar}. `}
        Gemaakt op {formatMoment(new Date(eerste.gemaaktOp).toISOString())}
        {fotos > 0 && `, met ${fotos} ${fotos === 1 ? 'foto' : "foto's"}`}.
      </p>
      {vast && <Vast groep={groep} vast={vast} veld={veld} />}
    </li>
  );
}

/** What it is about, in words: a new bevinding, or a step with one that is there. */
function waarOver(groep: readonly Wachtend[], { pakket }: Veld) {
  const nieuw = groep.find((een) => een.doe === 'bewaar');
  if (nieuw?.doe === 'bewaar') {
    const { x, y, thema, gezien, plaats } = nieuw.data;
    const waar = pakket && waarInGebied(pakket, { x: Number(x), y: Number(y) })?.tekst;
    return { titel: 'Nieuwe bevinding', tekst: `${themas.get(thema)?.naam ?? thema}: ${gezien}`, waar: plaats || waar };
  }
  const stap = groep.find((een) => een.doe === 'handel');
  const bij = pakket?.bevindingen.find(({ id }) => id === groep[0]?.bevinding);
  const titel = stap?.doe === 'handel' ? overgangen[stap.data.handeling].naam : 'Foto';
  return { titel, tekst: bij?.gezien ?? '', waar: bij?.adres ?? bij?.plaats };
}

function Vast({ groep, vast, veld }: { groep: readonly Wachtend[]; vast: Wachtend; veld: Veld }) {
  const { search } = useLocation();
  const { reden, nu } = vast;
  const kanNog = vast.doe !== 'handel' || !nu || nu.kan.includes(vast.data.handeling);
  return (
    <Notice soort="warning" title={reden?.titel ?? 'Dit kan niet zo'}>
      <p className="nl-paragraph">{reden?.uitleg}</p>
      {nu && <p className="nl-paragraph">Nu: {staatNamen[nu.staat].toLowerCase()}.</p>}
      {!kanNog && (
        <p className="nl-paragraph">
          Uw stap kan nu niet meer. Laat haar vallen. Bent u het er niet mee eens, kies daarna bij de bevinding wat wel
          kan.
        </p>
      )}
      <div className="toezicht__doen">
        {vast.doe === 'bewaar' && (
          <Link
            className="nl-button nl-button--primary"
            to={`${paden.toezicht}/bevinding${search}`}
            state={{ pasAan: vast.bevinding } satisfies PasAan}
          >
            <span className="nl-button__label">Pas aan</span>
          </Link>
        )}
        {kanNog && (
          <Button onClick={() => void veld.opnieuw(vast)}>
            {vast.stand === 'conflict' ? 'Doe het toch' : 'Probeer opnieuw'}
          </Button>
        )}
        {vast.stand === 'conflict' && <Button onClick={() => void veld.gooiWeg([vast])}>Laat mijn stap vallen</Button>}
      </div>
      {vast.doe === 'foto' && (
        <Fotos
          label="Kies een andere foto"
          fotos={[]}
          onFotos={([bestand]) => bestand && void veld.doe([andereFoto(vast, bestand)], [vast])}
        />
      )}
      {vast.stand !== 'conflict' && (
        <Bevestig
          doe={vast.doe === 'foto' ? 'Gooi deze foto weg' : 'Gooi weg'}
          gevolg={vast.doe === 'bewaar' ? "De bevinding en haar foto's gaan voorgoed weg." : 'Dit gaat voorgoed weg.'}
          onDoe={() => void veld.gooiWeg(vast.doe === 'bewaar' ? groep : [vast])}
        />
      )}
    </Notice>
  );
}

function andereFoto(vast: Wachtend & { doe: 'foto' }, bestand: File): Opdracht {
  const { soort, bevinding, data } = vast;
  const naam = bestand.name || 'foto';
  return { soort, bevinding, doe: 'foto', data: { ...data, foto: crypto.randomUUID(), naam, bestand } };
}
