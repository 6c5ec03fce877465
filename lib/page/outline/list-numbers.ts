import { InlineRun } from './inline-run.ts';
import { appendItem, NumberedList, type OutlineNode, Paragraph } from './outline-node.ts';

/** CommonMark allows nine digits. */
export const largestNumber = 999_999_999;

/** Returns the number of the item after the list's existing ones. */
export function nextNumber(list: NumberedList): number {
  const last = list.childNodes.at(-1);
  return last ? last.number + list.step : list.firstNumber;
}

/** True if Markdown counts the list's items as the page does: each one more than the previous. */
export function countsUp(list: NumberedList): boolean {
  return list.childNodes.every(({ number }, index) => {
    const before = list.childNodes[index - 1];
    if (before) return number === before.number + 1;
    return number === list.firstNumber && number >= 0 && number <= largestNumber;
  });
}

/**
 * Returns the items with the numbers that the reader saw: if the numbers grow, a list for each
 * stretch that counts up; else, because no Markdown list counts down or below zero, blocks with the
 * numbers as text.
 */
export function recounted(list: NumberedList): OutlineNode[] {
  const items = list.childNodes;
  const grows = items.every(({ number }, index) => {
    const before = items[index - 1]?.number ?? -1;
    return number > before && number <= largestNumber;
  });
  if (!grows) return items.flatMap(({ number, childNodes }) => numbered(number, childNodes));
  const lists: NumberedList[] = [];
  for (const item of items) {
    const last = lists.at(-1);
    const goesOn = last && nextNumber(last) === item.number;
    const into = goesOn ? last : new NumberedList(item.number);
    if (!goesOn) lists.push(into);
    appendItem(into, item);
  }
  return lists;
}

function numbered(number: number, blocks: readonly OutlineNode[]): OutlineNode[] {
  const [first, ...rest] = blocks;
  const run = new InlineRun();
  if (first?.nodeName !== 'P') {
    run.addText(`${number}.`, []);
    return [new Paragraph(run, true), ...blocks];
  }
  run.addText(`${number}. `, []);
  run.begin([]);
  for (const token of first.run.tokens) run.tokens.push(token);
  run.hasCode = first.run.hasCode;
  return [new Paragraph(run, first.isElement), ...rest];
}
