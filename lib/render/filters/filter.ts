import { Markdown } from '../markdown.ts';

/** A filter for templates: `{{ value | name: argument, … }}`. One file each, listed in `registry.ts`. */
export interface Filter {
  /** As templates call it; lower case and underscores. */
  name: string;
  /**
   * What it was given may be anything a template can hold. Strings that come back are still to be
   * escaped; `Markdown` is not. Never throws: what it has no use for comes back or becomes ''.
   */
  apply(value: unknown, ...args: unknown[]): unknown;
}

/** A name with, perhaps, an address: what `event`, `venue` and each speaker are in templates. */
export interface Named {
  name: string;
  url: string;
}

/** Text of a template's value; '' for nothing, lists and objects. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value instanceof Markdown ? value.source : '';
}

/** Name and address of a template's value: of a string, the name. */
export function namedOf(value: unknown): Named {
  if (typeof value !== 'object' || value === null || value instanceof Markdown) {
    return { name: textOf(value), url: '' };
  }
  return { name: ownText(value, 'name'), url: ownText(value, 'url') };
}

export function ownText(value: object, key: string): string {
  return textOf(Object.getOwnPropertyDescriptor(value, key)?.value);
}

/** Applies to each element of a list, and to anything else itself. */
export function each(value: unknown, apply: (element: unknown) => unknown): unknown {
  return Array.isArray(value) ? value.map(apply) : apply(value);
}
