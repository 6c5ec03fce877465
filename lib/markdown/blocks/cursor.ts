/** Reads a line's start column by column; a tab reaches to the next multiple of four. */
export class Cursor {
  readonly line: string;
  offset = 0;
  private column = 0;

  constructor(line: string) {
    this.line = line;
  }

  /** Columns of white space at the cursor. */
  get indent(): number {
    let columns = 0;
    for (let at = this.offset; at < this.line.length; at++) {
      const char = this.line[at];
      if (char === ' ') columns++;
      else if (char === '\t') columns += 4 - ((this.column + columns) % 4);
      else break;
    }
    return columns;
  }

  get rest(): string {
    return this.line.slice(this.contentStart);
  }

  get blank(): boolean {
    return this.contentStart === this.line.length;
  }

  /** Returns where the first non-white-space character is. */
  get contentStart(): number {
    let at = this.offset;
    while (this.line[at] === ' ' || this.line[at] === '\t') at++;
    return at;
  }

  skipSpace(): void {
    this.skipColumns(this.indent);
  }

  skipColumns(count: number): void {
    let left = count;
    while (left > 0 && this.offset < this.line.length) {
      if (this.line[this.offset] !== '\t') {
        this.offset++;
        this.column++;
        left--;
        continue;
      }
      const width = 4 - (this.column % 4);
      const step = Math.min(width, left);
      this.column += step;
      left -= step;
      if (step === width) this.offset++;
    }
  }

  /** Skips up to three spaces, `>` and one space after it, if they are there. */
  takeQuoteMarker(): boolean {
    if (this.indent > 3 || this.line[this.contentStart] !== '>') return false;
    this.skipSpace();
    this.skipColumns(1);
    if (this.indent > 0) this.skipColumns(1);
    return true;
  }

  /**
   * Skips a list marker and the space that belongs to it.
   * @returns the columns by which the item's further lines are indented
   */
  takeListMarker(markerLength: number): number {
    const indent = this.indent;
    this.skipSpace();
    this.skipColumns(markerLength);
    const space = this.indent;
    const padding = this.blank || space > 4 ? 1 : space;
    this.skipColumns(Math.min(padding, space));
    return indent + markerLength + padding;
  }
}
