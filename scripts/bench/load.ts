/** The process that asks: autocannon with a number of clients that each wait for their answer, for a bounded time. */
import autocannon from 'autocannon';
import type { Vraag } from './job.ts';
import { answerParent } from './process.ts';
import { Timing, type Timings } from './timings.ts';

export interface Load {
  url: string;
  /** Asked in turn, each client from the first on. */
  vragen: readonly Vraag[];
  clients: number;
  seconds: number;
}

/**
 * Autocannon makes text of every body, which for the bytes of a tile costs more than the request itself: nobody reads it.
 *
 * @NOTE this reaches inside autocannon 9.0.0; look here when it is updated
 */
function leaveBodies(client: autocannon.Client): void {
  Object.assign((client as unknown as { pipelinedRequests: object }).pipelinedRequests, { addBody: () => {} });
}

answerParent<Load, Timings>(
  ({ url, vragen, clients, seconds }) =>
    new Promise((done, fail) => {
      const timing = new Timing(seconds);
      const instance = autocannon(
        {
          url,
          connections: clients,
          duration: seconds,
          sampleInt: 100,
          timeout: 60,
          setupClient: leaveBodies,
          requests: vragen.map(({ method, path, body, headers }) => ({
            method,
            path,
            headers: { ...headers, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
            ...(body !== undefined && { body: JSON.stringify(body) }),
          })),
        },
        (error) => {
          if (error) fail(error);
          else done(timing.result());
        },
      );
      instance.on('response', (_client, status, bytes, ms) => {
        if (status >= 200 && status < 300) timing.add(ms, bytes);
        else timing.addFault(`${status}`);
      });
      instance.on('reqError', (error) => timing.addFault(String(error)));
    }),
);
