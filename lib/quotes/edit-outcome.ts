import { fail, type Result } from '../core/base/result.ts';

/** A stretch of a quote's Markdown, UTF-16 code units; the end is exclusive. */
export interface Selection {
  start: number;
  end: number;
}

/** A quote's Markdown after an operation, and the new selection. */
export interface EditedQuote {
  markdown: string;
  selection: Selection;
}

/**
 * Why an operation leaves a quote unchanged; each has a message, `quote_refused_<reason>`.
 * - `no-words`: no word is selected
 * - `no-words-left`: nothing of the quote would be left
 * - `one-paragraph`: the selection is more than one paragraph
 * - `in-block`: it is a part of a code block, a table or HTML
 * - `crossing`: it begins inside and ends outside a link or emphasis
 */
export type Refusal = 'no-words' | 'no-words-left' | 'one-paragraph' | 'in-block' | 'crossing';

export type QuoteOutcome = Result<EditedQuote, Refusal>;

export const refuse = (reason: Refusal) => fail(reason);
