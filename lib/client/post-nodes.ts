import { parseInert } from '../browser/trusted-types.ts';
import { markdownToHtml } from '../markdown/to-html.ts';

/** A piece of a rendered post as plain data: text, or an element of those that Markdown can make. */
export type PostNode = string | PostElement;

export interface PostElement {
  tag: string;
  /** Where a link leads, what a picture's address is in the post; '' for other elements. */
  address: string;
  /** A picture's text. */
  alt: string;
  /** A ticked task. */
  checked: boolean;
  children: PostNode[];
}

/** What a post is made of; of any other element, only what is in it is shown. */
const known = new Set(
  'a blockquote br code del em h1 h2 h3 h4 h5 h6 hr img input li ol p pre section strong sup table tbody td th thead tr ul'.split(
    ' ',
  ),
);

/**
 * Markdown as what a post shows. It is read in a document in which nothing runs and nothing is loaded, and
 * handed on as data: whoever shows it decides what a picture and a link are.
 */
export function postNodes(markdown: string): PostNode[] {
  return nodesIn(parseInert(markdownToHtml(markdown)).body);
}

function nodesIn(parent: Element): PostNode[] {
  return [...parent.childNodes].flatMap((node): PostNode[] => {
    if (node.nodeType === Node.TEXT_NODE) return [node.textContent ?? ''];
    if (!(node instanceof Element)) return [];
    const tag = node.localName;
    const children = nodesIn(node);
    if (!known.has(tag)) return children;
    const address = node.getAttribute('href') ?? node.getAttribute('src') ?? '';
    const alt = node.getAttribute('alt') ?? '';
    return [{ tag, address, alt, checked: node.hasAttribute('checked'), children }];
  });
}
