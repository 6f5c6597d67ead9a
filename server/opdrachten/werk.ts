import type PgBoss from 'pg-boss';
import { bossOn, makeQueue } from './boss.ts';
import { type Opdracht, type OpdrachtContext, OpdrachtFout } from './opdracht.ts';

/** How many of a kind at the same time, on one server. */
const tegelijk = 5;

export interface Werk {
  /** Finishes what is under way, then stops. */
  stop(): Promise<void>;
}

/** Does the work that was given, until it is stopped. Several servers may do so at once: each takes what is free. */
export async function startWerk(
  opdrachten: readonly Opdracht[],
  context: OpdrachtContext,
  { pollS = 1 }: { pollS?: number } = {},
): Promise<Werk> {
  const { db, log } = context;
  const boss = bossOn(db);
  boss.on('error', (err) => log.error({ err }, 'the queue does not answer'));
  await boss.start();
  for (const opdracht of opdrachten) {
    await makeQueue(db, opdracht);
    if (opdracht.elke) await boss.schedule(opdracht.soort, opdracht.elke, {}, { tz: 'Europe/Amsterdam' });
    const worker = await boss.work(
      opdracht.soort,
      { batchSize: tegelijk, pollingIntervalSeconds: pollS },
      async (jobs: PgBoss.Job<unknown>[]) => {
        // more may wait: look again at once
        if (jobs.length === tegelijk) boss.notifyWorker(worker);
        await Promise.all(jobs.map((job) => doe(boss, opdracht, job, context)));
      },
    );
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) };
}

/** One failing alone: the others of its batch go on. */
async function doe(boss: PgBoss, opdracht: Opdracht, { id, data }: PgBoss.Job<unknown>, context: OpdrachtContext) {
  const { soort } = opdracht;
  try {
    await opdracht.doe(opdracht.data.parse(data), context);
  } catch (err) {
    context.log.warn({ err, soort, id }, 'an opdracht failed');
    await boss.fail(soort, id, { fout: err instanceof OpdrachtFout ? err.message : 'storing' });
  }
}
