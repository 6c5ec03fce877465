import { scanBlocks } from '../../markdown/blocks/scan.ts';
import { collapseBlankLines } from '../blank-lines.ts';
import { verbatimMark } from '../verbatim.ts';

interface Cut {
  before: string;
  after: string;
  /** The text between them and the items. */
  gapBefore: string;
  gapAfter: string;
  /** The text between them if there are no items. */
  gapOfNone: string;
}

/**
 * Splits a template's text at the items; undefined if they are not a separate block at top level,
 * or if what follows is indented, and would belong to what is before it.
 * @param index of the items' mark
 */
export function cutAtItems(text: string, index: number): Cut | undefined {
  const mark = verbatimMark(index);
  const lines = text.split('\n');
  const line = lines.indexOf(mark);
  const leaf = scanBlocks(lines).find(({ firstLine }) => firstLine === line);
  const isAlone = leaf?.kind === 'paragraph' && leaf.starts.length === 1;
  if (!isAlone || leaf.containers.length > 0) return undefined;
  const head = lines
    .slice(0, line)
    .map((each) => `${each}\n`)
    .join('');
  const before = head.replace(/(?:\n[ \t]*)*\n$/, '');
  const tail = lines
    .slice(line + 1)
    .map((each) => `\n${each}`)
    .join('');
  const after = tail.replace(/^(?:\n[ \t]*)*\n/, '');
  if (/^[ \t]/.test(after)) return undefined;
  const ofNone = collapseBlankLines(lines.with(line, '').join('\n'));
  return {
    before,
    after,
    gapBefore: head.slice(before.length),
    gapAfter: tail.slice(0, tail.length - after.length),
    gapOfNone: ofNone.slice(before.length, ofNone.length - after.length),
  };
}
