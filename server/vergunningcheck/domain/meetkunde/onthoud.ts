import type { Punt } from './punt.ts';

/** A function that computes each answer once. */
export function onthoud<Vraag, Antwoord>(sleutel: (vraag: Vraag) => unknown, bereken: (vraag: Vraag) => Antwoord) {
  const bekend = new Map<unknown, Antwoord>();
  return (vraag: Vraag): Antwoord => {
    const naam = sleutel(vraag);
    const eerder = bekend.get(naam);
    if (eerder !== undefined) return eerder;
    const antwoord = bereken(vraag);
    bekend.set(naam, antwoord);
    return antwoord;
  };
}

/** A function of a thing that does not change, computed once for as long as that thing is there. */
export function onthoudBij<Ding extends object, Antwoord>(bereken: (ding: Ding) => Antwoord) {
  const bekend = new WeakMap<Ding, Antwoord>();
  return (ding: Ding): Antwoord => {
    const eerder = bekend.get(ding);
    if (eerder !== undefined) return eerder;
    const antwoord = bereken(ding);
    bekend.set(ding, antwoord);
    return antwoord;
  };
}

/** The same for what is read around an origin: what is on a map is read more than once, mostly around the same one. */
export function onthoudRond<Ding extends object, Antwoord>(lees: (ding: Ding, oorsprong: Punt) => Antwoord) {
  const bekend = new WeakMap<Ding, { oorsprong: Punt; antwoord: Antwoord }>();
  return (ding: Ding, oorsprong: Punt): Antwoord => {
    const eerder = bekend.get(ding);
    if (eerder && eerder.oorsprong[0] === oorsprong[0] && eerder.oorsprong[1] === oorsprong[1]) return eerder.antwoord;
    const antwoord = lees(ding, oorsprong);
    bekend.set(ding, { oorsprong, antwoord });
    return antwoord;
  };
}
