import { useEffect, useRef, useState } from 'react';
import type { Dossier } from '../../server/behandelen/contract.ts';
import type { Handeling } from '../../server/behandelen/domain/handelingen.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Feiten } from '../ui/Feiten.tsx';
import { Icon } from '../ui/Icon.tsx';
import { AdviesForm } from './AdviesForm.tsx';
import { BesluitForm } from './BesluitForm.tsx';
import { Gedaan } from './use-handeling.ts';
import { Aanvulling, Hervatten, Volledigheid } from './VolledigheidForms.tsx';
import { Afronden, Procedure, Publiceren, Verlengen } from './VoortgangForms.tsx';

const namen: Partial<Record<Handeling, string>> = {
  beoordelen: 'Controleer of alles er is',
  'aanvulling-vragen': 'Vraag om aanvulling',
  hervatten: 'Ga verder met de behandeling',
  'advies-vragen': 'Vraag advies',
  'procedure-kiezen': 'Kies een andere procedure',
  verlengen: 'Verleng de beslistermijn',
  'aanvraag-publiceren': 'Publiceer de aanvraag',
  'ter-inzage-leggen': 'Leg een ontwerp ter inzage',
  besluiten: 'Neem een besluit',
  'buiten-behandeling-laten': 'Laat de aanvraag buiten behandeling',
  afronden: 'Rond de zaak af',
};

/** What was just done, in words for who did it. */
const gedaanWoord: Partial<Record<Handeling, string>> = {
  beoordelen: 'Bewaard wat er is en wat ontbreekt.',
  'aanvulling-vragen': 'De aanvrager is om aanvulling gevraagd.',
  hervatten: 'De behandeling gaat verder.',
  'advies-vragen': 'Het advies is gevraagd.',
  'procedure-kiezen': 'De procedure is gewijzigd.',
  verlengen: 'De beslistermijn is verlengd.',
  'aanvraag-publiceren': 'De aanvraag is gepubliceerd en staat op de kaart.',
  'ter-inzage-leggen': 'Het ontwerp is gepubliceerd en staat op de kaart.',
  besluiten: 'Het besluit is genomen en verzonden.',
  'buiten-behandeling-laten': 'De aanvraag blijft buiten behandeling.',
  afronden: 'De zaak is afgerond.',
};

/** What can be done with the zaak now, each with its form; and what cannot, with why. */
export function Handelingen({ zaak }: { zaak: Dossier }) {
  const alle = (Object.keys(namen) as Handeling[]).filter((een) => een !== 'beoordelen' || zaak.vereisten.length > 0);
  const kan = alle.filter((een) => zaak.handelingen[een].mag);
  const kanNiet = alle.filter((een) => !zaak.handelingen[een].mag);
  /** The last act of this visit, and how many there were: its form closes, and begins anew. */
  const [gedaan, setGedaan] = useState<{ wat: Handeling; keer: number } | null>(null);
  const regel = useRef<HTMLParagraphElement>(null);
  // the button that was pressed is gone: go on from what it did
  useEffect(() => {
    if (gedaan) regel.current?.focus();
  }, [gedaan]);
  return (
    <section aria-labelledby="doen">
      <h2 id="doen" className="nl-heading nl-heading--level-3">
        Wat u nu kunt doen
      </h2>
      {gedaan && (
        <p ref={regel} tabIndex={-1} className="handeling__gedaan">
          <Icon name="vink" />
          {gedaanWoord[gedaan.wat]}
        </p>
      )}
      {zaak.behandelaar?.ikzelf ? (
        <>
          {kan.map((een) => (
            <Disclosure key={gedaan?.wat === een ? `${een} ${gedaan.keer}` : een} summary={namen[een]}>
              {() => (
                <Gedaan value={() => setGedaan((nu) => ({ wat: een, keer: (nu?.keer ?? 0) + 1 }))}>
                  <HandelingForm handeling={een} zaak={zaak} />
                </Gedaan>
              )}
            </Disclosure>
          ))}
          {kanNiet.length > 0 && (
            <Disclosure summary="Wat nu niet kan, en waarom">
              {() => (
                <Feiten rijen={kanNiet.map((een) => [namen[een] ?? een, zaak.handelingen[een].reden ?? ''] as const)} />
              )}
            </Disclosure>
          )}
        </>
      ) : (
        <p className="nl-paragraph">{zaak.handelingen.beoordelen.reden}</p>
      )}
    </section>
  );
}

function HandelingForm({ handeling, zaak }: { handeling: Handeling; zaak: Dossier }) {
  switch (handeling) {
    case 'beoordelen':
      return <Volledigheid zaak={zaak} />;
    case 'aanvulling-vragen':
      return <Aanvulling zaak={zaak} />;
    case 'hervatten':
      return <Hervatten zaak={zaak} />;
    case 'advies-vragen':
      return <AdviesForm zaak={zaak} />;
    case 'procedure-kiezen':
      return <Procedure zaak={zaak} />;
    case 'verlengen':
      return <Verlengen zaak={zaak} />;
    case 'aanvraag-publiceren':
      return <Publiceren zaak={zaak} />;
    case 'ter-inzage-leggen':
      return <BesluitForm zaak={zaak} soort="ontwerp" />;
    case 'besluiten':
      return <BesluitForm zaak={zaak} soort="besluit" />;
    case 'buiten-behandeling-laten':
      return <BesluitForm zaak={zaak} soort="buiten-behandeling" />;
    case 'afronden':
      return <Afronden zaak={zaak} />;
    default:
      return null;
  }
}
