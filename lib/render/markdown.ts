/**
 * Text that is Markdown already, as against text that still has to be escaped. Only our own
 * renderers and filters make it; `verbatim` marks what the prose around it must not be filled with.
 */
export class Markdown {
  readonly source: string;
  readonly verbatim: boolean;

  constructor(source: string, verbatim = false) {
    this.source = source;
    this.verbatim = verbatim;
  }

  toString(): string {
    return this.source;
  }
}
