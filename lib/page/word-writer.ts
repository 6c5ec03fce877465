import type { Formula } from './outline/maths.ts';
import { emojiText } from './outline/picture.ts';

/** Elements that begin and end a line, so that the words of two of them never run together. */
const blocks = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
/** Blocks with an empty line around them, as a browser copies them. */
const paragraphs = new Set('p h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl table figure'.split(' '));
const spaces = /[ \t\n\r\f]+/g;
const needsCollapsing = /[\t\n\r\f]| {2}/;

/**
 * Writes the words of a page as a reader sees them: white space collapsed as in a browser, a line
 * for each block, tabs between cells, code unchanged. It gets elements and texts in their order.
 */
export class WordWriter {
  private readonly out: string[] = [];
  private breaks = 0;
  private space = false;
  private preDepth = 0;

  /** `isFirst`: it is the first element in the one around it. */
  enter(name: string, isFirst: boolean): void {
    if (name === 'br') {
      this.breaks = Math.min(this.breaks + 1, 2);
      this.space = false;
    }
    if (name === 'pre') this.preDepth++;
    if (name === 'td' || name === 'th') {
      if (isFirst || this.out.length === 0 || this.breaks > 0) return;
      this.out.push('\t');
      this.space = false;
    } else if (blocks.has(name)) this.breakLine(name);
  }

  leave(name: string): void {
    if (name === 'pre') {
      this.preDepth--;
      // The line end that closes the last line of code is no empty line.
      const last = this.out.length - 1;
      if (this.out[last]?.endsWith('\n')) this.out[last] = this.out[last].slice(0, -1);
    }
    if (blocks.has(name)) this.breakLine(name);
  }

  text(data: string): void {
    if (this.preDepth > 0) {
      this.write(data);
      return;
    }
    if (data === '') return;
    const words = needsCollapsing.test(data) ? data.replace(spaces, ' ') : data;
    const start = words.charCodeAt(0) === 32 ? 1 : 0;
    if (start === 1) this.space = true;
    if (words.length === start) return;
    const endsInSpace = words.charCodeAt(words.length - 1) === 32;
    this.write(words.slice(start, endsInSpace ? -1 : undefined));
    if (endsInSpace) this.space = true;
  }

  /** Writes an emoji's name for its picture. */
  image(image: Element): void {
    this.text(emojiText(image) ?? '');
  }

  /** Writes a formula's TeX, as in the Markdown. */
  formula({ tex, isDisplay }: Formula): void {
    const fence = isDisplay ? '$$' : '$';
    this.text(`${fence}${tex}${fence}`);
  }

  finish(): string {
    return this.out.join('').replace(/^\n+/, '').trimEnd();
  }

  private write(text: string): void {
    if (text === '') return;
    const { out } = this;
    if (out.length > 0 && this.breaks > 0) out.push(this.breaks > 1 ? '\n\n' : '\n');
    else if (out.length > 0 && this.space) out.push(' ');
    out.push(text);
    this.breaks = 0;
    this.space = false;
  }

  private breakLine(name: string): void {
    this.breaks = Math.max(this.breaks, paragraphs.has(name) ? 2 : 1);
    this.space = false;
  }
}
