import type { ReactNode } from 'react';

/** Drawings that help to understand a question, by the name that the question gives. Each says the same in words. */
const beelden: Record<string, { tekst: string; tekening: ReactNode }> = {
  dakvlakken: {
    tekst: 'Een huis van boven. Onder ligt de straat: dat is de voorkant. Boven ligt de tuin: dat is de achterkant.',
    tekening: (
      <>
        <path className="beeld__straat" d="M10 132h220v18H10z" />
        <path className="beeld__vlak" d="M70 40h100v80H70z" />
        <path className="beeld__lijn" d="M70 40h100v80H70zM70 80h100" />
        <path className="beeld__nadruk" d="M70 40h100v40H70z" />
        <text x="120" y="65">
          achter
        </text>
        <text x="120" y="105">
          voor
        </text>
        <text x="44" y="85">
          zij
        </text>
        <text x="196" y="85">
          zij
        </text>
        <text x="120" y="146">
          straat
        </text>
        <text x="120" y="26">
          tuin
        </text>
      </>
    ),
  },
  'dakkapel-dak': {
    tekst: 'Twee dakkapellen van opzij: links met een plat dak, rechts met een schuin dak.',
    tekening: (
      <>
        <path className="beeld__lijn" d="M10 130 70 40l30 46M130 130l60-90 40 60" />
        <path className="beeld__nadruk" d="M26 106V66h27v40zM146 106V72l27-18v52z" />
        <path className="beeld__lijn" d="M26 106V66h27M146 106V72l27-18" />
        <text x="60" y="150">
          plat
        </text>
        <text x="180" y="150">
          schuin
        </text>
      </>
    ),
  },
  'dakkapel-maten': {
    tekst:
      'Een dakkapel van opzij in een schuin dak. Gemeten wordt: de hoogte van de dakkapel zelf, de hoogte van de onderkant boven de dakvoet, en hoeveel de bovenkant onder de nok blijft.',
    tekening: (
      <>
        <path className="beeld__lijn" d="M60 140 170 30l60 55" />
        <path className="beeld__nadruk" d="M98 102V56h46z" />
        <path className="beeld__lijn" d="M98 102V56h46" />
        <path className="beeld__maat" d="M86 102V56M86 140v-38M170 56V30" />
        <path className="beeld__hulp" d="M60 140h36M80 102h18M80 56h18M144 56h34" />
        <text x="42" y="84">
          hoogte
        </text>
        <text x="136" y="128">
          boven dakvoet
        </text>
        <text x="204" y="32">
          onder nok
        </text>
      </>
    ),
  },
};

/** A drawing by name; a name without drawing shows nothing, because the question says all in words. */
export function Beeld({ naam }: { naam: string }) {
  const beeld = beelden[naam];
  if (!beeld) return null;
  return (
    <figure className="beeld">
      <svg viewBox="0 0 240 156" role="img" aria-label={beeld.tekst}>
        {beeld.tekening}
      </svg>
    </figure>
  );
}
