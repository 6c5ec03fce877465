/**
 * Returns all dialogs of a document. They are looked up only by tag name, because the browser
 * caches that list until the page changes, while a selector would visit all elements again, ten
 * times a second.
 */
const dialogsOf = (doc: Document): Element[] =>
  Array.from(Document.prototype.getElementsByTagName.call(doc, 'dialog'));

/**
 * Returns the topmost open modal dialog, which makes everything around it inert, so the host must
 * be inside it. The document's order does not tell which of several is on top; only the topmost can
 * be pointed at.
 */
export function topmostModal(doc: Document): Element | undefined {
  try {
    const modals = dialogsOf(doc).filter((dialog) => dialog.matches(':modal'));
    if (modals.length < 2) return modals[0];
    return modals.findLast((modal) => isPointedAt(doc, modal)) ?? modals.at(-1);
  } catch {
    // A browser that does not support `:modal` has no modal dialogs to find this way.
    return undefined;
  }
}

function isPointedAt(doc: Document, modal: Element): boolean {
  const { left, top, width, height } = modal.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  return modal.contains(Document.prototype.elementFromPoint.call(doc, x, y));
}

/** Elements that can't show a child. */
const childless: ReadonlySet<string> = new Set(
  'audio canvas embed iframe img input object textarea video'.split(' '),
);

const fullScreenElement = Object.getOwnPropertyDescriptor(
  Document.prototype,
  'fullscreenElement',
)?.get;

/**
 * Returns the element in full screen, if it can show the host as its child, because everything
 * around it is inert (measured, Chromium 156 and Firefox 153). A component shows only what its
 * shadow tree slots, which may be nothing.
 */
export function fullScreenHome(doc: Document): Element | undefined {
  const full: unknown = fullScreenElement?.call(doc);
  if (!(full instanceof HTMLElement) || full === doc.documentElement) return undefined;
  // Otherwise it is the host of a shadow tree in which something is in full screen.
  if (!full.matches(':fullscreen')) return undefined;
  const { localName } = full;
  return childless.has(localName) || localName.includes('-') || full.shadowRoot ? undefined : full;
}
