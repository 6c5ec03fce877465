import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

const leaveOut = (): undefined => undefined;

/** Raw HTML is left out, as Hugo does by default. */
const withoutHtml: ReturnType<typeof gfmHtml> = {
  enter: { htmlFlow: leaveOut, htmlText: leaveOut },
  exit: { htmlFlow: leaveOut, htmlText: leaveOut, htmlFlowData: leaveOut, htmlTextData: leaveOut },
};

/** Hugo's own comment form, in which a shortcode is shown and not run. */
const shownShortcode = /\{\{(<|%)\/\*([\s\S]*?)\*\/(>|%)\}\}/g;

/** CommonMark with GitHub's extensions as HTML, as a post shows it. Shortcodes stand in it as text. */
export function markdownToHtml(markdown: string): string {
  return micromark(markdown.replace(shownShortcode, '{{$1$2$3}}'), {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml(), withoutHtml],
  });
}
