import { parseInert } from '../browser/trusted-types.ts';
import { type HtmlStyle, markdownToHtml } from '../markdown/to-html.ts';
import { proseNodes } from './prose-nodes.ts';

/** A piece of a rendered post as plain data: text, or an element that Markdown can make. */
export type PostNode = string | PostElement;

export interface PostElement {
  tag: string;
  /** A link's target, or a picture's address in the post; '' for other elements. */
  address: string;
  /** A picture's text. */
  alt: string;
  /** True for a ticked task. */
  checked: boolean;
  children: PostNode[];
}

/** The elements that a post consists of; of any other element, only its content is shown. */
const known = new Set(
  'a blockquote br code del em h1 h2 h3 h4 h5 h6 hr img input li ol p pre section strong sup table tbody td th thead tr ul'.split(
    ' ',
  ),
);
/** Further elements that a site showing raw HTML may have. */
const inRawHtml = new Set(
  'abbr b caption cite dd details dfn div dl dt figcaption figure i ins kbd mark q s samp small span sub summary tfoot u var'.split(
    ' ',
  ),
);
/** These elements contain no text to be read. */
const silent = new Set(
  'audio embed iframe math object script style svg template title video'.split(' '),
);

/**
 * Converts Markdown to what a post shows. It is read in a document in which nothing runs and
 * nothing is loaded, and returned as data; the caller decides how to show pictures and links.
 */
export function postNodes(markdown: string, style: HtmlStyle = {}): PostNode[] {
  return proseNodes(markdown, style.typographer === true) ?? documentNodes(markdown, style);
}

/** Does the same for any Markdown. */
export function documentNodes(markdown: string, style: HtmlStyle): PostNode[] {
  return nodesIn(parseInert(markdownToHtml(markdown, style)).body, style.rawHtml === true);
}

function nodesIn(parent: Element, rawHtml: boolean): PostNode[] {
  return [...parent.childNodes].flatMap((node): PostNode[] => {
    if (node.nodeType === Node.TEXT_NODE) return [node.textContent ?? ''];
    if (!(node instanceof Element)) return [];
    const tag = node.localName;
    if (silent.has(tag)) return [];
    const children = nodesIn(node, rawHtml);
    if (!known.has(tag) && !(rawHtml && inRawHtml.has(tag))) return children;
    const address = node.getAttribute('href') ?? node.getAttribute('src') ?? '';
    const alt = node.getAttribute('alt') ?? '';
    return [{ tag, address, alt, checked: node.hasAttribute('checked'), children }];
  });
}
