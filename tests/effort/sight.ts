import type { ElementHandle } from 'puppeteer-core';
import { waitFor } from '../support/wait.ts';

export type Found = ElementHandle<Element>;

/** What a note-taker sees of a page of ours; nothing of it acts. */

export function textIn(field: Found): Promise<string> {
  return field.evaluate((node) => (node as HTMLTextAreaElement).value);
}

export async function waitToHold(field: Found, text: string): Promise<void> {
  await waitFor(`a field to hold “${text}”`, async () => (await textIn(field)) === text);
}

/** Returns the options of a list, and the chosen one. */
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

/** Returns whether typing goes into this field. */
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

/** Returns what identifies a row of the list. */
export function idOf(row: Found): Promise<string> {
  return row.evaluate((node) => (node as HTMLElement).dataset.id ?? '');
}

export function textOfRow(row: Found): Promise<string> {
  return row.evaluate((node) =>
    (node.querySelector('.clip-text')?.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );
}

/** Returns the names that a list of suggestions offers. */
export function namesIn(list: Found): Promise<string[]> {
  return list.$$eval('[role=option] > span:first-child', (all) =>
    all.map((each) => each.textContent ?? ''),
  );
}

export function wordsOf(region: Found): Promise<string> {
  return region.evaluate((node) => node.textContent ?? '');
}

/**
 * Returns the addresses that the list of links offers, without their common part, and which one
 * Enter chooses.
 */
export function offersIn(picker: Found): Promise<{ address: string; isNext: boolean }[]> {
  return picker.evaluate((node) =>
    Array.from(node.querySelectorAll('[role=option]'), (option) => ({
      address: option.querySelector('.quiet')?.textContent?.split(' · ').at(-1) ?? '',
      isNext: option.getAttribute('aria-selected') === 'true',
    })),
  );
}
