import { isVerbatim, readInline, type Span } from '../markdown/inline.ts';

/**
 * Prepares the note-taker's inline Markdown for use within a paragraph: on one line, and with a
 * backslash before each unpaired mark, so that none affects the text around it.
 */
export function containInline(markdown: string): string {
  const line = markdown.replace(/\s+/g, ' ').trim();
  const { spans } = readInline(line);
  let out = '';
  for (let at = 0; at < line.length; ) {
    const mark = markAt(spans, at);
    if (mark !== undefined) {
      out += line.slice(at, mark);
      at = mark;
    } else if (line[at] === '\\' && at + 1 < line.length) {
      out += line.slice(at, at + 2);
      at += 2;
    } else {
      out += isStray(line, at) ? `\\${line.charAt(at)}` : line.charAt(at);
      at++;
    }
  }
  return out;
}

/** Returns where a mark that begins at a place ends; undefined if none does. */
function markAt(spans: readonly Span[], at: number): number | undefined {
  for (const span of spans) {
    const { start, innerStart, innerEnd, end } = span;
    if (start === at && isVerbatim(span)) return end;
    if (start === at && innerStart > start) return innerStart;
    if (innerEnd === at && end > innerEnd) return end;
  }
  return undefined;
}

function isStray(line: string, at: number): boolean {
  const [before = ' ', char = '', after = ' '] = [line[at - 1], line[at], line[at + 1]];
  if (char === '<') return /[a-z/!?]/i.test(after);
  if (char === '*' || char === '~') return before !== ' ' || after !== ' ';
  if (char === '_') return !/[\p{L}\p{N}]/u.test(before) || !/[\p{L}\p{N}]/u.test(after);
  return char === '`' || char === '[' || char === ']' || char === '\\';
}

/** Returns the words that a reader sees of inline Markdown. */
export function plainInline(markdown: string): string {
  const { spans } = readInline(markdown);
  let out = '';
  for (let at = 0; at < markdown.length; ) {
    const code = spans.find(({ kind, start }) => kind === 'code' && start === at);
    const mark = markAt(spans, at);
    if (code) out += markdown.slice(code.start, code.end).replace(/^`+|`+$/g, '');
    if (mark !== undefined) {
      at = mark;
    } else {
      if (markdown[at] === '\\' && /[!-/:-@[-`{-~]/.test(markdown[at + 1] ?? '')) at++;
      out += markdown.charAt(at);
      at++;
    }
  }
  return out.trim();
}
