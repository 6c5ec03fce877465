import { parseTimeLabel } from '../../lib/core/media/time-label.ts';
import { button, element } from './elements.ts';
import { TypedWords } from './typed-words.ts';
import type { Words } from './words.ts';

interface EmbeddedEdges {
  admits(event: Event, control: HTMLElement): Promise<boolean>;
  clipAt(startSeconds: number): void;
}

/**
 * The options if a recording plays in a frame that no script may enter: to type its time, as the
 * player shows it, or to open it in a separate tab. It is no form, because a page could submit one.
 */
export function embeddedWays(url: string, words: Words, { admits, clipAt }: EmbeddedEdges) {
  const field = element('input', {
    type: 'text',
    autocomplete: 'off',
    'aria-label': words.embeddedTime,
    placeholder: '12:34',
  });
  const time = new TypedWords(field);
  const wrong = element('p', { class: 'saved bad', role: 'alert', hidden: '' });
  const submit = async (event: Event) => {
    if (!(await admits(event, clip))) return;
    const seconds = parseTimeLabel(time.words);
    field.setAttribute('aria-invalid', String(seconds === undefined));
    wrong.hidden = seconds !== undefined;
    wrong.textContent = words.timeExpected;
    if (seconds === undefined) field.focus();
    else clipAt(seconds);
  };
  const clip: HTMLElement = button(words.clipAtTime, 'primary', submit);
  const row = element(
    'div',
    { class: 'row ways' },
    field,
    clip,
    element('a', { href: url, target: '_blank', rel: 'noreferrer' }, words.openRecording),
    wrong,
  );
  return { row, time, onEnter: submit };
}
