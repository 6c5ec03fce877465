import { useState } from 'preact/hooks';

/** What a text control binds to. */
export interface HeldText {
  text: string;
  onFocus(): void;
  onBlur(): void;
  onInput(event: { currentTarget: { value: string } }): void;
  /** Shows another text than the one typed, without a call. */
  show(text: string): void;
}

/**
 * The text of a control while it has the focus: what is typed stays as it is typed, whatever live
 * updates bring meanwhile. `keepAfterBlur` holds on to it further, as for a date not understood, and
 * `startText` is such a text that was left behind earlier.
 */
export function useHeldText(
  value: string,
  onText: (text: string) => void,
  keepAfterBlur?: (text: string) => boolean,
  startText?: string,
): HeldText {
  const [held, setHeld] = useState<string | null>(startText ?? null);
  return {
    text: held ?? value,
    onFocus: () => setHeld((current) => current ?? value),
    onBlur: () =>
      setHeld((current) => (current !== null && keepAfterBlur?.(current) ? current : null)),
    onInput(event) {
      const text = event.currentTarget.value;
      setHeld(text);
      onText(text);
    },
    show: setHeld,
  };
}
