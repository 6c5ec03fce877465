import { linkTarget } from '../core/address/link-target.ts';
import { clampText, limits } from '../core/base/limits.ts';
import type { CapturedPicture } from '../core/capture/capture.ts';
import { oneLine } from '../core/text/title.ts';
import { flatParent, shadowRootsUnder } from './flat-tree.ts';
import { fittingUrl } from './page-info.ts';
import {
  attribute,
  baseUrl,
  boxOf,
  documentElement,
  isElement,
  localName,
  parentNode,
  query,
  queryAll,
} from './safe-dom.ts';

const absolute = (address: string, base: string): string =>
  URL.parse(address.trim(), base)?.href ?? '';

/** Returns the addresses in a `srcset`; https://html.spec.whatwg.org/#parse-a-srcset-attribute */
function srcsetAddresses(srcset: string): string[] {
  return Array.from(
    srcset.matchAll(/\s*,?\s*(\S+[^\s,])(?:\s+[\d.]+[wxh])*\s*(?:,|$)/g),
    (match) => match[1] ?? '',
  );
}

function addressesOf(image: Element, base: string): string[] {
  const parent = parentNode(image);
  const sources =
    isElement(parent) && localName(parent) === 'picture' ? queryAll(parent, 'source') : [];
  const written = [
    (image as HTMLImageElement).currentSrc ?? '',
    attribute(image, 'src'),
    attribute(image, 'href'),
    attribute(image, 'data-src'),
    attribute(image, 'poster'),
    ...[image, ...sources].flatMap((element) => srcsetAddresses(attribute(element, 'srcset'))),
  ];
  return written.filter((address) => address !== '').map((address) => absolute(address, base));
}

/** Returns the nearest element with this name around `element`, through shadow trees. */
function around(element: Element, name: string): Element | undefined {
  for (let at: Node | null = element; at; at = flatParent(at)) {
    if (isElement(at) && localName(at) === name) return at;
  }
  return undefined;
}

function visibleBox(element: Element, viewport: { width: number; height: number }) {
  const box = boxOf(element);
  const left = Math.max(0, box.left);
  const top = Math.max(0, box.top);
  const width = Math.min(viewport.width, box.right) - left;
  const height = Math.min(viewport.height, box.bottom) - top;
  return width >= 1 && height >= 1 ? { x: left, y: top, width, height } : null;
}

function viewportOf(doc: Document): { width: number; height: number } {
  const root = documentElement(doc);
  return { width: root?.clientWidth ?? 0, height: root?.clientHeight ?? 0 };
}

function imagesIn(doc: Document): Element[] {
  const selector = 'img, input[type="image"], image, video[poster]';
  return [doc, ...shadowRootsUnder(doc)].flatMap((root) => queryAll(root, selector));
}

function altOf(image: Element): string {
  const figure = around(image, 'figure');
  const caption = figure ? query(figure, 'figcaption')?.textContent : '';
  return (
    attribute(image, 'alt') ||
    attribute(image, 'aria-label') ||
    attribute(image, 'title') ||
    caption ||
    ''
  );
}

/** Returns the picture with this address; if there are several, the most visible one. */
export function readPicture(doc: Document, srcUrl: string): CapturedPicture {
  const base = baseUrl(doc);
  const wanted = absolute(srcUrl, base) || srcUrl;
  const viewport = viewportOf(doc);
  const area = (box: { width: number; height: number } | null) =>
    box ? box.width * box.height : 0;
  const found = imagesIn(doc)
    .filter((image) => addressesOf(image, base).includes(wanted))
    .map((image) => ({ image, box: visibleBox(image, viewport) }))
    .sort((a, b) => area(b.box) - area(a.box))[0];
  const link = found && around(found.image, 'a');
  const href = link ? absolute(attribute(link, 'href'), base) : '';
  return {
    alt: found ? clampText(oneLine(altOf(found.image)), limits.description) : '',
    url: wanted.length <= limits.url ? wanted : '',
    linkUrl: /^(?:https?|mailto):/.test(href) ? fittingUrl(linkTarget(href)) : '',
    box: found?.box ?? null,
    viewport,
  };
}

/**
 * Returns the words of the link with this address, preferring the focused one (a right click
 * focuses it).
 */
export function readLinkText(doc: Document, linkUrl: string, focused: Element | null): string {
  const base = baseUrl(doc);
  const wanted = absolute(linkUrl, base);
  const links = [doc, ...shadowRootsUnder(doc)].flatMap((root) =>
    queryAll(root, 'a[href], area[href]'),
  );
  const same = links.filter((link) => absolute(attribute(link, 'href'), base) === wanted);
  const active = focused && around(focused, 'a');
  const ordered = active && same.includes(active) ? [active, ...same] : same;
  for (const link of ordered) {
    const image = query(link, 'img[alt]');
    const text =
      oneLine((link.textContent ?? '').slice(0, limits.title * 2)) ||
      attribute(link, 'aria-label') ||
      (image ? attribute(image, 'alt') : '') ||
      attribute(link, 'title');
    if (oneLine(text) !== '') return clampText(oneLine(text), limits.title);
  }
  return '';
}
