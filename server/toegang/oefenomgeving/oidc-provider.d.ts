/** Parts of oidc-provider by themselves: its index only adds a warning about the version of Node. */
declare module 'oidc-provider/lib/provider.js' {
  import type OidcProvider from 'oidc-provider';
  export const Provider: typeof OidcProvider;
}

declare module 'oidc-provider/lib/adapters/memory_adapter.js' {
  import type { AdapterConstructor } from 'oidc-provider';
  export function createMemoryAdapter(clockTolerance: number): AdapterConstructor;
}
