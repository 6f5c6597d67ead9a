import type { Router } from 'express';
import type { AppContext } from '../http/context.ts';
import { mount } from '../http/mount.ts';
import { notFound } from '../http/problem.ts';
import type { Toegang } from '../http/toegang.ts';
import {
  leesAanbod,
  leesDagdelen,
  leesHotspots,
  leesKlok,
  leesMeldingen,
  leesPolitiecijfers,
  leesRooster,
  leesSensoren,
  leesTellingen,
} from './contract.ts';
import { meldingenVoorIedereen, politiecijfersVoorIedereen } from './domain/cijfers.ts';
import { type LaagId, laagVoor, lagen, weggelaten } from './domain/lagen.ts';
import { hotspotsVoorIedereen } from './domain/openbaar.ts';
import { isOpenbaar, maandenVan, openbarePerioden, type Periode } from './domain/periode.ts';
import { toonSensoren } from './domain/sensoren.ts';
import { alsTellingen, perCel } from './domain/tellingen.ts';
import {
  loadAanbod,
  loadDagdelen,
  loadHotspots,
  loadKlok,
  loadMeldingen,
  loadPolitiecijfers,
  loadRooster,
  loadSensoren,
  loadTellingen,
} from './queries.ts';

/** Months that nobody asks for lie outside these. */
const altijd = { van: '1990-01', tot: '2100-12' } as const;

export function mountVeiligheid(router: Router, { db, vandaag, mountOptions }: AppContext): void {
  mount(router, leesAanbod, mountOptions, async (_, _signal, { wie }) => {
    const rijen = await loadAanbod(db);
    const codes = [...new Set(rijen.map(({ gemeente }) => gemeente))];
    const lagenHier = (Object.keys(lagen) as LaagId[]).map((id) => laagVoor(id, wie?.rol ?? 'anoniem'));
    const intern = lagenHier.some(({ id, mag }) => id === 'tellingen' && mag);
    return {
      gemeenten: codes.map((code) => ({
        code,
        naam: rijen.find(({ gemeente }) => gemeente === code)?.naam ?? code,
        stromen: rijen
          .filter(({ gemeente }) => gemeente === code)
          .map(({ gemeente: _gemeente, naam: _naam, maanden, ...rij }) => {
            const uniek = [...new Set(maanden)];
            // for everybody, so never to the last record
            const [gelezen, geplaatst] = [opTien(rij.gelezen), opTien(rij.geplaatst)];
            return { ...rij, gelezen, geplaatst, maanden: uniek, perioden: openbarePerioden(uniek, vandaag()) };
          }),
        intern: intern && (wie?.bevoegdGezag.includes(code) ?? false),
      })),
      lagen: lagenHier,
    };
  });

  mount(router, leesRooster, mountOptions, async (vraag) => {
    const { cellen, buurten } = await loadRooster(db, vraag);
    const plekVan = new Map(buurten.map(({ code }, plek) => [code, plek]));
    return {
      rooster: vraag.rooster,
      stappen: cellen.map(({ cel }, i) => cel - (cellen[i - 1]?.cel ?? 0)),
      adressen: cellen.map(({ adressen }) => adressen),
      buurten,
      buurt: cellen.map(({ buurt }) => plekVan.get(buurt ?? '') ?? -1),
    };
  });

  mount(router, leesHotspots, mountOptions, async ({ kwartaal = null, jaar, per, thema, ...vraag }) => {
    const periode = { jaar, kwartaal } as Periode;
    const maanden = maandenVan(periode);
    if (!isOpenbaar(periode, new Set(maanden), vandaag())) throw nogNiet();
    const [rooster, feiten] = await Promise.all([
      loadRooster(db, { gemeente: vraag.gemeente, rooster: 'vierkant' }),
      loadHotspots(db, { ...vraag, themas: [thema], maanden, zonder: weggelaten('openbaar') }),
    ]);
    if (!isOpenbaar(periode, new Set(feiten.maanden), vandaag())) throw nogNiet();
    const cellen = rooster.cellen.map(({ cel }) => cel);
    return { periode, bron: feiten.bron, ...hotspotsVoorIedereen(cellen, feiten.cellen, per) };
  });

  mount(router, leesPolitiecijfers, mountOptions, async ({ gemeente, thema, jaar }) => {
    const feiten = await loadPolitiecijfers(db, { gemeente, thema, jaar, zonder: weggelaten('openbaar') });
    return { jaar, ...politiecijfersVoorIedereen(feiten) };
  });

  mount(router, leesMeldingen, mountOptions, async ({ gemeente, thema, jaar }) => {
    const feiten = await loadMeldingen(db, { gemeente, themas: [thema], jaar, zonder: weggelaten('openbaar') });
    if (!isOpenbaar({ jaar, kwartaal: null }, new Set(feiten.maanden), vandaag())) throw nogNiet();
    return { jaar, ...meldingenVoorIedereen(feiten) };
  });

  mount(router, leesTellingen, mountOptions, async ({ van = altijd.van, tot = altijd.tot, ...vraag }, _, toegang) => {
    await magHier(toegang, vraag);
    const zonder = weggelaten(toegang.bereik ?? 'A');
    const feiten = await loadTellingen(db, { ...vraag, van, tot, zonder });
    await verantwoord(toegang, 'tellingen', vraag);
    return alsTellingen(feiten);
  });

  mount(router, leesDagdelen, mountOptions, async (vraag, _, toegang) => {
    await magHier(toegang, vraag);
    const { bron, rooster, rijen } = await loadDagdelen(db, vraag);
    await verantwoord(toegang, 'dagdelen', vraag);
    const plek = perCel(rooster);
    const delen = rijen.map(({ cellen, aantallen, ...deel }) => ({ ...deel, ...plek(cellen, aantallen) }));
    return {
      bron,
      jaren: [...new Set(delen.map(({ jaar }) => jaar))],
      delen: delen.map(({ buiten: _buiten, ...deel }) => deel),
      buitenRooster: delen.reduce((som, { buiten }) => som + buiten, 0),
    };
  });

  mount(
    router,
    leesKlok,
    mountOptions,
    async ({ buurt = null, van = altijd.van, tot = altijd.tot, ...vraag }, _, toegang) => {
      await magHier(toegang, vraag);
      const feiten = await loadKlok(db, { ...vraag, buurt, van, tot, zonder: weggelaten(toegang.bereik ?? 'A') });
      await verantwoord(toegang, 'klok', { ...vraag, ...(buurt && { gemeente: buurt }) });
      const uren = Array.from({ length: 168 }, () => 0);
      for (const { uur, aantal } of feiten.uren) if (uur < uren.length) uren[uur] = aantal;
      return { bron: feiten.bron, uren, onbekend: feiten.uren.find(({ uur }) => uur === uren.length)?.aantal ?? 0 };
    },
  );

  mount(router, leesSensoren, mountOptions, async (vraag, _signal, toegang) => {
    await magHier(toegang, vraag);
    const { bron, rijen } = await loadSensoren(db, vraag.gemeente);
    const object = { soort: 'veiligheid-sensoren', id: vraag.gemeente };
    await toegang.verantwoord(db, { betrokkenen: [], object });
    return { bron, sensoren: toonSensoren(rijen, vraag.gemeente) };
  });

  /** Counts are of the own gemeente only. */
  async function magHier(toegang: Toegang, { gemeente }: { gemeente: string }): Promise<void> {
    if (toegang.wie.bevoegdGezag.includes(gemeente)) return;
    throw await toegang.nietVanU({ soort: 'veiligheid', id: gemeente }, 'Van deze gemeente zijn er geen tellingen.');
  }

  /** Every look at counts stands in the log, with its purpose and what was asked; it is about nobody. */
  const verantwoord = (
    toegang: Toegang,
    laag: LaagId,
    { gemeente, stroom, themas }: { gemeente: string; stroom: string; themas: readonly string[] },
  ) =>
    toegang.verantwoord(db, {
      betrokkenen: [],
      object: { soort: `veiligheid-${laag}`, id: [gemeente, stroom, ...themas].join('/') },
    });
}

const opTien = (aantal: number): number => Math.round(aantal / 10) * 10;

const nogNiet = () =>
  notFound(
    'Deze periode is er nog niet voor iedereen: niet alle maanden zijn geleverd, of zij eindigde te kort geleden.',
  );
