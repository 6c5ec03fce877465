import { readBlocks } from '../markdown/read.ts';

/**
 * Returns Markdown with `_` around emphasised words instead of `*`, if it means the same: not
 * inside a word, and not beside other signs. Bold stays as it is.
 */
export function withUnderscores(markdown: string): string {
  let text = markdown;
  const places = readBlocks(markdown).flatMap(({ spans }) =>
    spans.flatMap(({ kind, start, innerStart, innerEnd, end }) =>
      kind === 'emphasis' && innerStart - start === 1 && markdown[start] === '*'
        ? [
            {
              start,
              end,
              around: `${markdown[start - 1] ?? ' '}${markdown[end] ?? ' '}`,
              inner: markdown.slice(innerStart, innerEnd),
            },
          ]
        : [],
    ),
  );
  for (const { start, end, around, inner } of places) {
    if (/[\p{L}\p{N}*_\\]/u.test(around) || /^[*_]|[*_\\]$/.test(inner)) continue;
    text = `${text.slice(0, start)}_${text.slice(start + 1, end - 1)}_${text.slice(end)}`;
  }
  return text;
}
