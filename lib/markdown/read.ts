import { type Container, type Leaf, type LeafKind, scanBlocks } from './blocks/scan.ts';
import {
  type EmphasisRun,
  type Inline,
  isVerbatim,
  readInline,
  type Span,
  type Stretch,
} from './inline.ts';

/** A link or picture in the inline form, `[label](address "title")`. */
export interface LinkInText extends Stretch {
  isImage: boolean;
  label: Stretch;
  /** The address as written, including any angle brackets. */
  address: Stretch;
}

const headingMark = /^#{1,6}(?:[ \t]+|$)/;
const footnoteMark = /^\[\^[^\]\s]+\]:[ \t]*/;
const taskMark = /^\[[ xX]\][ \t]+/;

/** A block of a Markdown text. All positions are relative to the whole text. */
export class MarkdownBlock {
  readonly kind: LeafKind;
  /** The quotes and list items around it, outermost first. */
  readonly containers: readonly Container[];
  /** Where its first line begins, with the marks of its containers. */
  readonly lineStart: number;
  /** Where the content of each of its lines begins, after those marks. */
  readonly contentStarts: readonly number[];
  /** Where its content ends, without the line end. */
  readonly end: number;
  /** Where its words may be: a heading without its signs and line, a task without its box. */
  readonly words: Stretch;
  /**
   * What would close a fence or HTML block that runs to the end of the text or of its container.
   */
  readonly unclosed: string | undefined;
  readonly #markdown: string;
  #inline: Inline | undefined;

  constructor(markdown: string, offsets: readonly number[], leaf: Leaf) {
    const { kind, firstLine, starts } = leaf;
    const lineEnd = (line: number) => (offsets[line + 1] ?? markdown.length + 1) - 1;
    this.#markdown = markdown;
    this.kind = kind;
    this.containers = leaf.containers;
    this.unclosed = leaf.unclosed;
    this.lineStart = offsets[firstLine] ?? 0;
    this.contentStarts = starts.map((start, at) => (offsets[firstLine + at] ?? 0) + start);
    this.end = lineEnd(firstLine + starts.length - 1);
    // The line under an underlined heading contains no words.
    const isUnderlined = kind === 'heading' && starts.length > 1;
    const wordsEnd = isUnderlined ? lineEnd(firstLine + starts.length - 2) : this.end;
    const written = markdown.slice(this.start, wordsEnd);
    const mark = kind === 'heading' ? headingMark : kind === 'footnote' ? footnoteMark : taskMark;
    const opening = mark.exec(written)?.[0].length ?? 0;
    const closing =
      kind === 'heading' && opening > 0
        ? (/(?:^|[ \t]+)#+[ \t]*$/.exec(written.slice(opening))?.[0].length ?? 0)
        : 0;
    this.words = { start: this.start + opening, end: wordsEnd - closing };
  }

  /** Where its content begins. */
  get start(): number {
    return this.contentStarts[0] ?? this.lineStart;
  }

  /** True for a paragraph or heading: words, and only words. */
  get isProse(): boolean {
    return this.kind === 'paragraph' || this.kind === 'heading';
  }

  /** True if it may contain links and emphasis; code, HTML and definitions can't. */
  get holdsWords(): boolean {
    return this.isProse || this.kind === 'table' || this.kind === 'footnote';
  }

  /** Its words as written, with spaces instead of the marks before its further lines. */
  get text(): string {
    return this.#unmarkedLines(this.words.start, this.words.end);
  }

  get spans(): readonly Span[] {
    return this.#read().spans;
  }

  get runs(): readonly EmphasisRun[] {
    return this.#read().runs;
  }

  get links(): LinkInText[] {
    return this.spans
      .filter(({ kind }) => kind === 'link' || kind === 'image')
      .map(({ kind, start, innerStart, innerEnd, end }) => ({
        isImage: kind === 'image',
        start,
        end,
        label: { start: innerStart, end: innerEnd },
        address: this.#addressIn({ start: innerEnd + 1, end }),
      }));
  }

  /**
   * Bare addresses in its text, which GFM turns into links, with everything that follows directly.
   */
  get bareLinks(): Stretch[] {
    const bare: Stretch[] = [];
    let at = this.words.start;
    for (const taken of [...this.#withoutText(), { start: this.words.end, end: this.words.end }]) {
      const from = at;
      const between = this.#markdown.slice(from, taken.start);
      at = taken.end;
      if (!/[:.@]/.test(between)) continue;
      for (const { 0: word, index } of between.matchAll(/[^\s<]+/g)) {
        const inWord = word.indexOf('@', 1) > 0 ? 0 : word.search(/https?:\/\/|www\./i);
        if (inWord < 0) continue;
        bare.push({ start: from + index + inWord, end: from + index + word.length });
      }
    }
    return bare;
  }

  /** Code, HTML, addresses in angle brackets and the addresses of links, in their order. */
  #withoutText(): Stretch[] {
    return this.spans
      .flatMap((span): Stretch[] => {
        if (isVerbatim(span)) return [span];
        const isLink = span.kind === 'link' || span.kind === 'image';
        return isLink ? [{ start: span.innerEnd + 1, end: span.end }] : [];
      })
      .sort((one, other) => one.start - other.start);
  }

  /** The position of a link's `(address "title")`. */
  #addressIn({ start, end }: Stretch): Stretch {
    const inside = this.#unmarkedLines(start + 1, end - 1);
    const [, space = '', address = ''] = /^(\s*)(<[^<>\n]*>|\S*)/.exec(inside) ?? [];
    const from = start + 1 + space.length;
    return { start: from, end: from + address.length };
  }

  #read(): Inline {
    this.#inline ??= this.holdsWords ? this.#readWords() : { spans: [], runs: [] };
    return this.#inline;
  }

  #readWords(): Inline {
    const { start, end } = this.words;
    const { spans, runs } = readInline(this.#unmarkedLines(start, end));
    for (const each of [...spans, ...runs]) {
      each.start += start;
      each.end += start;
    }
    for (const span of spans) {
      span.innerStart += start;
      span.innerEnd += start;
    }
    return { spans, runs };
  }

  /**
   * The text with spaces instead of the marks before its further lines, which are not part of it.
   */
  #unmarkedLines(start: number, end: number): string {
    const markdown = this.#markdown;
    let text = '';
    let from = start;
    for (let line = this.#lineAfter(start); line < this.contentStarts.length; line++) {
      const contentStart = this.contentStarts[line] ?? end;
      if (contentStart > end) break;
      const lineStart = markdown.lastIndexOf('\n', contentStart - 1) + 1;
      text += markdown.slice(from, lineStart) + ' '.repeat(contentStart - lineStart);
      from = contentStart;
    }
    return text + markdown.slice(from, end);
  }

  /** Index of its first further line whose content begins after a position. */
  #lineAfter(place: number): number {
    let [low, high] = [1, this.contentStarts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.contentStarts[middle] ?? 0) > place) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Returns the blocks of a Markdown text, in their order. */
export function readBlocks(markdown: string): MarkdownBlock[] {
  const lines = markdown.split('\n');
  let offset = 0;
  const offsets = lines.map((line) => {
    const start = offset;
    offset += line.length + 1;
    return start;
  });
  return scanBlocks(lines).map((leaf) => new MarkdownBlock(markdown, offsets, leaf));
}

/** True if an odd number of backslashes comes before a position. */
export function isEscaped(markdown: string, at: number): boolean {
  let before = at;
  while (markdown[before - 1] === '\\') before--;
  return (at - before) % 2 === 1;
}
