import { attribute, hasAttribute, localName } from './safe-dom.ts';

export const listStep = (list: Element): number => (hasAttribute(list, 'reversed') ? -1 : 1);

/** The number the first item of the copied list has on the page. */
export function listNumber(list: Element, firstItem: Node): number {
  const items = Array.from(list.children).filter((child) => localName(child) === 'li');
  const step = listStep(list);
  const written = Number.parseInt(attribute(list, 'start'), 10);
  let number = Number.isNaN(written) ? (step < 0 ? items.length : 1) : written;
  for (const item of items) {
    const own = Number.parseInt(attribute(item, 'value'), 10);
    if (!Number.isNaN(own)) number = own;
    if (item === firstItem) break;
    number += step;
  }
  return number;
}
