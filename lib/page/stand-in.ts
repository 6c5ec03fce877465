import type { MissingPart } from '../core/capture/capture.ts';
import { timeLabel, wholeSeconds } from '../core/media/time-label.ts';
import { momentOf, momentUrl, parseMediaAddress } from '../sites/media-address.ts';
import { diagramSource } from './diagram.ts';
import { isTransparent } from './drawn-away.ts';
import { briefText } from './outline/brief-text.ts';
import { classTest } from './outline/class-test.ts';
import { isBesideCode } from './outline/furniture.ts';
import { type Rendered, showsContent } from './rendered.ts';
import {
  attribute,
  boxOf,
  closest,
  documentUrl,
  documentView,
  hasAttribute,
  isElement,
  localName,
  ownerDocument,
  parentNode,
  query,
  queryAll,
  textContent,
} from './safe-dom.ts';

/** What replaces an element without text in a copy, and what could not be read of it. */
export interface StandIn {
  copy?: Node;
  missing?: MissingPart;
}

/** Smaller than anything that a reader looks at, in CSS pixels: counters, spacers. */
const minWidth = 120;
const minHeight = 60;

/** The largest width of an icon, in CSS pixels. */
const maxIcon = 32;

/** Titles that players give themselves. */
const genericTitle =
  /^(?:(?:youtube|vimeo|embedded|html5)?[\s-]*(?:video|media|audio)?[\s-]*(?:player|embed)?|video|iframe)$/i;
const maxTitle = 200;
const advertising =
  /doubleclick|googlesyndication|adservice|\bads?\b|advert|sponsor|recaptcha|consent/i;

/** Elements whose own box shows something other than their content. */
export const replaced: ReadonlySet<string> = new Set(
  'iframe video audio textarea select canvas object embed'.split(' '),
);

const known: ReadonlySet<string> = new Set([
  ...replaced,
  ...'input svg lite-youtube lite-vimeo'.split(' '),
]);

/**
 * Returns what an element without text is written as: a link to the recording that it plays, the
 * source of the diagram that it shows, its name, the text in a field of code. Undefined for all
 * others.
 */
export function standIn(rendered: Rendered, inert: Document): StandIn | undefined {
  const { element, name } = rendered;
  if (!known.has(name)) {
    if (!rendered.hasAttributes) return undefined;
    if (isLineNumber(rendered)) return {};
    return diagram(rendered, inert) ?? namedPicture(rendered, inert);
  }
  switch (name) {
    case 'iframe':
      return isShown(element) ? frame(element, inert) : {};
    case 'video':
    case 'audio':
      return isShown(element) ? recording(element as HTMLMediaElement, inert) : {};
    case 'textarea':
      return isShown(element) ? field(element as HTMLTextAreaElement, inert) : {};
    case 'select':
      return isShown(element) ? choice(element, inert) : {};
    case 'input':
      return isReadOnly(element) && isShown(element)
        ? fixed(element as HTMLInputElement, inert)
        : undefined;
    case 'object':
      // Its content shows if it can't be shown itself.
      if (showsContent(element)) return undefined;
      return isShown(element) && isLarge(element) ? { missing: 'drawing' } : {};
    case 'canvas':
    case 'embed':
      return isShown(element) && isLarge(element) ? { missing: 'drawing' } : {};
    case 'svg':
      return isShown(element) ? drawing(element, inert) : {};
    case 'lite-youtube':
    case 'lite-vimeo':
      return facade(element, inert);
    default:
      return undefined;
  }
}

function isShown(element: Element): boolean {
  const style = styleOf(element);
  return !style || (style.display !== 'none' && !/hidden|collapse/.test(style.visibility));
}

function styleOf(element: Element): CSSStyleDeclaration | undefined {
  const doc = ownerDocument(element);
  return (doc && documentView(doc)?.getComputedStyle(element)) ?? undefined;
}

function isLarge(element: Element): boolean {
  const { width, height } = boxOf(element);
  return width >= minWidth && height >= minHeight;
}

function paragraph(inert: Document, href: string, text: string): Element {
  const copy = inert.createElement('p');
  const link = copy.appendChild(inert.createElement('a'));
  link.setAttribute('href', href);
  link.textContent = text;
  return copy;
}

/** Returns a labelled link to a recording: its title, or its location; with the current time. */
function linkTo(inert: Document, address: string, title: string, seconds: number): StandIn {
  const at = wholeSeconds(seconds);
  const href = at > 0 ? momentUrl(address, at) : address;
  const own = title.trim().slice(0, maxTitle);
  const name = genericTitle.test(own)
    ? address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')
    : own;
  return { copy: paragraph(inert, href, at > 0 ? `${name} (${timeLabel(at)})` : name) };
}

function frame(element: Element, inert: Document): StandIn {
  const written = ['src', 'data-src', 'data-lazy-src', 'data-cookieblock-src']
    .map((name) => attribute(element, name).trim())
    .find((value) => value !== '' && !value.startsWith('about:'));
  const address = absolute(element, written ?? '');
  const media = address === '' ? undefined : parseMediaAddress(address);
  const title = attribute(element, 'title');
  if (media) {
    const at = momentOf(address)?.startSeconds ?? 0;
    return linkTo(inert, media.canonicalUrl, title, at);
  }
  const about = `${address} ${title} ${element.id} ${attribute(element, 'class')}`;
  return isLarge(element) && !advertising.test(about) ? { missing: 'frame' } : {};
}

/** Handles a picture that becomes a player once it is clicked. */
function facade(element: Element, inert: Document): StandIn | undefined {
  const id = attribute(element, 'videoid');
  const host = localName(element) === 'lite-vimeo' ? 'https://vimeo.com/' : 'https://youtu.be/';
  const media = id === '' ? undefined : parseMediaAddress(host + id);
  const title = attribute(element, 'videotitle') || attribute(element, 'title');
  return media && linkTo(inert, media.canonicalUrl, title, 0);
}

const hasNumberClass = classTest(
  /(?:^|[\s_-])(?:line-?num(?:ber)?s?|lineno|linenos|gutter)(?:$|[\s_-])/i,
);

const editorParts = '[class*="editor" i], [class*="margin" i], [class*="gutter" i]';

/** True for the number of a line, beside code that an editor lays out. */
function isLineNumber({ element, classes }: Rendered): boolean {
  if (classes === '' || !hasNumberClass(classes)) return false;
  if (!closest(element, editorParts)) return false;
  const text = briefText(element);
  return text !== null && /^\s*\d[\d\s]*$/.test(text);
}

function absolute(element: Element, address: string): string {
  if (address === '') return '';
  const doc = ownerDocument(element);
  return URL.parse(address, doc ? documentUrl(doc) : undefined)?.href ?? '';
}

function recording(element: HTMLMediaElement, inert: Document): StandIn {
  const source = query(element, 'source[src]');
  const written =
    element.currentSrc || attribute(element, 'src') || (source ? attribute(source, 'src') : '');
  const address = absolute(element, written);
  // It is a moving background.
  const isMuted = element.muted || hasAttribute(element, 'muted');
  if (isMuted && element.loop && element.autoplay && !element.controls) return {};
  const title = attribute(element, 'title') || attribute(element, 'aria-label');
  const seconds = Number.isFinite(element.currentTime) ? element.currentTime : 0;
  if (/^https?:/.test(address)) {
    const name = decodeURIComponentSafely(
      address
        .replace(/[?#].*$/s, '')
        .split('/')
        .at(-1) ?? '',
    );
    return linkTo(inert, address, title || name || address, seconds);
  }
  // A stream that the page assembles has no address; the page's own address may name it.
  const doc = ownerDocument(element);
  const media = doc ? parseMediaAddress(documentUrl(doc)) : undefined;
  if (media) return linkTo(inert, media.canonicalUrl, title, seconds);
  return isLarge(element) ? { missing: 'video' } : {};
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // The text is returned unchanged.
    return text;
  }
}

const monospace = /\bmonospace\b|\bmono\b|courier|consolas|menlo|monaco/i;
/** Enough characters of code to recognise it. */
const enoughText = 2_000;
const codeLine = /^[ \t]+\S|[{};]\s*$|^\s*(?:#|\/\/|<\/?\w)|=>|\w\(.*\)/m;

/** True if the text of a field is code: in a monospace font, and without spell checking. */
export function isCodeField(field: Element, text: string): boolean {
  const style = styleOf(field);
  if (!style || !monospace.test(`${style.fontFamily} ${style.font}`)) return false;
  if (attribute(field, 'spellcheck') === 'false' || attribute(field, 'wrap') === 'off') return true;
  return codeLine.test(text.slice(0, enoughText));
}

function field(element: HTMLTextAreaElement, inert: Document): StandIn {
  const text = element.value ?? textContent(element) ?? '';
  const isCode = isCodeField(element, text);
  if (text.trim() === '' || (!isReadOnly(element) && !isCode) || isOverlay(element)) return {};
  return { copy: isCode ? codeOf(inert, text) : linesOf(inert, text) };
}

/** Its content comes from the page, and is meant to be read. */
const isReadOnly = (field: Element): boolean =>
  hasAttribute(field, 'readonly') || hasAttribute(field, 'disabled');

/**
 * Returns a line for copying: a command, an address. Passwords and anything that is no text are
 * left out.
 */
function fixed(field: HTMLInputElement, inert: Document): StandIn | undefined {
  if (!/^(?:text|search|url|tel|email|number)$/.test(field.type)) return undefined;
  if (field.value.trim() === '' || isOverlay(field)) return {};
  const text = inert.createTextNode(field.value);
  if (!isCodeField(field, field.value)) return { copy: text };
  const code = inert.createElement('code');
  code.appendChild(text);
  return { copy: code };
}

/**
 * Returns the choice that a list shows; if an invisible list is under one made by the page, its
 * words are there already.
 */
function choice(list: Element, inert: Document): StandIn {
  if (boxOf(list).width <= 2 || isOverlay(list)) return {};
  const options = Array.from((list as HTMLSelectElement).selectedOptions ?? []);
  const labels = options.map(({ label }) => label.trim()).filter((label) => label !== '');
  // Its box separates it from the words beside it.
  return labels.length > 0 ? { copy: inert.createTextNode(` ${labels.join(', ')} `) } : {};
}

/**
 * Editors put a field with invisible letters over their lines, to receive typing and selections.
 */
function isOverlay(field: Element): boolean {
  const style = styleOf(field);
  if (!style) return false;
  if (/^(?:absolute|fixed)$/.test(style.position)) return true;
  if (isTransparent(style.color) || Number.parseFloat(style.opacity) < 0.1) return true;
  const fill = style.getPropertyValue('-webkit-text-fill-color');
  return fill !== '' && isTransparent(fill);
}

export function codeOf(inert: Document, text: string, language = ''): Element {
  const copy = inert.createElement('pre');
  const code = copy.appendChild(inert.createElement('code'));
  if (language !== '') code.setAttribute('class', `language-${language}`);
  code.textContent = text;
  return copy;
}

/** Makes a paragraph with a break for each line end. */
export function linesOf(inert: Document, text: string): Element {
  const copy = inert.createElement('p');
  text.split('\n').forEach((line, index) => {
    if (index > 0) copy.append(inert.createElement('br'));
    copy.append(line);
  });
  return copy;
}

function drawing(element: Element, inert: Document): StandIn | undefined {
  if (attribute(element, 'aria-hidden') === 'true') return undefined;
  const title = query(element, ':scope > title');
  const name = (attribute(element, 'aria-label') || title?.textContent || '').trim();
  if (name !== '' && name.length < 500) {
    if (isBesideWords(element)) return undefined;
    // A tool for the code beside it.
    if (boxOf(element).width <= maxIcon && isBesideCode(element)) return undefined;
    return { copy: inert.createTextNode(` ${name} `) };
  }
  if (!query(element, 'text, foreignObject')) return undefined;
  if (isLarge(element)) return { missing: 'drawing' };
  const words = queryAll(element, 'text:not([aria-hidden="true"])')
    .map((text) => (textContent(text) ?? '').trim())
    .join(' ');
  if (words === '' || words.length > maxTitle || isBesideWords(element)) return undefined;
  return { copy: inert.createTextNode(` ${words} `) };
}

/** Handles a picture that a style draws, in an element without words: stars, a sign. */
function namedPicture(
  { element, name: tag, role }: Rendered,
  inert: Document,
): StandIn | undefined {
  if (role !== 'img' || tag === 'img') return undefined;
  const name = attribute(element, 'aria-label').trim();
  if (name === '' || name.length >= 500 || attribute(element, 'aria-hidden') === 'true')
    return undefined;
  // Emoji express themselves what they show.
  if (/\S/.test(textContent(element) ?? '') || query(element, 'img, svg, picture'))
    return undefined;
  return isBesideWords(element) ? undefined : { copy: inert.createTextNode(` ${name} `) };
}

/** True for an icon of a link or button whose words say what it is. */
function isBesideWords(element: Element): boolean {
  const parent = parentNode(element);
  const around = isElement(parent)
    ? closest(parent, 'a, button, summary, h1, h2, h3, h4, h5, h6')
    : null;
  if (!around) return false;
  // A link without words gets the icon's name; one to its own place, as in a heading, needs none.
  if (localName(around) !== 'a' || closest(around, 'h1, h2, h3, h4, h5, h6')) return true;
  if (attribute(around, 'href').startsWith('#')) return true;
  const own = textContent(element) ?? '';
  return (textContent(around) ?? '').replace(own, '').trim() !== '';
}

function diagram({ element, classes }: Rendered, inert: Document): StandIn | undefined {
  const source = diagramSource(element, classes);
  return source === undefined ? undefined : { copy: codeOf(inert, source, 'mermaid') };
}
