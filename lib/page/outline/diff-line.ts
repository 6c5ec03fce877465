/** The lines of GitHub's diffs: of changed files, before and after, and of suggested changes. */
export const diffLines =
  '[data-code-marker], [class*="blob-code-marker-"], .blob-code-hunk, code.diff-text';

const kind = /(?:^|\s)(?:blob-code-marker-|diff-text\s(?:.*\s)?)(addition|deletion)(?:\s|$)/;

/**
 * Returns what a reader sees before the line, drawn by a style sheet or unselectable: `+`, `-` or a
 * space.
 */
export function diffSign(line: Element): string {
  const marker = line.getAttribute('data-code-marker');
  if (marker !== null) return marker;
  const match = kind.exec(line.getAttribute('class') ?? '');
  if (match) return match[1] === 'addition' ? '+' : '-';
  let first: Node = line;
  while (first.firstChild) first = first.firstChild;
  return /^\s*@@/.test(first.nodeValue ?? '') ? '' : ' ';
}

/**
 * Returns the signs of a block's lines; '' if nothing in it was added or removed, null for a line
 * that is repeated on the other side.
 */
export function signsOf(block: Element): Map<Element, string | null> {
  const signs = new Map<Element, string | null>();
  // A table whose rows are lines of code is a `pre` in a copy; no other table has lines of diffs.
  if (block.localName === 'pre' && !block.querySelector('td, [data-code-marker]')) return signs;
  const lines = [...block.querySelectorAll(diffLines)].map((line) => ({
    line,
    sign: diffSign(line),
    row: line.closest('tr'),
  }));
  const isDiff = lines.some(({ sign }) => /[+-]/.test(sign));
  lines.forEach(({ line, sign, row }, index) => {
    const next = lines[index + 1];
    const isTwice = row !== null && next?.row === row && sign === ' ' && next.sign === ' ';
    if (isTwice) signs.set(line, null);
    else signs.set(line, isDiff ? sign : '');
  });
  return signs;
}
