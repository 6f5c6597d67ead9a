import { useMutation, useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import type { RdPunt } from '../../server/geo/rd.ts';
import {
  alleVelden,
  controleer,
  type Fout,
  gekozenAntwoorden,
  gevraagd,
} from '../../server/indienen/domain/formulier.ts';
import { vereisteDocumenten } from '../../server/indienen/domain/ontvangst.ts';
import { zaaktypeVan } from '../../server/indienen/zaaktypes/index.ts';
import type { Zaaktype } from '../../server/indienen/zaaktypes/zaaktype.ts';
import { datumInNederland } from '../../server/termijnen/datum.ts';
import { leesOordeel } from '../../server/vergunningcheck/contract.ts';
import { ApiError } from '../api.ts';
import { ask } from '../query.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/Button.tsx';
import { bijVraag, FoutenLijst } from '../ui/FoutenLijst.tsx';
import { Notice } from '../ui/Notice.tsx';
import { QueryState, Skeleton } from '../ui/Section.tsx';
import { BijlagenStap } from './BijlagenStap.tsx';
import { ControleStap } from './ControleStap.tsx';
import type { Lokaal } from './lokaal.ts';
import { PlaatsStap } from './PlaatsStap.tsx';
import { type Stap, stappenVan, stapVanVeld } from './stappen.ts';
import { type ConceptStand, useConcept } from './use-concept.ts';
import { VeldInvoer, veldId, veldVan } from './VeldInvoer.tsx';
import { VerderDeel } from './VerderDeel.tsx';
import { Versturen } from './Versturen.tsx';
import { Voortgang } from './Voortgang.tsx';

export interface FormulierProps {
  heading: RefObject<HTMLHeadingElement | null>;
  /** The place in the address bar. */
  plaats: RdPunt | null;
  plaatsNaam: string | null;
  onZoek(): void;
  onMijnLocatie(): void;
}

/** A concept as a form: one step at a time, kept at each step. */
export function FormulierPage(props: FormulierProps) {
  const { id = '', stap = '' } = useParams();
  const stand = useConcept(id);
  const { ingelogd, bezig } = useSession();
  const { concept } = stand;
  const zaaktype = concept && zaaktypeVan(concept.zaaktype);
  if (concept && concept.sleutel === null) {
    // what belongs to a login goes out of sight without it, stays on this device, and shows to nobody else
    if (bezig) return <Skeleton what="Uw formulier" />;
    if (!ingelogd) return <LogWeerIn heading={props.heading} />;
    if (stand.fout instanceof ApiError && stand.fout.status === 404)
      return <NietHier heading={props.heading} fout={stand.fout} />;
  }
  if (!concept) {
    return stand.fout ? <NietHier heading={props.heading} fout={stand.fout} /> : <Skeleton what="Uw formulier" />;
  }
  if (!zaaktype) return <NietHier heading={props.heading} fout={new Error('Dit formulier bestaat niet meer.')} />;
  return <Formulier key={id} {...props} stand={stand} concept={concept} zaaktype={zaaktype} stapId={stap} />;
}

function LogWeerIn({ heading }: Pick<FormulierProps, 'heading'>) {
  const { inlogAdres } = useSession();
  return (
    <div className="stapel">
      <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
        Log in om verder te gaan
      </h1>
      <p className="nl-paragraph">
        U bent niet meer ingelogd. Wat u hebt ingevuld, staat op dit apparaat en is er weer als u inlogt.
      </p>
      <div>
        <a className="nl-button nl-button--primary" href={inlogAdres()}>
          <span className="nl-button__label">Inloggen</span>
        </a>
      </div>
    </div>
  );
}

function NietHier({ heading, fout }: { heading: FormulierProps['heading']; fout: Error }) {
  const { ingelogd, inlogAdres } = useSession();
  return (
    <div className="stapel">
      <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
        Dit concept kunnen wij niet openen
      </h1>
      <p className="nl-paragraph">{fout.message}</p>
      {ingelogd && (
        <p className="nl-paragraph">
          Hebt u het net verstuurd en kwam er geen antwoord? Kijk dan eerst bij uw zaken of het is aangekomen.
        </p>
      )}
      <p className="rij">
        {ingelogd ? (
          <Link className="nl-link" to="/mijn-zaken">
            Naar mijn zaken
          </Link>
        ) : (
          <a className="nl-link" href={inlogAdres()}>
            Inloggen
          </a>
        )}
        <Link className="nl-link" to="/indienen">
          Begin opnieuw
        </Link>
      </p>
    </div>
  );
}

interface DeelProps extends FormulierProps {
  stand: ConceptStand;
  concept: Lokaal;
  zaaktype: Zaaktype;
  stapId: string;
}

function Formulier({
  heading,
  plaats,
  plaatsNaam,
  onZoek,
  onMijnLocatie,
  stand,
  concept,
  zaaktype,
  stapId,
}: DeelProps) {
  const navigate = useNavigate();
  const { search } = useLocation();
  const { ingelogd } = useSession();
  const stappen = stappenVan(zaaktype);
  const nummer = Math.max(
    0,
    stappen.findIndex((een) => een.id === stapId),
  );
  const stap = stappen[nummer] as Stap;
  const [fouten, setFouten] = useState<readonly Fout[]>([]);
  const [poging, setPoging] = useState(0);
  const vandaag = datumInNederland(new Date());
  const { wijzig } = stand;
  const hrefVan = (naar: string) => `/indienen/${concept.id}/${naar}${search}`;
  usePlaatsUitAdres(plaats, plaatsNaam, concept, wijzig);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was wrong on one step is not wrong on another
  useEffect(() => setFouten([]), [stap.id]);

  const oordeel = useQuery({
    ...ask(leesOordeel, { id: concept.oordeelId ?? '' }),
    enabled: concept.oordeelId !== null,
  });
  const antwoorden = gekozenAntwoorden(zaaktype, concept.antwoorden);
  const verzoek = { zaaktype, antwoorden, vandaag, oordeel: oordeel.data?.oordeel ?? null };
  const bijlagen = (stand.opServer?.bijlagen ?? []).filter(
    ({ status }) => status !== 'geweigerd' || stap.id === 'bijlagen',
  );

  /** Without a connection the form goes on: what is filled in stands on this device. */
  const bewaar = useMutation({ mutationFn: (naar: string) => stand.bewaar(naar) });
  const verder = () => {
    const hier =
      stap.id === 'plaats'
        ? concept.plaats
          ? []
          : [{ veld: 'plaats', melding: 'Kies een plek' }]
        : controleer(stap.vragen?.velden ?? [], concept.antwoorden, vandaag);
    setFouten(hier);
    setPoging((nu) => nu + 1);
    const volgende = stappen[nummer + 1];
    if (hier.length > 0 || !volgende) return;
    bewaar.mutate(volgende.id);
    void navigate(hrefVan(volgende.id));
  };
  const naarVeld = (veld: string) => {
    void navigate(hrefVan(stapVanVeld(stappen, veld)));
    requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(veldId(veld))?.focus()));
  };
  const vraagVan = (veld: string) => alleVelden(zaaktype).find((een) => een.id === veld)?.label ?? '';
  const vorige = stappen[nummer - 1];
  return (
    <form
      className="formulier stapel stapel--ruim"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        verder();
      }}
    >
      <Voortgang zaaktype={zaaktype} stappen={stappen} nummer={nummer} hrefVan={hrefVan} />
      <Botsing stand={stand} />
      {bewaar.error && !stand.botst && <NietBewaard fout={bewaar.error} />}
      <FoutenLijst
        fouten={fouten.map(({ veld, melding }) => ({ id: veldId(veld), tekst: bijVraag(vraagVan(veld), melding) }))}
        poging={poging}
        {...(stap.id === 'controle' && { onNaar: (id: string) => naarVeld(veldVan(id)) })}
      />
      <div className="stapel stapel--dicht">
        <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
          {stap.titel}
        </h1>
        {stap.vragen?.uitleg && <p className="nl-paragraph">{stap.vragen.uitleg}</p>}
      </div>
      {stap.vragen ? (
        gevraagd(stap.vragen.velden, concept.antwoorden).map((veld) => (
          <VeldInvoer
            key={veld.id}
            veld={veld}
            waarde={concept.antwoorden[veld.id]}
            fout={fouten.find((fout) => fout.veld === veld.id)?.melding}
            onWaarde={(waarde) => {
              setFouten((nu) => nu.filter((fout) => fout.veld !== veld.id));
              wijzig({ antwoorden: { ...concept.antwoorden, [veld.id]: waarde } });
            }}
          />
        ))
      ) : stap.id === 'plaats' ? (
        <PlaatsStap {...{ zaaktype, antwoorden, plaats: concept.plaats, onZoek, onMijnLocatie }} />
      ) : stap.id === 'bijlagen' ? (
        <BijlagenStap
          conceptId={concept.id}
          headers={stand.headers}
          fotos={zaaktype.fotos}
          vereisten={vereisteDocumenten(verzoek)}
          bijlagen={bijlagen}
          ververs={stand.ververs}
        />
      ) : concept.oordeelId !== null && oordeel.isPending ? (
        <QueryState query={oordeel} what="Uw vergunningcheck">
          {() => null}
        </QueryState>
      ) : (
        <ControleStap {...{ verzoek, plaats: concept.plaats, bijlagen, stappen, hrefVan }} />
      )}
      {stap.id === 'controle' ? (
        <Versturen
          stand={stand}
          concept={concept}
          zaaktype={zaaktype}
          antwoorden={antwoorden}
          onFouten={(nieuw) => {
            setFouten(nieuw);
            setPoging((nu) => nu + 1);
          }}
        />
      ) : (
        <div className="rij">
          <Button soort="primary" type="submit">
            Verder
          </Button>
          {vorige && (
            <Link className="nl-link" to={hrefVan(vorige.id)}>
              Terug
            </Link>
          )}
        </div>
      )}
      <VerderDeel
        id={concept.id}
        sleutel={ingelogd && stand.opServer?.eigen ? null : concept.sleutel}
        onBewaar={() => bewaar.mutateAsync(stap.id)}
      />
    </form>
  );
}

/** The place travels along: who chooses another one while the form is open, chooses it for the form. */
function usePlaatsUitAdres(
  plaats: RdPunt | null,
  naam: string | null,
  concept: Lokaal,
  wijzig: ConceptStand['wijzig'],
): void {
  const { plaats: eerder } = concept;
  const anders = plaats !== null && (eerder?.x !== plaats.x || eerder?.y !== plaats.y);
  const nieuweNaam = plaats !== null && naam !== null && !anders && eerder?.naam !== naam;
  const doe = useRef(wijzig);
  doe.current = wijzig;
  useEffect(() => {
    if (plaats && (anders || nieuweNaam)) {
      // what was drawn belongs to the place where it was drawn
      doe.current({ plaats: { x: plaats.x, y: plaats.y, naam, vlak: anders ? null : (eerder?.vlak ?? null) } });
    }
  }, [plaats, naam, anders, nieuweNaam, eerder]);
}

/** Who changed it elsewhere too, says which of the two stays. */
function Botsing({ stand }: { stand: ConceptStand }) {
  const kies = useMutation({ mutationFn: stand.kies });
  if (!stand.botst) return kies.error && <NietBewaard fout={kies.error} />;
  return (
    <Notice soort="warning" title="U hebt dit ook ergens anders gewijzigd" live>
      <p className="nl-paragraph">
        Op een ander apparaat of in een ander venster staat iets nieuwers. Wat wilt u houden?
      </p>
      <div className="rij">
        <Button disabled={kies.isPending} onClick={() => kies.mutate('hier')}>
          Wat hier staat
        </Button>
        <Button disabled={kies.isPending} onClick={() => kies.mutate('server')}>
          Het nieuwste van elders
        </Button>
      </div>
    </Notice>
  );
}

function NietBewaard({ fout }: { fout: Error }) {
  return (
    <Notice soort="warning" title="Nog niet bewaard bij de gemeente" live>
      Wat u hebt ingevuld, staat op dit apparaat en gaat niet verloren. {fout.message}
    </Notice>
  );
}
