import { clampText, limits } from '../../core/base/limits.ts';
import { oneLine } from '../../core/text/title.ts';
import {
  attribute,
  baseUrl,
  closest,
  elementId,
  nodeType,
  parentNode,
  type QueryRoot,
  queryAll,
  rootOf,
  textContent,
} from '../safe-dom.ts';

/** Returns the element's words in one line. */
export function lineOf(element: Element | null | undefined, max: number = limits.label): string {
  return element ? clampText(oneLine((textContent(element) ?? '').slice(0, max * 4)), max) : '';
}

/**
 * Returns the words of the first element that has any, with the selectors in order of preference;
 * else ''.
 */
export function textAt(root: QueryRoot, ...selectors: string[]): string {
  for (const selector of selectors) {
    for (const element of queryAll(root, selector).slice(0, 20)) {
      const text = lineOf(element);
      if (text !== '') return text;
    }
  }
  return '';
}

/** Returns the first value of an attribute, with the selectors in order of preference; else ''. */
export function attributeAt(root: QueryRoot, name: string, ...selectors: string[]): string {
  for (const selector of selectors) {
    for (const element of queryAll(root, selector).slice(0, 20)) {
      const value = attribute(element, name).trim();
      if (value !== '') return value;
    }
  }
  return '';
}

/** Returns the address of a link: absolute, http(s), else ''. */
export function addressOf(link: Element | undefined): string {
  const href = link ? attribute(link, 'href').trim() : '';
  const url = link && href !== '' ? URL.parse(href, baseUrl(link)) : null;
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : '';
}

/** Returns the address of the first link that has one. */
export function linkAt(root: QueryRoot, ...selectors: string[]): string {
  for (const selector of selectors) {
    for (const link of queryAll(root, selector).slice(0, 20)) {
      const address = addressOf(link);
      if (address !== '') return address;
    }
  }
  return '';
}

/** Returns the element with this id, whatever characters the id contains. */
export function withId(doc: Document, id: string): Element | undefined {
  if (id === '' || id.length > 200) return undefined;
  return queryAll(doc, '[id]').find((element) => elementId(element) === id);
}

/** Like `closest`, but also continues out of shadow trees. */
export function closestAround(element: Element, selector: string): Element | undefined {
  for (let at: Element | undefined = element; at; ) {
    const found = closest(at, selector);
    if (found) return found;
    const root: Node = rootOf(at);
    at = nodeType(root) === 11 ? (root as ShadowRoot).host : undefined;
  }
  return undefined;
}

/** How far up a comment's own link may be from its words. */
const maxSteps = 40;

/**
 * Goes up from `element` until `find` finds something in an element around it. Sites change the
 * boxes around a comment more often than the link to it.
 */
export function nearestHolding<T>(
  element: Element,
  find: (box: Element) => T | undefined,
): { box: Element; found: T } | undefined {
  let box: Node | null = element;
  for (let steps = 0; box && nodeType(box) === 1 && steps < maxSteps; steps++) {
    const found = find(box as Element);
    if (found !== undefined) return { box: box as Element, found };
    box = parentNode(box);
  }
  return undefined;
}
