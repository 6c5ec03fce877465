import './fake-browser.ts';
import { describe, expect, it, vi } from 'vitest';
import { MatchPanel, type TimedNote } from '../../../components/talk/MatchPanel.tsx';
import { note, uuid } from '../../support/records.ts';
import { byRole, click, hasRole, mount, replaceText } from './support.tsx';

const at = (minutes: number) => `2026-03-17T19:${String(minutes).padStart(2, '0')}:00.000Z`;
const taken = (n: number, minutes: number) =>
  note(n, { note: `note ${n}`, takenAt: at(minutes) }) as TimedNote;
const notes = [taken(1, 0), taken(2, 10), taken(3, 30)];

function open(nowSeconds: number | null = null) {
  const onApply = vi.fn();
  mount(
    <MatchPanel
      notes={notes}
      recording="Rings"
      nowSeconds={() => nowSeconds}
      onApply={onApply}
      onClose={() => {}}
    />,
  );
  return onApply;
}
const field = (name: string) =>
  document.querySelector(`[data-field="${name}"]`) as HTMLInputElement;
const preview = () =>
  [...document.querySelectorAll('.match-preview li')].map(
    (row) => row.querySelectorAll('span')[1]?.textContent,
  );
const choose = (name: string, id: string) => {
  const select = field(name);
  select.value = id;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};

describe('matching notes to the recording', () => {
  it('shows all times before it sets them', () => {
    const onApply = open();
    expect((byRole('button', 'Set 0 times') as HTMLButtonElement).disabled).toBe(true);
    replaceText(field('match.0.seconds'), '1:00');
    expect(preview()).toEqual(['1:00', '11:00', '31:00']);
    expect(onApply).not.toHaveBeenCalled();
    click(byRole('button', 'Set 3 times'));
    expect([...(onApply.mock.calls[0]?.[0] ?? [])]).toEqual([
      [uuid(1), 60],
      [uuid(2), 660],
      [uuid(3), 1_860],
    ]);
  });

  it('takes a second time for what a break put between, and says where the two cannot be', async () => {
    open();
    replaceText(field('match.0.seconds'), '1:00');
    click(byRole('button', 'Add a second time, after a break'));
    replaceText(field('match.1.seconds'), '0:30');
    expect(document.querySelector('[role=alert]')?.textContent).toContain('later');
    expect(preview()).toEqual([]);
    replaceText(field('match.1.seconds'), '16:00');
    expect(preview()).toEqual(['1:00', '6:00', '16:00']);
  });

  it('leaves notes of before the recording as they are', async () => {
    const onApply = open();
    choose('match.0.note', uuid(2));
    await vi.waitFor(() => expect(field('match.0.note').value).toBe(uuid(2)));
    replaceText(field('match.0.seconds'), '0:00');
    expect(preview()).toEqual(['before it', '0:00', '20:00']);
    click(byRole('button', 'Set 2 times'));
    expect([...(onApply.mock.calls[0]?.[0] ?? [])]).toHaveLength(2);
  });

  it('takes the time of now from a recording that plays here', () => {
    open(90.7);
    click(byRole('button', 'Now'));
    expect(preview()[0]).toBe('1:30');
    expect(hasRole('button', 'Set 3 times')).toBe(true);
  });
});
