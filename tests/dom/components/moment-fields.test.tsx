import './fake-browser.ts';
import { useState } from 'preact/hooks';
import { describe, expect, it, vi } from 'vitest';
import { MomentFields } from '../../../components/clips/MomentFields.tsx';
import type { ItemChanges, Moment } from '../../../lib/core/post/item.ts';
import { createMoment } from '../../support/items.ts';
import { byRole, click, hasRole, mount, replaceText } from './support.tsx';

function show(changes: Partial<Moment> = {}) {
  const onEdit = vi.fn<(changes: ItemChanges) => void>();
  function Live() {
    const [item, setItem] = useState(createMoment({ startSeconds: 2756, ...changes }));
    return (
      <MomentFields
        item={item}
        onEdit={(edit) => {
          setItem((before) => ({ ...before, ...edit }) as Moment);
          onEdit(edit);
        }}
      />
    );
  }
  mount(<Live />);
  return onEdit;
}
const start = () => byRole('textbox', 'Starts at') as HTMLInputElement;

describe('the fields of a moment', () => {
  it.each([
    ['45:57', 2757],
    ['1:02:03', 3723],
    ['90:15', 5415],
  ])('take %s for a time, and take it for checked', (text, startSeconds) => {
    const onEdit = show();
    expect(start().value).toBe('45:56');
    replaceText(start(), text);
    expect(onEdit).toHaveBeenLastCalledWith({ startSeconds, checkTime: false });
  });

  it.each(['4', '45:6', '45:61', 'soon', ''])('take “%s” for no time, and say so', (text) => {
    const onEdit = show();
    replaceText(start(), text);
    expect(onEdit).not.toHaveBeenCalled();
    expect(document.body.textContent).toContain('Write a time like');
  });

  it('move the time by seconds, not before the start', () => {
    const onEdit = show({ startSeconds: 3 });
    click(byRole('button', '5 seconds later'));
    click(byRole('button', '1 second earlier'));
    click(byRole('button', '5 seconds earlier'));
    expect(onEdit.mock.calls.map(([edit]) => edit.startSeconds)).toEqual([8, 7, 2]);
    click(byRole('button', '5 seconds earlier'));
    expect(start().value).toBe('0:00');
    expect((byRole('button', '1 second earlier') as HTMLButtonElement).disabled).toBe(true);
  });

  it('accept an end or none; an end before the start is reported', () => {
    const onEdit = show();
    replaceText(byRole('textbox', 'Ends at'), '47:10');
    expect(onEdit).toHaveBeenLastCalledWith({ endSeconds: 2830 });
    replaceText(byRole('textbox', 'Ends at'), '40:00');
    expect(document.body.textContent).toContain('The end isn’t after the start');
    replaceText(byRole('textbox', 'Ends at'), '');
    expect(onEdit).toHaveBeenLastCalledWith({ endSeconds: null });
  });

  it('say that a time is to be checked, until one says that it is right', () => {
    const onEdit = show({ checkTime: true });
    expect(document.body.textContent).toContain('Check the time');
    click(byRole('button', 'The time is right'));
    expect(onEdit).toHaveBeenCalledWith({ checkTime: false });
    expect(hasRole('button', 'The time is right')).toBe(false);
  });

  it('show what was said at that time', () => {
    show({ mediaTitle: 'Rings', chapter: 'The ring', caption: 'Every append lands in a ring.' });
    expect(document.body.textContent).toContain('Rings · The ring');
    expect(document.body.textContent).toContain('Every append lands in a ring.');
  });
});
