/** Inline formatting around words. `html` is a tag that Markdown can't express. */
export type MarkKind = 'em' | 'strong' | 'del' | 'link' | 'html';

export interface Mark {
  kind: MarkKind;
  /** For a link: its destination. For HTML: the element's name. */
  value: string;
  /** For a link: its title. For HTML: `note` if it is always written without HTML. */
  title: string;
}

/** A superscript around a link, as in a note; the link alone is enough. */
export const note = 'note';

export type Token =
  | { type: 'text'; text: string }
  | { type: 'code'; text: string }
  | { type: 'break' }
  | { type: 'image'; alt: string; src: string; title: string }
  | { type: 'box'; checked: boolean }
  | { type: 'open'; mark: Mark }
  | { type: 'close'; mark: Mark };

const spaces = /[ \t\n\r\f]+/g;
const needsCollapsing = /[\t\n\r\f]| {2}/;

/**
 * The inline content of one block, with white space collapsed as in a browser. A space is held back
 * until something follows it, and marks open with their first content, so spaces are outside marks,
 * and marks around nothing vanish.
 */
export class InlineRun {
  readonly tokens: Token[] = [];
  /** How many of the reader's open marks are open in this run. */
  openCount = 0;
  hasCode = false;
  /** Its last written form, and its place then, because two forms of a text share most of it. */
  written: { place: string; form: string; markdown: string } | undefined;
  /** True if it contains elements that Markdown can't express. */
  hasHtml = false;
  private pendingSpace = false;

  get isEmpty(): boolean {
    return this.tokens.length === 0;
  }

  /** True if it contains only the box of a task. */
  get isBoxAlone(): boolean {
    return this.tokens.length === 1 && this.tokens[0]?.type === 'box';
  }

  /** True if it contains nothing but spaces of any width. */
  get isBlank(): boolean {
    return this.tokens.every((token) => token.type === 'text' && token.text.trim() === '');
  }

  /**
   * Returns its text if it is nothing but inline code, on two lines or more: pages write a block of
   * code in this way. Inline code would lose the indentation.
   */
  linesOfCode(): string | undefined {
    if (!this.hasCode) return undefined;
    const lines: string[] = [];
    let isInLine = false;
    for (const token of this.tokens) {
      if (token.type === 'break') {
        if (!isInLine) lines.push('');
        isInLine = false;
      } else if (token.type === 'code' && !isInLine) {
        lines.push(token.text);
        isInLine = true;
      } else return undefined;
    }
    return lines.length > 1 ? lines.join('\n').replaceAll('\u00a0', ' ') : undefined;
  }

  /** Drops spaces of any width at the end. */
  trimEnd(): void {
    const last = this.tokens.at(-1);
    if (last?.type === 'text') last.text = last.text.trimEnd();
  }

  space(): void {
    this.pendingSpace = true;
  }

  forgetSpace(): void {
    this.pendingSpace = false;
  }

  /** `marks`: the marks that are open around the text, outermost first. */
  addText(data: string, marks: readonly Mark[]): void {
    let text = needsCollapsing.test(data) ? data.replace(spaces, ' ') : data;
    if (text === '') return;
    if (text.charCodeAt(0) === 32) {
      this.pendingSpace = true;
      if (text.length === 1) return;
      text = text.slice(1);
    }
    const endsInSpace = text.charCodeAt(text.length - 1) === 32;
    this.begin(marks);
    this.pushText(endsInSpace ? text.slice(0, -1) : text);
    this.pendingSpace = endsInSpace;
  }

  addCode(text: string, marks: readonly Mark[]): void {
    this.begin(marks);
    this.hasCode = true;
    const last = this.tokens.at(-1);
    // Two adjacent code spans would share their backticks.
    if (last?.type === 'code') last.text += text;
    else this.tokens.push({ type: 'code', text });
  }

  add(token: Token, marks: readonly Mark[]): void {
    this.begin(marks);
    this.tokens.push(token);
  }

  /** Adds a line break; those before any content are left out. */
  addBreak(): void {
    this.pendingSpace = false;
    if (this.tokens.length > 0) this.tokens.push({ type: 'break' });
  }

  /** Drops spaces of any width if they are the whole last line, which is then empty. */
  dropBlankLine(): void {
    const last = this.tokens.at(-1);
    const isBlank = last?.type === 'text' && last.text.trim() === '';
    if (isBlank && this.tokens.at(-2)?.type === 'break') this.tokens.pop();
  }

  /** How many line breaks are at the run's end. */
  get trailingBreaks(): number {
    let count = 0;
    while (this.tokens[this.tokens.length - 1 - count]?.type === 'break') count++;
    return count;
  }

  /** Closes the innermost open mark; line breaks at its end are moved after it. */
  close(mark: Mark): void {
    const breaks = this.trailingBreaks;
    this.tokens.splice(this.tokens.length - breaks, 0, { type: 'close', mark });
    this.openCount--;
  }

  /** Ends the run: closes what is open and drops line breaks at the end. */
  finish(marks: readonly Mark[]): void {
    this.tokens.length -= this.trailingBreaks;
    while (this.openCount > 0) this.close(marks[this.openCount - 1] as Mark);
  }

  /** Opens the marks that are not open yet, for content that follows. */
  begin(marks: readonly Mark[]): void {
    const last = this.tokens.at(-1);
    if (this.pendingSpace && last && last.type !== 'break') this.pushText(' ');
    this.pendingSpace = false;
    while (this.openCount < marks.length) this.open(marks[this.openCount] as Mark);
  }

  private open(mark: Mark): void {
    this.openCount++;
    if (mark.kind === 'html' && mark.title !== note) this.hasHtml = true;
    const last = this.tokens.at(-1);
    const continues =
      last?.type === 'close' &&
      last.mark.kind === mark.kind &&
      mark.kind !== 'link' &&
      mark.value !== 'kbd' &&
      last.mark.value === mark.value;
    // Two adjacent marks of one kind read as one, and their delimiters would run together.
    if (continues) this.tokens.pop();
    else this.tokens.push({ type: 'open', mark });
  }

  private pushText(text: string): void {
    const last = this.tokens.at(-1);
    if (last?.type === 'text') last.text += text;
    else this.tokens.push({ type: 'text', text });
  }
}
