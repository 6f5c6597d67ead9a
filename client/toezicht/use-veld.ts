import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { type Ingelogde, leesSessie } from '../../server/toegang/contract.ts';
import type { Bevinding, Werkgebied } from '../../server/toezicht/contract.ts';
import { ApiError } from '../api.ts';
import {
  bewaarPakket,
  type Drager,
  heeftApparaat,
  leesPakket,
  leesWachtrij,
  type Opdracht,
  type Pakket,
  verwijderWachtend,
  type Wachtend,
  wachtOp,
  wisApparaat,
  zetWachtend,
} from '../apparaat.ts';
import { ask } from '../query.ts';
import { ververs as verversSessie } from '../session.ts';
import { useOnline } from '../ui/use-online.ts';
import { haalKaart, haalPakket } from './ophalen.ts';
import { type Afloop, verstuur } from './sync.ts';

/** So long a device keeps the data of an area, in ms: longer without network, and only what was made on it stays. */
const houdbaarMs = 7 * 24 * 3_600_000;
/** How soon sending is tried again when the server did not answer, in ms. */
const opnieuwMs = 30_000;

export interface Veld {
  /** Who works here; null: nobody, or it is not known yet. */
  wie: Drager | null;
  /** Nobody told us yet who works here. */
  bezig: boolean;
  online: boolean;
  pakket: Pakket | null;
  /** What this person made and was not sent yet. */
  wachtrij: readonly Wachtend[];
  /** How many things of colleagues wait on this device. */
  vanAnderen: number;
  afloop: Afloop | null;
  /** Fetching an area: how far the map is, from 0 to 1; null: not fetching. */
  voortgang: number | null;
  fout: string | null;
  kiesGebied(gebied: Werkgebied): Promise<void>;
  /** Keeps what was made, and sends it when there is network. */
  doe(opdrachten: readonly Opdracht[]): Promise<void>;
  opnieuw(opdracht: Wachtend): Promise<void>;
  gooiWeg(opdrachten: readonly Wachtend[]): Promise<void>;
  wis(): Promise<void>;
}

const alsDrager = ({ persoon, naam, rol, bevoegdGezag }: Ingelogde): Drager => ({ persoon, naam, rol, bevoegdGezag });

/** Work in the street: who works, what he took along, and what waits to be sent. */
export function useVeld(): Veld {
  const client = useQueryClient();
  const online = useOnline();
  const sessie = useQuery(ask(leesSessie, {}));
  const [pakket, setPakket] = useState<Pakket | null>(null);
  const [alles, setAlles] = useState<readonly Wachtend[]>([]);
  const [gelezen, setGelezen] = useState(false);
  const [afloop, setAfloop] = useState<Afloop | null>(null);
  const [voortgang, setVoortgang] = useState<number | null>(null);
  const [fout, setFout] = useState<string | null>(null);

  const leesApparaat = useCallback(async () => {
    const heeft = await heeftApparaat();
    setAlles(heeft ? await leesWachtrij() : []);
    return heeft ? leesPakket() : null;
  }, []);

  useEffect(() => {
    void leesApparaat()
      .then((nu) => setPakket(nu))
      .catch(() => setFout('Deze browser bewaart niets. U kunt hier alleen werken zolang u verbinding hebt.'))
      .finally(() => setGelezen(true));
  }, [leesApparaat]);

  const wis = useCallback(async () => {
    await wisApparaat();
    setPakket(null);
    setAlles((await heeftApparaat()) ? await leesWachtrij() : []);
  }, []);

  const gezegd = sessie.data ? (sessie.data.ingelogd ?? null) : undefined;
  // a question that is asked again and again is pending in between: what counts is that it failed once
  const onbekend = gezegd === undefined && sessie.errorUpdateCount > 0;
  const vanApparaat = onbekend ? (pakket?.wie ?? null) : null;
  const persoon = gezegd?.persoon ?? vanApparaat?.persoon ?? null;
  const wie = gezegd ? alsDrager(gezegd) : vanApparaat;
  const magSturen = gezegd?.rechten.bevinding?.endsWith('W') ?? false;

  // what was taken along is for one person in one role, and not for ever
  useEffect(() => {
    if (!pakket) return;
    const oud = Math.abs(Date.now() - pakket.opgehaaldOp) > houdbaarMs;
    const ander =
      gezegd === null ||
      (gezegd && (gezegd.persoon !== pakket.wie.persoon || gezegd.rol !== pakket.wie.rol || !magSturen));
    if (oud || ander) void wis();
  }, [pakket, gezegd, magSturen, wis]);

  const werkBij = useCallback((bevinding: Bevinding) => {
    setPakket((nu) => {
      if (!nu) return nu;
      const rest = nu.bevindingen.filter(({ id }) => id !== bevinding.id);
      const nieuw = { ...nu, bevindingen: [bevinding, ...rest] };
      void bewaarPakket(nieuw);
      return nieuw;
    });
  }, []);

  const stuur = useCallback(async () => {
    if (!persoon) return;
    const uitkomst = await verstuur(persoon, pakket?.verschil ?? null, werkBij);
    setAfloop(uitkomst);
    setAlles(await leesWachtrij());
    if (uitkomst === 'inloggen' || uitkomst === 'geen-recht') await verversSessie(client);
  }, [persoon, pakket?.verschil, werkBij, client]);

  const wacht = alles.some((een) => een.persoon === persoon && een.stand === 'wacht');
  useEffect(() => {
    if (!online || !gezegd || !wacht || afloop === 'geen-recht' || afloop === 'inloggen') return;
    if (afloop !== 'later') {
      void stuur();
      return;
    }
    const klok = setTimeout(() => void stuur(), opnieuwMs);
    return () => clearTimeout(klok);
  }, [online, gezegd, wacht, afloop, stuur]);
  // whoever comes back online, or logs in again, tries again at once
  const moment = `${online} ${gezegd?.persoon} ${gezegd?.rol}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are when
  useEffect(() => setAfloop(null), [moment]);

  return {
    wie,
    bezig: !gelezen || (gezegd === undefined && !onbekend),
    online,
    pakket: pakket && persoon === pakket.wie.persoon ? pakket : null,
    wachtrij: alles.filter((een) => een.persoon === persoon),
    vanAnderen: alles.filter((een) => een.persoon !== persoon).length,
    afloop,
    voortgang,
    fout,
    async kiesGebied(gebied) {
      if (!wie) return;
      setFout(null);
      setVoortgang(0);
      try {
        setPakket(await haalPakket(wie, gebied));
        if (!(await haalKaart(gebied, setVoortgang))) {
          setFout('Niet de hele kaart kon mee. De lijsten werken ook zonder verbinding.');
        }
      } catch (error) {
        const waarom = error instanceof ApiError ? error.message : 'De tablet kon het niet bewaren.';
        setFout(`Het gebied ophalen lukte niet. ${waarom}`);
      } finally {
        setVoortgang(null);
      }
    },
    async doe(opdrachten) {
      if (!persoon) return;
      const basis = { persoon, gemaaktOp: Date.now(), stand: 'wacht', melding: null, nu: null } as const;
      await wachtOp(opdrachten.map((opdracht) => ({ ...opdracht, ...basis })));
      setAfloop(null);
      setAlles(await leesWachtrij());
    },
    async opnieuw(opdracht) {
      const { nu } = opdracht;
      const versie = opdracht.doe === 'handel' && nu ? { data: { ...opdracht.data, versie: nu.versie } } : {};
      await zetWachtend({ ...opdracht, ...versie, stand: 'wacht', melding: null, nu: null } as Wachtend);
      setAfloop(null);
      setAlles(await leesWachtrij());
    },
    async gooiWeg(opdrachten) {
      await verwijderWachtend(opdrachten.flatMap(({ nr }) => nr ?? []));
      for (const { nu } of opdrachten) if (nu) werkBij(nu);
      setAlles(await leesWachtrij());
    },
    wis,
  };
}
