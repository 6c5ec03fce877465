import { matchesHost, type SiteAdapter } from './adapter.ts';
import { github } from './github.ts';

/** Every site adapter. At most one may match an address, so that their order means nothing. */
export const adapters: readonly SiteAdapter[] = [github];

export function adapterFor(url: URL): SiteAdapter | undefined {
  return adapters.find((adapter) => matchesHost(adapter, url));
}
