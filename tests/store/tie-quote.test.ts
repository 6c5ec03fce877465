import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { setActiveWrapUp } from '../../lib/app/active-wrap-up.ts';
import { type ComposedClip, composeClip } from '../../lib/app/capture/compose-clip.ts';
import { saveClip } from '../../lib/app/capture/save-clip.ts';
import { untieQuote } from '../../lib/app/capture/tie-quote.ts';
import { editItem } from '../../lib/app/edit-item.ts';
import type { Quote } from '../../lib/core/post/item.ts';
import { defaultProfile } from '../../lib/core/post/profile.ts';
import { libraryOfPosts } from '../support/post-files.ts';
import { pageInfo, uuid, wrapUp } from '../support/records.ts';

const { clock, stores, clear, openOne, exported: exportedFrom } = libraryOfPosts('tie-quote');
const words = 'Every append lands in a ring. It holds five of them.';
const quoted = `Rings.\n\n> Every append lands in\na ring. -- [docs](https://docs.tidepool.example/guide/)\n\nEnd.\n`;

const clipOf = (requestId: string, text = words): Promise<ComposedClip> =>
  composeClip(
    {
      kind: 'quote',
      page: pageInfo(),
      selection: {
        ...{ text, markdown: text, html: `<p>${text}</p>`, heading: '', headingId: '' },
        selectors: [{ type: 'TextQuoteSelector', exact: text, prefix: '', suffix: '' }],
      },
    } as Parameters<typeof composeClip>[0],
    { id: requestId, clock, profile: defaultProfile },
  );
const save = async (requestId: string, text?: string) => {
  const saved = await saveClip({ stores, clock }, await clipOf(requestId, text));
  if (!saved.ok) throw saved.error;
  return saved.value;
};
let id = '';
const items = () => stores.items.list(id);
const quote = async () => (await items()).find((item) => item.kind === 'quote') as Quote;
const exported = () => exportedFrom(id);

beforeEach(async () => {
  await clear();
  id = await openOne(quoted);
});

describe('clipping the words of a quote of an opened post', () => {
  it('ties the quote to their page in its place, and changes no byte', async () => {
    const before = await quote();
    const saved = await save(uuid(1));
    expect(saved).toMatchObject({ item: { id: before.id }, before: undefined, tieId: uuid(1) });
    expect(await items()).toHaveLength(3);
    const tied = await quote();
    expect(tied.source).toMatchObject({ title: pageInfo().title, selectors: [{ exact: words }] });
    expect(tied).toMatchObject({ text: words, editedMarkdown: 'Every append lands in\na ring.' });
    expect((await stores.items.original(tied.id))?.html).toContain(words);
    expect(await exported()).toBe(quoted);
  });

  it('is one step, taken back by the history and by the card', async () => {
    const before = await quote();
    const sameAsBefore = async () => ({ ...(await quote()), updatedAt: before.updatedAt });
    await save(uuid(1));
    await stores.changes.undo(id);
    expect(await sameAsBefore()).toEqual(before);
    await stores.changes.redo(id);
    expect((await quote()).text).toBe(words);
    expect(await untieQuote(stores, (await quote()).id, uuid(1))).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await sameAsBefore()).toEqual(before);
    expect(await exported()).toBe(quoted);
  });

  it('changes only the words that are changed afterwards', async () => {
    await save(uuid(1));
    const { id: itemId } = await quote();
    await editItem(stores, itemId, { editedMarkdown: 'Every append landed in\na ring.' });
    expect(await exported()).toBe(quoted.replace('lands', 'landed'));
  });

  it('keeps what was changed in the quote before', async () => {
    const { id: itemId } = await quote();
    await editItem(stores, itemId, { editedMarkdown: 'Every append lands' });
    const changed = await exported();
    await save(uuid(1));
    expect((await quote()).text).toBe(words);
    expect(await exported()).toBe(changed);
  });

  it('asked for twice is once; clipped once more it was clipped before', async () => {
    await save(uuid(1));
    expect(await save(uuid(1))).toMatchObject({ tieId: uuid(1), item: { id: (await quote()).id } });
    expect(await items()).toHaveLength(3);
    const again = await save(uuid(2));
    expect(again.before?.id).toBe((await quote()).id);
    expect(again.tieId).toBeUndefined();
  });

  it('is for the post that takes the clips, or the quote that is wanted', async () => {
    await stores.wrapUps.put(wrapUp());
    await setActiveWrapUp(stores, wrapUp().id);
    expect((await save(uuid(1))).item.wrapUpId).toBe(wrapUp().id);
    await stores.settings.setWantedQuoteId((await quote()).id);
    expect((await save(uuid(2), `${words} And more.`)).tieId).toBe(uuid(2));
    expect((await quote()).text).toBe(`${words} And more.`);
  });

  it('is all that its card takes back', async () => {
    await save(uuid(1));
    const { id: itemId } = await quote();
    const other = (await items()).find((item) => item.kind !== 'quote')?.id ?? '';
    const edited = await editItem(stores, itemId, { editedMarkdown: 'Every append landed' });
    const stepId = edited.ok ? (edited.value?.changeId ?? '') : '';
    const before = await items();
    for (const [ofItem, step] of [
      [itemId, stepId],
      [other, uuid(1)],
    ] as const) {
      expect(await untieQuote(stores, ofItem, step)).toEqual({ ok: true, value: undefined });
      expect(await items()).toEqual(before);
    }
  });

  it('makes a clip of other words', async () => {
    const saved = await save(uuid(1), 'Nothing that the post says.');
    expect(saved.tieId).toBeUndefined();
    expect(await items()).toHaveLength(4);
  });
});
