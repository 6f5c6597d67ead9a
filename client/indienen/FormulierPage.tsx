import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import type { RdPunt } from '../../server/geo/rd.ts';
import { dienIn, doeMelding, leesOntvangst } from '../../server/indienen/contract.ts';
import {
  alleVelden,
  controleer,
  type Fout,
  gekozenAntwoorden,
  gevraagd,
} from '../../server/indienen/domain/formulier.ts';
import { vereisteDocumenten } from '../../server/indienen/domain/ontvangst.ts';
import { zaaktypeVan } from '../../server/indienen/zaaktypes/index.ts';
import type { Antwoorden, Zaaktype } from '../../server/indienen/zaaktypes/zaaktype.ts';
import { datumInNederland } from '../../server/termijnen/datum.ts';
import { leesOordeel } from '../../server/vergunningcheck/contract.ts';
import { ApiError, call } from '../api.ts';
import { ask } from '../query.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/Button.tsx';
import { CheckboxField } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { QueryState, Skeleton } from '../ui/Section.tsx';
import { BijlagenStap } from './BijlagenStap.tsx';
import { ControleStap } from './ControleStap.tsx';
import { FoutenLijst } from './FoutenLijst.tsx';
import { bewaarBon, type Lokaal, wisLokaal } from './lokaal.ts';
import { PlaatsStap } from './PlaatsStap.tsx';
import { type Stap, stappenVan, stapVanVeld } from './stappen.ts';
import { type ConceptStand, metSleutel, useConcept } from './use-concept.ts';
import { VeldInvoer, veldId } from './VeldInvoer.tsx';
import { VerderDeel } from './VerderDeel.tsx';

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
      <p className="rij">
        {!ingelogd && (
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
  const vraagVan = (veld: string) => {
    const label = alleVelden(zaaktype).find((een) => een.id === veld)?.label;
    return label ? (label.endsWith('?') ? label : `${label}:`) : null;
  };
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
        fouten={fouten}
        poging={poging}
        vraagVan={vraagVan}
        {...(stap.id === 'controle' && { onNaar: naarVeld })}
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

interface VoortgangProps {
  zaaktype: Zaaktype;
  stappen: readonly Stap[];
  nummer: number;
  hrefVan(stap: string): string;
}

function Voortgang({ zaaktype, stappen, nummer, hrefVan }: VoortgangProps) {
  return (
    <nav aria-label="Stappen van het formulier" className="formulier__stappen geen-druk">
      <p className="stil">
        {zaaktype.naam}. Stap {nummer + 1} van {stappen.length}
      </p>
      <progress className="formulier__voortgang" value={nummer + 1} max={stappen.length} aria-label="Hoe ver u bent" />
      {nummer > 0 && (
        <ol aria-label="Eerdere stappen">
          {stappen.slice(0, nummer).map(({ id, titel }) => (
            <li key={id}>
              <Link to={hrefVan(id)}>{titel}</Link>
            </li>
          ))}
        </ol>
      )}
    </nav>
  );
}

function Botsing({ stand }: { stand: ConceptStand }) {
  if (!stand.botst) return null;
  return (
    <Notice soort="warning" title="U hebt dit ook ergens anders gewijzigd" live>
      <p className="nl-paragraph">
        Op een ander apparaat of in een ander venster staat iets nieuwers. Wat wilt u houden?
      </p>
      <div className="rij">
        <Button onClick={() => void stand.kies('hier')}>Wat hier staat</Button>
        <Button onClick={() => void stand.kies('server')}>Het nieuwste van elders</Button>
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

interface VersturenProps {
  stand: ConceptStand;
  concept: Lokaal;
  zaaktype: Zaaktype;
  antwoorden: Antwoorden;
  onFouten(fouten: readonly Fout[]): void;
}

/** The last button: it can be pressed twice, and gives one zaak. */
function Versturen({ stand, concept, zaaktype, antwoorden, onFouten }: VersturenProps) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { search } = useLocation();
  const { ingelogd, bezig, mag, inlogAdres, diensten } = useSession();
  const [akkoord, setAkkoord] = useState(false);
  const verstuur = useMutation({
    mutationFn: async () => {
      const hier = await stand.bewaar('controle');
      const invoer = { id: hier.id, versie: hier.versie, idempotentie: hier.idempotentie, akkoord: true as const };
      const headers = metSleutel(hier.sleutel);
      const ontvangst = await (zaaktype.gegeven === 'meldingInhoud'
        ? call(doeMelding, invoer, undefined, 60_000, headers)
        : call(dienIn, invoer, undefined, 60_000, headers));
      return { ontvangst, sleutel: hier.sleutel };
    },
    onSuccess: ({ ontvangst, sleutel }) => {
      if (sleutel) bewaarBon(ontvangst.zaakId, sleutel);
      wisLokaal(concept.id);
      client.setQueryData([leesOntvangst.path, ontvangst.zaakId], ontvangst);
      void navigate(`/indienen/ontvangen/${ontvangst.zaakId}${search}`, { replace: true });
    },
    onError: (error) => {
      if (error instanceof ApiError && error.fouten.length > 0) onFouten(error.fouten);
    },
  });
  const moetInloggen = zaaktype.gegeven === 'eigenDossier' && !ingelogd;
  if (moetInloggen && !bezig) {
    return (
      <Notice soort="info" title="Log in om te versturen">
        <p className="nl-paragraph">
          Wij moeten weten wie dit vraagt of meldt. Wat u hebt ingevuld, blijft staan en is er na het inloggen weer.
        </p>
        {diensten.length > 0 ? (
          <div>
            <a className="nl-button nl-button--primary" href={inlogAdres({ niveau: 'indienen' })}>
              <span className="nl-button__label">Inloggen</span>
            </a>
          </div>
        ) : (
          'Inloggen kan hier nog niet. Bel de gemeente.'
        )}
      </Notice>
    );
  }
  if (ingelogd && !mag(zaaktype.gegeven, 'schrijven')) {
    return (
      <Notice soort="warning" title="In deze rol kunt u dit niet versturen">
        Kies bovenaan bij uw naam een andere rol, of log in als inwoner of bedrijf.
      </Notice>
    );
  }
  const fout = verstuur.error;
  return (
    <div className="stapel">
      {fout && !(fout instanceof ApiError && fout.fouten.length > 0) && (
        <Notice soort="error" title="Het is nog niet verstuurd" live>
          {fout.message} Wat u hebt ingevuld, staat er nog. U kunt gerust nog een keer drukken: het komt één keer aan.
        </Notice>
      )}
      <CheckboxField checked={akkoord} onChange={({ target }) => setAkkoord(target.checked)}>
        Ik heb alles gecontroleerd en naar waarheid ingevuld.
      </CheckboxField>
      <div>
        <Button
          soort="primary"
          disabled={verstuur.isPending}
          onClick={() => {
            const fouten = controleer(alleVelden(zaaktype), antwoorden, datumInNederland(new Date()));
            if (!concept.plaats) fouten.push({ veld: 'plaats', melding: 'Kies een plek' });
            if (!akkoord) fouten.push({ veld: 'controle', melding: 'Zet een vinkje bij "Ik heb alles gecontroleerd"' });
            onFouten(fouten);
            if (fouten.length === 0) verstuur.mutate();
          }}
        >
          {verstuur.isPending
            ? 'Wij versturen het'
            : zaaktype.verzoek === 'aanvraag'
              ? 'Dien de aanvraag in'
              : 'Verstuur de melding'}
        </Button>
      </div>
    </div>
  );
}
