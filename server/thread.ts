import { Worker } from 'node:worker_threads';

/**
 * Starts a TypeScript module in a worker thread.
 *
 * Node 20 does not pass the TypeScript loader on to a worker, so a one-line bootstrap registers it there first.
 */
export function startThread(module: URL, workerData?: unknown): Worker {
  const bootstrap = `
    import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(module.href)}); })
      .catch((error) => { setImmediate(() => { throw error; }); });
  `;
  return new Worker(bootstrap, { eval: true, workerData });
}
