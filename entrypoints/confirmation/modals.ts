/**
 * All dialogs of a document. Asked by their name alone: that list the browser keeps until the page changes,
 * while a selector makes it go through all elements anew, ten times a second.
 */
const dialogsOf = (doc: Document): Element[] =>
  Array.from(Document.prototype.getElementsByTagName.call(doc, 'dialog'));

/**
 * The topmost open modal dialog makes all around it inert: then the host must stand in it. Which one
 * of several is on top the document's order does not tell; only the topmost can be pointed at.
 */
export function topmostModal(doc: Document): Element | undefined {
  try {
    const modals = dialogsOf(doc).filter((dialog) => dialog.matches(':modal'));
    if (modals.length < 2) return modals[0];
    return modals.findLast((modal) => isPointedAt(doc, modal)) ?? modals.at(-1);
  } catch {
    // A browser that does not know `:modal` has no modal dialog that could be found by it.
    return undefined;
  }
}

function isPointedAt(doc: Document, modal: Element): boolean {
  const { left, top, width, height } = modal.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  return modal.contains(Document.prototype.elementFromPoint.call(doc, x, y));
}

/** Elements that show no child. */
const childless: ReadonlySet<string> = new Set(
  'audio canvas embed iframe img input object textarea video'.split(' '),
);

const fullScreenElement = Object.getOwnPropertyDescriptor(
  Document.prototype,
  'fullscreenElement',
)?.get;

/**
 * What is in full screen, if it can show the host as its child: all around it is inert (measured, Chromium 156 and
 * Firefox 153).
 * A component shows what its shadow tree takes in, and that may be nothing.
 */
export function fullScreenHome(doc: Document): Element | undefined {
  const full: unknown = fullScreenElement?.call(doc);
  if (!(full instanceof HTMLElement) || full === doc.documentElement) return undefined;
  // Else it is the host of a shadow tree in which something is in full screen.
  if (!full.matches(':fullscreen')) return undefined;
  const { localName } = full;
  return childless.has(localName) || localName.includes('-') || full.shadowRoot ? undefined : full;
}
