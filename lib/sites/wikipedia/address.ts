import type { Site } from '../../core/address/site.ts';
import { isOnHost, parseWebUrl } from '../../core/address/web-url.ts';

const projects = [
  'wikipedia.org',
  'wikibooks.org',
  'wikidata.org',
  'wikimedia.org',
  'wikinews.org',
  'wikiquote.org',
  'wikisource.org',
  'wikiversity.org',
  'wikivoyage.org',
  'wiktionary.org',
  'mediawiki.org',
];

export interface WikiPage {
  /** The site's host without its mobile form: `en.wikipedia.org`. */
  host: string;
  /** With spaces. */
  title: string;
  /** Of a permanent link; undefined for the newest. */
  revision: number | undefined;
  /** Section as it stands in the fragment, without `#`. */
  section: string;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // Not percent-encoded after all.
    return path;
  }
}

function isRevision(revision: number): boolean {
  return Number.isSafeInteger(revision) && revision > 0;
}

/** The page of a Wikimedia wiki that an address names; undefined for any other address. */
export function parseWikiPage(address: string): WikiPage | undefined {
  const url = parseWebUrl(address);
  if (!url || !projects.some((project) => isOnHost(url.hostname, project))) return undefined;
  // `/wiki/Title`, and `/zh-tw/Title` where a wiki has several scripts.
  const inPath = /^\/(?:wiki|[a-z]{2,3}-[a-z]{2,4})\/(.+)$/.exec(url.pathname)?.[1];
  const named = url.searchParams.get('title') ?? decodePath(inPath ?? '');
  const title = named.replaceAll('_', ' ').trim();
  if (title === '' || title.length > 500) return undefined;
  const oldid = Number(url.searchParams.get('oldid'));
  return {
    host: url.host.replace(/^www\.(?=.+\..+\.)/, '').replace(/^([a-z-]+)\.m\./, '$1.'),
    title,
    revision: isRevision(oldid) ? oldid : undefined,
    section: url.hash.slice(1),
  };
}

/** As a value of the query, with the signs left alone that the wikis leave alone. */
function encodeTitle(title: string): string {
  const encoded = encodeURIComponent(title.replaceAll(' ', '_').toWellFormed());
  return encoded.replace(/%(?:2F|3A|2C)/g, decodePath);
}

/**
 * The permanent link to a revision, in the form of the wiki's own "Permanent link"; its section is
 * kept. undefined for any other page, or for what is no revision id.
 */
export function wikiPermanentUrl(address: string, revision: number): string | undefined {
  const page = parseWikiPage(address);
  if (!page || !isRevision(revision)) return undefined;
  const title = encodeTitle(page.title);
  const section = page.section === '' ? '' : `#${page.section}`;
  return `https://${page.host}/w/index.php?title=${title}&oldid=${revision}${section}`;
}

export const site: Site = {
  id: 'wikipedia',
  script: 'adapter-references',
  hosts: [
    ...['.wikipedia.org', '.wikibooks.org', '.wikidata.org', '.wikimedia.org', '.wikinews.org'],
    ...['.wikiquote.org', '.wikisource.org', '.wikiversity.org', '.wikivoyage.org'],
    ...['.wiktionary.org', '.mediawiki.org'],
  ],
};
