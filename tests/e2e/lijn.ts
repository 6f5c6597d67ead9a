import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A line to a loket that a test can cut, and over which another version can be delivered. */
export interface Lijn {
  url: string;
  /** From here on nothing comes through. */
  cut(): void;
  mend(): void;
  /** From here on every file of the shell has another name, as after a new release. */
  release(): void;
  /** Addresses that were asked, with the names of the cookies that came along. */
  asked: { url: string; cookie: string | undefined }[];
  close(): Promise<void>;
}

const metHash = /([\w.-]+)-([\w-]{8})\.(js|css)\b/g;

export async function openLijn(loket: string): Promise<Lijn> {
  let open = true;
  let vernieuwd = false;
  const asked: Lijn['asked'] = [];
  const server = createServer((incoming, outgoing) => {
    const url = incoming.url ?? '/';
    if (!open) {
      incoming.socket.destroy();
      return;
    }
    asked.push({ url, cookie: incoming.headers.cookie });
    const path = url.replace(/-nieuw-/, '-');
    // whole and readable answers, so that they can be changed
    const headers = { ...incoming.headers };
    for (const name of ['accept-encoding', 'if-none-match', 'if-modified-since']) delete headers[name];
    const forward = request(new URL(path, loket), { method: incoming.method, headers, agent: false }, (answer) => {
      const isPage = vernieuwd && /(html|sw\.js|javascript)/.test(`${answer.headers['content-type']} ${path}`);
      if (!isPage) {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        return;
      }
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const { 'content-length': _length, 'last-modified': _date, etag: _etag, ...rest } = answer.headers;
        outgoing.writeHead(answer.statusCode ?? 502, rest);
        const text = Buffer.concat(chunks).toString('utf8').replace(metHash, '$1-nieuw-$2.$3');
        outgoing.end(text.replace(/(\/index\.html\W+revision\W+)\w+/, '$1nieuw'));
      });
    });
    forward.on('error', () => outgoing.destroy());
    incoming.pipe(forward);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      open = false;
      server.closeAllConnections();
    },
    mend: () => {
      open = true;
    },
    release: () => {
      vernieuwd = true;
    },
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
