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
 * Keeps what is typed and done in the confirmation from the page: its shortcuts would take the keys
 * of a field they cannot see. What is typed stops at the window, before any listener of the page
 * below it; `handlers` get it there, unless a script of the page made it up. Clicks run their course inside and stop at the host.
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
