import { element } from '../confirmation/elements.ts';
import { Overlay } from '../confirmation/overlay.ts';
import styles from './draw-region.css?inline';
import type { Words } from './words.ts';

/** The layer that the note-taker draws on, over the whole page. */
export interface Canvas {
  overlay: Pick<Overlay, 'element' | 'listen' | 'onLost' | 'admits' | 'remove'>;
  /** Has the keyboard focus and gets the mouse events. */
  surface: HTMLElement;
  frame: HTMLElement;
  /** Shows the size, also to a screen reader. */
  size: HTMLElement;
  /** The message if the page interfered. */
  again: string;
}

/** Shows the canvas over the page; undefined in a document without HTML. */
export function showCanvas(doc: Document, words: Words): Canvas | undefined {
  const frame = element('div', { class: 'frame' });
  const size = element('p', { class: 'size', role: 'status' });
  const hint = element('p', { id: 'hint' }, words.hint);
  const surface = element(
    'div',
    {
      class: 'wrapup',
      role: 'application',
      tabindex: '0',
      'aria-label': words.label,
      'aria-describedby': 'hint',
      lang: words.language,
      dir: words.rightToLeft ? 'rtl' : 'ltr',
    },
    frame,
    element('div', { class: 'says' }, hint, size),
  );
  const overlay = Overlay.show(doc, 'region', styles, surface);
  return overlay && { overlay, surface, frame, size, again: words.again };
}
