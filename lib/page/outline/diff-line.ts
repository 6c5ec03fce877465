/** The lines of GitHub's diffs: of files changed, as they were and as they are, and of suggested changes. */
export const diffLines =
  '[data-code-marker], [class*="blob-code-marker-"], .blob-code-hunk, code.diff-text';

const kind = /(?:^|\s)(?:blob-code-marker-|diff-text\s(?:.*\s)?)(addition|deletion)(?:\s|$)/;

/** What a reader sees before the line, drawn by a style sheet or barred from selecting: `+`, `-` or a space. */
export function diffSign(line: Element): string {
  const marker = line.getAttribute('data-code-marker');
  if (marker !== null) return marker;
  const match = kind.exec(line.getAttribute('class') ?? '');
  if (match) return match[1] === 'addition' ? '+' : '-';
  return /^\s*@@/.test(line.textContent) ? '' : ' ';
}

/** The signs of a block's lines; '' where nothing in it was added or taken away. */
export function signsOf(block: Element): Map<Element, string> {
  const signs = new Map<Element, string>();
  for (const line of block.querySelectorAll(diffLines)) signs.set(line, diffSign(line));
  const isDiff = [...signs.values()].some((sign) => /[+-]/.test(sign));
  if (!isDiff) for (const line of signs.keys()) signs.set(line, '');
  return signs;
}
