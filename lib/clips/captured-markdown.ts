import type { Quote } from '../core/post/item.ts';

/**
 * A quote's words as they were captured, in the form that the site shows.
 * @param rawHtml the site shows raw HTML in Markdown
 */
export function capturedMarkdown({ markdown, htmlMarkdown }: Quote, rawHtml: boolean): string {
  return rawHtml ? (htmlMarkdown ?? markdown) : markdown;
}
