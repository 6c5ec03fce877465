/**
 * Text that is Markdown already, as against text that still has to be escaped. Only our own
 * renderers and filters make it; `verbatim` marks what the prose around it must not be filled with.
 */
export class Markdown {
  readonly source: string;
  readonly verbatim: boolean;
  /** What is put out for it: `source`, with marks for what is written as typed (`as-typed.ts`). */
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
