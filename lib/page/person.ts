import { cleanUrl, pageAddress } from '../core/address/url.ts';
import type { CapturedPerson } from '../core/capture/capture.ts';
import type { NamedLink } from '../core/post/wrap-up.ts';
import { addressOf, textAt } from './adapters/page-text.ts';
import { isPlausibleCanonical } from './canonical.ts';
import {
  type LinkedData,
  type LinkedNode,
  property,
  textIn,
  typesOf,
  valuesOf,
} from './json-ld.ts';
import { readMeta } from './meta.ts';
import { microdataItems } from './microdata.ts';
import { baseUrl, closest, queryAll } from './safe-dom.ts';

const nobody: NamedLink = { name: '', url: '' };

function webAddress(text: string, base: string): string {
  const url = text === '' ? null : URL.parse(text, base);
  return url && /^https?:$/.test(url.protocol) ? cleanUrl(url.href) : '';
}

function organisation(value: unknown, data: LinkedData, base: string): NamedLink {
  if (typeof value === 'string') return /^https?:/.test(value) ? nobody : { name: value, url: '' };
  const node = data.resolve(value);
  return node ? { name: textIn(node, 'name'), url: webAddress(textIn(node, 'url'), base) } : nobody;
}

/** True if a text says something; LinkedIn shows asterisks to visitors who are signed out. */
const isSaid = (text: string) => /[\p{L}\p{N}]/u.test(text);

function fromNode(node: LinkedNode, data: LinkedData, base: string): CapturedPerson {
  const affiliation = ['worksFor', 'affiliation', 'memberOf']
    .flatMap((name) => valuesOf(node, name))
    .map((value) => organisation(value, data, base))
    .find(({ name }) => isSaid(name));
  const role = valuesOf(node, 'jobTitle').find((each) => typeof each === 'string' && isSaid(each));
  const name =
    textIn(node, 'name') || `${textIn(node, 'givenName')} ${textIn(node, 'familyName')}`.trim();
  return {
    name,
    url: '',
    role: role === undefined ? '' : textIn({ role }, 'role'),
    affiliation: affiliation ?? nobody,
  };
}

/**
 * Returns the person that the page is about, according to the data: by a profile page, by its
 * address, or as the only one.
 */
function mainPerson(nodes: LinkedNode[], data: LinkedData, url: string): LinkedNode | undefined {
  const isPerson = (node: LinkedNode | undefined): node is LinkedNode =>
    node !== undefined && typesOf(node).includes('Person');
  const profile = nodes.find((node) => typesOf(node).includes('ProfilePage'));
  const main =
    profile && data.resolve(property(profile, 'mainEntity') ?? property(profile, 'about'));
  if (isPerson(main)) return main;
  const people = nodes.filter(isPerson).filter((node) => textIn(node, 'name') !== '');
  const here = people.find((node) =>
    [textIn(node, 'url'), textIn(node, '@id')].some(
      (address) => address !== '' && isPlausibleCanonical(address, url),
    ),
  );
  return (
    here ?? (new Set(people.map((node) => textIn(node, 'name'))).size === 1 ? people[0] : undefined)
  );
}

/** Reads https://microformats.org/wiki/h-card: the page's own, not that of a commenter. */
function fromCard(doc: Document): CapturedPerson | undefined {
  const cards = queryAll(doc, '.h-card, .vcard').filter(
    (card) => !closest(card, '.h-entry, .h-cite, article, li, .comment'),
  );
  const card = cards.find((each) => textAt(each, '.p-name, .fn') !== '');
  if (!card) return undefined;
  const [link] = queryAll(card, 'a.p-org, .p-org a, .org a');
  return {
    name: textAt(card, '.p-name', '.fn'),
    url: '',
    role: textAt(card, '.p-job-title', '.p-role', '.title', '.role'),
    affiliation: { name: textAt(card, '.p-org', '.org'), url: addressOf(link) },
  };
}

/** Reads `og:type` `profile`: https://ogp.me/#type_profile */
function fromMeta(doc: Document): CapturedPerson | undefined {
  const meta = readMeta(doc);
  const parts = [meta.first('profile:first_name'), meta.first('profile:last_name')];
  const name = parts.filter((part) => part !== '').join(' ');
  return name === '' ? undefined : { name, url: '', role: '', affiliation: nobody };
}

/**
 * Returns the person whose page this is, from JSON-LD, microdata, h-card or OpenGraph; undefined if
 * the page introduces nobody, or several people.
 */
export function readPerson(
  doc: Document,
  page: { url: string; canonicalUrl: string },
  data: LinkedData,
): CapturedPerson | undefined {
  const base = baseUrl(doc);
  const items = microdataItems(doc, /schema\.org\/Person(?:\s|$)/);
  const node = mainPerson(data.nodes, data, page.url) ?? mainPerson(items, data, page.url);
  const found = [node && fromNode(node, data, base), fromCard(doc), fromMeta(doc)].filter(
    (each) => each !== undefined && each.name !== '',
  );
  const [first] = found;
  if (!first) return undefined;
  // What one source leaves out, another may say about the same person.
  const same = found.filter((each) => each?.name === first.name);
  return {
    name: first.name,
    url: pageAddress(page.canonicalUrl),
    role: same.find((each) => each?.role)?.role ?? '',
    affiliation: same.find((each) => each?.affiliation.name)?.affiliation ?? nobody,
  };
}
