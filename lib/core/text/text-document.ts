import { codeLanguage } from '../code/code-language.ts';
import { isPlainProse, looksLikeCode, looksLikeDiagram } from './code-lines.ts';

/** A part of a text that a browser shows unformatted. */
export type TextBlock =
  /** Lines that stay separate; a paragraph that was wrapped to a width is one line. */
  | { kind: 'paragraph'; lines: string[] }
  | { kind: 'code'; text: string; language: string }
  | { kind: 'list'; ordered: boolean; start: number; items: string[][] };

/** What the whole document tells about its parts. */
export interface TextFacts {
  /** The language if all of it is code ('' if the language has no name); undefined for a text. */
  language: string | undefined;
  /** Columns that its lines are wrapped to; 0 if they are not wrapped. */
  width: number;
  /** Spaces before the lines of its paragraphs. */
  indent: number;
}

const tabColumns = 8;
/** Wider lines are not wrapped by hand; narrower ones are lists, poems or addresses. */
const widths = { least: 40, most: 100 };
/** A longer sample would add little about a document's width and indent. */
const sampleLines = 2_000;

const proseFiles =
  /(?:^|\/)(?:readme|license|licence|copying|authors|changes|changelog|news|install|todo|notice|contributing)[\w.-]*$|\.(?:txt|text|md|markdown|mdown|rst|adoc|asciidoc|org|log|me|1st|nfo)$/i;

const indentOf = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;

/** Expands tabs to the columns that they show as. */
function expandTabs(line: string): string {
  if (!line.includes('\t')) return line;
  let shown = '';
  for (const part of line.split(/(\t)/)) {
    shown += part === '\t' ? ' '.repeat(tabColumns - (shown.length % tabColumns)) : part;
  }
  return shown;
}

function linesOf(text: string): string[] {
  return withoutPageBreaks(text)
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => expandTabs(line).trimEnd());
}

/** RFCs are laid out in pages; what is between two pages is not part of the text. */
function withoutPageBreaks(text: string): string {
  return text
    .replace(
      /\n{2,}[^\n]{1,90}\[Page \d+\][^\n]*\r?\n\f\r?\n?(?:(?:RFC \d+|Internet-Draft)[^\n]*\r?\n)?\n*/g,
      '\n\n',
    )
    .replaceAll('\f', '');
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/**
 * Returns what a document shown unformatted tells about its parts.
 * @param path the path of its address, which says what kind of file it is
 * @param mediaType from the server; that of code says more than an unknown file name
 */
export function textFacts(text: string, path: string, mediaType: string): TextFacts {
  const named = codeLanguage(path);
  const isProse = proseFiles.test(path) || ['markdown', 'rst'].includes(named);
  const typed = /(?:javascript|ecmascript|json|css|typescript|x-(?:c|python|sh|java))\b/.exec(
    mediaType,
  );
  const lines = linesOf(text.slice(0, 200_000)).slice(0, sampleLines);
  const language = isProse
    ? undefined
    : named !== ''
      ? named
      : typed
        ? (languageOfType[typed[0]] ?? '')
        : languageInText(lines);
  const filled = lines.filter((line) => line !== '');
  const prose = filled.filter(isPlainProse);
  const lengths = prose.map((line) => line.length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  return {
    language,
    width: width >= widths.least && width <= widths.most ? width : 0,
    indent: commonest((prose.length > 0 ? prose : filled).map(indentOf)),
  };
}

const languageOfType: Record<string, string> = {
  javascript: 'js',
  ecmascript: 'js',
  typescript: 'ts',
  json: 'json',
  css: 'css',
  'x-c': 'c',
  'x-python': 'python',
  'x-sh': 'bash',
  'x-java': 'java',
};

const interpreters: Record<string, string> = { sh: 'bash', node: 'js', deno: 'ts' };

/** Returns the language of `#!/usr/bin/env -S python3 -u`. */
function interpreterOf(line: string): string {
  const words = line.slice(2).trim().split(/\s+/);
  const [path = '', ...others] = words;
  const name = /(?:^|\/)env$/.test(path) ? others.find((word) => !word.startsWith('-')) : path;
  const bare = (name ?? '').replace(/^.*\//, '').replace(/[\d.]+$/, '');
  return interpreters[bare] ?? (/^\w+$/.test(bare) ? bare : '');
}

/** Returns the language that a file without an extension names, or shows, in its first lines. */
function languageInText(lines: readonly string[]): string | undefined {
  const [first = ''] = lines;
  if (first.startsWith('#!')) return interpreterOf(first);
  const start = lines.slice(0, 40).join('\n');
  if (/^(?:diff --git |Index: |--- \S.*\n\+\+\+ \S)/m.test(start)) return 'diff';
  if (/^<\?php/.test(start)) return 'php';
  if (/^\s*(?:<\?xml|<!doctype|<html)/i.test(start))
    return /^\s*<\?xml/.test(start) ? 'xml' : 'html';
  const filled = lines.filter((line) => line !== '').slice(0, 400);
  const code = filled.filter(looksLikeCode).length;
  return filled.length >= 3 && code > filled.length * 0.6 ? '' : undefined;
}

/** `alone`: a numbered line, which is a section's heading unless the next number follows it. */
type Draft = TextBlock & { alone?: string };

/** `- `, `* `, `o  ` (RFCs), `1. `, but not `(a) `; the text begins after it. */
const bullet = /^( *)(?:[-*+•·]|o(?= {2}))( +)(?=\S)/;
const numbered = /^( *)(\d{1,9})[.)]( +)(?=\S)/;

const dedent = (lines: readonly string[]): string[] => {
  const least = Math.min(...lines.filter((line) => line !== '').map(indentOf));
  return lines.map((line) => line.slice(Math.min(least, indentOf(line))));
};

/**
 * Joins the lines of a paragraph that were broken only for the width: the next word would not have
 * fitted.
 */
function unwrap(lines: readonly string[], width: number): string[] {
  const whole: string[] = [];
  let before = '';
  for (const line of lines) {
    const words = line.trim();
    const [word = ''] = words.split(' ', 1);
    const last = whole.length - 1;
    const fitted = before.length + 1 + word.length <= width - 4;
    if (before !== '' && width > 0 && !fitted) whole[last] = `${whole[last]} ${words}`;
    else whole.push(words);
    before = line;
  }
  return whole;
}

function listOf(lines: readonly string[]): Draft | undefined {
  const [first = ''] = lines;
  const pattern = bullet.test(first) ? bullet : numbered.test(first) ? numbered : undefined;
  if (!pattern) return undefined;
  const indent = indentOf(first);
  const items: string[][] = [];
  for (const line of lines) {
    const found = pattern.exec(line);
    // What belongs to an item is indented more than its sign.
    if (found && found[1]?.length === indent) items.push([line.slice(found[0].length)]);
    else if (indentOf(line) > indent) items.at(-1)?.push(line);
    else return undefined;
  }
  const start = pattern === numbered ? Number(numbered.exec(first)?.[2]) : 1;
  const ordered = pattern === numbered;
  const list = { kind: 'list' as const, ordered, start, items: items.map(joinItem) };
  return ordered && lines.length === 1 ? { ...list, alone: first.trim() } : list;
}

/** A line below an item's sign stays separate only if it has its own sign. */
function joinItem(lines: readonly string[]): string[] {
  const whole: string[] = [];
  for (const line of lines) {
    const words = line.trim();
    const isOwn = whole.length === 0 || bullet.test(line) || numbered.test(line);
    if (isOwn) whole.push(words);
    else whole[whole.length - 1] += ` ${words}`;
  }
  return whole;
}

/** Yields blocks of adjacent lines, and fences, which may contain blank lines. */
function* groups(lines: readonly string[]): Generator<{ lines: string[]; fence?: string }> {
  let open: string[] = [];
  let fence: { sign: string; info: string } | undefined;
  for (const line of lines) {
    const mark = /^ {0,3}(`{3,}|~{3,})\s*([\w+#.-]*)[^`]*$/.exec(line);
    if (fence) {
      if (mark?.[1]?.startsWith(fence.sign) && mark[2] === '') {
        yield { lines: open, fence: fence.info };
        [fence, open] = [undefined, []];
      } else open.push(line);
    } else if (mark) {
      if (open.length > 0) yield { lines: open };
      open = [];
      fence = { sign: mark[1] ?? '', info: mark[2] ?? '' };
    } else if (line === '') {
      if (open.length > 0) yield { lines: open };
      open = [];
    } else open.push(line);
  }
  if (open.length > 0) yield fence ? { lines: open, fence: fence.info } : { lines: open };
}

/**
 * A Markdown heading stands alone, whatever follows it, and so does a list that begins inside a
 * block.
 */
function split(lines: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  for (const [at, line] of lines.entries()) {
    const isSign = bullet.test(line) || numbered.test(line);
    const before = lines[at - 1] ?? '';
    const beginsList =
      isSign &&
      at > 0 &&
      !bullet.test(before) &&
      !numbered.test(before) &&
      indentOf(before) <= indentOf(line);
    const isHeading = /^#{1,6} /.test(line);
    if (
      at > 0 &&
      (isHeading ||
        /^#{1,6} /.test(before) ||
        (beginsList && parts.at(-1)?.every((each) => !bullet.test(each) && !numbered.test(each))))
    ) {
      parts.push([]);
    }
    parts.at(-1)?.push(line);
  }
  return parts;
}

function blockOf(lines: readonly string[], facts: TextFacts): Draft {
  const list = listOf(lines);
  if (list) return list;
  const isDeep = Math.min(...lines.map(indentOf)) >= facts.indent + 4;
  const isProse = lines.filter(isPlainProse).length > lines.length / 2;
  const isTitle = lines.length <= 3 && lines.every(isCentred);
  const isCode = lines.length > 1 && !isProse && lines.every(looksLikeCode);
  if (looksLikeDiagram(lines) || isCode || (isDeep && !isProse && !isTitle)) {
    return { kind: 'code', text: dedent(lines).join('\n'), language: '' };
  }
  return { kind: 'paragraph', lines: unwrap(lines, facts.width) };
}

/**
 * A block that only a blank line separates from the previous one: it continues its code, or its
 * list.
 */
function continued(last: Draft | undefined, block: Draft): Draft | undefined {
  if (last?.kind === 'code' && block.kind === 'code' && last.language === block.language) {
    return block.language === '' ? { ...last, text: `${last.text}\n\n${block.text}` } : undefined;
  }
  if (last?.kind !== 'list' || block.kind !== 'list' || last.ordered !== block.ordered) {
    return undefined;
  }
  const goesOn = !block.ordered || block.start === last.start + last.items.length;
  if (!goesOn) return undefined;
  const { ordered, start } = last;
  return { kind: 'list', ordered, start, items: [...last.items, ...block.items] };
}

function joined(blocks: readonly Draft[]): TextBlock[] {
  const all: Draft[] = [];
  for (const block of blocks) {
    const whole = continued(all.at(-1), block);
    if (whole) all[all.length - 1] = whole;
    else all.push(block);
  }
  return all.map(({ alone, ...block }) =>
    alone === undefined ? block : { kind: 'paragraph', lines: [alone] },
  );
}

/**
 * Splits a text that a browser shows unformatted into the blocks that a reader sees: paragraphs,
 * lists, code. Markdown signs stay as they are shown.
 * @param text all of it or, for a selection, whole lines except at the ends
 */
export function textBlocks(text: string, facts: TextFacts): TextBlock[] {
  if (facts.language !== undefined) {
    const lines = text.replace(/\r\n?/g, '\n').split('\n');
    while (lines[0]?.trim() === '') lines.shift();
    while (lines.at(-1)?.trim() === '') lines.pop();
    const code = lines.join('\n');
    return code === '' ? [] : [{ kind: 'code', text: code, language: facts.language }];
  }
  const blocks: Draft[] = [];
  for (const { lines, fence } of groups(linesOf(text))) {
    if (fence !== undefined) {
      blocks.push({ kind: 'code', text: dedent(lines).join('\n'), language: fence });
    } else for (const part of split(lines)) blocks.push(blockOf(part, facts));
  }
  return joined(blocks);
}

/** True for a line centred in 72 columns, as RFCs set their titles. */
function isCentred(line: string): boolean {
  const indent = indentOf(line);
  return indent >= 8 && !/ {3,}/.test(line.trim()) && Math.abs(72 - line.length - indent) <= 6;
}

/** Returns a text's own title: its first heading, or a centred line (RFCs); else ''. */
export function textTitle(text: string): string {
  const lines = linesOf(text.slice(0, 20_000)).slice(0, 80);
  for (const [at, line] of lines.entries()) {
    const marked = /^ {0,3}(?:#{1,2}|={1,2}) +(.+?)(?: +[#=]+)?$/.exec(line)?.[1];
    if (marked) return marked;
    const isUnderlined = line !== '' && /^(?:={3,}|-{3,}|~{3,}|\*{3,})$/.test(lines[at + 1] ?? '');
    if (isUnderlined && !/^[=~*-]+$/.test(line)) return line.trim();
  }
  const centred = lines.findIndex(isCentred);
  if (centred < 0) return '';
  const end = lines.findIndex((line, at) => at > centred && line === '');
  return lines
    .slice(centred, end < 0 ? centred + 1 : Math.min(end, centred + 3))
    .map((line) => line.trim())
    .join(' ');
}
