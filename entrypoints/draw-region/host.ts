import tokens from '../../components/ui/tokens.css?inline';
import { element } from '../confirmation/elements.ts';
import { addStyles, topmostModal } from '../confirmation/host.ts';
import styles from './draw-region.css?inline';
import type { Words } from './words.ts';

export const regionHost = 'wrapup-region';

/** What the note-taker draws on, over the whole page. */
export interface Canvas {
  host: HTMLElement;
  /** Has the keyboard and the mouse. */
  surface: HTMLElement;
  frame: HTMLElement;
  /** Says the size, also to a screen reader. */
  size: HTMLElement;
}

/** Shows the canvas in a closed shadow tree; undefined in a document without HTML. */
export function showCanvas(doc: Document, words: Words): Canvas | undefined {
  const root = doc.documentElement;
  if (!(root instanceof HTMLElement)) return undefined;
  const host = element(regionHost as 'div');
  const shadow = host.attachShadow({ mode: 'closed' });
  addStyles(shadow, styles + tokens.replaceAll(':root', '.wrapup'));
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
  shadow.append(surface);
  (topmostModal(doc) ?? root).append(host);
  try {
    host.popover = 'manual';
    host.showPopover();
  } catch {
    host.removeAttribute('popover');
  }
  return { host, surface, frame, size };
}
