import { hasRouteFragment } from '../core/address/url.ts';
import { clampText, limits } from '../core/base/limits.ts';
import type { PageInfo } from '../core/source/source.ts';
import { lastPathPart } from '../core/text/file-name.ts';
import { textTitle } from '../core/text/text-document.ts';
import { cleanTitle, oneLine } from '../core/text/title.ts';
import { attempt } from './attempt.ts';
import { articleOf, authorInText, dateInText } from './byline.ts';
import { canonicalAddress, isPlausibleCanonical, isStale } from './canonical.ts';
import {
  type LinkedData,
  type LinkedNode,
  property,
  readLinkedData,
  textIn,
  typesOf,
  valuesOf,
} from './json-ld.ts';
import { type Meta, noMeta, readMeta } from './meta.ts';
import { publishedDate } from './published.ts';
import {
  attribute,
  baseUrl,
  contentType,
  documentElement,
  documentTitle,
  documentUrl,
  documentView,
  query,
  queryAll,
  textContent,
} from './safe-dom.ts';
import { textDocumentRoot } from './text-document.ts';

/** Types whose `author`, date and headline are those of the page. */
const works =
  /(?:Article|Posting|Report|Book|Chapter|Course|WebPage|Thesis|SoftwareSourceCode|SoftwareApplication|VideoObject|PodcastEpisode|Dataset|HowTo|Question|CreativeWork|PresentationDigitalDocument)$/;

/** Longer descriptions are cut at a word, to fit one line. */
const maxDescription = 500;

function absolute(address: string, base: string): string {
  return address === '' ? '' : (URL.parse(address, base)?.href ?? '');
}

/**
 * Returns the JSON-LD node that describes this page: one that names its address, or else the first
 * work.
 */
function mainWork(data: LinkedData, visited: string, stale: boolean): LinkedNode | undefined {
  const candidates = data.nodes.filter((node) => typesOf(node).some((type) => works.test(type)));
  const here = (node: LinkedNode) =>
    [textIn(node, 'url'), textIn(node, 'mainEntityOfPage'), textIn(node, '@id')].some(
      (address) => address !== '' && isPlausibleCanonical(address, visited),
    );
  const withAuthor = candidates.filter((node) => property(node, 'author') !== undefined);
  const named = withAuthor.find(here) ?? candidates.find(here);
  return named ?? (stale ? undefined : (withAuthor[0] ?? candidates[0]));
}

function nameOf(value: unknown, data: LinkedData): string {
  if (typeof value === 'string') return /^https?:\/\//.test(value) ? '' : oneLine(value);
  const node = data.resolve(value);
  return node ? oneLine(textIn(node, 'name')) : '';
}

function authorOf(
  meta: Meta,
  data: LinkedData,
  work: LinkedNode | undefined,
  doc: Document,
  article: () => Element | undefined,
): string {
  const fromWork = work
    ? [...valuesOf(work, 'author'), ...valuesOf(work, 'creator')].map((value) =>
        nameOf(value, data),
      )
    : [];
  // The page's elements are searched only if its head does not say it.
  const sources = [
    () => meta.all('citation_author').map(invertedName),
    () => fromWork,
    () => [...meta.all('dc.creator'), ...meta.all('dcterms.creator')].map(invertedName),
    () => [meta.first('author', 'article:author', 'parsely-author', 'sailthru.author')],
    () => [itemProperty(doc, 'author')],
    () => [authorInText(article())],
  ];
  for (const names of sources) {
    const known = [...new Set(names().map(oneLine))].filter(
      (name) => name !== '' && !/^https?:\/\//.test(name),
    );
    if (known.length > 0) return known.join(', ');
  }
  return '';
}

/** `Example, Ada`, as citations write it → `Ada Example`. */
function invertedName(name: string): string {
  const parts = /^([^,]+),\s*([^,]+)$/.exec(name);
  return parts ? `${parts[2]} ${parts[1]}` : name;
}

function itemProperty(doc: Document, name: string): string {
  const element = query(doc, `[itemprop~="${name}"]`);
  if (!element) return '';
  const inner = query(element, '[itemprop~="name"]') ?? element;
  const value = attribute(inner, 'content') || attribute(inner, 'datetime');
  return (
    clampText(value, limits.label) || oneLine(clampText(textContent(inner) ?? '', limits.label))
  );
}

function publishedOf(
  meta: Meta,
  work: LinkedNode | undefined,
  doc: Document,
  article: () => Element | undefined,
): string {
  const candidates = [
    () => meta.first('citation_publication_date', 'citation_date', 'citation_online_date'),
    () => (work ? textIn(work, 'datePublished') : ''),
    () => meta.first('article:published_time', 'og:article:published_time', 'og:published_time'),
    () => meta.first('datepublished'),
    () =>
      meta.first('dc.date.issued', 'dcterms.issued', 'dc.date', 'dcterms.date', 'dcterms.created'),
    () => meta.first('date', 'pubdate', 'parsely-pub-date'),
    () => (work ? textIn(work, 'dateCreated') : ''),
    () => itemProperty(doc, 'datePublished'),
    () => dateInText(article()),
  ];
  for (const candidate of candidates) {
    const date = publishedDate(candidate());
    if (date !== '') return date;
  }
  return '';
}

/** Calls `read` once, when its result is first needed. */
function once<T>(read: () => T): () => T {
  let known: { value: T } | undefined;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
}

/**
 * Returns the document's title; for one that is no HTML page, its text's own title, or its file's
 * name.
 */
function titleOf(doc: Document, url: string): string {
  const text = textDocumentRoot(doc);
  if (text) return textTitle(textContent(text) ?? '') || lastPathPart(url);
  // Browsers put the size of a picture after its name.
  const isPicture = /^image\//.test(contentType(doc));
  return isPicture ? lastPathPart(url) || documentTitle(doc) : documentTitle(doc);
}

function describe(text: string): string {
  const line = oneLine(text);
  if (line.length <= maxDescription) return line;
  const cut = clampText(line, maxDescription - 1);
  const space = cut.lastIndexOf(' ');
  return `${space > maxDescription / 2 ? cut.slice(0, space) : cut}…`;
}

function headingOf(doc: Document): string {
  const all = queryAll(doc, 'h1');
  const inMain = all.filter((heading) => heading.closest('main, article, [role="main"]'));
  const heading = inMain[0] ?? all[0];
  const text = heading ? clampText(textContent(heading) ?? '', limits.title * 2) : '';
  return oneLine(text.replace(/[¶#§]\s*$/, ''));
}

/** Addresses that would make a record too long lose their query, never a part of the path. */
export function fittingUrl(url: string): string {
  if (url.length <= limits.url) return url;
  const bare = url.replace(/[?#].*$/s, '');
  return bare.length <= limits.url ? bare : '';
}

/** True if the document was loaded at another address than that of the page it shows now. */
function isLoadedElsewhere(doc: Document, url: string): boolean {
  const loaded = attempt(() => {
    const [entry] = documentView(doc)?.performance.getEntriesByType?.('navigation') ?? [];
    return entry?.name;
  }, undefined);
  return (
    typeof loaded === 'string' && /^https?:/.test(loaded) && !isPlausibleCanonical(loaded, url)
  );
}

/**
 * Reads what any page says about itself at this moment; adapters know some of it better
 * (`adapters/read-site.ts`). `data` may be given if it was read already.
 */
export function readPageInfo(doc: Document, data: LinkedData = readLinkedData(doc)): PageInfo {
  const url = documentUrl(doc);
  const base = baseUrl(doc);
  const declaredMeta = readMeta(doc);
  const canonicalLink = query(doc, 'link[rel~="canonical" i][href]');
  const declared = [
    canonicalLink ? attribute(canonicalLink, 'href') : '',
    declaredMeta.first('og:url'),
  ].map((address) => absolute(address.trim(), base));
  const candidates = declared.filter((address) => address !== '');

  // A single-page application may have navigated and left the previous page's details in the head.
  const wentOn = hasRouteFragment(url) || isLoadedElsewhere(doc, url);
  const isNamed = candidates.some((candidate) => isPlausibleCanonical(candidate, url));
  const stale = isStale(url, candidates) || (wentOn && !isNamed);
  const meta = stale ? noMeta : declaredMeta;
  const work = mainWork(data, url, stale);

  const webSite = data.nodes.find((node) => typesOf(node).includes('WebSite'));
  const siteName = oneLine(
    declaredMeta.first('og:site_name', 'application-name', 'citation_journal_title') ||
      (webSite ? textIn(webSite, 'name') : ''),
  );
  const title = oneLine(clampText(titleOf(doc, url), limits.title * 2));
  const shareTitle =
    meta.first('og:title', 'twitter:title') || (work ? textIn(work, 'headline') : '');
  const cited = meta.first('citation_title', 'dc.title', 'dcterms.title');
  const parsed = URL.parse(url);
  const article = once(() => articleOf(doc));
  const pdfUrl = absolute(meta.first('citation_pdf_url'), base);
  const info: PageInfo = {
    url: fittingUrl(url),
    canonicalUrl: fittingUrl(canonicalAddress(url, candidates)),
    title: clampText(title, limits.title),
    cleanTitle:
      oneLine(meta.first('citation_title') ? cited : '') ||
      cleanTitle(title, {
        host: parsed?.hostname ?? '',
        siteName,
        shareTitle: shareTitle || cited,
        heading: headingOf(doc),
      }),
    siteName: clampText(siteName, limits.label),
    author: authorOf(meta, data, work, doc, article),
    published: publishedOf(meta, work, doc, article),
    description:
      meta.first('og:description', 'description', 'twitter:description', 'dc.description') ||
      (work ? textIn(work, 'description') : ''),
    mediaType: clampText(contentType(doc) || 'text/html', 100),
    language: clampText(languageOf(documentElement(doc)), 100),
    ...(/^https?:/.test(pdfUrl) ? { pdfUrl: fittingUrl(pdfUrl) } : {}),
  };
  return {
    ...info,
    cleanTitle: clampText(info.cleanTitle, limits.title),
    author: clampText(info.author, limits.label),
    description: describe(info.description),
  };
}

function languageOf(element: Element | null): string {
  const language = element ? attribute(element, 'lang') || attribute(element, 'xml:lang') : '';
  return /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(language.trim()) ? language.trim() : '';
}
