import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { type Ingelogde, leesSessie } from '../../server/toegang/contract.ts';
import { type Bevinding, leesRegistraties, type Werkgebied } from '../../server/toezicht/contract.ts';
import { verstrijk } from '../../server/toezicht/domain/klok.ts';
import { ApiError } from '../api.ts';
import {
  type Dienst,
  type Drager,
  type Inhoud,
  leesApparaat,
  type Opdracht,
  type Pakket,
  type Soort,
  verwijderWachtend,
  volgApparaat,
  type Wachtend,
  wachtOp,
  wisApparaat,
  wisGebied,
  zetBevinding,
  zetKlok,
  zetWachtend,
} from '../apparaat.ts';
import { ask } from '../query.ts';
import { ververs as verversSessie } from '../session.ts';
import { useOnline } from '../ui/use-online.ts';
import { haalGebied, haalKaart, meetKlok } from './ophalen.ts';
import { type Afloop, verstuur } from './sync.ts';
import { isVol } from './woorden.ts';

/** So long a device keeps the data of an area, in ms: longer, and only who works here and what was made on it stays. */
const houdbaarMs = 7 * 24 * 3_600_000;
/** How soon sending is tried again when the server did not answer, in ms. */
const opnieuwMs = 30_000;
/** How often the clock is looked at, in ms. */
const tikMs = 60_000;

const leeg: Inhoud = { dienst: null, pakket: null, wachtrij: [] };

export interface Veld {
  /** Who works here; null: nobody, or it is not known yet. */
  wie: Drager | null;
  /** Nobody told us yet who works here. */
  bezig: boolean;
  online: boolean;
  /** Of this person; null: he chose no area yet. */
  dienst: Dienst | null;
  /** What was taken along for it; null: nothing, or it is too old. */
  pakket: Pakket | null;
  /** What this person made and was not sent yet. */
  wachtrij: readonly Wachtend[];
  /** How many things of colleagues wait on this device. */
  vanAnderen: number;
  afloop: Afloop | null;
  /** Fetching an area: how far the map is, from 0 to 1; null: not fetching. */
  voortgang: number | null;
  fout: string | null;
  /** What time it is by the clock of the server, in ms since 1970; null: the clock of this device was moved. */
  hoeLaat(): number | null;
  kiesGebied(gebied: Werkgebied): Promise<void>;
  /**
   * Keeps what was made, and sends it when there is network.
   *
   * @param inPlaatsVan what it puts right
   * @throws DOMException when this device cannot keep it
   */
  doe(opdrachten: readonly Opdracht[], inPlaatsVan?: readonly Wachtend[]): Promise<void>;
  opnieuw(opdracht: Wachtend): Promise<void>;
  gooiWeg(opdrachten: readonly Wachtend[]): Promise<void>;
  verstuurNu(): void;
  /** Takes what was taken along off this device, and leaves who works here. */
  wis(): Promise<void>;
}

const alsDrager = ({ persoon, naam, rol, bevoegdGezag }: Ingelogde): Drager => ({ persoon, naam, rol, bevoegdGezag });
const volleTablet = `De tablet is vol. Wat er al stond, staat er nog. Maak ruimte, bijvoorbeeld door foto's of apps weg te gooien.`;

/** Work in the street: who works, what he took along, and what waits to be sent. */
export function useVeld(): Veld {
  const client = useQueryClient();
  const online = useOnline();
  const sessie = useQuery(ask(leesSessie, {}));
  const [inhoud, setInhoud] = useState<Inhoud>(leeg);
  const [gelezen, setGelezen] = useState(false);
  const [afloop, setAfloop] = useState<Afloop | null>(null);
  const [voortgang, setVoortgang] = useState<number | null>(null);
  const [fout, setFout] = useState<string | null>(null);
  const { dienst, pakket, wachtrij: alles } = inhoud;

  const lees = useCallback(
    () =>
      leesApparaat()
        .then(setInhoud)
        .catch(() => setFout('Deze browser bewaart niets. U kunt hier alleen werken zolang u verbinding hebt.')),
    [],
  );
  useEffect(() => {
    void lees().finally(() => setGelezen(true));
    return volgApparaat(() => void lees());
  }, [lees]);

  const gezegd = sessie.data ? (sessie.data.ingelogd ?? null) : undefined;
  // a question that is asked again and again is pending in between: what counts is that it failed once
  const onbekend = gezegd === undefined && sessie.errorUpdateCount > 0;
  const vanApparaat = onbekend ? (dienst?.wie ?? null) : null;
  const persoon = gezegd?.persoon ?? vanApparaat?.persoon ?? null;
  const wie = gezegd ? alsDrager(gezegd) : vanApparaat;
  const magSturen = gezegd?.rechten.bevinding?.endsWith('W') ?? false;

  // what was taken along is for one person in one role
  useEffect(() => {
    if (!dienst || gezegd === undefined) return;
    const { wie: van } = dienst;
    const ander = gezegd === null || gezegd.persoon !== van.persoon || gezegd.rol !== van.rol || !magSturen;
    if (ander) void wisApparaat().then(lees);
  }, [dienst, gezegd, magSturen, lees]);

  // and not for ever. Where the server answers, its clock says how old it is; without network this device counts
  const kanVragen = online && gezegd !== undefined;
  const weet = gezegd !== undefined || onbekend;
  const heeftDienst = dienst !== null;
  const [gekeken, setGekeken] = useState(false);
  useEffect(() => {
    if (!heeftDienst || !weet) return;
    const kijk = async () => {
      const verschil = kanVragen ? await meetKlok().catch(() => null) : null;
      const nu = Date.now();
      const anders = await zetKlok((van) =>
        verschil === null
          ? { klok: verstrijk(van.klok, nu), verschil: van.verschil }
          : {
              klok: { leeftijd: nu + verschil - (van.opgehaaldOp + van.verschilToen), gezienOp: nu, teruggezet: false },
              verschil,
            },
      );
      setInhoud((was) => ({ ...was, dienst: anders }));
    };
    const kijkAls = () =>
      document.visibilityState === 'visible' &&
      void kijk()
        .catch(() => {})
        .finally(() => setGekeken(true));
    kijkAls();
    document.addEventListener('visibilitychange', kijkAls);
    const klok = setInterval(kijkAls, tikMs);
    return () => {
      document.removeEventListener('visibilitychange', kijkAls);
      clearInterval(klok);
    };
  }, [heeftDienst, weet, kanVragen]);
  const verlopen = dienst !== null && dienst.klok.leeftijd > houdbaarMs;
  useEffect(() => {
    if (verlopen && pakket) void wisGebied().then(lees);
  }, [verlopen, pakket, lees]);

  const werkBij = useCallback(
    async (bevinding: Bevinding, soort: Soort) => {
      if (soort === 'bevindingen') await zetBevinding(bevinding);
      // a registratie for an offence (Wpg) is not taken along: who looks at them asks for them again
      else void client.invalidateQueries({ queryKey: [leesRegistraties.path] });
    },
    [client],
  );

  const stuur = useCallback(async () => {
    if (!persoon) return;
    try {
      const uitkomst = await verstuur(persoon, dienst?.verschil ?? null, werkBij);
      setAfloop(uitkomst);
      // there is room again
      setFout((was) => (was === volleTablet ? null : was));
      if (uitkomst === 'inloggen' || uitkomst === 'geen-recht') await verversSessie(client);
    } catch (reden) {
      setAfloop('later');
      setFout(isVol(reden) ? volleTablet : 'De tablet kon niet bewaren wat er is verzonden. Laad deze pagina opnieuw.');
    }
    await lees();
  }, [persoon, dienst?.verschil, lees, client, werkBij]);

  const wacht = alles.some((een) => een.persoon === persoon && een.stand === 'wacht');
  useEffect(() => {
    if (!online || !magSturen || !wacht || afloop === 'geen-recht' || afloop === 'inloggen') return;
    if (afloop !== 'later') {
      void stuur();
      return;
    }
    const klok = setTimeout(() => void stuur(), opnieuwMs);
    return () => clearTimeout(klok);
  }, [online, magSturen, wacht, afloop, stuur]);
  // whoever comes back online, or logs in again, tries again at once
  const moment = `${online} ${gezegd?.persoon} ${gezegd?.rol}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are when
  useEffect(() => setAfloop(null), [moment]);

  const eigen = dienst && persoon === dienst.wie.persoon ? dienst : null;
  return {
    wie,
    bezig: !gelezen || !weet || (heeftDienst && !gekeken && document.visibilityState === 'visible'),
    online,
    dienst: eigen,
    pakket: eigen && !verlopen ? pakket : null,
    wachtrij: alles.filter((een) => een.persoon === persoon),
    vanAnderen: alles.filter((een) => een.persoon !== persoon).length,
    afloop,
    voortgang,
    fout,
    hoeLaat: () => (eigen?.klok.teruggezet ? null : Date.now() + (eigen?.verschil ?? 0)),
    async kiesGebied(gebied) {
      if (!wie) return;
      setFout(null);
      setVoortgang(0);
      try {
        await haalGebied(wie, gebied);
        setGekeken(true);
        await lees();
        if (!(await haalKaart(gebied, setVoortgang))) {
          setFout('Niet de hele kaart kon mee. De lijsten werken ook zonder verbinding.');
        }
      } catch (error) {
        const waarom = error instanceof ApiError ? error.message : 'De tablet kon het niet bewaren.';
        setFout(
          isVol(error)
            ? `${volleTablet} Of neem een buurt mee in plaats van een wijk.`
            : `Het gebied ophalen lukte niet. ${waarom}`,
        );
      } finally {
        setVoortgang(null);
      }
    },
    async doe(opdrachten, inPlaatsVan = []) {
      if (!persoon) return;
      const basis = { persoon, gemaaktOp: inPlaatsVan[0]?.gemaaktOp ?? Date.now(), stand: 'wacht' } as const;
      const nieuw = opdrachten.map((opdracht) => ({ ...opdracht, ...basis, reden: null, nu: null }));
      await wachtOp(nieuw, inPlaatsVan);
      setAfloop(null);
      await lees();
    },
    async opnieuw(opdracht) {
      const { nu } = opdracht;
      const versie = opdracht.doe === 'handel' && nu ? { data: { ...opdracht.data, versie: nu.versie } } : {};
      await zetWachtend({ ...opdracht, ...versie, stand: 'wacht', reden: null, nu: null } as Wachtend);
      setAfloop(null);
      await lees();
    },
    async gooiWeg(opdrachten) {
      await verwijderWachtend(opdrachten.flatMap(({ nr }) => nr ?? []));
      await lees();
    },
    verstuurNu: () => setAfloop(null),
    wis: () => wisGebied().then(lees),
  };
}
