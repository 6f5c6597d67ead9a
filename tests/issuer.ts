import { createHash, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = Record<string, unknown>;

/** A service to log in with, elsewhere, that does as it is told: also what no honest one does. */
export interface Issuer {
  url: string;
  /** What it says in the next ID token, over what is right; `undefined` leaves a claim out. */
  zegt: Json;
  /** How it signs the next one. */
  tekent: 'goed' | 'andere-sleutel' | 'geen' | 'hmac';
  /** What it says beside the token. */
  userinfo: Json;
  /** It does not answer. */
  weg: boolean;
  close(): Promise<void>;
}

const deel = (inhoud: Json) => Buffer.from(JSON.stringify(inhoud)).toString('base64url');

export async function startIssuer(): Promise<Issuer> {
  const [sleutel, andere] = [0, 1].map(() => generateKeyPairSync('ec', { namedCurve: 'P-256' }));
  if (!sleutel || !andere) throw new Error('no keys');
  const codes = new Map<string, { nonce: string; challenge: string }>();
  const issuer: Issuer = { url: '', zegt: {}, tekent: 'goed', userinfo: {}, weg: false, close: async () => {} };

  const idToken = (nonce: string): string => {
    const nu = Math.floor(Date.now() / 1_000);
    const claims = { iss: issuer.url, sub: 'iemand', aud: 'loket', nonce, iat: nu, exp: nu + 60, ...issuer.zegt };
    const alg = issuer.tekent === 'geen' ? 'none' : issuer.tekent === 'hmac' ? 'HS256' : 'ES256';
    const inhoud = `${deel({ alg, kid: 'een' })}.${deel(claims)}`;
    const publiek = JSON.stringify(sleutel.publicKey.export({ format: 'jwk' }));
    const handtekening =
      issuer.tekent === 'geen'
        ? ''
        : issuer.tekent === 'hmac'
          ? createHmac('sha256', publiek).update(inhoud).digest('base64url')
          : sign('sha256', Buffer.from(inhoud), {
              key: (issuer.tekent === 'goed' ? sleutel : andere).privateKey,
              dsaEncoding: 'ieee-p1363',
            }).toString('base64url');
    return `${inhoud}.${handtekening}`;
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', issuer.url);
    const json = (body: unknown, status = 200) => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    };
    if (issuer.weg) return response.destroy();
    if (url.pathname === '/.well-known/openid-configuration') {
      return json({
        issuer: issuer.url,
        authorization_endpoint: `${issuer.url}/auth`,
        token_endpoint: `${issuer.url}/token`,
        userinfo_endpoint: `${issuer.url}/me`,
        jwks_uri: `${issuer.url}/jwks`,
        end_session_endpoint: `${issuer.url}/uit`,
        id_token_signing_alg_values_supported: ['ES256'],
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
      });
    }
    if (url.pathname === '/jwks') {
      return json({ keys: [{ ...sleutel.publicKey.export({ format: 'jwk' }), kid: 'een', use: 'sig', alg: 'ES256' }] });
    }
    if (url.pathname === '/auth') {
      const vraag = Object.fromEntries(url.searchParams);
      if (vraag.code_challenge_method !== 'S256' || vraag.response_type !== 'code') return json({}, 400);
      const code = `code-${codes.size}`;
      codes.set(code, { nonce: vraag.nonce ?? '', challenge: vraag.code_challenge ?? '' });
      response.writeHead(303, {
        Location: `${vraag.redirect_uri}?${new URLSearchParams({ code, state: vraag.state ?? '' })}`,
      });
      return response.end();
    }
    if (url.pathname === '/token') {
      const body = new URLSearchParams(await text(request));
      const gegeven = codes.get(body.get('code') ?? '');
      const bewijs = createHash('sha256')
        .update(body.get('code_verifier') ?? '')
        .digest('base64url');
      if (!gegeven || gegeven.challenge !== bewijs) return json({ error: 'invalid_grant' }, 400);
      return json({ access_token: 'toegang', token_type: 'Bearer', expires_in: 60, id_token: idToken(gegeven.nonce) });
    }
    if (url.pathname === '/me') return json({ sub: issuer.zegt.sub ?? 'iemand', ...issuer.userinfo });
    return json({}, 404);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  issuer.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  issuer.close = () =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return issuer;
}

async function text(stream: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString();
}
