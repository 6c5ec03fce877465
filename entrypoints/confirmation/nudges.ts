import { timeLabel } from '../../lib/core/media/time-label.ts';
import { button, element } from './elements.ts';
import type { Words } from './words.ts';

const steps = [-5, -1, 1, 5] as const;

/**
 * The time of a moment between buttons that change it. It shows the last requested time; if that
 * could not be stored, it returns to the previous one.
 */
export function nudgeRow(
  startSeconds: number,
  words: Words,
  nudge: (startSeconds: number) => Promise<boolean>,
  admits: (event: Event, control: HTMLElement) => Promise<boolean>,
): HTMLElement {
  let [shown, stored] = [startSeconds, startSeconds];
  const time = element('output', { class: 'time' }, timeLabel(shown));
  const show = (seconds: number) => {
    shown = seconds;
    time.textContent = timeLabel(seconds);
  };
  // Requests run one after the other, so an earlier one never comes after a later.
  let last: Promise<void> = Promise.resolve();
  const move = (by: number) => {
    const asked = Math.max(0, shown + by);
    show(asked);
    last = last.then(async () => {
      if (await nudge(asked)) stored = asked;
      else if (shown === asked) show(stored);
    });
  };
  const buttons = steps.map((by) => {
    const sign = by < 0 ? '−' : '+';
    const made = button(`${sign}${Math.abs(by)}`, 'nudge', async (event) => {
      if (await admits(event, made)) move(by);
    });
    made.setAttribute('aria-label', words.nudges[by]);
    return made;
  });
  return element(
    'div',
    { class: 'row', role: 'group', 'aria-label': words.momentTime },
    ...buttons.slice(0, 2),
    time,
    ...buttons.slice(2),
  );
}
