import { HtmlRenderer, Parser } from 'commonmark';

/** CommonMark 0.31.2 by its reference implementation. */
export function renderCommonMark(markdown: string): string {
  return new HtmlRenderer().render(new Parser().parse(markdown));
}
