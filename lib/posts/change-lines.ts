import { mergeText } from '../core/merge/merge-text.ts';

/** What a line begins with before its words: indentation, quote marks, the mark of a list item. */
const prefix = /^[ \t>]*(?:[*+-](?:[ \t]+|$))?/;

function split(line: string): { before: string; words: string } {
  const [before = ''] = prefix.exec(line) ?? [];
  return { before, words: line.slice(before.length) };
}

/**
 * Applies to `old`, a text with its own formatting, what changed between two plain renderings of
 * its content; lines stay as they are except for changed words. Undefined if its lines do not match
 * the rendering.
 */
export function changeLines(plain: string, now: string, old: string): string | undefined {
  const [before, after, there] = [plain, now, old].map((text) => text.split('\n'));
  if (!before || !after || !there || before.length !== there.length) return undefined;
  const most = Math.min(before.length, after.length);
  let first = 0;
  while (first < most && before[first] === after[first]) first++;
  let last = 0;
  while (last < most - first && before.at(-1 - last) === after.at(-1 - last)) last++;
  const indent = indentOf(before[0] ?? '', there[0] ?? '');
  const changed = after.slice(first, after.length - last).map((line, index) => {
    const at = first + index;
    const isNew = at >= before.length - last;
    return isNew ? indent(line) : changeLine(before[at] ?? '', line, there[at] ?? '', indent);
  });
  return [...there.slice(0, first), ...changed, ...there.slice(there.length - last)].join('\n');
}

function changeLine(plain: string, now: string, old: string, indent: (line: string) => string) {
  const [one, other, there] = [split(plain), split(now), split(old)];
  if (one.before !== other.before) return indent(now);
  const { text, clash } = mergeText(one.words, other.words, there.words);
  return there.before + (clash ? other.words : text);
}

/** Further lines of a list item are below its words. */
function indentOf(plain: string, old: string): (line: string) => string {
  const [from, to] = [split(plain).before.length, split(old).before.length];
  const isItem = /[*+-]/.test(split(plain).before);
  return (line) =>
    isItem && line.startsWith(' '.repeat(from)) ? ' '.repeat(to) + line.slice(from) : line;
}
