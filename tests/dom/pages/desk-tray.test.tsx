import './fake-page.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { Desk } from '../../../entrypoints/desk/Desk.tsx';
import { database, deps } from '../../../lib/client/services.ts';
import type { Item } from '../../../lib/core/post/item.ts';
import {
  createLink,
  createNote,
  createQuote,
  createSection,
  createSource,
  createWrapUp,
} from '../../support/items.ts';
import {
  byRole,
  click,
  focus,
  hasRole,
  mount,
  press,
  replaceText,
} from '../components/support.tsx';
import { eventually, showWide } from './fake-page.ts';

const wrapUp = createWrapUp({ title: 'Tidal Meetup' });
const from = (url: string) => createSource({ url, canonicalUrl: url });
const at = (order: string) => ({ wrapUpId: wrapUp.id, order });
const heading = createSection({ ...at('a1'), form: 'h2', note: 'Highlights' });
const placed = createQuote({
  ...at('a2'),
  text: 'Every append lands in a ring.',
  source: from('https://docs.example/ring/'),
});
const note = createNote({
  ...at('a3'),
  note: 'As [the buoys](https://buoy.example/map) say, it is high water.',
});
const link = createLink({
  ...at('a4'),
  title: 'tidepool',
  url: 'https://code.example/tidepool',
  source: from('https://code.example/tidepool'),
});
const other = createLink({
  ...at('a5'),
  title: 'tide tables',
  url: 'https://tables.example/',
  source: from('https://tables.example/'),
});
const quote = createQuote({
  ...at('a6'),
  text: 'Reads come from the pool.',
  source: from('https://code.example/readme'),
});
const linked = createLink({
  ...at('a7'),
  title: 'Map of buoys',
  url: 'https://buoy.example/map',
  source: from('https://buoy.example/map'),
});
const inTray = new Set<Item>([link, other, quote, linked]);

const row = (id: string) => document.querySelector<HTMLElement>(`.desk-tray [data-id="${id}"]`);
const main = (id: string) => row(id)?.querySelector<HTMLElement>('.clip-main') as HTMLElement;
const focusedId = () => document.activeElement?.closest<HTMLElement>('[data-id]')?.dataset.id;
const rows = () =>
  [...document.querySelectorAll<HTMLElement>('.tray-row')].map((each) => each.dataset.id);
const stored = (id: string) => deps.items.get(id) as Promise<Record<string, unknown> | undefined>;
const inPost = async () => (await deps.items.list(wrapUp.id)).map(({ id }) => id);
const block = (id: string) =>
  document.querySelector<HTMLElement>(`.desk-post [data-id="${id}"] .block-body`);

beforeEach(async () => {
  for (const table of database.tables) await table.clear();
  await deps.wrapUps.put(wrapUp);
  for (const item of [heading, placed, note, link, other, quote, linked]) {
    await deps.items.put(inTray.has(item) ? { ...item, tray: 'waiting' } : item);
  }
  localStorage.clear();
  location.hash = `#${wrapUp.id}`;
  showWide(1366);
  mount(<Desk look={undefined} />);
  await eventually('the post', () => block(placed.id)?.querySelector('blockquote'));
  await eventually('what is new', () => hasRole('button', 'New 3'));
}, 120_000);

describe('the tray of the desk', { timeout: 120_000 }, () => {
  it('shows what waits by its site, one line each, without what the post links to', () => {
    const sites = [...document.querySelectorAll('.tray-group')].map((group) => [
      group.querySelector('h2')?.textContent,
      group.querySelectorAll('.tray-row').length,
    ]);
    expect(sites).toEqual([
      ['code.example', 2],
      ['tables.example', 1],
    ]);
    expect(rows()).toEqual([link.id, quote.id, other.id]);
  });

  it('names an empty note as what clips go below, too', async () => {
    focus(block(heading.id) as HTMLElement);
    press('o');
    await eventually('a note to write in', () => document.querySelector('.block-editor textarea'));
    press('Escape');
    await eventually(
      'the note',
      () =>
        document.querySelector('.tray-goes')?.textContent ===
        'Enter places a clip below “Empty note”.',
    );
  });

  it('places clips below the block that had the focus last, one after the other', async () => {
    focus(block(heading.id) as HTMLElement);
    expect(document.querySelector('.tray-goes')?.textContent).toBe(
      'Enter places a clip below “Highlights”.',
    );
    focus(main(link.id));
    click(main(link.id));
    await eventually('the next clip', () => focusedId() === quote.id);
    click(main(quote.id));
    await eventually('both in the post', async () => (await inPost()).length === 5);
    expect(await inPost()).toEqual([heading.id, link.id, quote.id, placed.id, note.id]);
    await eventually('the clip that is left', () => focusedId() === other.id);
  });

  it('places a clip where new ones land, while no block had the focus', async () => {
    focus(main(other.id));
    click(main(other.id));
    await eventually('it at the end', async () => (await inPost()).at(-1) === other.id);
  });

  it('puts aside and deletes by single keys, goes on to the next clip, and takes it all back', async () => {
    focus(main(link.id));
    press('a');
    await eventually('the next clip', () => focusedId() === quote.id);
    await eventually('it aside', async () => (await stored(link.id))?.tray === 'aside');
    press('Delete');
    await eventually('the last clip', () => focusedId() === other.id);
    await eventually('it deleted', async () => (await stored(quote.id))?.deletedAt !== null);
    press('Delete');
    await eventually('nothing new', () => hasRole('button', 'New 0'));
    expect(document.querySelector('.tray-none')?.textContent).toContain('Nothing new');
    for (const left of [1, 2, 3]) {
      press('z', { ctrlKey: true });
      await eventually(`${left} back`, () => hasRole('button', `New ${left}`));
    }
  });

  it('counts what was linked to, or was in the post, as not new', async () => {
    await eventually('that it is linked', async () => (await stored(linked.id))?.triagedAt);
    focus(block(note.id) as HTMLElement);
    press('Delete');
    await eventually('no link', () => block(note.id) === null);
    click(byRole('button', 'All'));
    await eventually('no tick', () => !hasRole('button', 'Show where “Map of buoys” is linked'));
    expect(hasRole('button', 'New 3')).toBe(true);
    expect(rows()).toContain(linked.id);
  });

  it('moves a clip to another wrap-up by m', async () => {
    const elsewhere = createWrapUp({
      id: '00000000-0000-4000-8000-888888888888',
      title: 'Neap Meetup',
    });
    await deps.wrapUps.put(elsewhere);
    focus(main(other.id));
    await eventually('the other wrap-up', () => {
      press('m');
      const isThere = hasRole('menuitem', 'Neap Meetup');
      if (!isThere) press('Escape');
      return isThere;
    });
    click(byRole('menuitem', 'Neap Meetup'));
    await eventually('it there', async () => (await stored(other.id))?.wrapUpId === elsewhere.id);
    await eventually('another clip', () => focusedId() === quote.id);
  });

  it('shows all clips with what became of them, and leads there', async () => {
    click(byRole('button', 'All'));
    expect(rows()).toEqual([placed.id, link.id, quote.id, other.id, linked.id]);
    click(byRole('button', 'Placed: show “Every append lands in a ring.” in the post'));
    await eventually('the block', () => document.activeElement === block(placed.id));
    click(byRole('button', 'Show where “Map of buoys” is linked'));
    await eventually('the note', () => document.activeElement === block(note.id));
  });

  it('is narrowed by words, from anywhere by /', async () => {
    click(byRole('button', 'All'));
    focus(block(note.id) as HTMLElement);
    press('/');
    const field = await eventually('the filter', () =>
      document.activeElement?.matches('#tray-filter') ? document.activeElement : undefined,
    );
    replaceText(field as HTMLElement, 'tide tables');
    await eventually('one clip', () => rows().join() === other.id);
    replaceText(field as HTMLElement, 'nobody');
    await eventually('a sentence', () =>
      document.querySelector('.tray-none')?.textContent?.includes('all of these words'),
    );
    press('Escape');
    await eventually('all of them', () => rows().length === 5);
  });

  it('leads to a heading by its outline, and marks the one that the cursor is under', async () => {
    const outline = () =>
      [...document.querySelectorAll<HTMLElement>('.outline-go')].map((each) => each.textContent);
    expect(outline()).toEqual(['Highlights']);
    focus(block(note.id) as HTMLElement);
    const here = byRole('button', 'Highlights');
    expect(here.getAttribute('aria-current')).toBe('location');
    click(here);
    await eventually('the heading', () => document.activeElement === block(heading.id));
  });

  it('moves what is under a heading with it, by key in its outline, and keeps the focus there', async () => {
    const second = createSection({ ...at('a3m'), form: 'h2', note: 'Numbers' });
    const under = createNote({ ...at('a3t'), note: 'Forty-two buoys.' });
    for (const item of [second, under]) await deps.items.put(item);
    const go = await eventually('its row', () =>
      document.querySelector<HTMLElement>(`.outline [data-id="${second.id}"] .outline-go`),
    );
    focus(go);
    press('ArrowUp', { altKey: true, shiftKey: true });
    await eventually('it above', async () => (await inPost())[0] === second.id);
    expect(await inPost()).toEqual([second.id, under.id, heading.id, placed.id, note.id]);
    await eventually(
      'its row above',
      () => document.querySelector('.outline-go')?.textContent === 'Numbers',
    );
    expect(document.activeElement?.textContent).toBe('Numbers');
    press('ArrowDown');
    expect(document.activeElement?.textContent).toBe('Highlights');
    press('z', { ctrlKey: true });
    await eventually('it back', async () => (await inPost())[0] === heading.id);
  });

  it('has what was deleted of the post, puts it back, and asks before it is gone for good', async () => {
    click(byRole('button', 'Trash'));
    await eventually('nothing', () => document.querySelector('#tray-trash')?.textContent !== '');
    expect(document.querySelector('#tray-trash')?.textContent).toBe('The trash is empty.');
    const elsewhere = createNote({
      wrapUpId: '00000000-0000-4000-8000-888888888888',
      note: 'Of another post',
      deletedAt: '2026-11-21T10:00:00.000Z',
    });
    await deps.items.put(elsewhere);
    focus(main(link.id));
    press('Delete');
    press('Delete');
    const deleted = () =>
      [...document.querySelectorAll<HTMLElement>('#tray-trash [data-trash]')].map(
        ({ dataset }) => dataset.trash,
      );
    await eventually('both', () => deleted().length === 2);
    expect(new Set(deleted())).toEqual(new Set([link.id, quote.id]));
    click(byRole('button', 'Put back: “tidepool”'));
    await eventually('it back', async () => (await stored(link.id))?.deletedAt === null);
    await eventually('one left', () => deleted().join() === quote.id);
    click(byRole('button', 'Delete for good: “Reads come from the pool.”'));
    expect(document.querySelector('[role=alertdialog] p')?.textContent).toBe(
      'Delete this for good? Undo can’t bring it back.',
    );
    click(byRole('button', 'Delete for good'));
    await eventually('it gone', async () => (await stored(quote.id)) === undefined);
  });
});
