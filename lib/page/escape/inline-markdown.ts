import { InlineRun, type Mark, note, type Token } from '../outline/inline-run.ts';
import { asEntity, classOf, firstCharacter, lastCharacter } from './characters.ts';
import { codeSpan } from './code-span.ts';
import { autolinkFor, target } from './destination.ts';
import { escapeText } from './escape-text.ts';
import { escapeLineStarts } from './line-start.ts';
import { inCharacters, type Raised, raisedForm } from './raised.ts';
import { type RunFacts, runFacts } from './run-facts.ts';

/** What the inline Markdown will be in. `item`: the first paragraph of a list item. */
export type InlinePlace = 'paragraph' | 'item' | 'heading' | 'cell' | 'alt';

/**
 * Whether the Markdown may contain HTML: most renderers show it, Hugo leaves it out unless told
 * otherwise.
 */
export type InlineForm = 'plain' | 'html';

/** Writes an inline run as Markdown (CommonMark 0.31, GFM), on one line except for hard breaks. */
export function inlineMarkdown(run: InlineRun, place: InlinePlace, form: InlineForm): string {
  const { written } = run;
  if (written?.place === place && (written.form === form || !run.hasHtml)) return written.markdown;
  const markdown = write(run, place, form);
  run.written = { place, form, markdown };
  return markdown;
}

function write(run: InlineRun, place: InlinePlace, form: InlineForm): string {
  const markdown = new InlineWriter(run.tokens, place, form).write();
  if (place === 'heading') return escapeHeadingEnd(markdown);
  if (place === 'cell' || place === 'alt') return markdown;
  return escapeLineStarts(markdown, place === 'item' && run.tokens[0]?.type !== 'box');
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
  /** Written after its content. */
  end: string;
  /** The raised characters around it. */
  around: ReadonlyMap<string, string> | null;
}
type Last = {
  type: 'text' | 'open' | 'close' | 'other';
  delimiter: Delimiter | null;
  index: number;
};

class InlineWriter {
  private readonly parts: string[] = [];
  private readonly kinds: Last['type'][] = [];
  private readonly tokens: readonly Token[];
  private readonly place: InlinePlace;
  private readonly form: InlineForm;
  private readonly facts: RunFacts;
  private readonly open: OpenMark[] = [];
  private closes: number[] = [];
  private linkDepth = 0;
  private last: Last = { type: 'other', delimiter: null, index: -1 };
  /** The next character must be punctuation to the flanking rules. */
  private encodeNext = false;

  /** The replacement characters for what is being written, if it is raised. */
  private raised: ReadonlyMap<string, string> | null = null;

  constructor(tokens: readonly Token[], place: InlinePlace, form: InlineForm) {
    this.tokens = tokens;
    this.place = place;
    this.form = form;
    this.linkDepth = place === 'alt' ? 1 : 0;
    this.facts = runFacts(tokens, place === 'alt', place === 'item');
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
          this.code(token.text);
          break;
        case 'break':
          // If HTML is left out, as in Hugo by default, words stay apart.
          this.put(this.inCell ? ' <br>' : '\\\n');
          break;
        case 'image':
          this.put(
            `![${altText(token.alt, this.inCell)}]${target(token.src, token.title, this.inCell)}`,
          );
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
    this.kinds.push(last);
    this.last = { type: last, delimiter, index };
    this.encodeNext = false;
  }

  private code(text: string): void {
    // Two adjacent spans would share their backticks.
    if (this.parts.at(-1)?.endsWith('`') && this.last.type === 'other') this.put(' ');
    this.put(codeSpan(text, this.inCell));
  }

  private text(text: string, index: number): void {
    const { tokens } = this;
    if (this.raised) {
      this.put(inCharacters(text, this.raised), 'text');
      return;
    }
    const next = tokens[index + 1];
    const first = firstCharacter(text);
    const startsInSpace = classOf(first) === 'space' && first !== ' ';
    const start = this.encodeNext || (startsInSpace && this.atLineStart()) ? first.length : 0;
    const last = lastCharacter(text);
    const endsInSpace = last !== ' ' && start < text.length && classOf(last) === 'space';
    const end = text.length - (endsInSpace ? last.length : 0);
    const escaped = escapeText(text.slice(start, end), {
      facts: this.facts,
      index,
      offset: start,
      inLink: this.linkDepth > 0,
      inCell: this.inCell,
      beforeBracket: next?.type === 'open' && next.mark.kind === 'link',
      tokens,
    });
    const head = start > 0 ? asEntity(first) : '';
    this.put(head + escaped + (end < text.length ? asEntity(last) : ''), 'text');
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
      this.push(mark, index);
      return index;
    }
    if (mark.kind === 'html') return this.openHtml(mark, index);
    if (this.raised) {
      this.push(mark, index);
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
    this.push(mark, index, delimiter);
    return index;
  }

  /** True if an HTML element is written without its tags. */
  private isPlain({ kind, title }: Mark): boolean {
    return kind === 'html' && (this.form === 'plain' || title === note);
  }

  private push(mark: Mark, index: number, delimiter: Delimiter | null = null, end = ''): void {
    this.open.push({ mark, index, delimiter, end, around: this.raised });
  }

  private openHtml(mark: Mark, index: number): number {
    if (!this.isPlain(mark)) {
      this.put(`<${mark.value}>`);
      this.push(mark, index, null, `</${mark.value}>`);
      return index;
    }
    const form = this.plainForm(mark, index);
    let end = '';
    if (form.by === 'code') {
      this.code(form.text);
      return this.closes[index] ?? index;
    }
    if (form.by === 'sign') {
      this.put(this.sign(form.sign, index, form.isWord));
      if (!form.isWord) {
        this.put('(');
        end = ')';
      }
    }
    this.push(mark, index, null, end);
    if (form.by === 'characters') this.raised = form.map;
    return index;
  }

  /** Returns a sign that can be read neither as a note's nor as a delimiter. */
  private sign(sign: '^' | '_', index: number, isWord: boolean): string {
    const before = this.lastCharacterWritten();
    if (sign === '^') return before === '[' ? '\\^' : '^';
    const isInWord =
      isWord &&
      classOf(before) === 'other' &&
      classOf(this.characterAfter(index, true)) === 'other';
    return isInWord ? '_' : '\\_';
  }

  /** Writes what replaces an element that Markdown can't express, if HTML is left out. */
  private plainForm(mark: Mark, index: number): Raised | { by: 'code'; text: string } {
    const inside = this.tokens.slice(index + 1, this.closes[index]);
    const [only] = inside;
    const isText = inside.length === 1 && only?.type === 'text';
    if (mark.value === 'kbd' && isText) return { by: 'code', text: only.text };
    if (this.raised) return { by: 'nothing' };
    return raisedForm(mark.value, inside);
  }

  private closeMark(index: number): void {
    const opened = this.open.pop();
    if (!opened) return;
    const { mark, delimiter, end } = opened;
    if (mark.kind === 'link') {
      this.linkDepth--;
      this.put(`]${target(mark.value, mark.title, this.inCell)}`);
      return;
    }
    if (delimiter === null) {
      this.raised = opened.around;
      if (end !== '') this.put(end);
      return;
    }
    const inner = classOf(this.lastCharacterWritten());
    const after = classOf(this.characterAfter(index));
    const afterIsSafe = after === 'space' || after === 'punctuation';
    this.put(mark.kind === 'em' ? delimiter : delimiter.repeat(2), 'close', delimiter, index);
    this.encodeNext = !afterIsSafe && (inner !== 'other' || delimiter === '_');
  }

  /**
   * Chooses `*`, unless it would pair up wrongly: with the same kind of mark around it, or with
   * adjacent delimiters.
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
    // This is invisible, and ends the run of delimiters.
    this.put('<!-- -->');
    return around === '*' ? '_' : '*';
  }

  private lastCharacterWritten(): string {
    return lastCharacter(this.parts.at(-1) ?? '');
  }

  /** Returns what will follow the token; anything that is not text begins with punctuation. */
  private characterAfter(index: number, isRaised = false): string {
    const next = this.tokens[index + 1];
    if (next === undefined) return '';
    if (next.type === 'break') return this.inCell ? '<' : '';
    if (!isRaised && (next.type === 'open' || next.type === 'close') && this.isPlain(next.mark)) {
      if (next.type === 'close') {
        const opened = this.open.findLast(({ mark }) => mark.kind === 'html');
        return opened?.end ? '.' : this.characterAfter(index + 1);
      }
      return this.firstOf(next.mark, index + 1);
    }
    return next.type === 'text' ? firstCharacter(next.text) : '.';
  }

  /** Returns the first character of an HTML element in its plain form. */
  private firstOf(mark: Mark, index: number): string {
    const form = this.plainForm(mark, index);
    if (form.by === 'nothing') return this.characterAfter(index);
    const text = form.by === 'characters' ? this.characterAfter(index, true) : '';
    return form.by === 'characters' ? (form.map.get(text) ?? '.') : '.';
  }

  /** Turns the last character of a text into an entity, and so into punctuation. */
  private encodeTail(at = this.parts.length - 1): void {
    if (this.kinds[at] !== 'text') return;
    const part = this.parts[at] as string;
    const character = lastCharacter(part);
    const rest = part
      .slice(0, part.length - character.length)
      // It is no longer inside a word.
      .replace(/(?<![\\_])_+$/, (run) => run.replaceAll('_', '\\_'));
    // A lone backslash would make the entity plain text.
    const backslashes = /\\*$/.exec(rest)?.[0].length ?? 0;
    this.parts[at] = `${rest}${backslashes % 2 === 1 ? '\\' : ''}${asEntity(character)}`;
    if (rest !== '') return;
    // It allowed the delimiters before it to open.
    let before = at - 1;
    while (this.kinds[before] === 'open') before--;
    if (before === at - 1 || before < 0) return;
    const outside = classOf(lastCharacter(this.parts[before] as string));
    if (outside !== 'space' && outside !== 'punctuation') this.encodeTail(before);
  }
}

function altText(alt: string, inCell: boolean): string {
  const run = new InlineRun();
  run.addText(alt, []);
  const text = new InlineWriter(run.tokens, 'alt', 'plain').write();
  return inCell ? text.replaceAll('|', '\\|') : text;
}
