import { createMenuPage } from '../../../clips/menu-page.ts';
import { type Failure, failure } from '../../../core/base/errors.ts';
import { limits } from '../../../core/base/limits.ts';
import { fail, ok, type Result } from '../../../core/base/result.ts';
import type { Capture, CapturedSelection } from '../../../core/capture/capture.ts';
import { codeLanguage } from '../../../core/code/code-language.ts';
import { joinPdfLines } from '../../../core/papers/pdf-text.ts';
import type { PageInfo } from '../../../core/source/source.ts';
import { escapeText } from '../../../markdown/escape.ts';
import { fenceCode } from '../../../render/fence-code.ts';
import { choose } from '../../read-frames.ts';
import { clipMarkdown } from '../clip-markdown.ts';
import {
  type CaptureContext,
  type ClipCandidate,
  isFromPdf,
  pageAround,
  pageOf,
} from './candidate.ts';

/**
 * Returns the selection from the page's frames, or else as plain text from the menu (PDF viewers,
 * frames that no script may enter). Undefined if nothing is selected.
 */
export function quoteCandidate(
  context: CaptureContext,
): Result<ClipCandidate, Failure> | undefined {
  const captures = selectedIn(context);
  const frame = choose(
    captures,
    (capture) => capture.selection !== undefined,
    context.menu?.frameId,
  );
  if (frame?.selection !== undefined) {
    const page = pageOf(frame, context);
    return ok({ kind: 'quote', page, selection: withCode(page, frame.selection) });
  }
  // If it is unknown whether something is selected, clipping anything else would be wrong.
  const broken = choose(
    captures,
    ({ error, hasSelection, frame: { top, focused } }) =>
      error !== undefined && (hasSelection || top || focused),
  );
  if (broken?.error === 'selection-too-long') return fail(failure(broken.error));
  if (broken?.plainText !== undefined) {
    const markdown = clipMarkdown(plainQuote(broken, broken.plainText, context));
    return fail({ ...failure('selection-unformatted'), markdown });
  }
  const raw = context.menu?.selectionText?.trim() ?? '';
  if (raw.length > limits.quoteText) return fail(failure('selection-too-long'));
  if (raw !== '' && context.menu !== undefined) {
    const page = isFromPdf(context) ? pageAround(context) : undefined;
    const selection = plainSelection(raw, isFromPdf(context));
    return ok({ kind: 'quote', page: page ?? createMenuPage(context.menu), selection });
  }
  return broken?.error === undefined ? undefined : fail(failure(broken.error));
}

/** Returns only the words of the selection, for when the page's frames give no more. */
export function plainCandidate(
  context: CaptureContext,
): Result<ClipCandidate, Failure> | undefined {
  const frame = choose(
    selectedIn(context),
    (capture) => capture.plainText !== undefined,
    context.menu?.frameId,
  );
  return frame?.plainText === undefined
    ? undefined
    : ok(plainQuote(frame, frame.plainText, context));
}

function plainQuote(frame: Capture, words: string, context: CaptureContext): ClipCandidate {
  return { kind: 'quote', page: pageOf(frame, context), selection: plainSelection(words, false) };
}

/** Lines of a code view are code in the language of the file, however the page lays them out. */
function withCode({ place }: PageInfo, selection: CapturedSelection): CapturedSelection {
  if (place?.kind !== 'code') return selection;
  const language = codeLanguage(place.label.replace(/#L[\d-]*L?\d*$/, ''));
  const { htmlMarkdown: _, ...plain } = selection;
  return { ...plain, markdown: fenceCode(selection.markdown, selection.text, language) };
}

/**
 * Returns the frames whose selection may be meant. Each frame keeps its own selection, so if the
 * menu was opened on a frame that no script may enter, an older selection elsewhere is not meant.
 */
function selectedIn({ captures, menu }: CaptureContext): CaptureContext['captures'] {
  if (menu?.frameId === undefined || !menu.selectionText) return captures;
  return captures.some((capture) => capture.frameId === menu.frameId) ? captures : [];
}

/**
 * Returns a selection of which only the plain text is known; in a PDF, with the line breaks of its
 * layout.
 */
function plainSelection(raw: string, fromPdf: boolean): CapturedSelection {
  // Chromium (156) replaces line breaks in a selection by spaces, and joins the lines of a PDF
  // itself.
  const text = fromPdf ? joinPdfLines(raw) : raw.replace(/[^\S\n]+/gu, ' ');
  return {
    text,
    markdown: text
      .split(/\n\s*\n/u)
      .map((paragraph) => escapeText(paragraph))
      .join('\n\n'),
    html: '',
    selectors: [{ type: 'TextQuoteSelector', exact: raw, prefix: '', suffix: '' }],
    heading: '',
    headingId: '',
  };
}
