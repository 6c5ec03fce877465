import { clampText, limits } from '../core/base/limits.ts';
import type { Capture, CapturedSelection, MissingPart } from '../core/capture/capture.ts';
import type { Formulas } from '../core/post/profile.ts';
import type { Selector } from '../core/source/selectors.ts';
import type { SiteAdapter } from './adapters/adapter.ts';
import { attempt } from './attempt.ts';
import { elementsIn, isBeyondReading } from './beyond-reading.ts';
import { cellsOf, tableOf } from './cell-spans.ts';
import { cloneSpan } from './clone-span.ts';
import { Deadline, TooLargeError } from './deadline.ts';
import { type FoundSelection, findSelection } from './find-selection.ts';
import { type Heading, headingAbove } from './heading.ts';
import { htmlToMarkdownForms } from './html-to-markdown.ts';
import { withoutInvisible } from './invisible.ts';
import { Pace } from './pace.ts';
import { plainText } from './plain-text.ts';
import { shorten } from './preview.ts';
import { readFrame, sectionNamed } from './read-frame.ts';
import { baseUrl, createInertDocument, query } from './safe-dom.ts';
import { sanitiseInto } from './sanitise.ts';
import { selectedElements } from './selected-elements.ts';
import { cssPath, describeSpan } from './selectors.ts';
import type { Span } from './span.ts';
import { codeOf, isCodeField, linesOf } from './stand-in.ts';
import { textDocumentFragment, textDocumentRoot } from './text-document.ts';
import { WordWriter } from './word-writer.ts';

export type SelectionOutcome =
  | { outcome: 'selected'; selection: CapturedSelection }
  | { outcome: 'nothing' }
  | { outcome: 'too-long' };

/** How the selection should be read. */
export interface SelectionRequest {
  formulas?: Formulas | undefined;
  /** Only the words, for when reading everything has failed. */
  isPlain?: boolean | undefined;
}

/** How long reading a selection may take, of the six seconds in which a user sees the outcome. */
const readingMs = 2_400;
/** With more elements, the pace of reading shows early whether there is enough time. */
const manyElements = 30_000;
/** How long reading only its words may take after that. */
const plainReadingMs = 600;

/**
 * Returns one frame's answer to a request for the selection: the full selection, if there is one;
 * if it can't be read, or not in time, its words and the reason. Never throws.
 * @param adapters those that were injected for the page's address
 */
export function captureSelection(
  doc: Document,
  frame: { top: boolean },
  adapters: readonly SiteAdapter[] = [],
  request: SelectionRequest = {},
): Capture {
  const deadline = new Deadline(readingMs);
  let failed = false;
  const found = attempt(
    () => findSelection(doc),
    undefined,
    () => {
      failed = true;
    },
  );
  const selected = found && attempt(() => selectedElements(found), undefined);
  const reading = readFrame(doc, frame, adapters, selected);
  const section = sectionNamed(reading, reading.site?.url.hash.slice(1) ?? '');
  const answer = { ...reading.answer, ...section };
  if (failed) return { ...answer, error: 'capture-failed' };
  return found ? addSelection(answer, doc, found, { ...request, deadline }) : answer;
}

function addSelection(
  answer: Capture,
  doc: Document,
  found: FoundSelection,
  { formulas, isPlain, deadline }: SelectionRequest & { deadline: Deadline },
): Capture {
  const isBeyond = found.kind === 'spans' && attempt(() => isBeyondReading(found.spans), false);
  const read =
    isPlain || isBeyond
      ? undefined
      : attempt(() => readFound(doc, found, { formulas, deadline }), undefined);
  if (read?.outcome === 'nothing') return answer;
  if (read?.outcome === 'selected') {
    const { selection } = read;
    return { ...answer, hasSelection: true, selectionPreview: shorten(selection.text), selection };
  }
  const tooLong = { ...answer, hasSelection: true, error: 'selection-too-long' as const };
  if (read?.outcome === 'too-long') return tooLong;
  const words = attempt(() => plainText(found, new Deadline(plainReadingMs)), '');
  if (words.length > limits.quoteText) return tooLong;
  if (words === '') return { ...answer, hasSelection: true, error: 'capture-failed' };
  return {
    ...answer,
    hasSelection: true,
    selectionPreview: shorten(words),
    plainText: words,
    error: 'selection-unformatted',
  };
}

/** Reads the full selection. */
export function readSelection(doc: Document): SelectionOutcome {
  const found = findSelection(doc);
  return found ? readFound(doc, found, {}) : { outcome: 'nothing' };
}

interface ReadOptions {
  formulas?: Formulas | undefined;
  deadline?: Deadline | undefined;
}

function readFound(doc: Document, found: FoundSelection, options: ReadOptions): SelectionOutcome {
  return found.kind === 'field' ? fromField(doc, found, options) : fromSpans(doc, found, options);
}

function fromField(
  doc: Document,
  { field, text: typed }: Extract<FoundSelection, { kind: 'field' }>,
  { deadline }: ReadOptions,
): SelectionOutcome {
  const text = withoutInvisible(typed);
  if (text.trim() === '') return { outcome: 'nothing' };
  if (text.length > limits.quoteText) return { outcome: 'too-long' };
  const inert = createInertDocument(doc);
  const fragment = inert.createDocumentFragment();
  fragment.append(isCodeField(field, text) ? codeOf(inert, text) : linesOf(inert, text));
  const selectors: Selector[] = [{ type: 'CssSelector', value: cssPath(field) }];
  return convert(fragment, {
    base: baseUrl(doc),
    text,
    selectors,
    heading: headingAbove(field),
    deadline,
  });
}

function fromSpans(
  doc: Document,
  { spans }: Extract<FoundSelection, { kind: 'spans' }>,
  options: ReadOptions,
): SelectionOutcome {
  const outcome = readSpans(doc, spans, options);
  // What a user selects is intended, even if nobody can see it.
  return outcome.outcome === 'nothing' ? readSpans(doc, spans, options, true) : outcome;
}

function readSpans(
  doc: Document,
  spans: Span[],
  { formulas, deadline }: ReadOptions,
  unseen = false,
): SelectionOutcome {
  const inert = createInertDocument(doc);
  const first = spans[0];
  if (!first) return { outcome: 'nothing' };
  let fragment = inert.createDocumentFragment();
  const missing = new Set<MissingPart>();
  const cells = cellsOf(spans);
  if (cells) fragment.appendChild(tableOf(cells, inert));
  const text = textDocumentRoot(doc);
  const pace = deadline && paceOf(spans, deadline);
  for (const span of cells ? [] : spans) {
    const copy = text
      ? textDocumentFragment(text, span, inert, doc)
      : cloneSpan(span, inert, { deadline, pace, missing, unseen });
    // With several ranges (Firefox), each is a separate paragraph.
    if (spans.length > 1) fragment.appendChild(inert.createElement('div')).appendChild(copy);
    else fragment = copy;
  }
  const heading = headingAbove(first.start.node);
  const selectors = describeSpan(first, heading.id);
  return convert(fragment, {
    base: baseUrl(doc),
    selectors,
    heading,
    maths: formulas,
    deadline,
    missing,
  });
}

function paceOf(spans: readonly Span[], deadline: Deadline): Pace | undefined {
  const elements = elementsIn(spans, manyElements);
  return elements > manyElements ? new Pace(elements, deadline.leftMs) : undefined;
}

interface Surroundings {
  base: string;
  selectors: Selector[];
  heading: Heading;
  maths?: Formulas | undefined;
  deadline: Deadline | undefined;
  missing?: ReadonlySet<MissingPart>;
  /** The words, if they differ from the fragment's. */
  text?: string;
}

/** Across shadow trees there is no common text for counting, so the quote is only the words. */
function withQuote(selectors: Selector[], words: string): Selector[] {
  if (words === '' || selectors.some(({ type }) => type === 'TextQuoteSelector')) return selectors;
  const exact = clampText(words, limits.selectorText);
  return [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }, ...selectors];
}

function convert(fragment: DocumentFragment, around: Surroundings): SelectionOutcome {
  const { base, maths, deadline } = around;
  const writer = new WordWriter();
  const clean = sanitiseInto('div', fragment, { baseUrl: base, deadline, words: writer });
  const words = around.text ?? writer.finish();
  if (words.length > limits.quoteText) return { outcome: 'too-long' };
  const html = clean.innerHTML;
  const { markdown, withHtml } = htmlToMarkdownForms(clean, {
    baseUrl: base,
    maths,
    isClean: true,
    deadline,
  });
  // White space counts as nothing, even in code; a picture alone counts as something.
  if (words.trim() === '' && !query(clean, 'img')) return { outcome: 'nothing' };
  if (html.length > limits.quoteHtml || markdown.length > limits.quoteMarkdown) {
    throw new TooLargeError('The quote is too large');
  }
  return {
    outcome: 'selected',
    selection: {
      // A picture alone has no words, so its Markdown is used instead.
      text: words.trim() === '' ? markdown.trim() : words,
      markdown,
      // If that form is too long, only the plain tables remain.
      ...(withHtml !== undefined && withHtml.length <= limits.quoteMarkdown
        ? { htmlMarkdown: withHtml }
        : {}),
      html,
      ...(around.missing?.size ? { missing: [...around.missing] } : {}),
      selectors: withQuote(around.selectors, words),
      heading: around.heading.text,
      headingId: around.heading.id,
    },
  };
}
