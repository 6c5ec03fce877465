import { Markdown } from '../markdown.ts';

/**
 * A filter for templates: `{{ value | name: argument, … }}`. There is one file for each, listed in
 * `registry.ts`.
 */
export interface Filter {
  /** The name in templates; lower case and underscores. */
  name: string;
  /**
   * The value may be anything that a template can hold. Returned strings are escaped later;
   * `Markdown` is not. Never throws: an unsuitable value is returned unchanged or becomes ''.
   */
  apply(value: unknown, ...args: unknown[]): unknown;
}

/** A name with, perhaps, an address: the form of `event`, `venue` and each speaker in templates. */
export interface Named {
  name: string;
  url: string;
}

/** Returns the text of a template's value; '' for nothing, lists and objects. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value instanceof Markdown ? value.source : '';
}

/** Returns the name and address of a template's value; a string is the name. */
export function namedOf(value: unknown): Named {
  if (typeof value !== 'object' || value === null || value instanceof Markdown) {
    return { name: textOf(value), url: '' };
  }
  return { name: ownText(value, 'name'), url: ownText(value, 'url') };
}

export function ownText(value: object, key: string): string {
  return textOf(Object.getOwnPropertyDescriptor(value, key)?.value);
}

/** Applies to each element of a list, or to any other value itself. */
export function each(value: unknown, apply: (element: unknown) => unknown): unknown {
  return Array.isArray(value) ? value.map(apply) : apply(value);
}
