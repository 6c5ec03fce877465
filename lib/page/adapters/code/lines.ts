import type { LineRange } from '../../../core/code/code-host.ts';
import {
  attribute,
  closest,
  contains,
  createTreeWalker,
  elementId,
  isText,
  localName,
  ownerDocument,
  query,
  textData,
} from '../../safe-dom.ts';
import type { Span } from '../../span.ts';
import type { SelectedElements } from '../adapter.ts';

const idOfLine = /^(?:LC?|line-)(\d{1,8})$/;

/** Returns the line of an element in a code view: by its id, its number, or its row's. */
function lineOf(element: Element): number | undefined {
  const named = closest(element, '[id^="LC"], [id^="L"], [id^="line-"]');
  const id = named && idOfLine.exec(elementId(named));
  if (id) return Number(id[1]);
  const numbered =
    closest(element, '[data-line-number]') ??
    query(closest(element, 'tr, .react-code-line, .line') ?? element, '[data-line-number]');
  const number = numbered ? Number(attribute(numbered, 'data-line-number')) : 0;
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

/** GitHub puts a text area with the whole file over its code; the selection is made in that. */
function linesOfField(field: HTMLTextAreaElement): LineRange | undefined {
  const { value, selectionStart, selectionEnd } = field;
  if (selectionStart >= selectionEnd) return undefined;
  const breaks = (end: number) => value.slice(0, end).split('\n').length;
  // A line break at the selection's end selects nothing of the next line.
  const end = value[selectionEnd - 1] === '\n' ? selectionEnd - 1 : selectionEnd;
  return { startLine: breaks(selectionStart), endLine: breaks(Math.max(end, selectionStart)) };
}

type End = Span['start'];

/** Counts line breaks of `code` before an end; `child` is the element that begins there. */
function breaksBefore(code: Element, { node, offset }: End, child: Element): number {
  const doc = ownerDocument(code);
  const walker = doc && createTreeWalker(doc, code, NodeFilter.SHOW_TEXT);
  let breaks = 0;
  const count = (text: string) => {
    breaks += text.split('\n').length - 1;
  };
  for (let text = walker?.nextNode(); text; text = walker?.nextNode()) {
    if (text === node) {
      count(textData(text as Text).slice(0, offset));
      break;
    }
    if (!isText(node) && child !== code && contains(child, text)) break;
    count(textData(text as Text));
  }
  return breaks;
}

/** Counts lines from the beginning of a code view whose lines have no elements (sourcehut). */
function countedLines({ first, last, ends }: SelectedElements): LineRange | undefined {
  const code = closest(first, '.code-view pre');
  if (!code || !ends || closest(last, 'pre') !== code) return undefined;
  const startLine = breaksBefore(code, ends.start, first) + 1;
  const { node, offset } = ends.end;
  // A selection that ends before a line's first letter includes nothing of it.
  const isBeforeFirst = isText(node) && textData(node).slice(0, offset).endsWith('\n');
  const endLine = breaksBefore(code, ends.end, last) + (isBeforeFirst ? 0 : 1);
  return { startLine, endLine: Math.max(startLine, endLine) };
}

/** Returns the selected lines of a code view; undefined if none are. */
export function selectedLines(selected: SelectedElements | undefined): LineRange | undefined {
  if (!selected) return undefined;
  if (localName(selected.first) === 'textarea') {
    return linesOfField(selected.first as HTMLTextAreaElement);
  }
  const first = lineOf(selected.first);
  const last = lineOf(selected.last) ?? first;
  if (first === undefined || last === undefined) return countedLines(selected);
  return { startLine: Math.min(first, last), endLine: Math.max(first, last) };
}
