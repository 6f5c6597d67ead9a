import { createHash, randomUUID } from 'node:crypto';
import type { Router } from 'express';
import { fotoFormaten, schoneNaam } from '../../bijlagen/domain.ts';
import { bewaarWatGoedIs, ontvangDeel } from '../../bijlagen/ontvang.ts';
import { stuurBestand } from '../../bijlagen/stuur.ts';
import type { AppContext } from '../../http/context.ts';
import { mount, mountStream } from '../../http/mount.ts';
import { notFound, Problem } from '../../http/problem.ts';
import type { Toegang } from '../../http/toegang.ts';
import { beoordeel, type GegevenId } from '../../toegang/domain.ts';
import type { BevindingEndpoints } from '../contract.ts';
import { corrigeer } from '../domain/klok.ts';
import { beginVan, beoordeelHandeling, overgangen, teams } from '../domain/staat.ts';
import {
  type BevindingRij,
  claimFoto,
  findBevinding,
  findFoto,
  findGemeente,
  findHandeling,
  insertBevinding,
  insertGebeurtenis,
  isMelding,
  keurFoto,
  loadBevindingen,
  type Tabel,
  type Wijziging,
  wijzigBevinding,
} from './queries.ts';
import { toonBevinding, toonFoto } from './toon.ts';

const nietHier = 'Deze bevinding is er niet. Zoek haar in de lijst van uw gebied.';
const meesteFotos = 10;
const meesteInLijst = 200;

/** What was found in the street, and what became of it: once for supervision (AVG) and once for offences (Wpg). */
export function mountBevindingen(
  router: Router,
  { db, log, mountOptions, diensten }: AppContext,
  endpoints: BevindingEndpoints,
  tabel: Tabel,
): void {
  const { opslag, scan } = diensten;
  const object = (id: string) => ({ soort: tabel, id });
  /** Nobody is named in a bevinding: it is about a place. What is logged is who looked, and at what. */
  const verantwoord = (toegang: Toegang, trx: AppContext['db'], id: string) =>
    toegang.verantwoord(trx, { betrokkenen: [], object: object(id) });
  const { gegeven } = endpoints.bewaar.role;
  const toon = (rij: BevindingRij, { wie }: Toegang) =>
    toonBevinding(opslag, rij, wie, beoordeel({ gegeven: gegeven as GegevenId, doe: 'schrijven' }, wie).mag);

  /** A behandelaar sees what asks for a vergunning, and nothing else of it. */
  const adviesVoor = ({ wie }: Toegang) => (wie.rol === 'behandelaar' ? 'vergunning' : null);

  async function eis(rij: BevindingRij | null, toegang: Toegang): Promise<BevindingRij> {
    if (!rij) throw notFound(nietHier);
    const advies = adviesVoor(toegang);
    const zijne = toegang.wie.bevoegdGezag.includes(rij.bevoegdGezag);
    if (zijne && (advies === null || rij.adviezen.includes(advies))) return rij;
    throw await toegang.nietVanU(object(rij.id), nietHier);
  }

  /** Who may see totals only, has those in the short cycle. */
  function geenTotalen({ bereik }: Toegang): void {
    if (bereik === 'A') throw alleenTotalen();
  }

  mount(router, endpoints.lijst, mountOptions, async ({ gebied = null, staat = null }, _signal, toegang) => {
    geenTotalen(toegang);
    const rijen = await loadBevindingen(db, tabel, {
      bevoegdGezag: toegang.wie.bevoegdGezag,
      gebied,
      staat,
      advies: adviesVoor(toegang),
      maximum: meesteInLijst + 1,
    });
    await verantwoord(toegang, db, gebied ?? 'alle');
    const getoond = rijen.slice(0, meesteInLijst);
    return {
      bevindingen: await Promise.all(getoond.map((rij) => toon(rij, toegang))),
      meer: rijen.length > meesteInLijst,
    };
  });

  mount(router, endpoints.een, mountOptions, async ({ id }, _signal, toegang) => {
    geenTotalen(toegang);
    const rij = await eis(await findBevinding(db, tabel, id), toegang);
    await verantwoord(toegang, db, id);
    return toon(rij, toegang);
  });

  mount(router, endpoints.bewaar, mountOptions, async (invoer, _signal, toegang) => {
    const { wie } = toegang;
    const { gestuurdOp, verschilVoor, klokVerzet, gezienOp, ...inhoud } = invoer;
    const inhoudHash = createHash('sha256')
      .update(JSON.stringify({ ...inhoud, gezienOp }))
      .digest('hex');
    const bevoegdGezag = await findGemeente(db, invoer);
    if (bevoegdGezag === null || !wie.bevoegdGezag.includes(bevoegdGezag)) throw nietUwGemeente();
    const tijd = corrigeer(
      { gezienOp: Date.parse(gezienOp), gestuurdOp: Date.parse(gestuurdOp), verschilVoor, klokVerzet },
      Date.now(),
    );
    const tabletOp = new Date(gezienOp).toISOString();
    return db.transaction(async (trx) => {
      const nieuw = await insertBevinding(trx, tabel, {
        ...inhoud,
        ...beginVan(invoer.adviezen),
        bevoegdGezag,
        inhoudHash,
        door: wie.persoon,
        doorNaam: wie.naam,
        gezienOp: new Date(tijd.gezienOp).toISOString(),
        tabletOp,
        klokVerschilMs: tijd.verschil,
        klokTwijfel: tijd.twijfel,
      });
      if (nieuw) {
        // looked up once: what was kept stays when the melding is destroyed after its term
        if (invoer.melding && !(await isMelding(trx, invoer.melding, bevoegdGezag))) throw geenMelding();
        await insertGebeurtenis(trx, tabel, {
          ...{ id: randomUUID(), bevinding_id: invoer.id, soort: 'vastgelegd', tekst: 'Vastgelegd.' },
          ...{ door: wie.persoon, door_naam: wie.naam, tablet_op: tabletOp },
        });
      }
      const rij = await findBevinding(trx, tabel, invoer.id);
      if (rij?.door !== wie.persoon || rij.inhoudHash !== inhoudHash) throw anderBericht();
      await verantwoord(toegang, trx, invoer.id);
      return toon(rij, toegang);
    });
  });

  mount(router, endpoints.handel, mountOptions, async (invoer, _signal, toegang) => {
    const { id, handelingId, versie, handeling, team, tekst, gedaanOp } = invoer;
    const { wie } = toegang;
    await eis(await findBevinding(db, tabel, id), toegang);
    return db.transaction(async (trx) => {
      const rij = await findBevinding(trx, tabel, id, true);
      if (!rij) throw notFound(nietHier);
      const eerder = await findHandeling(trx, tabel, handelingId);
      const naar = handeling === 'wijs-toe' && team ? ` aan ${teams[team]}` : '';
      const wat = `${overgangen[handeling].naam}${naar}.${tekst.trim() ? ` ${tekst.trim()}` : ''}`;
      if (eerder && (eerder.bevinding_id !== id || eerder.soort !== handeling || eerder.tekst !== wat))
        throw anderBericht();
      if (!eerder) {
        if (rij.versie !== versie) throw intussenGewijzigd(rij);
        const bewijs = rij.fotos.filter(({ soort, status }) => soort === 'bewijs' && status === 'gekeurd').length;
        const oordeel = beoordeelHandeling(handeling, rij, wie.persoon, { team, tekst, bewijs });
        if (!oordeel.mag) throw kanNuNiet(oordeel.reden);
        await wijzigBevinding(trx, tabel, id, { staat: oordeel.naar, ...gevolg(invoer, wie) });
        await insertGebeurtenis(trx, tabel, {
          ...{ id: handelingId, bevinding_id: id, soort: handeling, door: wie.persoon, door_naam: wie.naam },
          tekst: wat,
          tablet_op: new Date(gedaanOp).toISOString(),
        });
      }
      await verantwoord(toegang, trx, id);
      const nu = await findBevinding(trx, tabel, id);
      if (!nu) throw new Error(`The bevinding ${id} went away while it was locked`);
      return toon(nu, toegang);
    });
  });

  mountStream(router, endpoints.stuurFoto, mountOptions, async (invoer, stroom, toegang) => {
    const { id, foto, naam, soort, bytes, vanaf } = invoer;
    await eis(await findBevinding(db, tabel, id), toegang);
    const nieuw = { id: foto, bevindingId: id, soort, naam: schoneNaam(naam), bytes, sleutel: randomUUID() };
    const rij = await claimFoto(db, tabel, nieuw, meesteFotos);
    if (!rij) throw teVeelFotos();
    if (rij.bevindingId !== id) throw await toegang.nietVanU(object(rij.bevindingId), 'Deze foto is er niet.');
    if (rij.bytes !== bytes) throw anderBericht();
    let klaar = rij;
    if (rij.status === 'ontvangen') {
      const hier = await ontvangDeel(opslag, rij, vanaf, stroom.request, stroom.signal);
      if (hier === bytes) {
        const uitslag = await bewaarWatGoedIs({ opslag, scan, log }, rij, fotoFormaten);
        klaar = (await keurFoto(db, tabel, foto, uitslag)) ?? rij;
        if (klaar.status === 'geweigerd') await opslag.verwijder(rij.sleutel);
      }
    } else {
      // it was complete: what is sent again is not needed
      stroom.request.resume();
    }
    await verantwoord(toegang, db, id);
    await stroom.slaag();
    stroom.response.json(await toonFoto(opslag, klaar));
  });

  mountStream(router, endpoints.leesFoto, mountOptions, async ({ id, foto }, stroom, toegang) => {
    geenTotalen(toegang);
    await eis(await findBevinding(db, tabel, id), toegang);
    const rij = await findFoto(db, tabel, foto);
    if (rij?.bevindingId !== id || rij.status !== 'gekeurd' || !rij.mediatype) throw notFound('Deze foto is er niet.');
    await verantwoord(toegang, db, id);
    await stuurBestand(opslag, { ...rij, mediatype: rij.mediatype }, stroom);
  });
}

/** What an act changes beside the state. */
function gevolg(
  { handeling, team }: { handeling: string; team: Wijziging['team'] },
  wie: { persoon: string; naam: string },
): Omit<Wijziging, 'staat'> {
  switch (handeling) {
    case 'wijs-toe':
      return { team: team ?? null, toegewezen_aan: null, toegewezen_naam: null };
    case 'neem-op':
      return { toegewezen_aan: wie.persoon, toegewezen_naam: wie.naam };
    case 'sluit':
      return { sluiter: wie.persoon };
    case 'heropen':
      return { toegewezen_aan: null, toegewezen_naam: null };
    default:
      return {};
  }
}

const conflict = (type: string, title: string, detail: string, meer: Record<string, unknown> = {}) =>
  new Problem({ status: 409, type, title, detail, meer });

const intussenGewijzigd = ({ versie, staat, verloop }: BevindingRij) => {
  const laatste = verloop.at(-1);
  return conflict(
    'intussen-gewijzigd',
    'Een collega was eerder',
    `${laatste ? `${laatste.door}: ${laatste.tekst} ` : ''}De bevinding is nu ${staat}. Kijk of uw stap nog nodig is.`,
    { versie },
  );
};

const kanNuNiet = (reden: string) => conflict('kan-nu-niet', 'Dat kan nu niet', reden);

const anderBericht = () =>
  conflict(
    'nummer-bestaat',
    'Dit nummer is al gebruikt',
    'Onder dit nummer staat iets anders. Leg het opnieuw vast, dan krijgt het een eigen nummer.',
  );

const teVeelFotos = () =>
  conflict('te-veel-fotos', 'Dit past er niet meer bij', `Bij een bevinding horen ten hoogste ${meesteFotos} foto's.`);

const nietUwGemeente = () =>
  new Problem({
    status: 400,
    type: 'buiten-uw-gemeente',
    title: 'Deze plek ligt buiten uw gemeente',
    detail: 'Kies de plek op de kaart, of vraag de collega van die gemeente dit vast te leggen.',
  });

const geenMelding = () =>
  new Problem({
    status: 400,
    type: 'melding-bestaat-niet',
    title: 'Deze melding is er niet',
    detail: 'Leg de bevinding vast zonder de melding, of haal uw gebied opnieuw op en kies de melding in de werklijst.',
  });

/** One by one they are not there for who sees totals. */
const alleenTotalen = () =>
  notFound('In uw rol ziet u hoeveel bevindingen er zijn, per thema en week. Kijk bij de korte cyclus.');
