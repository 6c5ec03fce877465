import { firstNumber } from './list-number.ts';
import { withoutUnseen } from './outline/furniture.ts';
import { isPreviewAddress } from './outline/picture.ts';
import {
  attribute,
  boxOf,
  hasAttribute,
  hasAttributes,
  isElement,
  isText,
  localName,
  nextSibling,
  parentNode,
  textContent,
} from './safe-dom.ts';
import type { Shape } from './shape.ts';

/** A copied element: `outer` goes into the copy around it, the element's content into `inner`. */
export interface Copied {
  outer: Element;
  /** The copy of the element itself; the marks that its style makes are in it. */
  own: Element;
  inner: Element;
}

const hiding = /display\s*:\s*none|visibility\s*:\s*hidden|user-select\s*:\s*none/i;

/**
 * Most elements of a page; without attributes they are created by name, which takes half as long.
 */
const plain = new Set(
  'p div span b i em strong code sup sub li ul td th tr tbody thead table br h2 h3 h4 dd dt dl'.split(
    ' ',
  ),
);

/** Copies one element without its children; nothing in the copy can act on a page. */
export function copyElement(
  element: Element,
  inert: Document,
  name = '',
  own = localName(element),
): Element {
  if (own === 'form') {
    const copy = inert.createElement('div');
    for (const kept of ['id', 'class', 'lang', 'dir']) {
      if (hasAttribute(element, kept)) copy.setAttribute(kept, attribute(element, kept));
    }
    return copy;
  }
  if (name !== '' && name !== own) return renamed(element, inert, name);
  if (plain.has(own) && !hasAttributes(element)) return inert.createElement(own);
  const copy = inert.importNode(element, false);
  if (own === 'img') keepPicture(element as HTMLImageElement, copy);
  else if (own === 'a') keepTarget(element, copy);
  else if (own === 'input') {
    if (attribute(element, 'type') === 'checkbox') {
      copy.toggleAttribute('checked', (element as HTMLInputElement).checked);
    }
    keepTyped(element as HTMLInputElement, copy);
  } else if (own === 'ol' && hasAttribute(element, 'reversed') && !hasAttribute(element, 'start')) {
    // The copy may not have all of its items.
    copy.setAttribute('start', String(firstNumber(element)));
  }
  return copy;
}

/** Text typed into a field is visible; in a password field it is not. */
function keepTyped(field: HTMLInputElement, copy: Element): void {
  if (/^(?:text|search|url|tel|email|number)$/.test(field.type)) {
    copy.setAttribute('value', field.value);
  } else if (field.type === 'password') copy.removeAttribute('value');
}

function renamed(element: Element, inert: Document, name: string): Element {
  const copy = inert.createElement(name);
  const from = inert.importNode(element, false);
  for (const { name: key, value } of Array.from(from.attributes)) {
    if (!key.startsWith('on') && key !== 'is') copy.setAttribute(key, value);
  }
  return copy;
}

/** Copies an element in the form in which the page shows it. */
export function copyShown(element: Element, inert: Document, shape: Shape): Copied {
  const own = copyElement(element, inert, shape.name, shape.rendered?.name);
  if (shape.rendered?.hasAttributes !== false) showCopy(own, shape);
  let inner = own;
  for (const mark of shape.marks) inner = inner.appendChild(inert.createElement(mark));
  if (!shape.isSetApart) return { outer: own, own, inner };
  const outer = inert.createElement('div');
  outer.appendChild(own);
  return { outer, own, inner };
}

/** It is visible, whatever its attributes say. */
function showCopy(copy: Element, shape: Shape): void {
  if (copy.hasAttribute('hidden')) copy.removeAttribute('hidden');
  if (hiding.test(copy.getAttribute('style') ?? '')) copy.removeAttribute('style');
  const classes = shape.rendered?.classes ?? '';
  const shown = classes === '' ? '' : withoutUnseen(classes);
  if (shown !== classes && shape.rendered?.hasBox) copy.setAttribute('class', shown);
}

/** Longer alternative texts are words. */
const maxSign = 12;

/**
 * Keeps what only the page knows about a picture: its content, its size, and what is there without
 * scripts.
 */
function keepPicture(image: HTMLImageElement, copy: Element): void {
  const written = attribute(image, 'src');
  const isEmpty = written === '' || written.startsWith('data:');
  const isLoaded = !isEmpty || /^https?:/.test(image.currentSrc ?? '');
  if (isEmpty && isLoaded) copy.setAttribute('src', image.currentSrc);
  else if (isEmpty || isPreviewAddress(written)) keepWithoutScripts(image, copy);
  // Its placeholder has another size until it is loaded.
  if (!isLoaded) return;
  if (!hasAttribute(image, 'alt') || attribute(image, 'alt').length > maxSign) return;
  // Without words, only its size identifies an icon; with a single sign, an emoji.
  const { width, height } = boxOf(image);
  if (width <= 0 || height <= 0) return;
  copy.setAttribute('width', String(Math.round(width)));
  copy.setAttribute('height', String(Math.round(height)));
}

const sourceInMarkup = /<img\b[^>]*?\s(?:data-)?src\s*=\s*(?:"([^"]+)"|'([^']+)')/i;
const maxMarkup = 20_000;

/** Pages that load pictures by a script give their addresses for browsers without scripts. */
function keepWithoutScripts(image: Element, copy: Element): void {
  if (hasAttribute(image, 'data-src') || hasAttribute(image, 'srcset')) return;
  for (const beside of [image, parentNode(image)]) {
    let next = beside ? nextSibling(beside) : null;
    while (next && isText(next)) next = nextSibling(next);
    if (!next || !isElement(next) || localName(next) !== 'noscript') continue;
    const markup = (textContent(next) ?? '').slice(0, maxMarkup);
    const [, double, single] = sourceInMarkup.exec(markup) ?? [];
    const source = double ?? single ?? '';
    if (source === '' || source.startsWith('data:')) continue;
    copy.setAttribute('data-src', source.replaceAll('&amp;', '&'));
    return;
  }
}

const writtenAddress = /^https?:\/\/[^\s/]+\.[^\s]+$/;

/**
 * Keeps the target of a short link whose page shows it: X writes the whole address into the link,
 * with the start and the end too small to be seen.
 */
function keepTarget(link: Element, copy: Element): void {
  if (!/^https?:\/\/t\.co\//i.test(attribute(link, 'href'))) return;
  const words = (textContent(link) ?? '').replace(/…$/, '').trim();
  const named = [attribute(link, 'data-expanded-url'), words, attribute(link, 'title')];
  const target = named.find((address) => writtenAddress.test(address));
  if (target !== undefined) copy.setAttribute('href', target);
}
