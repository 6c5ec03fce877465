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
  /** Section as in the fragment, without `#`. */
  section: string;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // The text is not percent-encoded after all.
    return path;
  }
}

function isRevision(revision: number): boolean {
  return Number.isSafeInteger(revision) && revision > 0;
}

/** Returns the page of a Wikimedia wiki from an address; undefined for any other address. */
export function parseWikiPage(address: string): WikiPage | undefined {
  const url = parseWebUrl(address);
  if (!url || !projects.some((project) => isOnHost(url.hostname, project))) return undefined;
  // `/wiki/Title`, and `/zh-tw/Title` in a wiki with several scripts.
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

/** Encodes it as a value of the query, leaving the same signs unencoded as the wikis do. */
function encodeTitle(title: string): string {
  const encoded = encodeURIComponent(title.replaceAll(' ', '_').toWellFormed());
  return encoded.replace(/%(?:2F|3A|2C)/g, decodePath);
}

/**
 * Returns the permanent link to a revision, in the form of the wiki's own "Permanent link"; its
 * section is kept. Undefined for any other page, or for an invalid revision id.
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
