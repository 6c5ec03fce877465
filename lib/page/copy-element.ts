import { attribute, hasAttribute, localName } from './safe-dom.ts';

/** Copies one element without its children; nothing in the copy can act on a page. */
export function copyElement(element: Element, inert: Document, block = false): Element {
  const name = localName(element);
  const replaced =
    name === 'form' || (block && name.includes('-') && !name.startsWith('mjx-'))
      ? 'div'
      : undefined;
  if (replaced) {
    const copy = inert.createElement(replaced);
    for (const kept of ['id', 'class', 'lang', 'dir']) {
      if (hasAttribute(element, kept)) copy.setAttribute(kept, attribute(element, kept));
    }
    return copy;
  }
  const copy = inert.importNode(element, false);
  if (name === 'img') keepShownSource(element as HTMLImageElement, copy);
  if (name === 'input' && attribute(element, 'type') === 'checkbox') {
    copy.toggleAttribute('checked', (element as HTMLInputElement).checked);
  }
  return copy;
}

/** A lazy picture's real address is known only while it is shown. */
function keepShownSource(image: HTMLImageElement, copy: Element): void {
  const written = attribute(image, 'src');
  if (written !== '' && !written.startsWith('data:')) return;
  if (/^https?:/.test(image.currentSrc ?? '')) copy.setAttribute('src', image.currentSrc);
}
