import { shadowOf, shadowRootsUnder } from './flat-tree.ts';
import {
  attribute,
  childAt,
  comparePosition,
  documentSelection,
  isElement,
  localName,
} from './safe-dom.ts';
import type { Span } from './span.ts';

/** What the user has selected: words in a form field, or one or more spans of the page. */
export type FoundSelection =
  | { kind: 'field'; field: HTMLInputElement | HTMLTextAreaElement; text: string }
  | {
      kind: 'spans';
      spans: Span[];
      /**
       * The browser's own selection, if that is all of it: one range, with no end in a shadow tree.
       */
      whole?: Selection;
    };

/** Returns a document's or shadow root's `activeElement`, ignoring elements with that name. */
function activeIn(root: Document | ShadowRoot): Element | null {
  const proto = root instanceof ShadowRoot ? ShadowRoot.prototype : Document.prototype;
  const get = Object.getOwnPropertyDescriptor(proto, 'activeElement')?.get;
  return (get?.call(root) as Element | null | undefined) ?? null;
}

/** Returns the element that has the focus, in any shadow tree. */
export function deepActiveElement(doc: Document): Element | null {
  let active = activeIn(doc);
  for (let shadow = active && shadowOf(active); shadow; shadow = active && shadowOf(active)) {
    const inner = activeIn(shadow);
    if (!inner) break;
    active = inner;
  }
  return active;
}

/** Returns the selected words of a focused field. A password is never read. */
function selectedInField(element: Element | null): FoundSelection | undefined {
  if (!element || !['input', 'textarea'].includes(localName(element))) return undefined;
  if (attribute(element, 'type').toLowerCase() === 'password') return undefined;
  const field = element as HTMLInputElement | HTMLTextAreaElement;
  if (field.type === 'password') return undefined;
  try {
    const { selectionStart, selectionEnd } = field;
    if (selectionStart === null || selectionEnd === null || selectionStart >= selectionEnd) {
      return undefined;
    }
    return { kind: 'field', field, text: field.value.slice(selectionStart, selectionEnd) };
  } catch {
    // Fields without a text selection (`type=email`) throw in older engines.
    return undefined;
  }
}

interface ComposedSelection extends Selection {
  getComposedRanges(options: { shadowRoots: ShadowRoot[] }): StaticRange[];
}

interface SelectingShadowRoot extends ShadowRoot {
  /** It exists in Chromium, and in no standard. */
  getSelection?(): Selection | null;
}

type RangeEnds = Pick<
  AbstractRange,
  'startContainer' | 'startOffset' | 'endContainer' | 'endOffset' | 'collapsed'
>;

const spanOf = (range: RangeEnds): Span => ({
  start: { node: range.startContainer, offset: range.startOffset },
  end: { node: range.endContainer, offset: range.endOffset },
});

const isEmpty = ({ start, end }: Span): boolean =>
  start.node === end.node && start.offset === end.offset;

function rangesOf(selection: Selection): Span[] {
  const spans: Span[] = [];
  for (let index = 0; index < selection.rangeCount; index++) {
    const span = spanOf(selection.getRangeAt(index));
    if (!isEmpty(span)) spans.push(span);
  }
  return spans;
}

/**
 * Returns the true ends of a selection in shadow trees or across their edges; none if it ends in no
 * shadow tree. If the browser is not told of a tree, it reports an end in it as beside that tree's
 * host; so the trees are found from the ends, level by level, however large the page is.
 */
function composedSpans(doc: Document, selection: Selection): Span[] {
  if (typeof (selection as Partial<ComposedSelection>).getComposedRanges !== 'function') {
    return spansOfTrees(doc);
  }
  const roots = new Set<ShadowRoot>();
  for (;;) {
    const known = roots.size;
    const ranges = (selection as ComposedSelection).getComposedRanges({ shadowRoots: [...roots] });
    const spans = ranges.map(spanOf);
    for (const { start, end } of spans) {
      for (const host of [childAt(start.node, start.offset), childAt(end.node, end.offset - 1)]) {
        const shadow = isElement(host) ? shadowOf(host) : null;
        if (shadow) roots.add(shadow);
      }
    }
    if (roots.size === known) return known > 0 ? spans.filter((span) => !isEmpty(span)) : [];
  }
}

/** In Chromium before 137, each shadow tree answers separately. */
function spansOfTrees(doc: Document): Span[] {
  for (const root of shadowRootsUnder(doc).toReversed()) {
    const own = (root as SelectingShadowRoot).getSelection?.();
    const spans = own ? rangesOf(own).filter((span) => span.start.node.getRootNode() === root) : [];
    if (spans.length > 0) return spans;
  }
  return [];
}

/** Returns the current selection of this document; undefined if nothing is selected. */
export function findSelection(doc: Document): FoundSelection | undefined {
  const inField = selectedInField(deepActiveElement(doc));
  if (inField) return inField;
  const selection = documentSelection(doc);
  if (!selection) return undefined;
  const plain = rangesOf(selection);
  if (plain.length > 1) return { kind: 'spans', spans: inOrder(plain) };
  const composed = composedSpans(doc, selection);
  if (composed.length > 0) return { kind: 'spans', spans: composed };
  return plain.length > 0 ? { kind: 'spans', spans: plain, whole: selection } : undefined;
}

function inOrder(spans: Span[]): Span[] {
  const following = 4;
  return spans.toSorted((a, b) => {
    if (a.start.node === b.start.node) return a.start.offset - b.start.offset;
    const position = comparePosition(a.start.node, b.start.node);
    // An ancestor comes before its contents unless its offset points past it; ranges of one
    // selection do not overlap, so comparing the ends is enough.
    if (isElement(a.start.node) || isElement(b.start.node)) {
      return comparePosition(a.end.node, b.end.node) & following ? -1 : 1;
    }
    return position & following ? -1 : 1;
  });
}
