import tokens from '../../components/ui/tokens.css?inline';
import styles from './confirmation.css?inline';
import { element } from './elements.ts';
import { chooseCorner, selectionBoxes } from './placement.ts';

export const hostName = 'wrapup-confirmation';

export interface Host {
  element: HTMLElement;
  shadow: ShadowRoot;
  /** Takes the card; call `place` when its size changes. */
  card: HTMLElement;
  place(): void;
  remove(): void;
}

/** The tokens stand on the card: on the host the page could set them (`* { --ink: red }`). */
const ownCss = styles + tokens.replaceAll(':root', '.wrapup');

export function addStyles(shadow: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [sheet];
    if (shadow.adoptedStyleSheets.length > 0) return;
  } catch {
    // Firefox refuses a content script's constructed sheet in a page's tree (bug 1751346).
  }
  shadow.append(element('style', {}, css));
}

/**
 * The topmost open modal dialog makes all around it inert: then the host must stand in it. Which one
 * of several is on top the document's order does not tell; only the topmost can be pointed at.
 */
export function topmostModal(doc: Document): Element | undefined {
  try {
    const modals: Element[] = Array.from(
      Document.prototype.querySelectorAll.call(doc, 'dialog:modal'),
    );
    if (modals.length < 2) return modals[0];
    return modals.findLast((modal) => isPointedAt(doc, modal)) ?? modals.at(-1);
  } catch {
    return undefined;
  }
}

function isPointedAt(doc: Document, modal: Element): boolean {
  const { left, top, width, height } = modal.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  return modal.contains(Document.prototype.elementFromPoint.call(doc, x, y));
}

/**
 * What goes into the page for `host` to be shown there: itself in HTML, a `foreignObject` around it in
 * SVG. Undefined in other XML: Firefox (153) takes its view of the tree away when anything is added.
 */
function stand(root: Element, host: HTMLElement): Element | undefined {
  if (root instanceof HTMLElement) return host;
  if (!(root instanceof SVGSVGElement)) return undefined;
  const around = document.createElementNS(root.namespaceURI, 'foreignObject');
  // Without a size nothing in it is laid out; in the top layer the host has its own.
  around.setAttribute('width', '1');
  around.setAttribute('height', '1');
  around.append(host);
  return around;
}

/**
 * Puts the host above everything of the page, in a closed shadow tree; undefined in a document that
 * shows no HTML.
 */
export function showHost(doc: Document, rightToLeft: boolean, language: string): Host | undefined {
  const root = doc.documentElement;
  const host = element(hostName as 'div');
  const standing = stand(root, host);
  if (standing === undefined) return undefined;
  const shadow = host.attachShadow({ mode: 'closed' });
  addStyles(shadow, ownCss);
  const card = element('div', {
    class: 'wrapup',
    dir: rightToLeft ? 'rtl' : 'ltr',
    lang: language,
  });
  shadow.append(card);
  host.dataset.at = rightToLeft ? 'bottom-left' : 'bottom-right';
  (topmostModal(doc) ?? root).append(standing);
  try {
    // The top layer is above every z-index and above what is in full screen.
    host.popover = 'manual';
    host.showPopover();
  } catch {
    host.removeAttribute('popover');
  }
  return {
    element: host,
    shadow,
    card,
    place() {
      const { width, height } = host.getBoundingClientRect();
      const view = { width: root.clientWidth || window.innerWidth, height: window.innerHeight };
      host.dataset.at = chooseCorner({ width, height }, view, selectionBoxes(doc), rightToLeft);
    },
    remove: () => standing.remove(),
  };
}
