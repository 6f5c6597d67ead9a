import { type Bevinding, bevindingen, type Foto, registraties } from '../../server/toezicht/contract.ts';
import { ApiError, call } from '../api.ts';
import { leesWachtrij, type Soort, verwijderWachtend, type Wachtend, zetWachtend } from '../apparaat.ts';
import { stuurInDelen } from '../upload.ts';

const endpoints = { bevindingen, registraties } as const;

/**
 * How sending ended. `klaar`: nothing waits. `later`: no network, or the server does not answer. `inloggen`: the session
 * ended. `geen-recht`: the role was taken away meanwhile. `aandacht`: something waits for its maker.
 */
export type Afloop = 'klaar' | 'later' | 'inloggen' | 'geen-recht' | 'aandacht';

/** One tab sends at a time; another waits for its turn and finds less to do. */
const slot = 'toezicht-versturen';

/**
 * Sends what somebody made on this device, in the order in which it was made. What has arrived goes from the device, and
 * nothing else does: whatever happens on the way, sending it again changes nothing (each thing has a number of its own).
 *
 * @param onBevinding what the server has now
 * @throws DOMException when this device cannot keep what became of it
 */
export async function verstuur(
  persoon: string,
  verschilVoor: number | null,
  onBevinding: (bevinding: Bevinding, soort: Soort) => Promise<void>,
): Promise<Afloop> {
  return navigator.locks.request(slot, async () => {
    // what follows on something that did not arrive, waits for it
    const vast = new Set<string>();
    const geenRecht = new Set<Soort>();
    let storing = false;
    for (const opdracht of await leesWachtrij()) {
      if (opdracht.persoon !== persoon) continue;
      if (opdracht.stand !== 'wacht') vast.add(opdracht.bevinding);
      if (vast.has(opdracht.bevinding) || geenRecht.has(opdracht.soort)) continue;
      try {
        const nu = await stuur(opdracht, verschilVoor);
        await verwijderWachtend([opdracht.nr as number]);
        if (nu) await onBevinding(nu, opdracht.soort);
      } catch (error) {
        // not of the way to the server: this device itself
        if (!(error instanceof ApiError)) throw error;
        if (error.soort === 'storing') {
          // a fault in one thing does not keep the others here
          storing = true;
          vast.add(opdracht.bevinding);
          continue;
        }
        if (error.tijdelijk) return 'later';
        if (error.status === 401) return 'inloggen';
        if (error.status === 403) {
          // of one kind: the other may still be sent
          geenRecht.add(opdracht.soort);
          continue;
        }
        vast.add(opdracht.bevinding);
        const blijvend = await blijft(opdracht, error);
        await zetWachtend(blijvend);
        if (blijvend.nu) await onBevinding(blijvend.nu, opdracht.soort);
      }
    }
    if (geenRecht.size > 0) return 'geen-recht';
    if (storing) return 'later';
    return vast.size > 0 ? 'aandacht' : 'klaar';
  });
}

async function stuur(opdracht: Wachtend, verschilVoor: number | null): Promise<Bevinding | null> {
  const { soort, bevinding: id } = opdracht;
  const tijd = { gestuurdOp: new Date().toISOString() };
  switch (opdracht.doe) {
    case 'bewaar':
      return call(endpoints[soort].bewaar, { verschilVoor, ...opdracht.data, ...tijd });
    case 'handel':
      return call(endpoints[soort].handel, { verschilVoor, ...opdracht.data, ...tijd });
    case 'foto': {
      const { foto, naam, waarvoor, bestand } = opdracht.data;
      const { status, reden } = await stuurInDelen<Foto>(
        `/toezicht/${soort}/${id}/fotos/${foto}`,
        { naam, soort: waarvoor },
        { bestand, headers: {}, signal: new AbortController().signal, onVoortgang: () => {} },
      );
      if (status !== 'geweigerd') return null;
      throw new ApiError({
        soort: 'invoer',
        status: 422,
        title: 'Deze foto kan niet',
        detail: reden ?? 'Kies een andere.',
      });
    }
  }
}

/** What could not be sent, with why; of a step that is no longer possible also what the bevinding became meanwhile. */
async function blijft(opdracht: Wachtend, { title: titel, message: uitleg, status }: ApiError): Promise<Wachtend> {
  const reden = { titel, uitleg };
  if (opdracht.doe !== 'handel' || status !== 409) {
    const nieuwNummer = opdracht.doe === 'bewaar' && status === 409;
    return { ...opdracht, stand: 'geweigerd', reden, nieuwNummer };
  }
  const nu = await haal(opdracht.soort, opdracht.bevinding);
  return { ...opdracht, stand: 'conflict', reden, nu };
}

const haal = (soort: Soort, id: string): Promise<Bevinding | null> =>
  call(endpoints[soort].een, { id }).catch(() => null);
