import { isSiteHost, parseWebUrl } from '../core/web-url.ts';

/** A package, as the page of its registry names it. */
export interface PackageAddress {
  registry: string;
  /** As one installs or imports it: `@scope/name`, `host/owner/module/sub`. */
  name: string;
  /** '' where the address is that of the newest. */
  version: string;
  /** Whether the page is about the package as a whole, not about something in it. */
  isWhole: boolean;
}

interface Registry {
  id: string;
  hosts: readonly string[];
  /** On the decoded path; named groups `name`, `version`, and `item` for what is in the package. */
  pattern: RegExp;
}

const plain = '[\\p{L}\\p{N}_.-]{1,214}';
const version = '(?<version>[\\w.+~-]{1,100})';
const pattern = (source: string) => new RegExp(`^${source}/?$`, 'u');

const registries: readonly Registry[] = [
  {
    id: 'npm',
    hosts: ['npmjs.com'],
    pattern: pattern(`/package/(?<name>(?:@${plain}/)?${plain})(?:/v/${version})?`),
  },
  {
    id: 'jsr',
    hosts: ['jsr.io'],
    pattern: pattern(
      `/(?<name>@${plain}/[\\p{L}\\p{N}_.-]{1,214})(?:@${version})?(?:/doc(?:/(?<item>.*))?)?`,
    ),
  },
  {
    id: 'pypi',
    hosts: ['pypi.org'],
    pattern: pattern(`/project/(?<name>${plain})(?:/${version})?`),
  },
  {
    id: 'crates',
    hosts: ['crates.io'],
    pattern: pattern(`/crates/(?<name>${plain})(?:/${version})?`),
  },
  {
    id: 'crates',
    hosts: ['docs.rs'],
    pattern: pattern(
      `(?!/(?:about|releases|crate|-)(?:/|$))/(?<name>${plain})(?:/(?:latest|${version})(?:/[^/]+(?:/(?<item>.+?))?)?)?`,
    ),
  },
  {
    id: 'go',
    hosts: ['pkg.go.dev'],
    pattern: pattern(
      `(?!/(?:about|search|license-policy|badge|vuln|security)(?:/|$))/(?<name>[^@\\s]{1,500}?)(?:@${version}(?<sub>/[^@\\s]+?)?)?`,
    ),
  },
  {
    id: 'rubygems',
    hosts: ['rubygems.org'],
    pattern: pattern(`/gems/(?<name>${plain})(?:/versions/${version})?`),
  },
  {
    id: 'packagist',
    hosts: ['packagist.org'],
    pattern: pattern(`/packages/(?<name>${plain}/${plain})`),
  },
  {
    id: 'hex',
    hosts: ['hex.pm'],
    pattern: pattern(`/packages/(?<name>${plain})(?:/${version})?`),
  },
  {
    id: 'nuget',
    hosts: ['nuget.org'],
    pattern: pattern(`/packages/(?<name>${plain})(?:/${version})?`),
  },
];

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The package that an address is the page of; undefined for any other page. */
export function parsePackageAddress(address: string): PackageAddress | undefined {
  const url = parseWebUrl(address);
  if (!url || url.pathname.length > 1_000) return undefined;
  const registry = registries.find(({ hosts }) => isSiteHost(url.hostname, hosts));
  const groups = registry?.pattern.exec(decodePath(url.pathname))?.groups;
  const name = groups?.name;
  if (!registry || !name || /^[./]+$/.test(name)) return undefined;
  const isWhole = ['', 'index.html', 'all.html'].includes(groups.item ?? '');
  const { version = '', sub = '' } = groups;
  return { registry: registry.id, name: name + sub, version, isWhole };
}
