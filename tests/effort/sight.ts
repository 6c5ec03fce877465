import type { ElementHandle } from 'puppeteer-core';
import { waitFor } from '../support/wait.ts';

export type Found = ElementHandle<Element>;

/** What a note-taker sees of a page of ours; none of it does anything. */

export function textIn(field: Found): Promise<string> {
  return field.evaluate((node) => (node as HTMLTextAreaElement).value);
}

export async function waitToHold(field: Found, text: string): Promise<void> {
  await waitFor(`a field to hold “${text}”`, async () => (await textIn(field)) === text);
}

/** The options of a list, and the one that is chosen. */
export function optionsIn(
  list: Found,
): Promise<{ text: string; value: string; chosen: boolean }[]> {
  return list.evaluate((node) =>
    Array.from((node as HTMLSelectElement).options, ({ text, value, selected }) => ({
      text,
      value,
      chosen: selected,
    })),
  );
}

export function isTicked(box: Found): Promise<boolean> {
  return box.evaluate((node) => (node as HTMLInputElement).checked);
}

export function isSelected(tab: Found): Promise<boolean> {
  return tab.evaluate((node) => node.getAttribute('aria-selected') === 'true');
}

/** Whether what is typed goes into this field. */
export function isFocused(field: Found): Promise<boolean> {
  return field.evaluate((node) => node === document.activeElement);
}

export function isCaretAtEnd(field: Found): Promise<boolean> {
  return field.evaluate((node) => {
    const { selectionStart, value } = node as HTMLTextAreaElement;
    return selectionStart === value.length;
  });
}

export function isSame(one: Found, other: Found): Promise<boolean> {
  return one.evaluate((node, that) => node === that, other);
}

/** Whether what stands above or below it is one of these. */
export function isNextTo(found: Found, where: 'above' | 'below', what: string): Promise<boolean> {
  return found.evaluate(
    (node, side, wanted) => {
      const next = side === 'above' ? node.previousElementSibling : node.nextElementSibling;
      return next?.matches(wanted) ?? false;
    },
    where,
    what,
  );
}
