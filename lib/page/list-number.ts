import { attribute, hasAttribute, localName } from './safe-dom.ts';

export const listStep = (list: Element): number => (hasAttribute(list, 'reversed') ? -1 : 1);

/** Returns the number that a list begins with, if its first item has no number. */
export function firstNumber(list: Element): number {
  const written = Number.parseInt(attribute(list, 'start'), 10);
  if (!Number.isNaN(written)) return written;
  if (listStep(list) > 0) return 1;
  return Array.from(list.children).filter((child) => localName(child) === 'li').length;
}

/** Returns the numbers of a list's items on the page. */
export function listNumbers(list: Element): ReadonlyMap<Element, number> {
  const numbers = new Map<Element, number>();
  const step = listStep(list);
  let number = firstNumber(list);
  for (const item of Array.from(list.children)) {
    if (localName(item) !== 'li') continue;
    const own = Number.parseInt(attribute(item, 'value'), 10);
    if (!Number.isNaN(own)) number = own;
    numbers.set(item, number);
    number += step;
  }
  return numbers;
}

/** Returns the number of the copied list's first item on the page. */
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
