import { firstNumber } from './list-number.ts';
import { withoutUnseen } from './outline/furniture.ts';
import { attribute, hasAttribute, localName } from './safe-dom.ts';
import type { Shape } from './shape.ts';

/** A copied element: `outer` goes into the copy around it, what stands in the element into `inner`. */
export interface Copied {
  outer: Element;
  /** The copy of the element itself; the marks that its style makes are in it. */
  own: Element;
  inner: Element;
}

const hiding = /display\s*:\s*none|visibility\s*:\s*hidden|user-select\s*:\s*none/i;

/** Copies one element without its children; nothing in the copy can act on a page. */
export function copyElement(element: Element, inert: Document, name = ''): Element {
  const own = localName(element);
  if (own === 'form') {
    const copy = inert.createElement('div');
    for (const kept of ['id', 'class', 'lang', 'dir']) {
      if (hasAttribute(element, kept)) copy.setAttribute(kept, attribute(element, kept));
    }
    return copy;
  }
  if (name !== '' && name !== own) return renamed(element, inert, name);
  const copy = inert.importNode(element, false);
  if (own === 'img') keepShownSource(element as HTMLImageElement, copy);
  if (own === 'input' && attribute(element, 'type') === 'checkbox') {
    copy.toggleAttribute('checked', (element as HTMLInputElement).checked);
  }
  if (own === 'input') keepTyped(element as HTMLInputElement, copy);
  if (own === 'ol' && hasAttribute(element, 'reversed') && !hasAttribute(element, 'start')) {
    // The copy may not have all of its items.
    copy.setAttribute('start', String(firstNumber(element)));
  }
  return copy;
}

/** What stands in a field shows; what is in one for passwords does not. */
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

/** Copies an element in the shape that the page shows it in. */
export function copyShown(element: Element, inert: Document, shape: Shape): Copied {
  const own = copyElement(element, inert, shape.name);
  // It shows, whatever its attributes say.
  if (own.hasAttribute('hidden')) own.removeAttribute('hidden');
  if (hiding.test(own.getAttribute('style') ?? '')) own.removeAttribute('style');
  const classes = own.getAttribute('class');
  const shown = classes === null ? null : withoutUnseen(classes);
  if (shown !== null && shown !== classes && shape.rendered?.hasBox)
    own.setAttribute('class', shown);
  let inner = own;
  for (const mark of shape.marks) inner = inner.appendChild(inert.createElement(mark));
  if (!shape.isSetApart) return { outer: own, own, inner };
  const outer = inert.createElement('div');
  outer.appendChild(own);
  return { outer, own, inner };
}

/** A lazy picture's real address is known only while it is shown. */
function keepShownSource(image: HTMLImageElement, copy: Element): void {
  const written = attribute(image, 'src');
  if (written !== '' && !written.startsWith('data:')) return;
  if (/^https?:/.test(image.currentSrc ?? '')) copy.setAttribute('src', image.currentSrc);
}
