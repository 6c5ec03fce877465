/** A date is the text as written, without its quotes. */
export type FieldValue = string | number | boolean | null | readonly string[];

export interface Range {
  start: number;
  end: number;
}

/** One value of a front matter, and its position. */
export interface Field extends Range {
  /** Its key, preceded by those of the maps that it is in. */
  path: readonly string[];
  /** Undefined: something else, which only the generator can read (a list of maps, an alias). */
  value: FieldValue | undefined;
  /** Positions of the items of a list. */
  items?: readonly Range[];
  /** Position of its key. */
  key: number;
}

/** Why no field can be read or changed. */
export interface BrokenFields {
  reason: 'not-a-map' | 'syntax';
  /** Line among the front matter's fields, from 1. */
  line: number;
}

/** Returns the line of an offset, from 1. */
export const lineAt = (text: string, offset: number): number =>
  (text.slice(0, offset).match(/\r\n?|\n/g)?.length ?? 0) + 1;

export const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?: ?(?:[Zz]|[+-]\d\d:?\d\d))?)?$/.test(
    text,
  );
