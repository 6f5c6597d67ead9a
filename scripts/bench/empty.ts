/** The process of the least that Express can do: a handler that answers nothing. What the product adds is measured beside it. */
import type { AddressInfo } from 'node:net';
import express from 'express';
import { answerParent } from './process.ts';

export type EmptyUrl = string;

answerParent<null, EmptyUrl>(async () => {
  const app = express();
  app.use((_request, response) => {
    response.end();
  });
  const url = await new Promise<EmptyUrl>((done) => {
    const server = app.listen(0, '127.0.0.1', () => done(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
  return url;
});
