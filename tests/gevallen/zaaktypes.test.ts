import { describe, expect, test } from 'vitest';
import { antwoorden as antwoordenVorm } from '../../server/indienen/contract.ts';
import { alleVelden, controleer, gekozenAntwoorden, nodigeVereisten } from '../../server/indienen/domain/formulier.ts';
import { isEinde, magNaar, type Status, statussen } from '../../server/indienen/domain/status.ts';
import { zaaktypes, zaaktypeVan } from '../../server/indienen/zaaktypes/index.ts';
import type { Antwoorden, Zaaktype } from '../../server/indienen/zaaktypes/zaaktype.ts';
import { addDagen, type Datum } from '../../server/termijnen/datum.ts';
import { computeTermijn } from '../../server/termijnen/domain.ts';

const vandaag = '2026-11-22' as Datum;
const zaaktype = (id: string) => zaaktypeVan(id) as Zaaktype;

/** An answer that is right to every question that is asked. */
function goedeAntwoorden(een: Zaaktype): Antwoorden {
  const antwoorden: Record<string, Antwoorden[string]> = {};
  for (const veld of alleVelden(een)) {
    antwoorden[veld.id] =
      veld.soort === 'keuze'
        ? (veld.opties[0]?.id as string)
        : veld.soort === 'keuzes'
          ? veld.opties.map(({ id }) => id)
          : veld.soort === 'ja-nee'
            ? (veld.moet?.antwoord ?? true)
            : veld.soort === 'getal'
              ? Math.max(1, veld.minimum)
              : veld.soort === 'datum'
                ? addDagen(vandaag, 60)
                : veld.soort === 'tijd'
                  ? '14:30'
                  : veld.soort === 'besluit'
                    ? 'loket-z-2026-000001-1'
                    : veld.soort === 'email'
                      ? 'sanne@voorbeeld.example'
                      : veld.soort === 'postcode'
                        ? '9999 AA'
                        : veld.soort === 'telefoon'
                          ? '06 12345678'
                          : 'Schuur 🏡';
  }
  return antwoorden;
}

describe.each(zaaktypes.map((een) => [een.id, een] as const))('zaaktype %s', (_, een) => {
  test('asks each question once, and a condition looks back at one that can have that answer', () => {
    const velden = alleVelden(een);
    expect(new Set(velden.map(({ id }) => id)).size).toBe(velden.length);
    for (const [i, { id, als }] of velden.entries()) {
      expect(antwoordenVorm.safeParse({ [id]: true }).success, id).toBe(true);
      if (!als) continue;
      const eerder = velden.slice(0, i).find((veld) => veld.id === als.veld);
      const mogelijk =
        eerder?.soort === 'ja-nee'
          ? [true, false]
          : eerder && 'opties' in eerder
            ? eerder.opties.map((optie) => optie.id)
            : [];
      for (const waarde of 'is' in als ? als.is : als.niet) expect(mogelijk, `${id} <- ${als.veld}`).toContain(waarde);
    }
    for (const { als } of een.vereisten) expect(!als || velden.some(({ id }) => id === als.veld)).toBe(true);
  });

  test('takes the right answers, and names every one that is missing', () => {
    const goed = goedeAntwoorden(een);
    expect(controleer(alleVelden(een), goed, vandaag)).toEqual([]);
    const gezien = gekozenAntwoorden(een, goed);
    for (const veld of alleVelden(een).filter(({ id, optioneel, als }) => id in gezien && !optioneel && !als)) {
      const { [veld.id]: __, ...rest } = goed;
      expect(controleer(alleVelden(een), rest, vandaag).map((fout) => fout.veld)).toContain(veld.id);
    }
  });

  test('runs from ontvangen to an end, whatever happens on the way', () => {
    expect(een.verloop.statussen[0]).toBe('ontvangen');
    for (const van of een.verloop.statussen) {
      const verder = een.verloop.statussen.filter((naar) => magNaar(een.verloop, van, naar));
      expect(verder.length > 0, van).toBe(!isEinde(van) || (van === 'afgehandeld' && een.verloop.heropenbaar === true));
      if (van !== 'ontvangen')
        expect(
          een.verloop.statussen.some((uit) => magNaar(een.verloop, uit, van)),
          van,
        ).toBe(true);
    }
    for (const vreemd of (Object.keys(statussen) as Status[]).filter((s) => !een.verloop.statussen.includes(s))) {
      expect(magNaar(een.verloop, 'ontvangen', vreemd)).toBe(false);
    }
  });
});

describe('what the answers change', () => {
  test('a rijksmonument makes the procedure six months, together with other activiteiten', () => {
    const { termijn } = zaaktype('aanvraag-omgevingsvergunning');
    const gewoon = termijn({ activiteiten: ['bouwen-technisch', 'kappen'] });
    const zwaar = termijn({ activiteiten: ['bouwen-technisch', 'rijksmonument'] });
    expect(gewoon).toMatchObject({ procedure: 'regulier', artikel: 'Ow 16.64 lid 1' });
    expect(zwaar).toMatchObject({ procedure: 'uitgebreid', artikel: 'Awb 3:18 lid 1' });
    if (!gewoon.regel || !zwaar.regel) throw new Error('A permit has a term');
    expect(computeTermijn(gewoon.regel, vandaag).laatsteDag).toBe('2027-01-18');
    expect(computeTermijn(zwaar.regel, vandaag).laatsteDag).toBe('2027-05-22');
  });

  test('a sloopmelding comes four weeks before the start, and one week in the short cases of asbestos', () => {
    const slopen = zaaktype('sloopmelding');
    const basis = { ...goedeAntwoorden(slopen), asbest: false };
    const fouten = (antwoorden: Antwoorden) => controleer(alleVelden(slopen), antwoorden, vandaag);
    expect(fouten({ ...basis, begindatum: '2026-12-19' })).toMatchObject([{ veld: 'begindatum' }]);
    expect(fouten({ ...basis, begindatum: '2026-12-20' })).toEqual([]);
    const kort = { ...basis, asbest: true, kort: true };
    expect(fouten({ ...kort, begindatumKort: '2026-11-29' })).toEqual([]);
    expect(fouten({ ...kort, begindatumKort: '2026-11-28' })).toMatchObject([{ veld: 'begindatumKort' }]);
    // the answer to a question that is not asked any more changes nothing
    expect(fouten({ ...kort, asbest: false, begindatum: '2026-12-20' })).toEqual([]);
  });

  test('a bouwmelding for what is not new, names the way on', () => {
    const bouwen = zaaktype('bouwmelding');
    const [fout] = controleer(alleVelden(bouwen), { ...goedeAntwoorden(bouwen), nieuw: false }, vandaag);
    expect(fout).toMatchObject({ veld: 'nieuw', melding: expect.stringContaining('vergunningcheck') });
  });

  test('what must come with it follows the activiteiten, each with its article', () => {
    const aanvraag = zaaktype('aanvraag-omgevingsvergunning');
    const ids = (...activiteiten: string[]) => nodigeVereisten(aanvraag, { activiteiten }).map(({ id }) => id);
    expect(ids('kappen')).toEqual(['boom']);
    expect(ids('bouwen-technisch')).toEqual(['situatietekening', 'bouwtekeningen', 'veiligheid', 'berekeningen']);
    expect(ids('bouwen-omgevingsplan')).toEqual(['gevels', 'afstanden']);
    expect(aanvraag.leges({ activiteiten: ['bouwen-technisch', 'kappen', 'inrit'] })).toEqual(['T', 'O']);
  });

  test('an answer that nobody can give is refused, however long or strange', () => {
    const melding = zaaktype('melding-openbare-ruimte');
    const fouten = (antwoorden: Antwoorden) =>
      controleer(alleVelden(melding), antwoorden, vandaag).map(({ veld }) => veld);
    const goed = { categorie: 'afval/grofvuil', omschrijving: 'Een bank 🛋️ ليس هنا' };
    expect(fouten(goed)).toEqual([]);
    expect(fouten({ ...goed, omschrijving: 'a'.repeat(2_001) })).toEqual(['omschrijving']);
    expect(fouten({ ...goed, categorie: 'afval/__proto__' })).toEqual(['categorie']);
    expect(fouten({ ...goed, omschrijving: '   ' })).toEqual(['omschrijving']);
    expect(antwoordenVorm.safeParse({ omschrijving: 'a\u0000b' }).success).toBe(false);
    expect(antwoordenVorm.safeParse({ omschrijving: '\ud800' }).success).toBe(false);
  });
});
