import { linkTarget } from '../core/address/link-target.ts';
import type { Deadline } from './deadline.ts';
import { keptOf } from './outline/elements.ts';
import { hasWords, isLeftOut, isPermalink, isSelfLink } from './outline/furniture.ts';
import { isListing } from './outline/listing.ts';
import { formulaOf, isDrawnFormula, isFormulaWrapper } from './outline/maths.ts';
import {
  emojiText,
  isDecoration,
  isPreviewOfAnother,
  isTrackingPixel,
  pictureAddress,
} from './outline/picture.ts';
import { createInertDocument } from './outline/prototype-access.ts';
import { readCode } from './outline/read-code.ts';
import { cellAlignment, isHeaderCell, isLayoutTable } from './outline/read-table.ts';
import { walk } from './outline/walk.ts';
import { withoutForms } from './outline/without-forms.ts';
import { allowedAttributes } from './sanitise/allowed.ts';
import { safeAddress, safePicture } from './sanitise/safe-address.ts';
import type { WordWriter } from './word-writer.ts';

export interface SanitiseOptions {
  /**
   * Base of relative addresses; without one, links and pictures with relative addresses lose them.
   */
  baseUrl?: string | undefined;
  deadline?: Deadline | undefined;
  /**
   * Receives the copy's elements and texts as they are created, so that the words need no second
   * pass.
   */
  words?: WordWriter | undefined;
}

const headings = new Set('h1 h2 h3 h4 h5 h6'.split(' '));

/** Elements nested deeper are unwrapped, because serialisers and parsers may use the stack. */
const maxDepth = 200;

/**
 * Makes a fresh copy of a piece of page that is safe to store and parse again: elements and
 * attributes from an allow-list, absolute addresses, nothing that runs, tracks or styles, and no
 * page furniture. It is in a separate document, where nothing is loaded.
 */
export function sanitise(
  node: DocumentFragment | Element | Document,
  options: SanitiseOptions = {},
): DocumentFragment {
  const inert = createInertDocument(node);
  return copyInto(inert.createDocumentFragment(), inert, node, options);
}

/**
 * Like `sanitise`, but inside an element with this name: moving a large copy into one later takes
 * time for each node.
 */
export function sanitiseInto(
  name: string,
  node: DocumentFragment,
  options: SanitiseOptions,
): Element {
  const inert = createInertDocument(node);
  return copyInto(inert.createElement(name), inert, node, options);
}

function copyInto<Root extends DocumentFragment | Element>(
  root: Root,
  inert: Document,
  node: DocumentFragment | Element | Document,
  options: SanitiseOptions,
): Root {
  walk(withoutForms(node), new Copier(inert, root, options), options.deadline);
  return root;
}

/**
 * Replaces a link without content by its children, because white space in it may separate words.
 */
function unwrapEmpty(link: Element): void {
  const first = link.firstChild;
  // The first text tells enough of most links.
  if (first?.nodeType === 3 && /\S/.test((first as Text).data)) return;
  if (/\S/.test(link.textContent ?? '') || link.querySelector('img, math, input')) return;
  link.replaceWith(...link.childNodes);
}

class Copier {
  private readonly inert: Document;
  private readonly baseUrl: string | undefined;
  private readonly words: WordWriter | undefined;
  private into: Element | DocumentFragment;
  /** Elements that were copied and are still open. */
  private readonly open: { element: Element; name: string; parent: Element | DocumentFragment }[] =
    [];
  private heading: Element | null = null;

  constructor(
    inert: Document,
    root: DocumentFragment | Element,
    { baseUrl, words }: SanitiseOptions,
  ) {
    this.inert = inert;
    this.into = root;
    this.baseUrl = baseUrl;
    this.words = words;
  }

  text(data: string): void {
    // A parser drops or replaces it, so the copy would differ from what is read back.
    const text = data.includes('\0') ? data.replaceAll('\0', '') : data;
    if (text === '') return;
    this.into.appendChild(this.inert.createTextNode(text));
    this.words?.text(text);
  }

  enter(element: Element): boolean {
    const name = element.localName;
    const hasAttributes = element.hasAttributes();
    if (hasAttributes && isLeftOut(element)) return false;
    const classes = (hasAttributes && element.getAttribute('class')) || '';
    const isFormula =
      name === 'math' ||
      name === 'mjx-container' ||
      name === 'script' ||
      (classes !== '' && isFormulaWrapper(classes));
    if (isFormula && this.formula(element)) return false;
    if ((classes !== '' && isDrawnFormula(classes)) || keptOf(name) === 'nothing') return false;
    if (
      name === 'pre' ||
      name === 'listing' ||
      name === 'xmp' ||
      (classes !== '' && isListing(classes))
    ) {
      this.codeBlock(element);
      return false;
    }
    if (name === 'img') return this.picture(element);
    if (name === 'input') return this.box(element);
    if (name === 'button' && !hasWords(element)) return false;
    if (name === 'a') {
      if (element.firstChild && isPermalink(element, this.heading !== null)) return false;
      if (this.heading && isSelfLink(element, this.heading)) return true;
    }
    // The labels of tabs are side by side.
    if (name === 'label') this.text(' ');
    const as = keptOf(name);
    const own = as === 'content' ? null : as === 'itself' ? name : as;
    const kept = name === 'td' && isHeaderCell(element) ? 'th' : own;
    // Names are compared in lower case and by namespace: `<svg:a>` is no link.
    if (kept === null || element.namespaceURI !== 'http://www.w3.org/1999/xhtml') return true;
    if (this.open.length >= maxDepth) return true;
    const copy = this.inert.createElement(kept);
    if (hasAttributes) {
      for (const attribute of allowedAttributes(kept)) {
        this.copyAttribute(element, copy, attribute);
      }
    }
    const isCell = kept === 'td' || kept === 'th';
    this.words?.enter(kept, isCell && this.into.lastElementChild === null);
    this.into.appendChild(copy);
    this.open.push({ element, name: kept, parent: this.into });
    this.into = copy;
    if (isCell) {
      const align = cellAlignment(element);
      if (/^(?:left|center|right)$/.test(align)) copy.setAttribute('align', align);
    } else if (kept === 'table' && isLayoutTable(element))
      copy.setAttribute('role', 'presentation');
    else if (headings.has(kept)) this.heading ??= element;
    return true;
  }

  leave(element: Element): void {
    const top = this.open.at(-1);
    if (top?.element !== element) return;
    this.open.pop();
    const copy = this.into as Element;
    this.into = top.parent;
    this.words?.leave(top.name);
    // The link may have been around a picture that was left out.
    if (top.name === 'a' && element.firstChild) unwrapEmpty(copy);
    if (this.heading === element) this.heading = null;
  }

  private copyAttribute(from: Element, to: Element, name: string): void {
    const value = from.getAttribute(name);
    if (value === null) return;
    const safe = name === 'href' || name === 'cite' ? safeAddress(value, this.baseUrl) : value;
    if (safe !== null) to.setAttribute(name, safe.slice(0, 16_384));
  }

  private picture(element: Element): false {
    if (isTrackingPixel(element) || isDecoration(element) || isPreviewOfAnother(element))
      return false;
    const alt = element.getAttribute('alt') ?? '';
    const src = safePicture(
      pictureAddress(element, this.baseUrl),
      element.getAttribute('src'),
      this.baseUrl,
    );
    if (src === null) {
      this.text(alt);
      return false;
    }
    const copy = this.inert.createElement('img');
    copy.setAttribute('src', src);
    for (const name of ['alt', 'title', 'width', 'height']) this.copyAttribute(element, copy, name);
    // The converter recognises emoji by these.
    if (emojiText(element) !== null) copy.setAttribute('class', 'emoji');
    this.into.appendChild(copy);
    this.words?.image(copy);
    return false;
  }

  private box(element: Element): false {
    if (element.getAttribute('type')?.toLowerCase() !== 'checkbox') return false;
    const copy = this.inert.createElement('input');
    copy.setAttribute('type', 'checkbox');
    copy.setAttribute('disabled', '');
    if (element.hasAttribute('checked')) copy.setAttribute('checked', '');
    this.into.appendChild(copy);
    return false;
  }

  private codeBlock(element: Element): void {
    const block = readCode(element);
    if (!block) return;
    const { language, text, title } = block;
    if (title !== '') {
      this.into.appendChild(this.inert.createElement('p')).textContent = title;
      this.tell('p', title);
    }
    if (text === null) return;
    const code = this.inert.createElement('code');
    if (language !== '') code.setAttribute('class', `language-${language}`);
    const lines = `${text.replaceAll('\0', '')}\n`;
    code.textContent = lines;
    const pre = this.inert.createElement('pre');
    pre.appendChild(code);
    this.into.appendChild(pre);
    this.tell('pre', lines);
  }

  private tell(name: string, text: string): void {
    this.words?.enter(name, false);
    this.words?.text(text);
    this.words?.leave(name);
  }

  /** A formula becomes only its TeX, because MathML trees can smuggle things past parsers. */
  private formula(element: Element): boolean {
    const formula = formulaOf(element);
    if (formula === null) return false;
    const math = this.inert.createElementNS('http://www.w3.org/1998/Math/MathML', 'math');
    math.setAttribute('alttext', formula.tex);
    if (formula.isDisplay) math.setAttribute('display', 'block');
    this.into.appendChild(math);
    this.words?.formula(formula);
    return true;
  }
}

/**
 * Writes a table as one block of raw HTML for Markdown: without blank lines, which would end it.
 * @param options `isClean`: the table is in a result of `sanitise`
 */
export function htmlTable(
  table: Element,
  options: SanitiseOptions & { isClean?: boolean | undefined } = {},
): string {
  const copy = options.isClean ? cloned(table) : sanitise(table, options);
  for (const link of copy.querySelectorAll('a[href]')) {
    link.setAttribute('href', linkTarget(link.getAttribute('href') ?? ''));
  }
  walk(copy, new LineJoiner());
  const holder = copy.ownerDocument.createElement('div');
  holder.appendChild(copy);
  return holder.innerHTML.replaceAll('\n', '&#10;').replace(/\{(?=\{)/g, '&#123;');
}

function cloned(table: Element): DocumentFragment {
  const fragment = table.ownerDocument.createDocumentFragment();
  fragment.appendChild(table.cloneNode(true));
  return fragment;
}

class LineJoiner {
  private pre = 0;
  enter(element: Element): boolean {
    if (element.localName === 'pre') this.pre++;
    return true;
  }
  leave(element: Element): void {
    if (element.localName === 'pre') this.pre--;
  }
  text(data: string, node: Text): void {
    if (this.pre === 0 && /[\t\n\r\f]| {2}/.test(data)) {
      node.data = data.replace(/[ \t\n\r\f]+/g, ' ');
    }
  }
}
