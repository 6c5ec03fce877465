import './fake-browser.ts';
import { describe, expect, it, vi } from 'vitest';
import { TrayGroup } from '../../../components/tray/TrayGroup.tsx';
import type { Item } from '../../../lib/core/post/item.ts';
import { createLink, createQuote } from '../../support/items.ts';
import { byRole, click, focus, hasRole, mount, press } from './support.tsx';

type Props = Parameters<typeof TrayGroup>[0];

const link: Item = { ...createLink({ title: 'tidepool' }), tray: 'waiting' };
const quote: Item = { ...createQuote({ text: 'The words.' }), tray: 'waiting' };
const aside: Item = { ...createLink({ title: 'Not this one' }), tray: 'aside' };

const trayProps = (changes: Partial<Props> = {}): Props => ({
  items: [link, quote, aside],
  used: new Map(),
  landsHere: false,
  startsOpen: false,
  places: [{ id: 'other', title: 'Another meetup' }],
  pictureUrl: () => '',
  onPlace: vi.fn(),
  onAside: vi.fn(),
  onMoveTo: vi.fn(),
  onDelete: vi.fn(),
  onLand: vi.fn(),
  reveal: null,
  onReveal: vi.fn(),
  ...changes,
});
const ids = () =>
  [...document.querySelectorAll('.tray-row')].map((row) => row.getAttribute('data-id'));
const focusedId = () => document.activeElement?.closest('[data-id]')?.getAttribute('data-id');
const main = (id: string) =>
  document.querySelector(`[data-id="${id}"] .clip-main`) as HTMLButtonElement;
const open = () => click(byRole('button', 'In the tray: 2'));

describe('the tray', () => {
  it('says how much waits, folded; what was put aside is folded once more', () => {
    mount(<TrayGroup {...trayProps()} />);
    expect(ids()).toEqual([]);
    open();
    expect(ids()).toEqual([link.id, quote.id]);
    click(byRole('button', 'Put aside: 1'));
    expect(ids()).toEqual([link.id, quote.id, aside.id]);
  });

  it('does not show where there is nothing in it, unless new clips land there', () => {
    const show = mount(<TrayGroup {...trayProps({ items: [] })} />);
    expect(document.querySelector('.tray')).toBeNull();
    const props = trayProps({ items: [], landsHere: true });
    show(<TrayGroup {...props} />);
    click(byRole('button', 'Change where new clips land'));
    click(byRole('menuitem', 'Land at the end of the post'));
    expect(props.onLand).toHaveBeenCalledExactlyOnceWith('end');
  });

  it('is emptied by single keys, and the focus goes on to the next clip', () => {
    const props = trayProps();
    mount(<TrayGroup {...props} />);
    open();
    focus(main(link.id));
    press('a');
    expect(props.onAside).toHaveBeenCalledExactlyOnceWith([link.id], true);
    expect(focusedId()).toBe(quote.id);
    press('ArrowUp');
    expect(focusedId()).toBe(link.id);
    press('m');
    click(byRole('menuitem', 'Another meetup'));
    expect(props.onMoveTo).toHaveBeenCalledExactlyOnceWith([link.id], 'other');
    focus(main(link.id));
    press('Delete');
    expect(props.onDelete).toHaveBeenCalledExactlyOnceWith([link.id]);
    // Enter on the row's main button.
    click(main(quote.id));
    expect(props.onPlace).toHaveBeenCalledExactlyOnceWith([quote.id]);
  });

  it('is placed whole, in its order, without what was put aside', () => {
    const props = trayProps();
    mount(<TrayGroup {...props} />);
    open();
    click(byRole('button', 'Place all'));
    expect(props.onPlace).toHaveBeenCalledExactlyOnceWith([link.id, quote.id]);
  });

  it('leads to the first place where a clip is linked', () => {
    const props = trayProps({ used: new Map([[link.id, ['there', 'elsewhere']]]) });
    mount(<TrayGroup {...props} />);
    open();
    click(byRole('button', 'Linked in 2 places'));
    expect(props.onReveal).toHaveBeenCalledExactlyOnceWith('there');
    expect(hasRole('button', 'Linked in the post')).toBe(false);
  });

  it('unfolds for a clip that is to be shown', () => {
    const props = trayProps();
    const show = mount(<TrayGroup {...props} />);
    show(<TrayGroup {...props} reveal={{ id: aside.id }} />);
    expect(focusedId()).toBe(aside.id);
  });
});
