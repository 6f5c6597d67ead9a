import { startThread } from '../../server/thread.ts';
import { lockFolder } from './lock.ts';
import type { Answer, Question } from './protocol.ts';

type Ask = Question extends infer Q ? (Q extends unknown ? Omit<Q, 'id'> : never) : never;

/** The one session of the embedded database, in its own worker thread so that queries never block the server. */
export interface EmbeddedSession {
  ask(question: Ask): Promise<Answer>;
  close(): Promise<void>;
  /** Set when the worker has died: knex then opens a new session in its place. */
  __knex__disposed?: Error;
}

/**
 * Opens the embedded PostGIS in `folder` (null: in memory, for tests) and locks the folder for this process.
 *
 * @throws DatabaseInUse when another process has the folder open
 */
export async function openEmbedded(folder: string | null): Promise<EmbeddedSession> {
  const unlock = folder ? await lockFolder(folder) : async () => {};
  const worker = startThread(new URL('./worker.ts', import.meta.url), { folder });
  const waiting = new Map<number, { done: (answer: Answer) => void; fail: (error: Error) => void }>();
  let lastId = 0;
  let dead: Error | null = null;

  const session: EmbeddedSession = {
    ask: () => Promise.reject(new Error('The embedded database is still opening.')),
    async close() {
      if (!dead) await session.ask({ kind: 'close' });
      await worker.terminate();
      await unlock();
    },
  };
  const ready = new Promise<Answer>((done, fail) => waiting.set(0, { done, fail }));
  worker.on('message', (answer: Answer) => {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (!asker) return;
    if (answer.error) asker.fail(Object.assign(new Error(answer.error.message), answer.error));
    else asker.done(answer);
  });
  const stop = (error: Error) => {
    dead ??= error;
    session.__knex__disposed = dead;
    void unlock();
    for (const asker of waiting.values()) asker.fail(dead);
    waiting.clear();
  };
  worker.on('error', stop);
  worker.on('exit', () => stop(new Error('The embedded database has stopped.')));

  try {
    await ready;
  } catch (error) {
    await unlock();
    throw error;
  }
  const ask = (question: Ask): Promise<Answer> =>
    dead
      ? Promise.reject(dead)
      : new Promise((done, fail) => {
          const id = ++lastId;
          waiting.set(id, { done, fail });
          worker.postMessage({ id, ...question });
        });
  session.ask = ask;
  return session;
}
