import type { Capture, CapturedSelection } from '../core/capture.ts';
import { clampText, limits } from '../core/limits.ts';
import type { Formulas } from '../core/profile.ts';
import type { Selector } from '../core/selectors.ts';
import type { SiteAdapter } from './adapters/adapter.ts';
import { attempt } from './attempt.ts';
import { cellsOf, tableOf } from './cell-spans.ts';
import { cloneSpan } from './clone-span.ts';
import { type FoundSelection, findSelection } from './find-selection.ts';
import { type Heading, headingAbove } from './heading.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { shorten } from './preview.ts';
import { readFrame, sectionNamed } from './read-frame.ts';
import { baseUrl, createInertDocument, queryAll } from './safe-dom.ts';
import { sanitise } from './sanitise.ts';
import { selectedElements } from './selected-elements.ts';
import { cssPath, describeSpan } from './selectors.ts';
import { textOf } from './text-of.ts';

export type SelectionOutcome =
  | { outcome: 'selected'; selection: CapturedSelection }
  | { outcome: 'nothing' }
  | { outcome: 'too-long' }
  | { outcome: 'failed' };

/**
 * What one frame answers where a selection is wanted: the selection in full, if there is one. Never
 * throws.
 * @param adapters those that were injected for the page's address
 */
export function captureSelection(
  doc: Document,
  frame: { top: boolean },
  adapters: readonly SiteAdapter[] = [],
  formulas?: Formulas,
): Capture {
  const selected = attempt(() => selectedElements(doc), undefined);
  const reading = readFrame(doc, frame, adapters, selected);
  const section = sectionNamed(reading, reading.site?.url.hash.slice(1) ?? '');
  return addSelection({ ...reading.answer, ...section }, doc, formulas);
}

function addSelection(answer: Capture, doc: Document, formulas: Formulas | undefined): Capture {
  const failed: SelectionOutcome = { outcome: 'failed' };
  const read = attempt(() => readSelection(doc, formulas), failed);
  if (read.outcome === 'nothing') return answer;
  if (read.outcome === 'failed') return { ...answer, error: 'capture-failed' };
  if (read.outcome === 'too-long') {
    return { ...answer, hasSelection: true, error: 'selection-too-long' };
  }
  const { selection } = read;
  return { ...answer, hasSelection: true, selectionPreview: shorten(selection.text), selection };
}

/** The selection in full. */
export function readSelection(doc: Document, formulas?: Formulas): SelectionOutcome {
  const found = findSelection(doc);
  if (!found) return { outcome: 'nothing' };
  return found.kind === 'field' ? fromField(doc, found) : fromSpans(doc, found, formulas);
}

function fromField(
  doc: Document,
  { field, text }: Extract<FoundSelection, { kind: 'field' }>,
): SelectionOutcome {
  if (text.trim() === '') return { outcome: 'nothing' };
  if (text.length > limits.quoteText) return { outcome: 'too-long' };
  const inert = createInertDocument(doc);
  const fragment = inert.createDocumentFragment();
  const paragraph = fragment.appendChild(inert.createElement('p'));
  text.split('\n').forEach((line, index) => {
    if (index > 0) paragraph.append(inert.createElement('br'));
    paragraph.append(line);
  });
  const selectors: Selector[] = [{ type: 'CssSelector', value: cssPath(field) }];
  return convert(fragment, { base: baseUrl(doc), text, selectors, heading: headingAbove(field) });
}

function fromSpans(
  doc: Document,
  { spans }: Extract<FoundSelection, { kind: 'spans' }>,
  maths: Formulas | undefined,
): SelectionOutcome {
  const inert = createInertDocument(doc);
  const first = spans[0];
  if (!first) return { outcome: 'nothing' };
  const fragment = inert.createDocumentFragment();
  const cells = cellsOf(spans);
  if (cells) fragment.appendChild(tableOf(cells, inert));
  for (const span of cells ? [] : spans) {
    const copy = cloneSpan(span, inert);
    // Several ranges (Firefox): each is a paragraph of its own.
    const into = spans.length > 1 ? fragment.appendChild(inert.createElement('div')) : fragment;
    into.appendChild(copy);
  }
  const heading = headingAbove(first.start.node);
  const selectors = describeSpan(first, heading.id);
  return convert(fragment, { base: baseUrl(doc), selectors, heading, maths });
}

interface Surroundings {
  base: string;
  selectors: Selector[];
  heading: Heading;
  maths?: Formulas | undefined;
  /** The words, where they are not those of the fragment. */
  text?: string;
}

/** Across shadow trees there is no common text to count in: the words alone are the quote then. */
function withQuote(selectors: Selector[], words: string): Selector[] {
  if (words === '' || selectors.some(({ type }) => type === 'TextQuoteSelector')) return selectors;
  const exact = clampText(words, limits.selectorText);
  return [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }, ...selectors];
}

function convert(fragment: DocumentFragment, around: Surroundings): SelectionOutcome {
  const copy = sanitise(fragment, { baseUrl: around.base });
  // Moved, not cloned: a selection may be a megabyte.
  const clean = copy.ownerDocument.createElement('div');
  clean.append(copy);
  const words = around.text ?? textOf(clean);
  if (words.length > limits.quoteText) return { outcome: 'too-long' };
  const html = clean.innerHTML;
  const markdown = htmlToMarkdown(clean, { baseUrl: around.base, maths: around.maths });
  // White space is nothing, even where it would be code; a picture alone is something.
  if (words.trim() === '' && queryAll(clean, 'img').length === 0) return { outcome: 'nothing' };
  if (html.length > limits.quoteHtml || markdown.length > limits.quoteMarkdown) {
    return { outcome: 'too-long' };
  }
  return {
    outcome: 'selected',
    selection: {
      // A picture alone has no words: its Markdown stands for them.
      text: words.trim() === '' ? markdown.trim() : words,
      markdown,
      html,
      selectors: withQuote(around.selectors, words),
      heading: around.heading.text,
      headingId: around.heading.id,
    },
  };
}
