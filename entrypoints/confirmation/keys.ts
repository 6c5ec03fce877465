import { isByHand } from './overlay.ts';

type Handler = (event: Event) => void;

const typed = [
  ...['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'change', 'paste', 'copy', 'cut'],
  ...[
    'compositionstart',
    'compositionupdate',
    'compositionend',
    'focusin',
    'focusout',
    'focus',
    'blur',
  ],
];
const pointed = [
  ...['click', 'dblclick', 'contextmenu', 'mousedown', 'mouseup', 'pointerdown', 'pointerup'],
  ...['touchstart', 'touchend', 'wheel'],
];

/**
 * Hides typing and actions in the confirmation from the page, whose shortcuts would handle the keys
 * of a field that it can't see. Key events stop at the window, before any listener of the page
 * below it; `handlers` get them there, unless a script of the page created them. Clicks are handled
 * inside and stop at the host.
 */
export function keepToItself(
  host: HTMLElement,
  handlers: Readonly<Record<string, Handler>>,
  signal: AbortSignal,
): void {
  for (const type of typed) {
    window.addEventListener(
      type,
      (event) => {
        if (event.target !== host) return;
        event.stopImmediatePropagation();
        if (isByHand(event)) handlers[type]?.(event);
      },
      { capture: true, signal },
    );
  }
  for (const type of pointed) {
    host.addEventListener(type, (event) => event.stopPropagation(), { signal, passive: true });
  }
}
