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
  /** Marker of bullet lists; adjacent lists alternate with another. */
  bullet?: '*' | '-' | '+' | undefined;
  /**
   * How formulas are written: as TeX in `$…$` (the default), as TeX in inline code, or as the text
   * that the page shows.
   */
  maths?: Maths | undefined;
  /** The piece is a result of `sanitise`, so HTML kept from it needs no cleaning. */
  isClean?: boolean | undefined;
  deadline?: Deadline | undefined;
}

type Piece = DocumentFragment | Element | Document;

/** Markdown without a line end at its end. */
export interface MarkdownForms {
  markdown: string;
  /**
   * With HTML for what Markdown can't express: tables with spans, keys, superscripts; undefined if
   * there is none.
   */
  withHtml: string | undefined;
}

/**
 * Converts a piece of a page to Markdown (CommonMark 0.31 with GFM's extensions), in two forms if
 * Markdown alone can't express all of it. The page is read once and never changed; the time is
 * proportional to its size, at any depth.
 *
 * Turndown writes the Markdown, using our own rules, from an outline of the page.
 * @throws TooLargeError if it takes too long
 */
export function htmlToMarkdownForms(
  node: Piece,
  options: HtmlToMarkdownOptions = {},
): MarkdownForms {
  const outline = read(node, options);
  const markdown = write(outline, 'plain', options);
  return { markdown, withHtml: inHtmlForm(outline) ? write(outline, 'html', options) : undefined };
}

/**
 * Like `htmlToMarkdownForms`, but returns only the form that every GFM renderer shows, even without
 * HTML.
 */
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
  // Turndown iterates over the children of its argument.
  turndown.turndown(inFrame(outline) as unknown as TurndownService.Node);
  return markdown;
}
