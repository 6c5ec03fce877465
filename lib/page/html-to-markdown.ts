import TurndownService from 'turndown';
import type { Deadline } from './deadline.ts';
import { inFrame } from './outline/outline-node.ts';
import { type Maths, readOutline, type TableForm } from './outline/read-outline.ts';
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
  /** Tables whose cells span others or hold blocks: pipes (the default) or HTML. */
  tables?: TableForm | undefined;
  /** Told of a table that pipes cannot say in full. */
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
    tables: options.tables ?? 'pipes',
    announce: options.announce,
  });
  let markdown = '';
  const own: RuleOptions = {
    bulletListMarker: options.bullet ?? '*',
    baseUrl: options.baseUrl,
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
