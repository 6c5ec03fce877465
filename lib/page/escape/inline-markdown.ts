import { InlineRun, type Mark, type Token } from '../outline/inline-run.ts';
import { asEntity, classOf, firstCharacter, lastCharacter } from './characters.ts';
import { codeSpan } from './code-span.ts';
import { autolinkFor, target } from './destination.ts';
import { escapeText } from './escape-text.ts';
import { escapeLineStarts } from './line-start.ts';
import { flanking, type RunFacts, runFacts, sidesOf } from './run-facts.ts';

/** What the inline Markdown will stand in. `item`: the first paragraph of a list item. */
export type InlinePlace = 'paragraph' | 'item' | 'heading' | 'cell' | 'alt';

/** An inline run as Markdown (CommonMark 0.31, GFM), one line but for hard breaks. */
export function inlineMarkdown(run: InlineRun, place: InlinePlace): string {
  const markdown = new InlineWriter(run.tokens, place).write();
  if (place === 'heading') return escapeHeadingEnd(markdown);
  return place === 'paragraph' || place === 'item'
    ? escapeLineStarts(markdown, place === 'item')
    : markdown;
}

/** Closing `#`s would be dropped, and Hugo reads `{#id}` and `{.class}` there as attributes. */
function escapeHeadingEnd(markdown: string): string {
  if (markdown.endsWith('#')) return markdown.replace(/(^|[ \t])(#+)$/, '$1\\$2');
  if (!markdown.endsWith('}')) return markdown;
  const at = markdown.lastIndexOf('{');
  return at >= 0 && markdown[at - 1] !== '\\'
    ? `${markdown.slice(0, at)}\\${markdown.slice(at)}`
    : markdown;
}

type Delimiter = '*' | '_' | '~';
interface OpenMark {
  mark: Mark;
  index: number;
  delimiter: Delimiter | null;
}
type Last = {
  type: 'text' | 'open' | 'close' | 'other';
  delimiter: Delimiter | null;
  index: number;
};

class InlineWriter {
  private readonly parts: string[] = [];
  private readonly tokens: readonly Token[];
  private readonly place: InlinePlace;
  private readonly facts: RunFacts;
  private readonly open: OpenMark[] = [];
  private closes: number[] = [];
  private linkDepth = 0;
  private last: Last = { type: 'other', delimiter: null, index: -1 };
  /** The next character must be punctuation to the flanking rules. */
  private encodeNext = false;

  constructor(tokens: readonly Token[], place: InlinePlace) {
    this.tokens = tokens;
    this.place = place;
    this.linkDepth = place === 'alt' ? 1 : 0;
    this.facts = runFacts(tokens, place === 'alt');
  }

  write(): string {
    const { tokens } = this;
    this.matchMarks();
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index] as Token;
      switch (token.type) {
        case 'text':
          this.text(token.text, index);
          break;
        case 'code':
          this.put(codeSpan(token.text, this.inCell));
          break;
        case 'break':
          this.put(this.inCell ? '<br>' : '\\\n');
          break;
        case 'image':
          this.put(`![${altText(token.alt)}]${target(token.src, token.title, this.inCell)}`);
          break;
        case 'box':
          this.put(token.checked ? '[x]' : '[ ]');
          if (tokens[index + 1]?.type !== 'text') this.put(' ');
          break;
        case 'open':
          index = this.openMark(token.mark, index);
          break;
        case 'close':
          this.closeMark(index);
          break;
      }
    }
    return this.parts.join('');
  }

  private get inCell(): boolean {
    return this.place === 'cell';
  }

  private put(
    part: string,
    last: Last['type'] = 'other',
    delimiter: Delimiter | null = null,
    index = -1,
  ): void {
    this.parts.push(part);
    this.last = { type: last, delimiter, index };
    this.encodeNext = false;
  }

  private text(text: string, index: number): void {
    const { tokens } = this;
    const next = tokens[index + 1];
    let head = '';
    let rest = text;
    const first = firstCharacter(text);
    const isEdgeSpace = classOf(first) === 'space' && first !== ' ';
    if (this.encodeNext || (isEdgeSpace && this.atLineStart())) {
      head = asEntity(first);
      rest = text.slice(first.length);
    }
    let escaped = escapeText(rest, {
      facts: this.facts,
      index,
      inLink: this.linkDepth > 0,
      inCell: this.inCell,
      beforeBracket: next?.type === 'open' && next.mark.kind === 'link',
      isFollowed: next !== undefined,
      sides: (at, length) => sidesOf(tokens, index, at + text.length - rest.length, length),
      flanks: flanking,
    });
    if (next === undefined || next.type === 'break') {
      const end = lastCharacter(escaped);
      if (classOf(end) === 'space' && end !== '')
        escaped = escaped.slice(0, -end.length) + asEntity(end);
    }
    this.put(head + escaped, 'text');
  }

  private atLineStart(): boolean {
    const last = this.parts.at(-1);
    return last === undefined || last.endsWith('\n') || this.last.type === 'open';
  }

  private matchMarks(): void {
    const stack: number[] = [];
    this.tokens.forEach((token, index) => {
      if (token.type === 'open') stack.push(index);
      else if (token.type === 'close') this.closes[stack.pop() ?? 0] = index;
    });
  }

  /** Returns the index of the last token that was written. */
  private openMark(mark: Mark, index: number): number {
    if (mark.kind === 'link') {
      const only = this.tokens[index + 1];
      const isOnly = only?.type === 'text' && this.closes[index] === index + 2 && mark.title === '';
      const autolink = isOnly ? autolinkFor(mark.value, only.text) : null;
      if (autolink) {
        this.put(autolink);
        return index + 2;
      }
      this.put('[');
      this.linkDepth++;
      this.open.push({ mark, index, delimiter: null });
      return index;
    }
    if (mark.kind === 'html') {
      this.put(`<${mark.value}>`);
      this.open.push({ mark, index, delimiter: null });
      return index;
    }
    const delimiter = mark.kind === 'del' ? '~' : this.pickDelimiter(mark, index);
    const inner = this.characterAfter(index);
    let innerClass = classOf(inner);
    const encodeInner = innerClass === 'space';
    if (encodeInner) innerClass = 'punctuation';
    const before = classOf(this.lastCharacterWritten());
    const beforeIsSafe = before === 'space' || before === 'punctuation';
    if (!beforeIsSafe && (innerClass !== 'other' || delimiter === '_')) this.encodeTail();
    this.put(mark.kind === 'em' ? delimiter : delimiter.repeat(2), 'open', delimiter, index);
    this.encodeNext = encodeInner;
    this.open.push({ mark, index, delimiter });
    return index;
  }

  private closeMark(index: number): void {
    const opened = this.open.pop();
    if (!opened) return;
    const { mark, delimiter } = opened;
    if (mark.kind === 'link') {
      this.linkDepth--;
      this.put(`]${target(mark.value, mark.title, this.inCell)}`);
      return;
    }
    if (delimiter === null) {
      this.put(`</${mark.value}>`);
      return;
    }
    if (classOf(this.lastCharacterWritten()) === 'space') this.encodeTail();
    const inner = classOf(this.lastCharacterWritten());
    const after = classOf(this.characterAfter(index));
    const afterIsSafe = after === 'space' || after === 'punctuation';
    this.put(mark.kind === 'em' ? delimiter : delimiter.repeat(2), 'close', delimiter, index);
    this.encodeNext = !afterIsSafe && (inner !== 'other' || delimiter === '_');
  }

  /**
   * `*` unless it would pair up wrongly: with the mark of the same kind around it, or, run together
   * with the delimiters beside it, with those.
   */
  private pickDelimiter(mark: Mark, index: number): '*' | '_' {
    const { last } = this;
    const around = this.open.findLast((open) => open.mark.kind === mark.kind)?.delimiter;
    let beside: Delimiter | null = null;
    if (last.type === 'close') beside = last.delimiter;
    else if (last.type === 'open' && mark.kind === 'em') {
      const endsTogether = (this.closes[index] ?? 0) + 1 === this.closes[last.index];
      if (endsTogether) beside = last.delimiter;
    }
    const choice = (['*', '_'] as const).find((each) => each !== around && each !== beside);
    if (choice) return choice;
    // Nothing to see, and ends the run of delimiters.
    this.put('<!-- -->');
    return around === '*' ? '_' : '*';
  }

  private lastCharacterWritten(): string {
    return lastCharacter(this.parts.at(-1) ?? '');
  }

  /** What will follow the token; what is not text begins with punctuation. */
  private characterAfter(index: number): string {
    const next = this.tokens[index + 1];
    if (next === undefined) return '';
    if (next.type === 'break') return this.inCell ? '<' : '';
    return next.type === 'text' ? firstCharacter(next.text) : '.';
  }

  private encodeTail(): void {
    if (this.last.type !== 'text') return;
    const part = this.parts.pop() ?? '';
    const character = lastCharacter(part);
    this.parts.push(part.slice(0, part.length - character.length) + asEntity(character));
  }
}

function altText(alt: string): string {
  const run = new InlineRun();
  run.addText(alt, []);
  return new InlineWriter(run.tokens, 'alt').write();
}
