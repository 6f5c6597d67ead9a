import type { Router } from 'express';
import type { AppContext } from '../http/context.ts';
import { createSchrijver } from '../verantwoording/schrijver.ts';
import { mountInloggen } from './inloggen.ts';
import type { Instellingen } from './instellingen.ts';
import { createKoekjes } from './koekjes.ts';
import { oefendienst } from './oefenomgeving/provider.ts';
import { oefenRouter } from './oefenomgeving/router.ts';
import { createRelyingParty } from './oidc.ts';
import { createPoort } from './poort.ts';
import { mountToegang } from './routes.ts';
import { createSessies } from './sessies.ts';
import { createPseudoniem } from './sleutel.ts';

/** Puts together what logs people in and lets them through. */
export function createToegang(
  context: AppContext,
  { publicUrl, lokaalUrl, grenzen, diensten, oefenomgeving, sleutel }: Instellingen,
  { versie, achterProxy }: { versie: string; achterProxy: boolean },
) {
  const { db, log, mountOptions } = context;
  const koekjes = createKoekjes(publicUrl.startsWith('https:'));
  const sessies = createSessies({ db, log, koekjes, grenzen });
  const schrijf = createSchrijver({ publicUrl, versie });
  const poort = createPoort({ db, log, sessies, publicUrl, schrijf, streng: mountOptions.validateOutput });
  const guarded: AppContext = { ...context, mountOptions: { ...mountOptions, poort } };
  const rp = createRelyingParty(publicUrl);
  const oefenen = oefenomgeving ? oefendienst(publicUrl, lokaalUrl) : null;
  const alle = oefenen ? [...diensten, oefenen] : diensten;
  return {
    /** What routes may use, with the guard that lets in who may. */
    guarded,
    mountLogin(router: Router): void {
      mountToegang(router, guarded, { sessies, diensten: alle, oefenomgeving, rp });
      const pseudoniem = createPseudoniem(sleutel);
      mountInloggen(router, { db, log, koekjes, sessies, rp, publicUrl, diensten: alle, pseudoniem, schrijf });
      if (oefenen) router.use(oefenRouter({ publicUrl, clientSecret: oefenen.clientSecret, achterProxy, log }));
    },
  };
}
