import { HtmlRenderer, Parser } from 'commonmark';

/** Renders CommonMark 0.31.2 with its reference implementation. */
export function renderCommonMark(markdown: string): string {
  return new HtmlRenderer().render(new Parser().parse(markdown));
}
