import { expect, it, vi } from 'vitest';
import type { CheckContext, PlacedItem } from '../../../lib/checks/check.ts';
import type { CheckMessage } from '../../../lib/client/check-worker.ts';
import { Checker } from '../../../lib/client/checker.ts';
import { eventually } from '../../support/eventually.ts';
import { note } from '../../support/records.ts';

const told: CheckMessage[] = [];
class FakeWorker {
  onmessage: ((event: { data: unknown }) => void) | undefined;
  postMessage(message: CheckMessage) {
    told.push(message);
    if (message.kind === 'draft') setTimeout(() => this.onmessage?.({ data: [] }));
  }
}
vi.stubGlobal('Worker', FakeWorker);
vi.mock('../../../lib/client/check-worker.ts?worker&url', () => ({ default: '/worker.js' }));
vi.mock('../../../lib/browser/trusted-types.ts', () => ({
  ownScript: (address: string) => address,
}));

const placed = (count: number): PlacedItem[] =>
  Array.from({ length: count }, (_, n) => ({ item: note(n), firstLine: n, lineCount: 1 }));
const draft = (text: string, items: readonly PlacedItem[]) => ({
  ...{ text, time: 0, off: [] },
  context: { items } as unknown as CheckContext,
});

it('hands a long draft on in pieces, whole, before the next one', async () => {
  const found: string[] = [];
  const checker = new Checker(({ text }) => found.push(text));
  const items = placed(2_500);
  checker.check(draft('first', items));
  checker.check(draft('never checked', items));
  checker.check(draft('last', placed(2)));
  await eventually(() => expect(found).toEqual(['first', 'last']));
  const of = (text: string) => {
    const end = told.findIndex((each) => each.kind === 'draft' && each.text === text);
    const begin = told.findLastIndex((each, at) => at < end && each.kind === 'draft') + 1;
    return told.slice(begin, end).map((each) => (each.kind === 'items' ? each.items : []));
  };
  expect(of('first').flat()).toEqual(items);
  expect(Math.max(...of('first').map(({ length }) => length))).toBeLessThanOrEqual(1_000);
  expect(of('last').flat()).toHaveLength(2);
});
