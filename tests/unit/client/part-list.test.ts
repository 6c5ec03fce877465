import '../../support/property-seed.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListSnapshot } from '../../../lib/client/live-list.ts';
import {
  endOfItems,
  isOnePart,
  landingRow,
  listWithParts,
  partKey,
  partRow,
} from '../../../lib/client/part-list.ts';
import { arranged } from '../../../lib/core/post/arrange.ts';
import type { Item } from '../../../lib/core/post/item.ts';
import { defaultProfile } from '../../../lib/core/post/profile.ts';
import { draftParts } from '../../../lib/exporters/draft-parts.ts';
import { composeBody } from '../../../lib/render/body.ts';
import { composeDraft } from '../../../lib/render/compose.ts';
import type { PartOutput } from '../../../lib/render/parts/template-output.ts';
import {
  createNote,
  createPart,
  createSection,
  createSpeaker,
  createWrapUp,
} from '../../support/items.ts';
import { wholeList } from '../../support/whole-list.ts';

const wrapUp = createWrapUp({
  event: { name: 'Meetup #1', url: '', startsAt: '2026-11-18', timeZone: '' },
  speakers: [createSpeaker({ name: 'Ada Example' })],
  recording: { url: 'https://r.example', picture: 'https://r.example/r.png', pictureAlt: '' },
  footer: 'Bye.',
});
const made = draftParts(wrapUp, [], defaultProfile);
const template: readonly PartOutput[] = made.ok ? made.value : [];
const [first, second] = [createNote({ note: 'One.' }), createNote({ note: 'Two.' })];

const listOf = (items: readonly Item[], parts = template) => {
  const list: ListSnapshot = { ...wholeList(items), partial: false, unreadable: 0 };
  return listWithParts(list, parts, (part) => `new ${partKey(part)}`, wrapUp.id);
};
/** Returns ids in readable form. */
const named = (ids: readonly string[], of: ReturnType<typeof listOf>) =>
  ids.map((id) => {
    const item = of.get(id);
    return item?.kind === 'part' ? item.part : item && 'note' in item ? item.note : id;
  });
/** Returns the items after storing what `among` requires. */
const stored = (
  list: ReturnType<typeof listOf>,
  items: readonly Item[],
  { order, parts }: ReturnType<ReturnType<typeof listOf>['among']>,
): Item[] => {
  const all: Item[] = [...items, ...parts.map((row) => createPart(row))];
  return order.flatMap((id) => all.find((item) => item.id === id) ?? list.get(id) ?? []);
};

describe('the rows of a post', () => {
  it('hold the parts of its template where they stand in the draft', () => {
    const list = listOf([first, second]);
    const names = ['intro', 'recording', 'One.', 'Two.', 'thanks', 'footer'];
    expect(named(list.ids, list)).toEqual(names);
    expect(list.outputOf('new /intro')).toContain('took place 2026-11-18');
  });

  it('are found by the part that they are of, stored or not', () => {
    const thanks = createPart({ part: 'thanks', order: 'a3' });
    const list = listOf([first, thanks]);
    expect(partRow(list, { part: 'intro' })).toBe('new /intro');
    expect(partRow(list, { part: 'thanks' })).toBe(thanks.id);
    expect(partRow(list, { part: 'heading' }), 'prints nothing').toBeUndefined();
    expect(partRow(list, { part: 'intro', talkId: 'x' })).toBeUndefined();
  });

  it('are one part where the template has no one place for the clips', () => {
    const of = (text: string) => {
      const profile = { ...defaultProfile, template: text };
      const parts = draftParts(wrapUp, [first, second], profile);
      return listOf([first, second], parts.ok ? parts.value : []);
    };
    expect(isOnePart(of('Hello.\n\n{{ items }}\n\nBye.'))).toBe(false);
    expect(isOnePart(of('> {{ items }}\n\nand again {{ items }}'))).toBe(true);
  });

  it('hold no part that prints nothing, unless it has a row', () => {
    const silent = template.map((part) => ({ ...part, markdown: '' }));
    const plain = listOf([first], silent);
    expect(plain.ids).toEqual([first.id]);
    const moved = listOf([first, createPart({ part: 'intro' })], silent);
    expect(named(moved.ids, moved)).toEqual(['One.', 'intro']);
  });

  it('are the items alone while the template has no parts', () => {
    const items = wholeList([first]);
    const list = { ...items, partial: false, unreadable: 0 };
    expect(listWithParts(list, [], partKey, wrapUp.id).ids).toBe(items.ids);
  });

  it('are the same ids while only words change, others once a part comes or goes', () => {
    const list: ListSnapshot = { ...wholeList([first, second]), partial: false, unreadable: 0 };
    const of = (parts: readonly PartOutput[], last?: ReturnType<typeof listOf>) =>
      listWithParts({ ...list }, parts, partKey, wrapUp.id, last);
    const before = of(template);
    const typed = template.map((part) => ({ ...part, markdown: `${part.markdown} More.` }));
    expect(of(typed, before).ids).toBe(before.ids);
    const silent = template.map((part) => ({ ...part, markdown: '' }));
    expect(of(silent, before).ids).toEqual([first.id, second.id]);
  });

  it('keep parts that were not moved beside one that was', () => {
    const list = listOf([first, createPart({ part: 'intro' }), second]);
    const names = ['One.', 'intro', 'recording', 'Two.', 'thanks', 'footer'];
    expect(named(list.ids, list)).toEqual(names);
  });
});

describe('what has to be stored for another order', () => {
  it('is nothing where clips change places among themselves', () => {
    const list = listOf([first, second]);
    const order = arranged(list.ids, [second.id], 'new /recording');
    expect(list.among(order).parts).toEqual([]);
  });

  it('is the introduction for a heading before it, and the draft begins with that', () => {
    const items = [first, second];
    const list = listOf(items);
    const heading = createSection({ form: 'h2', note: 'What we saw' });
    const among = list.among([heading.id, ...list.ids]);
    expect(among.parts.map(({ part }) => part)).toEqual(['intro']);
    const post = stored(list, [heading, ...items], among);
    const draft = composeDraft(wrapUp, post, { ...defaultProfile });
    const body = draft.ok ? draft.value.slice(draft.value.indexOf('\n\n') + 2) : '';
    expect(body).toMatch(/^## What we saw\n\nMeetup #1 took place/);
  });

  it('is the footer alone for a clip after all', () => {
    const list = listOf([first, second]);
    const order = arranged(list.ids, [first.id], 'new /footer');
    expect(list.among(order).parts.map(({ part }) => part)).toEqual(['footer']);
  });

  it('makes the draft that the rows show, whatever is put where', () => {
    const rows = fc.shuffledSubarray(['intro', 'recording', 'thanks', 'footer']);
    const places = fc.array(fc.nat(5), { minLength: 4, maxLength: 4 });
    const moves = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, places, moves, (parts, at, steps) => {
        let items: Item[] = [first, second];
        for (const [n, part] of parts.entries()) {
          items = items.toSpliced(at[n] ?? 0, 0, createPart({ part }));
        }
        for (const [from, to] of steps) {
          const list = listOf(items);
          const moving = list.ids[from % list.ids.length] ?? '';
          const others = list.ids.filter((id) => id !== moving);
          const wanted = arranged(list.ids, [moving], others[to % others.length] ?? null);
          items = stored(list, items, list.among(wanted));
          const then = listOf(items);
          expect(named(then.ids, then)).toEqual(named(wanted, list));
          const body = composeBody(wrapUp, items, defaultProfile);
          const pieces = body.ok ? body.value.pieces : [];
          const printed = pieces.map((piece) =>
            piece.kind === 'part' ? piece.part : named([piece.id], then)[0],
          );
          expect(printed).toEqual(named(then.ids, then));
        }
      }),
    );
  });
});

it('the landing line stands below the parts that print before what lands there', () => {
  const list = listOf([first, second]);
  const stored = [first.id, second.id];
  expect([0, 1, 2].map((index) => landingRow(list, stored, index))).toEqual([2, 3, 4]);
});

it('clips that go to an end by key stay between the parts', () => {
  const list = listOf([first, second]);
  expect(endOfItems(list.ids, list.isUnstored, 'last')).toBe(second.id);
  expect(endOfItems(list.ids, list.isUnstored, 'first')).toBe('new /recording');
  expect(endOfItems(list.ids, () => false, 'first')).toBeNull();
});
