import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';

export type TopBlockKind =
  | 'heading'
  | 'paragraph'
  /** One item of a bullet list. */
  | 'bullet'
  /** A whole numbered list. */
  | 'numbered'
  | 'quote'
  | 'code'
  | 'table'
  | 'html'
  | 'rule'
  | 'definition'
  | 'footnote'
  /** It could not be read: everything from here on. */
  | 'unread';

/**
 * A block at the top level of a text. It consists of whole lines, without the line end of the last.
 */
export interface TopBlock {
  kind: TopBlockKind;
  start: number;
  end: number;
}

type Events = ReturnType<typeof postprocess>;

const kinds: Readonly<Record<string, TopBlockKind>> = {
  atxHeading: 'heading',
  setextHeading: 'heading',
  paragraph: 'paragraph',
  listOrdered: 'numbered',
  blockQuote: 'quote',
  codeFenced: 'code',
  codeIndented: 'code',
  table: 'table',
  htmlFlow: 'html',
  thematicBreak: 'rule',
  definition: 'definition',
  gfmFootnoteDefinition: 'footnote',
};

/** Line ends, as the parser numbers them. */
const lineEnds = [-5, -4, -3];

function createParser(): ReturnType<typeof parse> {
  const parser = parse({ extensions: [gfm()] });
  // The contents of lines are not parsed, because only block boundaries are needed.
  const inline = parser.constructs.text;
  parser.constructs.text = Object.fromEntries(lineEnds.map((code) => [code, inline[code]]));
  return parser;
}

/** Creating one takes longer than reading a block. */
const parser = createParser();

function read(text: string): Events {
  // This clears what it knows from the previous text.
  parser.defined = [];
  parser.lazy = {};
  Reflect.deleteProperty(parser, 'gfmFootnotes');
  // The parser skips a byte order mark, which would make all its offsets one too small.
  const whole = text.replace(/^\uFEFF/, 'x');
  return postprocess(parser.document().write(preprocess()(whole, undefined, true)));
}

/**
 * Blocks that are finished only together: one, or reference definitions and the paragraph after
 * them. A list item is finished where the next one begins. What follows indented code is read with
 * it: micromark 4.0.3 finds no list there whose first item is empty or has a number above 1,
 * although nothing forbids one.
 */
type Unit = TopBlock[];

function unitsOf(events: Events): Unit[] {
  const units: Unit[] = [];
  let depth = 0;
  let outer = { type: '', end: 0 };
  let isAfterCode = false;
  const begin = (unit: Unit): void => {
    if (isAfterCode) units.at(-1)?.push(...unit);
    else units.push(unit);
    isAfterCode = false;
  };
  for (const [step, token] of events) {
    if (step === 'exit') {
      depth--;
      continue;
    }
    const [start, end] = [token.start.offset, token.end.offset];
    const kind = kinds[token.type];
    if (depth === 0) {
      outer = { type: token.type, end };
      if (kind !== undefined) begin([{ kind, start, end }]);
      else if (token.type === 'content') begin([]);
      if (token.type === 'codeIndented') isAfterCode = true;
    } else if (depth === 1 && outer.type === 'content' && kind !== undefined) {
      units.at(-1)?.push({ kind, start, end });
    } else if (depth === 1 && outer.type === 'listUnordered' && token.type === 'listItemPrefix') {
      const before = units.at(-1)?.at(-1);
      if (before?.kind === 'bullet' && before.end > start) before.end = start;
      begin([{ kind: 'bullet', start, end: outer.end }]);
    }
    depth++;
  }
  return units.filter((unit) => unit.length > 0);
}

const isLineEnd = (char: string | undefined) => char === '\n' || char === '\r';

function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineEnd(text[at - 1])) at--;
  return at;
}

/** Returns the end of the line that `offset` is in, before its line end. */
function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLineEnd(text[at])) at++;
  return at;
}

/** Returns `end` without the blank lines before it. White space is what Markdown counts as such. */
function withoutBlankLines(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /[ \t\r\n]/.test(text[at - 1] ?? '')) at--;
  return at;
}

/**
 * Extends blocks to whole lines, in their order; a block that would begin in the line where the
 * previous one ends belongs to it.
 */
function wholeLines(text: string, blocks: readonly TopBlock[]): TopBlock[] {
  const whole: TopBlock[] = [];
  for (const { kind, start, end } of blocks) {
    const last = whole.at(-1);
    const from = lineStart(text, start);
    const to = lineEnd(text, withoutBlankLines(text, from, end));
    if (last && from <= last.end) last.end = Math.max(last.end, to);
    else if (to > from) whole.push({ kind, start: from, end: to });
  }
  return whole;
}

/** How many code units are read at first. The parser's time grows faster than its input. */
const windowSize = 8_000;
/** The longest single block of many lines that is read. */
const longestBlock = 64_000;

/**
 * Returns the blocks at the top level of Markdown (CommonMark, GitHub's tables, footnotes). Between
 * them, before the first and after the last there are only blank lines. What can't be read in a
 * reasonable time is one `unread` block up to the end; it never fails.
 */
export function topBlocks(text: string, size = windowSize): TopBlock[] {
  const blocks: TopBlock[] = [];
  const readOn = (from: number, units: readonly Unit[]): void => {
    for (const { kind, start, end } of units.flat()) {
      blocks.push({ kind, start: from + start, end: from + end });
    }
  };
  let from = 0;
  for (let length = size; from < text.length; ) {
    const to = from + length < text.length ? pastLineEnd(text, from + length) : text.length;
    const units = length > longestBlock ? undefined : tryUnits(text.slice(from, to));
    if (units === undefined) {
      const blank = /^[ \t\r\n]*/.exec(text.slice(from))?.[0].length ?? 0;
      blocks.push({ kind: 'unread', start: from + blank, end: text.length });
      break;
    }
    // The last one may continue in the next window; all before it are closed.
    const last = to === text.length ? undefined : units.at(-1)?.at(0);
    if (last === undefined) {
      readOn(from, units);
      from = to;
    } else if (units.length > 1) {
      readOn(from, units.slice(0, -1));
      from = lineStart(text, from + last.start);
      length = size;
    } else {
      length *= 2;
    }
  }
  return wholeLines(text, blocks);
}

function pastLineEnd(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
}

function tryUnits(text: string): Unit[] | undefined {
  try {
    return unitsOf(read(text));
  } catch {
    // Thousands of nested containers overflow the stack; nobody reads such a text either.
    return undefined;
  }
}
