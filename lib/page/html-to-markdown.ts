import TurndownService from 'turndown';
import type { Deadline } from './deadline.ts';
import type { InlineForm } from './escape/inline-markdown.ts';
import { inHtmlForm } from './outline/html-form.ts';
import { inFrame, type Main } from './outline/outline-node.ts';
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
  /** The piece is what `sanitise` returned, and needs no cleaning where HTML of it is kept. */
  isClean?: boolean | undefined;
  deadline?: Deadline | undefined;
}

type Piece = DocumentFragment | Element | Document;

/** Markdown without a line end at its end. */
export interface MarkdownForms {
  markdown: string;
  /**
   * With HTML for what Markdown cannot say: tables with spans, keys, superscripts; undefined if
   * there is none.
   */
  withHtml: string | undefined;
}

/**
 * A piece of a page as Markdown (CommonMark 0.31 with GFM's extensions), in both forms that it has where
 * Markdown alone cannot say all of it. The page is read once, never changed; takes time in
 * proportion to its size, at any depth.
 *
 * Turndown writes the Markdown, by rules of our own, from an outline that stands in for the page.
 * @throws TooLargeError where it takes too long
 */
export function htmlToMarkdownForms(
  node: Piece,
  options: HtmlToMarkdownOptions = {},
): MarkdownForms {
  const outline = read(node, options);
  const markdown = write(outline, 'plain', options);
  return { markdown, withHtml: inHtmlForm(outline) ? write(outline, 'html', options) : undefined };
}

/** As `htmlToMarkdownForms`, the form alone that every renderer of GFM shows, HTML left out or not. */
export function htmlToMarkdown(node: Piece, options: HtmlToMarkdownOptions = {}): string {
  const outline = read(node, options);
  return write(outline, 'plain', options);
}

function read(node: Piece, options: HtmlToMarkdownOptions): Main {
  return readOutline(withoutForms(node), {
    baseUrl: options.baseUrl,
    maths: options.maths ?? 'dollars',
    isClean: options.isClean,
    deadline: options.deadline,
  });
}

function write(outline: Main, form: InlineForm, options: HtmlToMarkdownOptions): string {
  let markdown = '';
  const own: RuleOptions = {
    form,
    bulletListMarker: options.bullet ?? '*',
    baseUrl: options.baseUrl,
    isClean: options.isClean,
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
