import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { notFound, Problem } from '../http/problem.ts';
import { type Doorgang, type Poort, vrijeDoorgang } from '../http/toegang.ts';
import { traceFrom } from '../http/trace.ts';
import type { Akte } from '../verantwoording/queries.ts';
import type { Daad, Schrijver } from '../verantwoording/schrijver.ts';
import { type Drempel, drempels, middelen, noemZekerheid } from './domain/niveau.ts';
import { beoordeel, moetGelogd, type Persoon, type Recht } from './domain.ts';
import { isVanOnzePaginas } from './herkomst.ts';
import type { Sessies } from './sessies.ts';

interface PoortInit {
  db: Knex;
  log: Logger;
  sessies: Sessies;
  /** Where people reach the loket: https://loket.example */
  publicUrl: string;
  schrijf: Schrijver;
  /** A handler that forgets to account for what it read is a fault; otherwise it is logged without data subjects. */
  streng: boolean;
}

/** Looks who asks, decides by the table of permissions, and sees to it that what must be logged is logged. */
export function createPoort({ db, log, sessies, publicUrl, schrijf, streng }: PoortInit): Poort {
  const origin = new URL(publicUrl).origin;

  return {
    async open(request, response, operation): Promise<Doorgang> {
      if (operation.role === 'iedereen') return vrijeDoorgang;
      const recht: Recht = operation.role;
      // nobody elsewhere has anything to do with an answer that depends on who asks
      response.removeHeader('Access-Control-Allow-Origin');
      response.set('Cross-Origin-Resource-Policy', 'same-origin');

      // looking who is logged in keeps nobody logged in
      const isHandeling = recht.gegeven !== 'sessie' || recht.doe === 'schrijven';
      const bekend = !sessies.has(request) || isVanOnzePaginas(request, origin);
      const sessie = bekend ? await sessies.find(request, response, isHandeling) : null;
      const wie = sessie?.wie ?? null;
      const oordeel = beoordeel(recht, wie);
      const bewerking = `${operation.method} ${operation.path}`;
      const daad: Daad = { wie, recht, bewerking, trace: traceFrom(request.get('traceparent')), begin: Date.now() };

      if (!oordeel.mag) {
        if (!bekend) throw vanElders();
        if (!wie) throw logEerstIn();
        await schrijf(db, daad, { uitkomst: 'geweigerd', betrokkenen: [] });
        throw oordeel.reden === 'niveau' ? hogerNiveau(wie, oordeel.drempel) : geenRecht(recht, wie);
      }

      const gelogd = moetGelogd(recht);
      const eigen = oordeel.bereik === 'O' && wie ? [wie.eigenaar] : [];
      let gezegd = !gelogd;
      let klaar = false;
      return {
        toegang: {
          wie,
          sessie,
          bereik: oordeel.bereik,
          kader: oordeel.kader,
          async verantwoord(trx, verantwoording) {
            gezegd = true;
            await schrijf(trx, daad, { uitkomst: 'gelukt', ...verantwoording });
          },
          async nietVanU(object, detail) {
            log.warn({ persoon: wie?.persoon, object, bewerking }, 'asked for what belongs to somebody else');
            await schrijf(db, daad, { uitkomst: 'niet-gevonden', betrokkenen: [], object });
            return notFound(detail);
          },
        },
        async slaag() {
          if (klaar) return;
          klaar = true;
          if (gezegd) return;
          if (oordeel.bereik === 'T') {
            if (streng) throw new Error(`${bewerking} used data for a task and did not say whose: call verantwoord()`);
            log.error({ bewerking }, 'data was used for a task without saying whose');
          }
          await schrijf(db, daad, { uitkomst: 'gelukt', betrokkenen: eigen });
        },
        async faal(error) {
          if (klaar || !gelogd || error instanceof Problem) return;
          klaar = true;
          await schrijf(db, daad, { uitkomst: 'mislukt', betrokkenen: eigen, fout: asFout(error) }).catch((err) =>
            log.error({ err, bewerking }, 'a failed act could not be logged'),
          );
        },
      };
    },
  };
}

/** Of an error only what cannot hold personal data: its kind, and where in our code it arose. */
function asFout(error: unknown): Akte['fout'] {
  const { name, code, stack } = error as { name?: string; code?: string; stack?: string };
  const regels = (stack ?? '').split('\n').filter((regel) => /^\s+at /.test(regel));
  return { message: code ?? 'storing', type: name ?? 'Error', stacktrace: regels.join('\n') };
}

const vanElders = () =>
  new Problem({
    status: 403,
    type: 'verzoek-van-elders',
    title: 'Dit verzoek komt niet van dit loket',
    detail: 'Uw browser stuurde dit vanaf een andere website. Doe het opnieuw vanuit het loket zelf.',
  });

const logEerstIn = () =>
  new Problem({
    status: 401,
    type: 'inloggen-nodig',
    title: 'Log eerst in',
    detail: 'U bent niet ingelogd, of uw sessie is verlopen. Log in en probeer het opnieuw.',
  });

const geenRecht = ({ doe }: Recht, { rol, rollen }: Persoon) =>
  new Problem({
    status: 403,
    type: 'geen-recht',
    title: doe === 'lezen' ? 'U mag dit niet zien' : 'U mag dit niet doen',
    detail:
      rollen.length > 1
        ? 'In de rol die u nu hebt, mag dit niet. Kies een andere rol, of vraag het uw beheerder.'
        : 'Met uw rol mag dit niet. Denkt u dat het wel moet kunnen, vraag het dan de gemeente.',
    meer: { rol },
  });

const hogerNiveau = (wie: Persoon, drempel: Drempel) => {
  const nodig = drempels[drempel][wie.middel];
  return new Problem({
    status: 403,
    type: 'hoger-niveau-nodig',
    title: 'Log in op een hoger niveau',
    detail: nodig
      ? `U bent ingelogd met ${noemZekerheid(wie)}. Hiervoor is ${noemZekerheid({ middel: wie.middel, niveau: nodig })} nodig.`
      : `Met ${middelen[wie.middel].naam} kunt u dit niet doen.`,
    meer: { drempel },
  });
};
