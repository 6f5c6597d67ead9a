import type { Punt } from '../town.ts';
import { doorsnede, strook, verenig, verschil } from '../vlakken.ts';
import { alleen, buurtenDie, type Maker, stad } from './kaart.ts';

/** The warmteprogramma of the gemeente is about the town; for dorpen and polder it makes no choice yet. */
export const warmtenet: Maker = (town) => ({
  vlakken: [
    ...alleen(
      'warmtenet aanwezig',
      buurtenDie(town, ({ karakter }) => karakter === 'hoogbouw' || karakter === 'ziekenhuis'),
    ),
    ...alleen(
      'warmtenet gepland',
      buurtenDie(town, ({ karakter }) => karakter === 'strokenbouw' || karakter === 'station'),
    ),
  ],
  dekking: stad(town),
});

/** The area of one of two grid operators; the other, in the last wijk, gave nothing. */
export const netcongestie: Maker = (town) => {
  const zonderOpgave = town.wijken.at(-1)?.code;
  const gegeven = town.buurten.filter(({ wijkCode }) => town.wijken.length === 1 || wijkCode !== zonderOpgave);
  const dekking = verenig(gegeven.flatMap(({ vlak }) => vlak));
  const vol = verenig(
    gegeven
      .filter(({ karakter }) => karakter === 'bedrijventerrein' || karakter === 'haven')
      .flatMap(({ vlak }) => vlak),
  );
  const bijna = verenig(
    gegeven
      .filter(({ karakter }) => ['vinex', 'buitengebied', 'villawijk'].includes(karakter))
      .flatMap(({ vlak }) => vlak),
  );
  return {
    vlakken: [
      ...alleen('vol: wachtlijst voor afname en teruglevering', vol),
      ...alleen('bijna vol: wachtlijst voor teruglevering', bijna),
    ],
    dekking,
  };
};

/** The gemeente keeps the lamps of its own streets; along other roads we do not know. */
export const openbareVerlichting: Maker = (town) => {
  const dekking = buurtenDie(town, ({ karakter }) => karakter !== 'buitengebied' && karakter !== 'recreatiepark');
  const heleNacht = ['regionaal', 'hoofdweg', 'winkelstraat', 'gracht', 'industrie'];
  const gedimd = ['woonstraat', 'woonerf'];
  const langs = (klassen: readonly string[]) => {
    const perBreedte = new Map<number, (readonly Punt[])[]>();
    for (const { klasse, as, breedte } of town.wegen) {
      if (!klassen.includes(klasse)) continue;
      const breed = Math.round(breedte);
      perBreedte.set(breed, [...(perBreedte.get(breed) ?? []), as]);
    }
    const delen = [...perBreedte].flatMap(([breedte, assen]) => strook(assen, breedte / 2 + 3));
    return doorsnede(verenig(delen), dekking);
  };
  const fel = langs(heleNacht);
  return {
    vlakken: [...alleen('verlicht', fel), ...alleen('verlicht, gedimd na 23 uur', verschil(langs(gedimd), fel))],
    dekking,
  };
};
