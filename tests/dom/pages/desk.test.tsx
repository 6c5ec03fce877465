import './fake-page.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Columns } from '../../../components/desk/Columns.tsx';
import { loadDeskView } from '../../../lib/client/desk-view.ts';
import { deps } from '../../../lib/client/services.ts';
import type { Item } from '../../../lib/core/post/item.ts';
import { createNote, createQuote, createSection, createWrapUp } from '../../support/items.ts';
import { byRole, click, press, replaceText } from '../components/support.tsx';
import { blockOf, showDesk, storedItem } from './a-desk.tsx';
import { eventually } from './fake-page.ts';

// It is rendered with the whole desk.
vi.mock('../../../components/desk/Columns.tsx', async (load) => {
  const real = await load<typeof import('../../../components/desk/Columns.tsx')>();
  return { ...real, Columns: vi.fn(real.Columns) };
});

const wrapUp = createWrapUp({ title: 'Tidal Meetup' });
const items: readonly Item[] = [
  createSection({ wrapUpId: wrapUp.id, order: 'a1', form: 'h2', note: 'Highlights' }),
  createNote({
    wrapUpId: wrapUp.id,
    order: 'a2',
    note: 'Low *water* at [noon](https://n.example)',
  }),
  createQuote({
    wrapUpId: wrapUp.id,
    order: 'a3',
    text: 'Every append lands in a ring.',
    markdown: 'Every append lands in a ring.',
  }),
];
const [, note, quote] = items as [Item, Item, Item];

beforeEach(async () => {
  await showDesk(wrapUp, items);
  await eventually('the post', () => blockOf(quote.id)?.querySelector('blockquote'));
}, 120_000);

describe('the desk', { timeout: 120_000 }, () => {
  it('shows each block as it will look, named by its kind and first words', () => {
    expect(blockOf(note.id)?.querySelector('em')?.textContent).toBe('water');
    const names = [...document.querySelectorAll('article')].map((each) =>
      each.getAttribute('aria-label'),
    );
    expect(names).toContain('Heading: Highlights');
    expect(names).toContain('Quote: Every append lands in a ring.');
    expect(blockOf(note.id)?.querySelector('a')).toBeNull();
  });

  it('has its three regions, and folds tray and preview away by a key outside of text', async () => {
    const regions = () =>
      [...document.querySelectorAll('section.desk-region')].flatMap((each) =>
        each.closest('[hidden]') ? [] : [each.getAttribute('aria-label')],
      );
    expect(regions()).toEqual(['Tray', 'Post', 'Preview']);
    blockOf(note.id)?.focus();
    press('t');
    press('p');
    await eventually('the post alone', () => regions().length === 1);
    expect(regions()).toEqual(['Post']);
  });

  it('edits the one block that is opened, as it is stored, and goes back to it by Escape', async () => {
    blockOf(note.id)?.focus();
    press('Enter');
    const field = await eventually('its field', () =>
      document.querySelector<HTMLTextAreaElement>('.block-editor textarea'),
    );
    expect(field.value).toBe('Low *water* at [noon](https://n.example)');
    expect(document.querySelectorAll('.block-editor')).toHaveLength(1);
    replaceText(field, 'High water');
    await eventually(
      'what was typed',
      async () => (await storedItem(note.id))?.note === 'High water',
    );
    field.focus();
    press('Escape');
    await eventually('the block again', () => document.activeElement === blockOf(note.id));
    expect(blockOf(note.id)?.textContent).toBe('High water');
  });

  it('changes form, attribution and whether it prints by single keys', async () => {
    blockOf(note.id)?.focus();
    press('b');
    await eventually('a bullet', async () => (await storedItem(note.id))?.form === 'bullet');
    press('h');
    await eventually('hidden', async () => (await storedItem(note.id))?.hidden === true);
    blockOf(quote.id)?.focus();
    press('c');
    await eventually(
      'the next form',
      async () => (await storedItem(quote.id))?.attribution === 'title',
    );
  });

  it('puts a note below by o, open to be typed in', async () => {
    blockOf(note.id)?.focus();
    press('o');
    await eventually('its field', () => document.querySelector('.block-editor textarea'));
    const ids = [...document.querySelectorAll<HTMLElement>('.block')].map(
      (each) => each.dataset.id,
    );
    expect(document.querySelector('.block.on')?.getAttribute('data-id')).toBe(
      ids[ids.indexOf(note.id) + 1],
    );
  });

  it('highlights in post and preview what is pointed at in the other, without rendering the desk again', async () => {
    const words = await eventually('the preview', () =>
      document.querySelector('.draft-block blockquote'),
    );
    const inPreview = words.closest('.draft-block');
    const lit = () => [...document.querySelectorAll('.lit')];
    const point = (element: Element | null | undefined) =>
      element?.dispatchEvent(new Event('pointerover', { bubbles: true }));
    const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView');
    vi.mocked(Columns).mockClear();
    point(blockOf(quote.id)?.querySelector('blockquote'));
    expect(lit()).toEqual([inPreview]);
    document.querySelector('.desk-blocks')?.dispatchEvent(new Event('pointerleave'));
    expect(lit()).toEqual([]);
    point(words);
    expect(lit()).toEqual([blockOf(quote.id)?.closest('.block')]);
    blockOf(quote.id)?.focus();
    expect(scrolled.mock.contexts).toContain(inPreview);
    expect(Columns).not.toHaveBeenCalled();
  });

  it('changes the title where it stands', async () => {
    const title = byRole('textbox', 'Title') as HTMLInputElement;
    replaceText(title, 'Neap Meetup');
    await eventually(
      'it',
      async () => (await deps.wrapUps.get(wrapUp.id))?.title === 'Neap Meetup',
    );
  });

  it('opens the details as a drawer, at the field that a word is from', async () => {
    click(byRole('button', 'Details'));
    await eventually('the form', () =>
      document.querySelector('#details-drawer [data-field=title]'),
    );
    click(byRole('button', 'Close “Details”'));
    await eventually('nothing', () => document.querySelector('#details-drawer') === null);
  });

  it('has its preview follow the post, unless that is turned off, which it remembers', async () => {
    const follow = () => byRole('button', 'Follow');
    await eventually('the preview', () => document.querySelector('.as-post .draft-block p'));
    const seen: string[] = [];
    const { scrollIntoView } = Element.prototype;
    Element.prototype.scrollIntoView = function (this: Element) {
      if (this.matches('.draft-block')) seen.push(this.textContent?.trim() ?? '');
    };
    try {
      expect(follow().getAttribute('aria-pressed')).toBe('true');
      blockOf(note.id)?.focus();
      expect(seen.join()).toContain('water');
      click(follow());
      seen.length = 0;
      blockOf(quote.id)?.focus();
      expect(seen).toEqual([]);
      expect(loadDeskView().follow).toBe(false);
    } finally {
      Element.prototype.scrollIntoView = scrollIntoView;
    }
  });
});
