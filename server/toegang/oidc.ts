import type * as oidc from 'openid-client';
import type { Claims, Inlogdienst } from './domain/inlogdienst.ts';
import type { Drempel } from './domain/niveau.ts';
import type { Inlogpoging } from './queries.ts';

/** How far the clock of an issuer may differ from ours, in seconds. */
const klokverschilS = 60;
/** What an issuer says about itself is asked again after this. */
const versMs = 60 * 60 * 1_000;
/** An issuer that takes longer counts as away. */
const wachttijdS = 10;

/** A service to log in with. What it says about itself is asked from it, unless it is known. */
export interface BereikbareDienst extends Inlogdienst {
  metadata?: oidc.ServerMetadata;
}

/** What the loket does as a relying party of OpenID Connect: code flow with PKCE. */
export interface RelyingParty {
  /** Where to send the browser, and what to keep until it comes back. */
  begin(
    dienst: BereikbareDienst,
    drempel: Drempel,
  ): Promise<{ naar: URL; bewaar: Omit<Inlogpoging, 'dienst' | 'terug'> }>;
  /**
   * What the issuer says of who came back.
   *
   * @throws when the answer is forged, was used before, is too late or meant for another login
   */
  voltooi(dienst: BereikbareDienst, adres: URL, poging: Inlogpoging): Promise<Claims>;
  /** Where the session at the issuer is ended; null: it offers no such page. */
  uitlogUrl(dienst: BereikbareDienst): Promise<string | null>;
}

const isLokaal = (adres: string) => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(adres).hostname);

export function createRelyingParty(publicUrl: string): RelyingParty {
  const redirectUri = `${publicUrl}/inloggen/antwoord`;
  const bekend = new Map<string, { op: number; gevonden: Promise<oidc.Configuration> }>();

  /** Not read before the first login: it costs a start nothing. */
  const library = () => import('openid-client');

  async function find(dienst: BereikbareDienst): Promise<oidc.Configuration> {
    const al = bekend.get(dienst.id);
    if (al && Date.now() - al.op < versMs) return al.gevonden;
    const gevonden = discover(dienst);
    bekend.set(dienst.id, { op: Date.now(), gevonden });
    // an issuer that was away is asked again at the next login
    gevonden.catch(() => bekend.delete(dienst.id));
    return gevonden;
  }

  async function discover({ issuer, clientId, clientSecret, metadata }: BereikbareDienst) {
    const client = await library();
    const about = { ...(clientSecret && { client_secret: clientSecret }), [client.clockTolerance]: klokverschilS };
    const auth = clientSecret ? client.ClientSecretBasic(clientSecret) : client.None();
    // without TLS only on this machine itself
    const lokaal = isLokaal(metadata?.token_endpoint ?? issuer);
    const options = { timeout: wachttijdS, ...(lokaal && { execute: [client.allowInsecureRequests] }) };
    const configuration = metadata
      ? new client.Configuration(metadata, clientId, about, auth)
      : await client.discovery(new URL(issuer), clientId, about, auth, options);
    configuration.timeout = wachttijdS;
    if (lokaal) client.allowInsecureRequests(configuration);
    // the signature of the ID token is checked, also where TLS would vouch for it
    client.enableNonRepudiationChecks(configuration);
    return configuration;
  }

  return {
    async begin(dienst, drempel) {
      const [client, configuration] = await Promise.all([library(), find(dienst)]);
      const [state, nonce, codeVerifier] = [
        client.randomState(),
        client.randomNonce(),
        client.randomPKCECodeVerifier(),
      ];
      const acr = dienst.acr[drempel];
      const naar = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: dienst.scope,
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        ...(acr && { acr_values: acr }),
        ...(dienst.prompt && { prompt: dienst.prompt }),
      });
      return { naar, bewaar: { state, nonce, codeVerifier } };
    },

    async voltooi(dienst, adres, { state, nonce, codeVerifier }) {
      const [client, configuration] = await Promise.all([library(), find(dienst)]);
      const tokens = await client.authorizationCodeGrant(configuration, adres, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('The issuer gave no ID token');
      const meer = configuration.serverMetadata().userinfo_endpoint
        ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : {};
      // what is signed counts before what is told beside it
      return { ...meer, ...claims };
    },

    async uitlogUrl(dienst) {
      if (!dienst.uitloggen) return null;
      const [client, configuration] = await Promise.all([library(), find(dienst)]);
      if (!configuration.serverMetadata().end_session_endpoint) return null;
      // without the ID token: that may hold a BSN, and is not kept
      return client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: `${publicUrl}/` }).href;
    },
  };
}
