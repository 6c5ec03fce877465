import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { mergeText } from '../../lib/core/merge/merge-text.ts';
import { caretAfter } from './caret-after.ts';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** The props that a text control binds to. */
export interface HeldText {
  text: string;
  onFocus(event?: { currentTarget: TextControl }): void;
  onBlur(): void;
  onInput(event: { currentTarget: TextControl }): void;
  /** Shows another text than the typed one, without a callback. */
  show(text: string): void;
}

interface Held {
  text: string;
  /**
   * The stored value that `text` matches; undefined: the one that follows from what was just typed.
   */
  seen: string | undefined;
}

/**
 * The text of a control while it has the focus: typed text stays as it was typed. Changes from
 * elsewhere are merged into it, so that the field shows what is stored, and the caret keeps its
 * place. `keepAfterBlur` keeps the text longer, for example a date that is not understood, and
 * `startText` is such a text from earlier.
 */
export function useHeldText(
  value: string,
  onText: (text: string) => void,
  keepAfterBlur?: (text: string) => boolean,
  startText?: string,
): HeldText {
  const [held, setHeld] = useState<Held | null>(
    startText === undefined ? null : { text: startText, seen: value },
  );
  const control = useRef<TextControl>(null);
  const shown = useRef<string>(undefined);
  const caret = useRef({ text: '', start: 0, end: 0 });
  const now = held && withChange(held, value, keepAfterBlur === undefined);
  if (now !== null && now !== held) setHeld(now);
  const text = now?.text ?? value;

  const focused = control.current;
  if (focused && typeof focused.selectionStart === 'number') {
    const { value: drawn, selectionStart: start, selectionEnd: end } = focused;
    caret.current = { text: drawn, start, end: end ?? start };
  }
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = text;
    const field = control.current;
    const { text: drawn, start, end } = caret.current;
    if (!field || before === undefined || before === text || drawn !== before) return;
    // Setting the value moved the caret to the end.
    field.setSelectionRange(caretAfter(before, text, start), caretAfter(before, text, end));
  }, [text]);

  return {
    text,
    onFocus(event) {
      if (event) control.current = event.currentTarget;
      setHeld((current) => current ?? { text: value, seen: value });
    },
    onBlur() {
      control.current = null;
      setHeld((current) => (current !== null && keepAfterBlur?.(current.text) ? current : null));
    },
    onInput(event) {
      const typed = event.currentTarget.value;
      control.current = event.currentTarget;
      shown.current = typed;
      setHeld({ text: typed, seen: undefined });
      onText(typed);
    },
    show: (next) => setHeld({ text: next, seen: value }),
  };
}

/**
 * Returns what is held once `value` is stored; the same object if nothing changed.
 * @param words whether it is text that can be merged, and not a date or number
 */
function withChange(held: Held, value: string, words: boolean): Held {
  const { text, seen } = held;
  if (seen === value) return held;
  // The stored value may be another way of writing what was typed; the typed one stays.
  if (seen === undefined) return { text, seen: value };
  if (words) return { text: mergeText(seen, text, value).text, seen: value };
  return { text: text === seen ? value : text, seen: value };
}
