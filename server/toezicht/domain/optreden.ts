import type { Vlakken } from '../../geo/contract.ts';
import { afstandM } from '../../geo/rd.ts';
import type { Role } from '../../toegang/domain/rollen.ts';
import type { Moment } from '../../veiligheid/domain/tijd.ts';
import type { Optreden, PlekFeiten } from '../contract.ts';
import { bepaalLigging, type Cirkel, type Ligging, rondomM } from './plek.ts';
import { bevoegdhedenVan, nagekeken, type RegimeSoort, regimes } from './regimes.ts';
import { geldtOp, noemVenster } from './venster.ts';

/** Who asks, as far as the answer depends on it. */
export interface Vrager {
  rol: Role | null;
  /** Codes of the gemeenten for which he works. */
  bevoegdGezag: readonly string[];
}

/**
 * May somebody act here: for every border the same question, is the whole circle on one side of it?
 *
 * The same function answers on the server and, from what the tablet kept, without network. Where the circle touches a
 * border the answer is unknown, with the walk that makes it certain; where nothing was loaded it is unknown too.
 *
 * @param moment null: the clock cannot be trusted, so what holds on days or hours is unknown
 */
export function beoordeelPlek(feiten: PlekFeiten, cirkel: Cirkel, moment: Moment | null, vrager: Vrager): Optreden {
  const activiteiten = feiten.activiteiten.flatMap(({ vlakken, regels }) => {
    const { stand, loop } = bepaalLigging(vlakken, cirkel);
    if (stand === 'buiten') return [];
    const uitkomst = stand === 'binnen' ? ('geldt' as const) : ('onbekend' as const);
    return regels.map((regel) => ({ ...regel, uitkomst, loop }));
  });
  return {
    cirkel,
    gebied: beoordeelGebied(feiten.gemeenten, cirkel, vrager),
    regimes: regimes.map((soort) => beoordeelRegime(soort, feiten, cirkel, moment)),
    activiteiten: activiteiten.sort(
      (een, ander) => een.naam.localeCompare(ander.naam, 'nl') || een.artikel.localeCompare(ander.artikel, 'nl'),
    ),
    activiteitenBekend: ligtBekend(feiten.plannen, cirkel),
    vergunningen: feiten.vergunningen
      .map(({ reikM, ...rest }) => ({ ...rest, afstandM: Math.max(0, Math.round(afstandM(rest, cirkel) - reikM)) }))
      .filter((vergunning) => vergunning.afstandM <= cirkel.straalM + rondomM)
      .sort((een, ander) => een.afstandM - ander.afstandM),
    vergunningenBekend: ligtBekend(feiten.besluiten, cirkel),
    vergunningenVanaf: feiten.vergunningenVanaf,
    bevoegdheden: bevoegdhedenVan(vrager.rol),
    nagekeken,
  };
}

/** Whether whole the circle lies where one of the bronnen speaks. */
const ligtBekend = (plekken: readonly { vlakken: Vlakken }[], cirkel: Cirkel): boolean =>
  plekken.some(({ vlakken }) => bepaalLigging(vlakken, cirkel).stand === 'binnen');

function beoordeelGebied(
  gemeenten: PlekFeiten['gemeenten'],
  cirkel: Cirkel,
  { rol, bevoegdGezag }: Vrager,
): Optreden['gebied'] {
  const hier = gemeenten
    .map(({ vlakken, ...gemeente }) => ({ ...gemeente, ...bepaalLigging(vlakken, cirkel) }))
    .filter(({ stand }) => stand !== 'buiten');
  if (rol !== 'toezichthouder' && rol !== 'boa') {
    const uitleg = 'Alleen een toezichthouder of boa treedt op. Ziet u iets dat niet mag, doe dan een melding.';
    return { uitkomst: 'nee', uitleg, loop: [] };
  }
  const [eigen] = hier.filter(({ code }) => bevoegdGezag.includes(code));
  if (eigen?.stand === 'binnen') {
    const voor =
      rol === 'boa'
        ? 'voor de regels en feiten in uw aanwijzing en uw akte (Awb art. 5:11, Sv art. 142)'
        : 'voor de regels waarvoor u bent aangewezen (Awb art. 5:11)';
    return { uitkomst: 'ja', uitleg: `U staat in ${eigen.naam}. U mag hier optreden ${voor}.`, loop: [] };
  }
  if (eigen) {
    const uitleg = `U staat op de grens van ${eigen.naam}. Loop verder het gebied in, of meet opnieuw.`;
    return { uitkomst: 'onbekend', uitleg, loop: eigen.loop.filter(({ naar }) => naar === 'binnen') };
  }
  const [ander] = hier;
  if (ander?.stand === 'binnen') {
    const uitleg = `Dit is ${ander.naam}. Daar werkt u niet voor. Bel de collega's van ${ander.naam}.`;
    return { uitkomst: 'nee', uitleg, loop: [] };
  }
  const uitleg = 'Wij weten niet in welke gemeente u staat: de grens is hier niet geladen. Vraag het uw coördinator.';
  return { uitkomst: 'onbekend', uitleg, loop: [] };
}

function beoordeelRegime(
  { id, ...soort }: RegimeSoort,
  { regimes: gebieden, regimesBekend }: PlekFeiten,
  cirkel: Cirkel,
  moment: Moment | null,
): Optreden['regimes'][number] {
  const hier = gebieden
    .filter(({ regime }) => regime === id)
    .map(({ vlakken, ...gebied }) => ({
      ...gebied,
      ligging: bepaalLigging(vlakken, cirkel),
      nu: geldtOp(gebied.venster, moment),
    }))
    .filter(({ ligging }) => ligging.stand !== 'buiten');
  type Hier = (typeof hier)[number];
  const antwoord = (
    uitkomst: 'geldt' | 'onbekend' | 'geldt-niet',
    van: Hier | null,
    reden: string,
    loop: Ligging['loop'] = [],
  ) => ({
    regime: id,
    ...soort,
    artikel: [soort.artikel, van?.artikel].filter(Boolean).join('; ') || null,
    uitkomst,
    gebied: van?.naam ?? null,
    besluit: van?.besluit ?? null,
    url: van?.url ?? null,
    geldig: van ? { van: van.venster.van, tot: van.venster.tot } : null,
    bron: van?.bron ?? bekend?.bron ?? null,
    reden,
    loop,
  });
  const bekend = regimesBekend.find(
    ({ regime, vlakken }) => regime === id && bepaalLigging(vlakken, cirkel).stand === 'binnen',
  );
  const zeker = hier.find(({ nu, ligging }) => nu === true && ligging.stand === 'binnen');
  if (zeker) {
    const venster = noemVenster(zeker.venster);
    return antwoord('geldt', zeker, `Geldt hier${venster ? `: ${venster}` : ''}.`);
  }
  const rand = hier.find(({ nu, ligging }) => nu !== false && ligging.stand === 'grens');
  if (rand) {
    return antwoord('onbekend', rand, `U staat op de grens van ${rand.naam}.`, rand.ligging.loop);
  }
  const uur = hier.find(({ nu }) => nu === null);
  if (uur)
    return antwoord(
      'onbekend',
      uur,
      `Geldt ${noemVenster(uur.venster) || 'een tijd lang'}; wij weten niet hoe laat het is.`,
    );
  if (!bekend) {
    return antwoord(
      'onbekend',
      null,
      'Deze gebieden zijn hier niet geladen. Vraag het uw coördinator of de meldkamer.',
    );
  }
  const [nuNiet] = hier;
  if (nuNiet)
    return antwoord('geldt-niet', nuNiet, `Geldt nu niet; wel ${noemVenster(nuNiet.venster) || 'op andere dagen'}.`);
  return antwoord('geldt-niet', null, 'Geldt hier niet.');
}
