import type { Site } from '../../../core/address/site.ts';
import type { Place } from '../../../core/source/source.ts';
import { type PackageAddress, parsePackageAddress } from '../../../sites/package-address.ts';
import type { SiteAdapter, SitePage } from '../adapter.ts';
import { textAt } from '../page-text.ts';

/* Checked against pypi/warehouse, rust-lang/crates.io (`CrateHeader.svelte`; before it, Ember's
   classes) and golang/pkgsite (`unit/_header.tmpl`). npm has everything in its description. */
/** What follows in a registry's description after the package's own. */
const boilerplate =
  /\s*(?:Latest version: .*|Start using \S+ in your project.*|There (?:is|are) \d+ other projects? in the npm registry.*)$/s;

function packageOf({ url, info }: SitePage): PackageAddress | undefined {
  return parsePackageAddress(url.href) ?? parsePackageAddress(info.canonicalUrl);
}

function read(page: SitePage, siteName: string, summaries: string[]) {
  const found = packageOf(page);
  if (!found) return { siteName };
  // A page about something in the package, such as one looks up.
  if (!found.isWhole) {
    return { siteName, cleanTitle: page.info.title.replace(/\s+-\s+Rust$/, '') };
  }
  const summary = textAt(page.doc, ...summaries) || page.info.description;
  const says = summary.replace(boilerplate, '').trim();
  return {
    siteName,
    cleanTitle: found.name,
    description: says.toLowerCase() === found.name.toLowerCase() ? '' : says,
  };
}

/** The address names a version, so its page never changes. */
function place(page: SitePage): Place | undefined {
  const found = parsePackageAddress(page.url.href);
  if (!found?.isWhole || found.version === '') return undefined;
  const { href } = page.url;
  const label = `${found.name} ${found.version}`;
  return { kind: 'release', url: href, author: '', published: '', number: null, label };
}

/** @param summaries selectors of the package's description, the best first */
export function registryAdapter(site: Site, siteName: string, summaries: string[]): SiteAdapter {
  return { site, version: 2, read: (page) => read(page, siteName, summaries), place };
}
