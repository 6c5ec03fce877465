import { isEscaped, type Span, type TextBlock } from './read-links.ts';

/** Signs that may begin or end emphasis, or strike words out. */
export interface EmphasisRun extends Span {
  text: string;
  opens: boolean;
  closes: boolean;
}

/** The runs of a block's text, with what each may do (CommonMark 0.31, 6.2; GFM for `~`). */
export function emphasisRuns(markdown: string, block: TextBlock): EmphasisRun[] {
  const runs: EmphasisRun[] = [];
  for (const match of markdown.slice(block.start, block.end).matchAll(/([*_~])\1*/g)) {
    const text = match[0];
    const start = block.start + match.index;
    const end = start + text.length;
    const isText =
      isEscaped(markdown, start) ||
      block.atoms.some((atom) => atom.start <= start && start < atom.end);
    if (isText) continue;
    const before = start === block.start ? 'space' : kindOf(markdown[start - 1]);
    const after = end === block.end ? 'space' : kindOf(markdown[end]);
    const left = after !== 'space' && (after !== 'sign' || before !== 'word');
    const right = before !== 'space' && (before !== 'sign' || after !== 'word');
    const isLow = text.startsWith('_');
    runs.push({
      text,
      start,
      end,
      opens: left && (!isLow || !right || before === 'sign'),
      closes: right && (!isLow || !left || after === 'sign'),
    });
  }
  return runs;
}

function kindOf(char: string | undefined): 'space' | 'sign' | 'word' {
  if (char === undefined || /\s/.test(char)) return 'space';
  return /[\p{P}\p{S}]/u.test(char) ? 'sign' : 'word';
}
