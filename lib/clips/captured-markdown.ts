import type { Quote } from '../core/post/item.ts';

/**
 * Returns a quote's captured words, in the form that the site shows.
 * @param rawHtml the site shows raw HTML in Markdown
 */
export function capturedMarkdown({ markdown, htmlMarkdown }: Quote, rawHtml: boolean): string {
  return rawHtml ? (htmlMarkdown ?? markdown) : markdown;
}
