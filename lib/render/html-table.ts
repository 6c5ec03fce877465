import { scanBlocks } from '../markdown/blocks/scan.ts';

/**
 * True if a Markdown text contains a table as HTML, such as one with merged cells, which pipes
 * can't express. Hugo leaves HTML out unless its `markup.goldmark.renderer.unsafe` is on.
 */
export function holdsHtmlTable(markdown: string): boolean {
  if (!/<table[\s>]/i.test(markdown)) return false;
  const lines = markdown.split('\n');
  return scanBlocks(lines).some(
    ({ kind, firstLine, starts }) =>
      kind === 'html' && /^<table[\s>]/i.test((lines[firstLine] ?? '').slice(starts[0])),
  );
}
