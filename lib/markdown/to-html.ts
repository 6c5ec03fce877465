import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { easeLongParagraphs } from './long-paragraphs.ts';
import { typographic } from './typographer.ts';

const leaveOut = (): undefined => undefined;

/** Raw HTML is left out, as Hugo does by default. */
const withoutHtml: ReturnType<typeof gfmHtml> = {
  enter: { htmlFlow: leaveOut, htmlText: leaveOut },
  exit: { htmlFlow: leaveOut, htmlText: leaveOut, htmlFlowData: leaveOut, htmlTextData: leaveOut },
};

/** Created once, because that takes a fifth of the time of reading a short block. */
const syntax = [gfm()];
const ofGfm = gfmHtml();

/** Hugo's own comment form, in which a shortcode is shown and not run. */
const shownShortcode = /\{\{(<|%)\/\*([\s\S]*?)\*\/(>|%)\}\}/g;

export interface HtmlStyle {
  /** Raw HTML is let through, so the caller must decide what may be shown. */
  rawHtml?: boolean;
  /** Quotes, dashes and dots become typographic. */
  typographer?: boolean;
  /** Definitions from elsewhere in the post (`linkDefinitions`). */
  definitions?: string;
}

/**
 * Converts CommonMark with GitHub's extensions to HTML, as a post shows it. Shortcodes appear as
 * text.
 */
export function markdownToHtml(
  markdown: string,
  { rawHtml = false, typographer = false, definitions = '' }: HtmlStyle = {},
): string {
  const shown = markdown.replace(shownShortcode, '{{$1$2$3}}');
  // A reference has a bracket.
  const all = definitions !== '' && shown.includes('[') ? `${shown}\n\n${definitions}` : shown;
  const html = micromark(easeLongParagraphs(all), {
    extensions: syntax,
    htmlExtensions: [ofGfm, ...(rawHtml ? [] : [withoutHtml])],
    allowDangerousHtml: rawHtml,
  });
  return typographer ? typographic(html) : html;
}
