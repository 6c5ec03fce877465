import { isSiteHost, parseWebUrl } from '../core/address/web-url.ts';
import { packageRegistries } from './registry/addresses/packages.ts';

/** A package, as the page of its registry names it. */
export interface PackageAddress {
  registry: string;
  /** The name for installing or importing it: `@scope/name`, `host/owner/module/sub`. */
  name: string;
  /** '' if the address is that of the newest. */
  version: string;
  /** True if the page is about the whole package, not about something in it. */
  isWhole: boolean;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // The text is not percent-encoded after all.
    return path;
  }
}

/** Returns the package whose page an address is; undefined for any other page. */
export function parsePackageAddress(address: string): PackageAddress | undefined {
  const url = parseWebUrl(address);
  if (!url || url.pathname.length > 1_000) return undefined;
  const registry = packageRegistries.find(({ hosts }) => isSiteHost(url.hostname, hosts));
  const groups = registry?.pattern.exec(decodePath(url.pathname))?.groups;
  const name = groups?.name;
  if (!registry || !name || /^[./]+$/.test(name)) return undefined;
  const isWhole = ['', 'index.html', 'all.html'].includes(groups.item ?? '');
  const { version = '', sub = '' } = groups;
  return { registry: registry.id, name: name + sub, version, isWhole };
}
