import { evalueer, volgendeVragen } from '../../../server/vergunningcheck/domain/sttr/evalueer.ts';
import { leesRegelbestand } from '../../../server/vergunningcheck/domain/sttr/lees.ts';
import type { Antwoord } from '../../../server/vergunningcheck/domain/sttr/model.ts';
import { maakGrootProefbestand } from '../../sttr/proefbestand.ts';
import type { Job } from '../job.ts';

const p95 = 'volgende vraag, ms p95';

/** A file of toepasbare regels with 600 rules: reading it, and each question after the other, with every answer tried once. */
export const volgendeVraag: Job = {
  name: 'volgende-vraag',
  uitleg: 'de volgende vraag uit een bestand van 600 toepasbare regels',
  async run({ short }) {
    const xml = maakGrootProefbestand();
    const vooraf = performance.now();
    const gelezen = leesRegelbestand(xml);
    const lezen = performance.now() - vooraf;
    if ('fouten' in gelezen) throw new Error(JSON.stringify(gelezen.fouten));
    const { bestand } = gelezen;
    const ms: number[] = [];
    for (let ronde = 0; ronde < (short ? 8 : 64); ronde += 1) {
      const gegeven: Record<string, Antwoord> = {};
      for (;;) {
        const begin = performance.now();
        const [vraag] = volgendeVragen(bestand, gegeven);
        ms.push(performance.now() - begin);
        if (!vraag) break;
        const bit = bestand.vragen.indexOf(vraag);
        gegeven[vraag.id] = {
          boolean: Boolean((ronde >> bit) & 1),
          number: ronde % 95,
          list: 'x',
          string: '',
          date: '',
        }[vraag.gegevensType];
      }
      evalueer(bestand, gegeven);
    }
    ms.sort((a, b) => a - b);
    const deel = (p: number) => ms[Math.min(ms.length - 1, Math.floor(ms.length * p))] ?? 0;
    return {
      figures: {
        'bestand lezen, ms': lezen,
        'volgende vraag, ms p50': deel(0.5),
        [p95]: deel(0.95),
        vragen: ms.length,
      },
    };
  },
};
