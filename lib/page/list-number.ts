import { attribute, hasAttribute, localName } from './safe-dom.ts';

export const listStep = (list: Element): number => (hasAttribute(list, 'reversed') ? -1 : 1);

/** The number that a list begins with, where its first item gives itself none. */
export function firstNumber(list: Element): number {
  const written = Number.parseInt(attribute(list, 'start'), 10);
  if (!Number.isNaN(written)) return written;
  if (listStep(list) > 0) return 1;
  return Array.from(list.children).filter((child) => localName(child) === 'li').length;
}

/** The number the first item of the copied list has on the page. */
export function listNumber(list: Element, firstItem: Node): number {
  const items = Array.from(list.children).filter((child) => localName(child) === 'li');
  const step = listStep(list);
  let number = firstNumber(list);
  for (const item of items) {
    const own = Number.parseInt(attribute(item, 'value'), 10);
    if (!Number.isNaN(own)) number = own;
    if (item === firstItem) break;
    number += step;
  }
  return number;
}
