import { type AdapterScript, matchesSite, type Site } from '../core/site.ts';
import { parseWebUrl } from '../core/web-url.ts';
import * as code from './registry/addresses/sites-code.ts';
import * as events from './registry/addresses/sites-events.ts';
import * as packages from './registry/addresses/sites-packages.ts';
import * as papers from './registry/addresses/sites-papers.ts';
import * as people from './registry/addresses/sites-people.ts';
import * as references from './registry/addresses/sites-references.ts';
import * as threads from './registry/addresses/sites-threads.ts';

/** Every site with an adapter. At most one may match an address, so that order means nothing. */
export const sites: readonly Site[] = [
  code,
  packages,
  papers,
  events,
  people,
  threads,
  references,
].flatMap((group) => Object.values(group));

/** The sites that match: those that name the host, else those that go by the path alone. */
export function sitesFor(url: URL): Site[] {
  const matching = sites.filter((site) => matchesSite(site, url));
  const named = matching.filter(({ hosts }) => hosts.length > 0);
  const isNamed = sites.some(
    (site) => site.hosts.length > 0 && matchesSite({ ...site, path: /^/ }, url),
  );
  return isNamed ? named : matching;
}

/** The script that a page at this address needs besides the generic one; most need none. */
export function adapterScriptFor(address: string): AdapterScript | undefined {
  const url = parseWebUrl(address);
  return url && sitesFor(url)[0]?.script;
}
