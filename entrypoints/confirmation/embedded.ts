import { parseTimeLabel } from '../../lib/core/time-label.ts';
import { element } from './elements.ts';
import type { Words } from './words.ts';

/**
 * The ways on where a recording plays in a frame that no script may enter: to say its time, as the
 * player shows it, or to open it in a tab of its own.
 */
export function embeddedWays(
  url: string,
  words: Words,
  clipAt: (startSeconds: number) => void,
): HTMLElement {
  const field = element('input', {
    type: 'text',
    autocomplete: 'off',
    'aria-label': words.embeddedTime,
    placeholder: '12:34',
  });
  const wrong = element('p', { class: 'saved bad', role: 'alert', hidden: '' });
  // A form, because the keys of the field are kept from everybody but the window (keys.ts).
  const form = element(
    'form',
    { class: 'row', novalidate: '' },
    field,
    element('button', { type: 'submit', class: 'primary' }, words.clipAtTime),
    element('a', { href: url, target: '_blank', rel: 'noreferrer' }, words.openRecording),
    wrong,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const seconds = parseTimeLabel(field.value);
    field.setAttribute('aria-invalid', String(seconds === undefined));
    wrong.hidden = seconds !== undefined;
    wrong.textContent = words.timeExpected;
    if (seconds === undefined) field.focus();
    else clipAt(seconds);
  });
  return form;
}
