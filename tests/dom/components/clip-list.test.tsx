import './fake-browser.ts';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ClipList, type ClipListProps } from '../../../components/clips/ClipList.tsx';
import type { Item } from '../../../lib/core/post/item.ts';
import { createNote, createQuote, createSection, createSource } from '../../support/items.ts';
import { wholeList } from '../../support/whole-list.ts';
import { clipListProps } from './clip-list-props.ts';
import { byRole, click, focus, mount, press } from './support.tsx';

const first = createQuote({ text: 'The first words.', markdown: 'The first words.' });
const second = createNote({ note: 'A note of *mine*.' });
const third = createSection({ note: 'References', form: 'h2' });
const items: Item[] = [first, second, third];

const listProps = (changes: Partial<ClipListProps> = {}) =>
  clipListProps({ items: wholeList(items), ...changes });

const rowTexts = () =>
  [...document.querySelectorAll('.clips > li')].map((row) => row.getAttribute('data-id'));
const focusedId = () => document.activeElement?.closest('[data-id]')?.getAttribute('data-id');
const main = (id: string) =>
  document.querySelector(`[data-id="${id}"] .clip-main`) as HTMLButtonElement;

/** Waits until promises have settled and their results are shown. */
const settled = () => act(async () => {});

describe('the list of clips', () => {
  it('names each row by its kind and its words', () => {
    mount(<ClipList {...listProps()} />);
    expect(byRole('button', 'Quote The first words.')).toBe(main(first.id));
    expect(byRole('button', 'Note A note of mine.')).toBe(main(second.id));
    expect(byRole('button', 'Heading References')).toBe(main(third.id));
  });

  it('names what a row offers by the row', () => {
    mount(<ClipList {...listProps()} />);
    for (const name of [
      'Edit quote: The first words.',
      'Hide in the post: quote: The first words.',
      'Delete note: A note of mine.',
      'Delete heading: References',
    ]) {
      expect(byRole('button', name)).toBeDefined();
    }
  });

  it('says whether a row was opened by key: who does so goes on in its first field', () => {
    const props = listProps();
    mount(<ClipList {...props} />);
    main(first.id).dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
    click(main(first.id));
    expect(vi.mocked(props.onToggle).mock.calls).toEqual([
      [first.id, false],
      [first.id, true],
    ]);
  });

  it('is one tab stop: the controls of one row, the last one before anybody was there', () => {
    mount(<ClipList {...listProps()} />);
    const stops = () =>
      new Set(
        [...document.querySelectorAll('.clips [tabindex="0"]')].map((stop) =>
          stop.closest('li')?.getAttribute('data-id'),
        ),
      );
    expect(stops()).toEqual(new Set([third.id]));
    focus(main(first.id));
    expect(stops()).toEqual(new Set([first.id]));
  });

  it('goes from row to row with the arrows, and stops at the ends', () => {
    mount(<ClipList {...listProps()} />);
    focus(main(first.id));
    expect(press('ArrowDown')).toBe(true);
    expect(focusedId()).toBe(second.id);
    press('End');
    expect(focusedId()).toBe(third.id);
    press('ArrowDown');
    expect(focusedId()).toBe(third.id);
    press('Home');
    expect(focusedId()).toBe(first.id);
    press('ArrowUp');
    expect(focusedId()).toBe(first.id);
  });

  it('moves a row with Alt and an arrow, shows it at once and keeps the focus on it', () => {
    const props = listProps();
    mount(<ClipList {...props} />);
    focus(main(first.id));
    press('ArrowDown', { altKey: true });
    expect(props.onMove).toHaveBeenCalledExactlyOnceWith([first.id], second.id, 1);
    expect(rowTexts()).toEqual([second.id, first.id, third.id]);
    expect(focusedId()).toBe(first.id);
    expect(props.onAnnounce).toHaveBeenCalledExactlyOnceWith('Moved to place 2 of 3');
  });

  it('moves a row to the beginning', () => {
    const props = listProps();
    mount(<ClipList {...props} />);
    focus(main(second.id));
    press('ArrowUp', { altKey: true });
    expect(props.onMove).toHaveBeenCalledExactlyOnceWith([second.id], null, -1);
  });

  it('moves nothing beyond the ends, and nothing in a filtered list', () => {
    const props = listProps();
    const show = mount(<ClipList {...props} />);
    focus(main(first.id));
    press('ArrowUp', { altKey: true });
    show(<ClipList {...props} movable={false} />);
    press('ArrowDown', { altKey: true });
    expect(props.onMove).not.toHaveBeenCalled();
  });

  it('deletes with Delete and goes on to the next row', () => {
    const props = listProps();
    mount(<ClipList {...props} />);
    focus(main(second.id));
    press('Delete');
    expect(props.onDelete).toHaveBeenCalledExactlyOnceWith([second.id]);
    expect(focusedId()).toBe(third.id);
  });

  it('copies the row with Ctrl and C', () => {
    const props = listProps();
    mount(<ClipList {...props} />);
    focus(main(first.id));
    expect(press('c', { ctrlKey: true })).toBe(true);
    expect(props.onCopy).toHaveBeenCalledExactlyOnceWith(first);
  });

  it('leaves the keys to a field of the open row', () => {
    const props = listProps({ openId: first.id, editor: () => <textarea id="words" /> });
    mount(<ClipList {...props} />);
    focus(document.getElementById('words') as HTMLElement);
    expect(press('ArrowDown')).toBe(false);
    expect(press('Delete')).toBe(false);
    expect(press('c', { ctrlKey: true })).toBe(false);
    expect(props.onDelete).not.toHaveBeenCalled();
    expect(props.onCopy).not.toHaveBeenCalled();
  });

  it('opens a row by its main button, and says so', () => {
    const props = listProps();
    const show = mount(<ClipList {...props} />);
    expect(main(first.id).getAttribute('aria-expanded')).toBe('false');
    click(main(first.id));
    expect(props.onToggle).toHaveBeenCalledExactlyOnceWith(first.id, true);
    show(<ClipList {...props} openId={first.id} />);
    expect(main(first.id).getAttribute('aria-expanded')).toBe('true');
  });

  it('brings a new clip into view and puts the focus on it, also when it comes later', () => {
    const props = listProps({ items: wholeList([first]), reveal: { id: second.id } });
    const show = mount(<ClipList {...props} />);
    show(<ClipList {...props} items={wholeList([first, second])} />);
    expect(focusedId()).toBe(second.id);
  });

  it('shows the stored order again once it comes', async () => {
    const props = listProps();
    const show = mount(<ClipList {...props} />);
    focus(main(first.id));
    press('ArrowDown', { altKey: true });
    await settled();
    show(<ClipList {...props} items={wholeList([third, first, second])} />);
    expect(rowTexts()).toEqual([third.id, first.id, second.id]);
  });

  it('keeps the order that is being written while something else comes', async () => {
    let written: (isWritten: boolean) => void = () => {};
    const onMove = vi.fn(() => new Promise<boolean>((resolve) => (written = resolve)));
    const props = listProps({ onMove });
    const show = mount(<ClipList {...props} />);
    focus(main(first.id));
    press('ArrowDown', { altKey: true });
    const fourth = createNote({ note: 'Clipped meanwhile.' });
    show(<ClipList {...props} items={wholeList([...items, fourth])} />);
    expect(rowTexts()).toEqual([second.id, first.id, third.id, fourth.id]);
    written(true);
    await settled();
    show(<ClipList {...props} items={wholeList([second, first, third, fourth])} />);
    expect(rowTexts()).toEqual([second.id, first.id, third.id, fourth.id]);
    // It was moved back in another window.
    show(<ClipList {...props} items={wholeList([first, second, third, fourth])} />);
    expect(rowTexts()).toEqual([first.id, second.id, third.id, fourth.id]);
  });

  it('shows the stored order again where a move was not written', async () => {
    const props = listProps({ onMove: vi.fn(async () => false) });
    mount(<ClipList {...props} />);
    focus(main(first.id));
    press('ArrowDown', { altKey: true });
    expect(rowTexts()).toEqual([second.id, first.id, third.id]);
    await settled();
    expect(rowTexts()).toEqual([first.id, second.id, third.id]);
  });

  it('puts sixty of a thousand rows into the page, the last ones', () => {
    const many = Array.from({ length: 1000 }, (_, n) => createNote({ note: `Note ${n}` }));
    mount(<ClipList {...listProps({ items: wholeList(many) })} />);
    expect(rowTexts()).toEqual(many.slice(940).map((item) => item.id));
  });

  it('keeps rows that were read first, and puts more above them once all are there', () => {
    const many = Array.from({ length: 1000 }, (_, n) => createNote({ note: `Note ${n}` }));
    const first = many.slice(985);
    const props = listProps({ items: wholeList(first), partial: true, movable: false });
    const show = mount(<ClipList {...props} />);
    expect(rowTexts()).toEqual(first.map((item) => item.id));
    const last = main(first[14]?.id ?? '');
    focus(last);
    show(<ClipList {...props} items={wholeList(many)} partial={false} movable />);
    expect(rowTexts()).toEqual(many.slice(940).map((item) => item.id));
    expect(document.activeElement).toBe(last);
  });

  it('that opened at its end stays there while more comes in below, until somebody is in it', () => {
    const scroller = () => document.querySelector('.clips-scroller') as HTMLElement;
    let heightPx = 1000;
    vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockImplementation(() => heightPx);
    const props = listProps();
    const show = mount(<ClipList {...props} />);
    expect(scroller().scrollTop).toBe(1000);
    heightPx = 1200;
    show(<ClipList {...props}>The tray</ClipList>);
    expect(scroller().scrollTop).toBe(1200);
    focus(main(first.id));
    heightPx = 1500;
    show(<ClipList {...props}>The tray, unfolded</ClipList>);
    expect(scroller().scrollTop).toBe(1200);
    vi.restoreAllMocks();
  });

  it('goes to the first of a thousand rows with Home', () => {
    const many = Array.from({ length: 1000 }, (_, n) => createNote({ note: `Note ${n}` }));
    mount(<ClipList {...listProps({ items: wholeList(many) })} />);
    focus(main(many[999]?.id ?? ''));
    press('Home');
    expect(focusedId()).toBe(many[0]?.id);
    expect(rowTexts()).toHaveLength(60);
  });

  it('shows the open row beside it wherever the list is, though it forgets what is far away', () => {
    const many = Array.from({ length: 1000 }, (_, n) => createNote({ note: `Note ${n}` }));
    const whole = wholeList(many);
    let kept: readonly string[] = whole.ids;
    const items = {
      ...whole,
      get: (id: string) => (kept.includes(id) ? whole.get(id) : undefined),
      keep(ids: readonly string[]) {
        kept = ids;
      },
    };
    const openId = many[999]?.id ?? '';
    const props = {
      ...listProps({ items }),
      openId,
      isEditorBeside: true,
      editor: () => <p>Open</p>,
    };
    const show = mount(<ClipList {...props} />);
    expect(document.querySelector('.editor-beside')?.textContent).toContain('Open');
    focus(main(openId));
    press('Home');
    show(<ClipList {...props} />);
    expect(focusedId()).toBe(many[0]?.id);
    expect(document.querySelector('.editor-beside')?.textContent).toContain('Open');
  });
});

describe('where new clips land', () => {
  const children = () =>
    [...document.querySelectorAll('.clips > li')].map(
      (row) => row.getAttribute('data-id') ?? row.textContent,
    );
  const line = 'New clips land here';

  it.each([
    ['start', 0, [line, first.id, second.id, third.id]],
    [first.id, 1, [first.id, line, second.id, third.id]],
    ['end', 3, [first.id, second.id, third.id, line]],
  ])('shows between the rows: %s', (at, index, expected) => {
    mount(<ClipList {...listProps({ landing: { at, index } })} />);
    expect(children()).toEqual(expected);
  });

  it('does not show in a list that a search has narrowed', () => {
    const landing = { at: 'end' as const, index: 3 };
    mount(<ClipList {...listProps({ landing, isFiltered: true })} />);
    expect(children()).toEqual([first.id, second.id, third.id]);
    expect(document.querySelector('.insert')).toBeNull();
  });

  it('is chosen between two rows, at a row, by a key, and by the line itself', () => {
    const props = listProps({ landing: { at: first.id, index: 1 } });
    mount(<ClipList {...props} />);
    click(byRole('button', 'Insert below “The first words.”'));
    click(byRole('menuitem', line));
    click(byRole('button', 'Insert at the start'));
    click(byRole('menuitem', line));
    click(byRole('button', 'More for “A note of mine.”'));
    click(byRole('menuitem', 'New clips land below this'));
    focus(main(third.id));
    press('l');
    click(byRole('button', 'Change where new clips land'));
    click(byRole('menuitem', 'Land in the tray'));
    expect(vi.mocked(props.onLand).mock.calls.flat()).toEqual([
      first.id,
      'start',
      second.id,
      third.id,
      'tray',
    ]);
  });

  it('cannot be chosen in the inbox', () => {
    const props = listProps({ canLand: false });
    mount(<ClipList {...props} />);
    focus(main(first.id));
    press('l');
    click(byRole('button', 'Insert below “The first words.”'));
    expect(
      [...document.querySelectorAll('[role=menuitem]')].map((each) => each.textContent),
    ).toEqual(['Note', 'Heading', 'As written']);
    expect(props.onLand).not.toHaveBeenCalled();
  });

  it('puts a note, a heading or text as it is between two rows, by key too', () => {
    const props = listProps();
    mount(<ClipList {...props} />);
    focus(main(second.id));
    press('i');
    click(byRole('menuitem', 'Heading'));
    click(byRole('button', 'Insert at the start'));
    click(byRole('menuitem', 'Note'));
    expect(vi.mocked(props.onInsert).mock.calls).toEqual([
      ['heading', second.id],
      ['note', null],
    ]);
  });
});

describe('several rows', () => {
  const selected = () =>
    [...document.querySelectorAll('.clip.selected')].map((row) => row.getAttribute('data-id'));
  const clickWith = (id: string, keys: MouseEventInit) =>
    act(() => void main(id).dispatchEvent(new MouseEvent('click', { bubbles: true, ...keys })));

  it('are selected with Shift and an arrow, or a click; a row is not opened by that', () => {
    const props = listProps();
    mount(<ClipList {...props} />);
    focus(main(first.id));
    press('ArrowDown', { shiftKey: true });
    expect([selected(), focusedId()]).toEqual([[first.id, second.id], second.id]);
    press('ArrowUp', { shiftKey: true });
    expect(selected()).toEqual([first.id]);
    clickWith(third.id, { shiftKey: true });
    expect(selected()).toEqual([first.id, second.id, third.id]);
    clickWith(second.id, { ctrlKey: true });
    expect(selected()).toEqual([first.id, third.id]);
    clickWith(second.id, { ctrlKey: true });
    expect(selected()).toEqual([first.id, second.id, third.id]);
    expect(props.onToggle).not.toHaveBeenCalled();
    expect(byRole('button', 'Note A note of mine.').getAttribute('aria-pressed')).toBe('true');
  });

  it('are all rows with Ctrl and A, and none after Escape', () => {
    mount(<ClipList {...listProps()} />);
    focus(main(first.id));
    press('a', { ctrlKey: true });
    expect(selected()).toHaveLength(3);
    expect(press('Escape')).toBe(true);
    expect(selected()).toEqual([]);
    // The next Escape closes what is open.
    expect(press('Escape')).toBe(false);
  });

  it('move, leave and are hidden together', () => {
    const props = listProps({ places: [{ id: 'elsewhere', title: 'Elsewhere' }] });
    const show = mount(<ClipList {...props} />);
    const selectTwo = () => {
      focus(main(first.id));
      press('ArrowDown', { shiftKey: true });
    };
    selectTwo();
    press('ArrowDown', { altKey: true });
    expect(props.onMove).toHaveBeenCalledExactlyOnceWith([first.id, second.id], third.id, 1);
    expect(rowTexts()).toEqual([third.id, first.id, second.id]);
    show(<ClipList {...props} items={wholeList([...items])} />);
    click(byRole('button', 'Hide selected items'));
    expect(props.onHide).toHaveBeenCalledExactlyOnceWith([first.id, second.id], true);
    click(byRole('button', 'Move selected items to another wrap-up'));
    click(byRole('menuitem', 'Elsewhere'));
    expect(props.onMoveTo).toHaveBeenCalledExactlyOnceWith([first.id, second.id], 'elsewhere');
    selectTwo();
    press('t');
    expect(props.onTakeOut).toHaveBeenCalledExactlyOnceWith([first.id, second.id]);
    expect(focusedId()).toBe(third.id);
    selectTwo();
    press('Delete');
    expect(props.onDelete).toHaveBeenCalledExactlyOnceWith([first.id, second.id]);
  });

  it('are left alone by what is done to another row', () => {
    const props = listProps();
    mount(<ClipList {...props} />);
    clickWith(first.id, { ctrlKey: true });
    clickWith(second.id, { ctrlKey: true });
    focus(main(third.id));
    press('ArrowUp', { altKey: true });
    expect(props.onMove).toHaveBeenCalledExactlyOnceWith([third.id], first.id, -1);
  });

  it('go to the start and the end with Alt, Home and End', () => {
    const props = listProps();
    mount(<ClipList {...props} />);
    focus(main(second.id));
    press('Home', { altKey: true });
    press('End', { altKey: true });
    expect(vi.mocked(props.onMove).mock.calls).toEqual([
      [[second.id], null, undefined],
      [[second.id], third.id, undefined],
    ]);
  });

  it('of a section are outlined while it moves with Alt, Shift and an arrow', () => {
    const props = listProps({ items: wholeList([third, first, second]) });
    mount(<ClipList {...props} />);
    focus(main(third.id));
    press('ArrowDown', { altKey: true, shiftKey: true });
    expect(props.onMoveSection).toHaveBeenCalledExactlyOnceWith(third.id, 1);
    const outlined = () => document.querySelectorAll('.goes-along').length;
    expect(outlined()).toBe(3);
    act(() => void main(third.id).dispatchEvent(new KeyboardEvent('keyup', { bubbles: true })));
    expect(outlined()).toBe(0);
  });
});

describe('a row nobody has seen', () => {
  afterEach(() => vi.useRealTimers());

  it('has a dot, and was seen once it was in view for a while', () => {
    vi.useFakeTimers();
    const box = { top: 10, bottom: 20, height: 10 } as DOMRect;
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(box);
    const unseen = { ...second, seenAt: null };
    const props = listProps({ items: wholeList([first, unseen]) });
    mount(<ClipList {...props} />);
    expect(byRole('img', 'New').closest('li')?.dataset.id).toBe(second.id);
    expect(props.onSeen).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(props.onSeen).toHaveBeenCalledExactlyOnceWith([second.id]);
    vi.restoreAllMocks();
  });
});

describe('a row of a PDF', () => {
  const url = 'https://papers.example/tides.pdf';
  const source = createSource({ canonicalUrl: url, mediaType: 'application/pdf' });

  it('leads to its page, and asks for it where it is not known', () => {
    const known = createQuote({ source, page: 25 });
    const unknown = createQuote({ source });
    const onAskPage = vi.fn();
    mount(
      <ClipList
        {...listProps({ items: wholeList([known, unknown]), asksPageId: unknown.id, onAskPage })}
      />,
    );
    const rows = [...document.querySelectorAll('.clips > li')];
    expect(rows[0]?.querySelector('a')?.href).toBe(`${url}#page=25`);
    expect(rows[0]?.querySelector('.src')?.textContent).toBe('papers.example/tides.pdfpage 25');
    expect(rows[1]?.querySelector('a')?.href).toBe(url);
    click(byRole('button', 'Add the page'));
    expect(onAskPage).toHaveBeenCalledWith(unknown.id);
  });

  it('of a local file has its name and leads nowhere', () => {
    const local = { ...source, url: '', canonicalUrl: '', title: 'tides.pdf', cleanTitle: '' };
    mount(<ClipList {...listProps({ items: wholeList([createQuote({ source: local })]) })} />);
    expect(document.querySelector('.src')?.textContent).toBe('tides.pdf');
    expect(document.querySelector('.src a')).toBeNull();
  });
});
