import { clampText, limits } from '../core/base/limits.ts';
import { oneLine } from '../core/text/title.ts';
import { Rendered } from './rendered.ts';
import {
  attribute,
  closest,
  comparePosition,
  contains,
  createTreeWalker,
  elementId,
  isElement,
  localName,
  matches,
  nodeType,
  ownerDocument,
  parentNode,
  query,
  queryAll,
  rootOf,
  textData,
} from './safe-dom.ts';

export interface Heading {
  text: string;
  /** The fragment that leads to it, decoded and without `#`, or ''. */
  id: string;
}

const headings = 'h1, h2, h3, h4, h5, h6, [role="heading"]';
/** Headings in these elements apply only to the elements' own content. */
const besides =
  'nav, aside, footer, dialog, [role="navigation"], [role="complementary"], [role="banner"], [role="contentinfo"], [role="search"], [role="dialog"]';
/** Links that a site adds to a heading so that others can link to it. */
const permalinks =
  'a.anchor, a.headerlink, a.hash-link, a.header-anchor, a.heading-anchor, a.anchorjs-link, a.permalink, a.direct-link, a[aria-hidden="true"]';
const preceding = 2;

function headingText(heading: Element): string {
  const doc = ownerDocument(heading);
  if (!doc) return '';
  const walker = createTreeWalker(doc, heading, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node = walker.nextNode(); node && text.length < limits.title; node = walker.nextNode()) {
    const parent = parentNode(node);
    const isExtra =
      isElement(parent) &&
      closest(parent, `${permalinks}, .mw-editsection, .sr-only, .visually-hidden, button, style`);
    if (!isExtra || !contains(heading, isExtra)) text += textData(node as Text);
  }
  return clampText(oneLine(text.replace(/[¶§]\s*$/, '')), limits.title);
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // The text is not percent-encoded after all.
    return fragment;
  }
}

function fragmentOf(link: Element): string {
  return decoded(attribute(link, 'href').slice(1));
}

/** GitHub prefixes the ids in users' text; its links omit the prefix. */
const withoutPrefix = (id: string): string => id.replace(/^user-content-/, '');

function headingId(heading: Element): string {
  const parent = parentNode(heading);
  const own = queryAll(heading, 'a[href^="#"]').filter(
    (link) => attribute(link, 'href').length > 1,
  );
  const permalink =
    own.find((link) => matches(link, permalinks)) ?? (own.length === 1 ? own[0] : undefined);
  if (permalink) return withoutPrefix(fragmentOf(permalink));
  if (elementId(heading)) return withoutPrefix(elementId(heading));
  const named = query(heading, '[id], a[name]');
  if (named) return withoutPrefix(elementId(named) || attribute(named, 'name'));
  if (!isElement(parent)) return '';
  // GitHub: `<div class="markdown-heading"><h2/><a class="anchor" href="#x"/></div>`.
  const beside = queryAll(parent, 'a.anchor[href^="#"]').filter(
    (link) => parentNode(link) === parent,
  );
  if (beside.length === 1 && beside[0]) return withoutPrefix(fragmentOf(beside[0]));
  // Sphinx: `<section id="x"><h2/>…`.
  const isFirst = query(parent, headings) === heading;
  return isFirst && localName(parent) === 'section' ? elementId(parent) : '';
}

/**
 * True if it only has the role of a heading (Lobsters gives that role to all words of a comment).
 */
function isText(heading: Element): boolean {
  return query(heading, 'p, li, pre, blockquote') !== undefined;
}

/** Returns the last of the sorted `elements` that begins before `node` or contains it. */
function lastBefore(elements: Element[], node: Node): number {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = elements[middle] as Element;
    const isBefore =
      element === node ||
      contains(element, node) ||
      (comparePosition(node, element) & preceding) !== 0;
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** How many headings without text or out of place are skipped before the search ends. */
const maxPassed = 200;

/** Returns the nearest heading above `node`, in its shadow tree or in those around it. */
export function headingAbove(node: Node): Heading {
  for (let at: Node | null = node; at; ) {
    const root = rootOf(at);
    const within = nodeType(root) === 9 || nodeType(root) === 11;
    const all = within ? queryAll(root as Document | ShadowRoot, headings) : [];
    const last = lastBefore(all, at);
    for (let index = last; index >= 0 && index > last - maxPassed; index--) {
      const heading = all[index] as Element;
      const aside = closest(heading, besides);
      if (aside && !contains(aside, at)) continue;
      if (new Rendered(heading).isHidden || isText(heading)) continue;
      const text = headingText(heading);
      if (text === '') continue;
      return { text, id: clampText(headingId(heading), limits.label) };
    }
    at = nodeType(root) === 11 ? ((root as ShadowRoot).host ?? null) : null;
  }
  return { text: '', id: '' };
}

/** How many headings of a page may be checked for their fragments. */
const maxAsked = 5_000;

/** Returns the words of the heading that a fragment (without `#`) leads to, or ''. */
export function headingNamed(doc: Document, fragment: string): string {
  if (fragment === '' || fragment.length > limits.label) return '';
  const id = withoutPrefix(decoded(fragment));
  const named = queryAll(doc, headings)
    .slice(0, maxAsked)
    .find((heading) => headingId(heading) === id && !isText(heading));
  return named ? headingText(named) : '';
}
