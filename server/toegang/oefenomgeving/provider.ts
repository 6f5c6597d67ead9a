import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type OidcProvider from 'oidc-provider';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { inlogdienst, writeZekerheid } from '../domain/inlogdienst.ts';
import { type Drempel, drempels, isNiveau, type Middel, middelen } from '../domain/niveau.ts';
import { rollen } from '../domain/rollen.ts';
import type { BereikbareDienst } from '../oidc.ts';
import { alleNiveaus, oefenmensen } from './mensen.ts';
import { oefenBase } from './pagina.ts';

const clientId = 'loket';
export const sessieKoekje = 'oefen-sessie';

/** Each claim that the invented people have, by the name under which the loket reads it. */
const claims = {
  bsn: 'bsn',
  kvk: 'kvk',
  vestiging: 'vestiging',
  organisatie: 'organisatie',
  namensBsn: 'namens_bsn',
  namensKvk: 'namens_kvk',
  namensNaam: 'namens_naam',
  rollen: 'rollen',
  bevoegdGezag: 'bevoegd_gezag',
};

/** The levels that reach a drempel, as the loket asks for them. */
const niveausVoor = (drempel: Drempel) =>
  (Object.keys(middelen) as Middel[]).flatMap((middel) => {
    const reeks = middelen[middel].niveaus as readonly string[];
    const vanaf = drempels[drempel][middel];
    return vanaf === null ? [] : reeks.slice(reeks.indexOf(vanaf)).map((niveau) => writeZekerheid({ middel, niveau }));
  });

/**
 * The practice environment as a service to log in with. What an issuer says about itself is known here, so that the
 * server asks itself nothing by way of the network outside.
 *
 * @param lokaalUrl where this server reaches itself
 */
export function oefendienst(publicUrl: string, lokaalUrl: string): BereikbareDienst & { clientSecret: string } {
  const issuer = `${publicUrl}${oefenBase}`;
  const lokaal = `${lokaalUrl}${oefenBase}`;
  const dienst = inlogdienst.parse({
    id: 'oefenomgeving',
    naam: 'de oefenomgeving',
    issuer,
    clientId,
    publiek: true,
    claims,
    rollen: Object.fromEntries(Object.keys(rollen).map((rol) => [rol, rol])),
    acr: Object.fromEntries((Object.keys(drempels) as Drempel[]).map((een) => [een, niveausVoor(een).join(' ')])),
    prompt: 'login',
    uitloggen: false,
  });
  return {
    ...dienst,
    clientSecret: randomBytes(32).toString('base64url'),
    metadata: {
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${lokaal}/token`,
      userinfo_endpoint: `${lokaal}/me`,
      jwks_uri: `${lokaal}/jwks`,
      id_token_signing_alg_values_supported: ['ES256'],
    },
  };
}

export interface OefenProvider {
  provider: OidcProvider;
  handle: RequestListener;
}

/**
 * An OpenID provider inside this server, with invented people, for trying, demonstrating and testing. What it keeps is in
 * memory and gone after a restart: nobody who logged in with it is logged out by that.
 */
export async function createOefenProvider(
  publicUrl: string,
  clientSecret: string,
  achterProxy: boolean,
): Promise<OefenProvider> {
  const [{ Provider }, { createMemoryAdapter }] = await Promise.all([
    import('oidc-provider/lib/provider.js'),
    import('oidc-provider/lib/adapters/memory_adapter.js'),
  ]);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const provider = new Provider(`${publicUrl}${oefenBase}`, {
    adapter: createMemoryAdapter(0),
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${publicUrl}/inloggen/antwoord`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' }] } as never,
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      names: { session: sessieKoekje, interaction: 'oefen-vraag', resume: 'oefen-verder' },
    },
    pkce: { required: () => true },
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['name', ...Object.values(claims)], acr: null },
    acrValues: [...alleNiveaus],
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    ttl: { Interaction: 900, Session: 900, Grant: 900, AccessToken: 60, AuthorizationCode: 60, IdToken: 60 },
    interactions: { url: (_ctx, { uid }) => `${oefenBase}/inloggen/${uid}` },
    findAccount: (_ctx, id) => {
      const mens = oefenmensen.find((een) => een.id === id);
      return (
        mens && {
          accountId: id,
          claims: () => ({
            sub: id,
            name: mens.naam,
            ...mens.claims,
            ...(mens.rollen.length > 0 && { rollen: mens.rollen, bevoegd_gezag: ['gm9999'] }),
          }),
        }
      );
    },
    loadExistingGrant: agree,
    renderError: (ctx) => {
      ctx.status = 303;
      ctx.redirect(`${publicUrl}/inloggen/mislukt?reden=verlopen`);
    },
  });
  provider.proxy = achterProxy;
  return { provider, handle: provider.callback() };
}

/** The loket is this provider's own: nobody is asked whether it may know who he is. */
async function agree({ oidc }: KoaContextWithOIDC) {
  const accountId = oidc.session?.accountId;
  if (!accountId || !oidc.client) return undefined;
  const grant = new oidc.provider.Grant({ accountId, clientId: oidc.client.clientId });
  grant.addOIDCScope('openid profile');
  await grant.save();
  return grant;
}

/** The level with which an invented person logs in, as the page sent it; null: there is no such person or level. */
export function leesKeuze(mens: unknown, niveau: unknown): { accountId: string; acr: string } | null {
  const gekozen = oefenmensen.find(({ id }) => id === mens);
  if (!gekozen || typeof niveau !== 'string' || !isNiveau({ middel: gekozen.middel, niveau })) return null;
  return { accountId: gekozen.id, acr: writeZekerheid({ middel: gekozen.middel, niveau }) };
}
