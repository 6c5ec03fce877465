import { beforeEach, describe, expect, it } from 'vitest';
import { convertTables, quotesWithHtmlTables } from '../../../lib/app/convert-tables.ts';
import type { Quote } from '../../../lib/core/post/item.ts';
import { type FakeStores, fakeStores } from '../../support/fake-stores.ts';
import { quote, uuid, wrapUp } from '../../support/records.ts';

const html = '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>';
const pipes = '| a |  |\n| --- | --- |';
const convert = (original: string) => (original === html ? pipes : '');

let stores: FakeStores;
const stored = async (n: number) => (await stores.items.get(uuid(n))) as Quote;

beforeEach(async () => {
  stores = fakeStores({ wrapUps: [wrapUp()] });
  const put = (n: number, changes: Partial<Quote>, original = html) =>
    stores.items.put(
      { ...quote(n), ...changes },
      original === ''
        ? undefined
        : { id: uuid(n), html: original, htmlHash: '0'.repeat(64), createdAt: quote(n).createdAt },
    );
  await put(1, { markdown: `Before:\n\n${html}` });
  await put(2, { markdown: html, editedMarkdown: 'My words' });
  await put(3, { markdown: pipes, htmlMarkdown: html });
  await put(4, { markdown: html }, '');
  await put(5, { markdown: 'Plain words.' });
});

describe('a quote of an older version with a table as HTML', () => {
  it('is offered to be converted, unless its words were edited', () => {
    const ids = quotesWithHtmlTables(stores.allItems()).map(({ id }) => id);
    expect(ids).toEqual([uuid(1), uuid(4)]);
  });

  it('is converted from its original, its HTML kept for sites that show it', async () => {
    const converted = await convertTables({ ...stores, convert }, [uuid(1), uuid(4)]);
    expect(converted).toMatchObject({ ok: true, value: { count: 1 } });
    expect(await stored(1)).toMatchObject({
      markdown: pipes,
      htmlMarkdown: `Before:\n\n${html}`,
      editedMarkdown: null,
    });
    expect((await stored(4)).markdown).toBe(html);
  });

  it('keeps words that were edited while it was offered', async () => {
    await stores.items.update(uuid(1), { editedMarkdown: 'Mine' });
    const converted = await convertTables({ ...stores, convert }, [uuid(1), uuid(2)]);
    expect(converted).toMatchObject({ ok: true, value: { count: 0 } });
    expect((await stored(1)).markdown).toContain('<table>');
  });

  it('stays as it is where the disk is full', async () => {
    stores.writeError = new DOMException('full', 'QuotaExceededError');
    const converted = await convertTables({ ...stores, convert }, [uuid(1)]);
    expect(converted).toMatchObject({ ok: false });
  });
});
