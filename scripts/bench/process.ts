import { fork } from 'node:child_process';

/** A process beside this one, so that what is measured shares no event loop with what measures it. */
export interface Beside<Question, Answer> {
  ask(question: Question): Promise<Answer>;
  stop(): Promise<void>;
}

type Reply<Answer> = { answer: Answer } | { fault: string };

/**
 * Starts a file of this folder that ends with `answerParent`.
 *
 * Questions are asked one at a time; `ask` throws when the other side does, or when it stops.
 */
export function startBeside<Question, Answer>(file: URL): Beside<Question, Answer> {
  const child = fork(file, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return {
    ask: (question) =>
      new Promise((done, fail) => {
        const stopped = (code: number | null) => fail(new Error(`${file.pathname} stopped with ${code}`));
        child.once('exit', stopped);
        child.once('message', (reply: Reply<Answer>) => {
          child.off('exit', stopped);
          if ('fault' in reply) fail(new Error(reply.fault));
          else done(reply.answer);
        });
        child.send({ question });
      }),
    stop: () =>
      new Promise((done) => {
        if (child.exitCode !== null || child.signalCode !== null) return done();
        child.once('exit', () => done());
        child.kill('SIGTERM');
      }),
  };
}

/** The other side: answers each question of the process that started this one, and ends with it. */
export function answerParent<Question, Answer>(answer: (question: Question) => Promise<Answer>): void {
  process.on('message', async ({ question }: { question: Question }) => {
    const reply: Reply<Answer> = await answer(question).then(
      (given) => ({ answer: given }),
      (error: Error) => ({ fault: error.stack ?? error.message }),
    );
    process.send?.(reply);
  });
  process.on('disconnect', () => process.exit(0));
}
