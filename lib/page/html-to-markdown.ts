import TurndownService from 'turndown';
import type { Deadline } from './deadline.ts';
import { inFrame } from './outline/outline-node.ts';
import { type Maths, readOutline } from './outline/read-outline.ts';
import { withoutForms } from './outline/without-forms.ts';
import { mainRule } from './rules/main.ts';
import { rules } from './rules/registry.ts';
import { forTurndown, type RuleOptions } from './rules/rule.ts';

export interface HtmlToMarkdownOptions {
  /** Base of relative addresses; without one they stay as written. */
  baseUrl?: string | undefined;
  /** Marker of bullet lists; lists side by side take turns with another. */
  bullet?: '*' | '-' | '+' | undefined;
  /**
   * Formulas: their TeX in `$…$` (the default) or as inline code, or the text that the page shows.
   */
  maths?: Maths | undefined;
  /** Told of what Markdown cannot say and stands in the result as HTML. */
  announce?: ((what: 'html-table') => void) | undefined;
  deadline?: Deadline | undefined;
}

/**
 * A piece of a page as Markdown (CommonMark 0.31 with GFM's extensions), without a line end at its
 * end. The page is read, never changed; takes time in proportion to its size, at any depth.
 *
 * Turndown writes the Markdown, by rules of our own, from an outline that stands in for the page.
 * @throws TooLargeError where it takes too long
 */
export function htmlToMarkdown(
  node: DocumentFragment | Element | Document,
  options: HtmlToMarkdownOptions = {},
): string {
  const outline = readOutline(withoutForms(node), {
    baseUrl: options.baseUrl,
    maths: options.maths ?? 'dollars',
    deadline: options.deadline,
  });
  let markdown = '';
  const own: RuleOptions = {
    bulletListMarker: options.bullet ?? '*',
    baseUrl: options.baseUrl,
    announce: options.announce,
    deadline: options.deadline,
  };
  const turndown = new TurndownService(own as TurndownService.Options);
  for (const [name, rule] of Object.entries(rules)) turndown.addRule(name, forTurndown(rule));
  turndown.addRule(
    'main',
    forTurndown(
      mainRule((text) => {
        markdown = text;
      }),
    ),
  );
  // Turndown goes over the children of what it is given.
  turndown.turndown(inFrame(outline) as unknown as TurndownService.Node);
  return markdown;
}
