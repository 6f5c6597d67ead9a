import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDagen, type Datum, dagenTot, parseDatum } from './datum.ts';
import {
  computeBeslistermijnRegulier,
  computeBezwaarTijdig,
  computeInwerkingtreding,
  computeTermijn,
  computeUitgebreidZonderZienswijzen,
  formatUitleg,
  TERMIJNEN,
  type TermijnRegel,
} from './domain.ts';
import { findVrijeDag } from './feestdagen.ts';

const dag = (tekst: string): Datum => parseDatum(tekst)!;
const DAGEN_VANAF_2024 = 4_383;
const dagen = fc.integer({ min: 0, max: DAGEN_VANAF_2024 }).map((aantal) => addDagen(dag('2024-01-01'), aantal));
const extra = fc.array(dagen, { maxLength: 40 });

const regels: TermijnRegel[] = Object.values(TERMIJNEN);
const schuift = ({ telling, duur }: TermijnRegel) =>
  telling !== 'terug' && ('weken' in duur ? duur.weken <= 12 : duur.maanden <= 3);

describe('every term, on every day of 2024 to 2035', () => {
  test('a term that the Algemene termijnenwet covers never ends on a free day, and moves no further than it must', () => {
    fc.assert(
      fc.property(fc.constantFrom(...regels.filter(schuift)), dagen, extra, (regel, gebeurtenis, extraDagen) => {
        const termijn = computeTermijn(regel, gebeurtenis, extraDagen);
        expect(findVrijeDag(termijn.laatsteDag, extraDagen)).toBeNull();
        expect(termijn.overgeslagen.map(({ datum }) => datum)).toEqual(
          Array.from({ length: dagenTot(termijn.laatsteDag, termijn.onverschoven) }, (_, index) =>
            addDagen(termijn.onverschoven, index),
          ),
        );
        expect(termijn.overgeslagen.every(({ datum }) => findVrijeDag(datum, extraDagen))).toBe(true);
        expect(termijn.vastEinde).toBeNull();
      }),
    );
  });

  test('the bezwaartermijn, day by day', () => {
    for (let aantal = 0; aantal <= DAGEN_VANAF_2024; aantal++) {
      const verzonden = addDagen(dag('2024-01-01'), aantal);
      const { laatsteDag } = computeTermijn(TERMIJNEN.bezwaar, verzonden);
      expect(findVrijeDag(laatsteDag)).toBeNull();
      // Longest row without extra days: Good Friday to Easter Monday.
      expect(dagenTot(laatsteDag, verzonden)).toBeGreaterThanOrEqual(42);
      expect(dagenTot(laatsteDag, verzonden)).toBeLessThanOrEqual(46);
    }
  });

  test('a term counted back, or longer than twelve weeks, stays where it ends', () => {
    fc.assert(
      fc.property(fc.constantFrom(...regels.filter((regel) => !schuift(regel))), dagen, (regel, gebeurtenis) => {
        const termijn = computeTermijn(regel, gebeurtenis);
        expect(termijn.laatsteDag).toBe(termijn.onverschoven);
        expect(termijn.vastEinde !== null).toBe(findVrijeDag(termijn.onverschoven) !== null);
      }),
    );
  });

  test('a later event never ends earlier', () => {
    fc.assert(
      fc.property(fc.constantFrom(...regels), dagen, fc.nat(30), (regel, gebeurtenis, later) => {
        const eerste = computeTermijn(regel, gebeurtenis).laatsteDag;
        expect(computeTermijn(regel, addDagen(gebeurtenis, later)).laatsteDag >= eerste).toBe(true);
      }),
    );
  });

  test('zienswijzen end one day before beroep would, until the end moves', () => {
    fc.assert(
      fc.property(dagen, (terinzage) => {
        const zienswijzen = computeTermijn(TERMIJNEN.zienswijzen, terinzage).onverschoven;
        expect(addDagen(zienswijzen, 1)).toBe(computeTermijn(TERMIJNEN.beroepUitgebreid, terinzage).onverschoven);
      }),
    );
  });
});

describe('regular decision term', () => {
  const opschorting = fc
    .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 200 }))
    .map(([na, duur]) => ({ na, duur }));

  test('a suspension never shortens the term, and lengthens it by its days', () => {
    fc.assert(
      fc.property(dagen, fc.boolean(), opschorting, (ontvangst, instemming, { na, duur }) => {
        const uitnodiging = addDagen(ontvangst, na);
        const gegevensOntvangen = addDagen(uitnodiging, duur);
        const zonder = computeBeslistermijnRegulier({ ontvangst, instemming }).beslissen;
        const met = computeBeslistermijnRegulier({
          ontvangst,
          instemming,
          opschorting: { uitnodiging, gegevensOntvangen },
        }).beslissen;
        expect(met.laatsteDag >= zonder.laatsteDag).toBe(true);
        expect(dagenTot(met.onverschoven, zonder.onverschoven)).toBe(Math.max(0, duur - 1));
      }),
    );
  });

  test('data that came before they were asked for suspend nothing', () => {
    const opgeschort = { uitnodiging: dag('2026-06-10'), gegevensOntvangen: dag('2026-06-01') };
    const { beslissen } = computeBeslistermijnRegulier({ ontvangst: dag('2026-06-01'), opschorting: opgeschort });
    expect([beslissen.opgeschorteDagen, beslissen.laatsteDag]).toEqual([0, '2026-07-27']);
  });

  test('a term that is over cannot be suspended any more', () => {
    const opgeschort = { uitnodiging: dag('2026-07-28'), gegevensOntvangen: dag('2026-08-28') };
    const verloop = { ontvangst: dag('2026-06-01'), opschorting: opgeschort };
    expect(computeBeslistermijnRegulier(verloop).beslissen.laatsteDag).toBe('2026-07-27');
    // With an extension the invitation is in time, for the decision alone.
    const verlengd = computeBeslistermijnRegulier({ ...verloop, verlengingWeken: 6 });
    expect(verlengd.verlengen?.laatsteDag).toBe('2026-07-27');
    expect(verlengd.beslissen.laatsteDag).toBe('2026-10-07');
  });

  test('an extension counts from receipt, stays on a free day, and must be decided in the first term', () => {
    fc.assert(
      fc.property(
        dagen,
        fc.boolean(),
        fc.constantFrom(1, 2, 3, 4, 5, 6),
        extra,
        (ontvangst, instemming, verlengingWeken, extraDagen) => {
          const verloop = { ontvangst, instemming };
          const { beslissen, verlengen } = computeBeslistermijnRegulier({ ...verloop, verlengingWeken }, extraDagen);
          expect(dagenTot(beslissen.laatsteDag, ontvangst)).toBe(7 * ((instemming ? 12 : 8) + verlengingWeken));
          expect(verlengen).toEqual(computeBeslistermijnRegulier(verloop, extraDagen).beslissen);
        },
      ),
    );
  });
});

describe('bezwaar in time', () => {
  test('received by the last day always is, received more than a week later only where that week ends on a free day', () => {
    fc.assert(
      fc.property(dagen, fc.integer({ min: -10, max: 20 }), fc.boolean(), (verzonden, verschil, perPost) => {
        const { laatsteDag } = computeTermijn(TERMIJNEN.bezwaar, verzonden);
        const ontvangen = addDagen(laatsteDag, verschil);
        const { tijdig } = computeBezwaarTijdig({ verzonden, gepost: perPost ? laatsteDag : null, ontvangen });
        if (verschil <= 0) expect(tijdig).toBe(true);
        else if (!perPost) expect(tijdig).toBe(false);
        else if (verschil <= 7) expect(tijdig).toBe(true);
        else if (!findVrijeDag(addDagen(laatsteDag, 7))) expect(tijdig).toBe(false);
      }),
    );
  });

  test('posted too late is too late, however fast the post', () => {
    const bezwaar = { verzonden: dag('2026-03-09'), gepost: dag('2026-04-21'), ontvangen: dag('2026-04-21') };
    expect(computeBezwaarTijdig(bezwaar).tijdig).toBe(false);
  });

  test('where the week for the post ends on King’s Day, the day after still counts', () => {
    const bezwaar = { verzonden: dag('2026-03-09'), gepost: dag('2026-04-20'), ontvangen: dag('2026-04-28') };
    expect(computeBezwaarTijdig(bezwaar).tijdig).toBe(true);
    expect(computeBezwaarTijdig({ ...bezwaar, ontvangen: dag('2026-04-29') }).tijdig).toBe(false);
  });
});

test('without zienswijzen the decision follows within four weeks of the end as it moved', () => {
  const { zienswijzen, beslissen } = computeUitgebreidZonderZienswijzen(dag('2026-08-02'));
  expect([zienswijzen.onverschoven, zienswijzen.laatsteDag]).toEqual(['2026-09-12', '2026-09-14']);
  expect([beslissen.gebeurtenis, beslissen.laatsteDag]).toEqual(['2026-09-14', '2026-10-12']);
});

test('taking effect is a day, not a term: weekends and holidays do not matter', () => {
  expect(computeInwerkingtreding('vergunning', dag('2026-05-22'))).toBe('2026-05-23');
  expect(computeInwerkingtreding('vergunningVierWeken', dag('2026-11-27'))).toBe('2026-12-25');
  expect(computeInwerkingtreding('omgevingsplan', dag('2026-11-27'))).toBe('2026-12-25');
});

describe('how it was reached, in words', () => {
  const uitleg = (regel: TermijnRegel, datum: string) => formatUitleg(computeTermijn(regel, dag(datum)));

  test('on a working day', () =>
    expect(uitleg(TERMIJNEN.bezwaar, '2026-03-09')).toBe(
      'De termijn is 6 weken en begint op de dag na verzending van het besluit (maandag 9 maart 2026): Awb 6:7, 6:8 lid 1.',
    ));
  test('over a holiday', () =>
    expect(uitleg(TERMIJNEN.beslissingOpBezwaar, '2026-04-13')).toBe(
      'De termijn is 6 weken en begint op de dag na het einde van de bezwaartermijn (maandag 13 april 2026): Awb 7:10 lid 1. Het einde valt op maandag 25 mei 2026, een vrije dag (tweede pinksterdag). Daarom is de laatste dag dinsdag 26 mei 2026 (Atw 1 en 3).',
    ));
  test('on the day itself', () =>
    expect(uitleg(TERMIJNEN.zienswijzen, '2026-07-30')).toContain('begint op de dag van terinzagelegging'));
  test('too long to move', () =>
    expect(uitleg(TERMIJNEN.beslistermijnUitgebreid, '2026-06-25')).toContain(
      'een vrije dag (eerste kerstdag). Het schuift niet op, omdat de termijn langer is dan 12 weken of 3 maanden (Atw 4).',
    ));
  test('counted back', () =>
    expect(uitleg(TERMIJNEN.bouwmelding, '2026-06-02')).toBe(
      'Uiterlijk 4 weken voor het begin van de bouw (dinsdag 2 juni 2026): Bbl 2.18. Het einde valt op dinsdag 5 mei 2026, een vrije dag (Bevrijdingsdag). Het schuift niet op, omdat u terugtelt vanaf een dag (Atw 1 lid 2).',
    ));
  test('suspended and extended', () => {
    const { beslissen } = computeBeslistermijnRegulier({
      ontvangst: dag('2026-06-01'),
      verlengingWeken: 2,
      opschorting: { uitnodiging: dag('2026-06-10'), gegevensOntvangen: dag('2026-06-12') },
    });
    expect(formatUitleg(beslissen)).toContain('De termijn is 10 weken');
    expect(formatUitleg(beslissen)).toContain('De termijn stond 1 dag stil (Awb 4:15).');
  });
});
