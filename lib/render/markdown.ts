/**
 * Text that is Markdown already, unlike text that must still be escaped. Only our own renderers and
 * filters create it; `verbatim` marks what must not be wrapped with the prose around it.
 */
export class Markdown {
  readonly source: string;
  readonly verbatim: boolean;
  /** What is output for it: `source`, with marks for what is written as typed (`as-typed.ts`). */
  readonly marked: string;

  constructor(source: string, verbatim = false, marked = source) {
    this.source = source;
    this.verbatim = verbatim;
    this.marked = marked;
  }

  toString(): string {
    return this.source;
  }
}
