import { useEffect, useRef, useState } from 'preact/hooks';
import {
  fieldOfButton,
  isLinkChord,
  type LinkRequest,
  linkFieldOf,
  linkUseOf,
  type TextControl,
} from './link-field.ts';
import { bracketQuery, canBeLink, justTyped, nameQuery, wordsBefore } from './typed-brackets.ts';

/** One choice of a link, from the request to its end. */
export interface LinkSession {
  field: TextControl;
  /**
   * Where the words for the link begin, or where it goes; for typed brackets, where `[[` or `](`
   * begins.
   */
  start: number;
  end: number;
  /** The query is typed in the field itself, after `[[` or `](`. */
  isTyped: boolean;
  /** The link's text, if it is written already; else ''. */
  words: string;
}

interface Keys {
  onOpen(session: LinkSession): void;
  /** Returns whether the key did something here. */
  onKey(event: KeyboardEvent): boolean;
  /** The query was changed in the field. */
  onQuery(query: string): void;
  /** A link was requested by keys or a button; false if there can be none. */
  mayOpen(field: TextControl): boolean;
}

/** Returns the query in the field itself; undefined if there is none. */
function queryIn(field: TextControl, start: number): string | undefined {
  const use = linkUseOf(field);
  if (use === 'address') return nameQuery(field.value);
  const caret = field.selectionStart ?? 0;
  if (use !== 'text' || caret !== field.selectionEnd) return undefined;
  return bracketQuery(field.value, start, caret);
}

/**
 * Begins and ends choices: Ctrl/Cmd+K, a button, `[[`, `](`, Escape, leaving. At most one is open.
 */
export function useLinkSession(keys: Keys, asked: LinkRequest | undefined) {
  const [session, setSession] = useState<LinkSession | null>(null);
  const picker = useRef<HTMLDivElement>(null);
  const latest = useRef({ keys, session });
  latest.current = { keys, session };

  const set = (next: LinkSession | null) => {
    // The next key may come before this is rendered.
    latest.current.session = next;
    setSession(next);
    if (next) latest.current.keys.onOpen(next);
  };
  const close = (back: boolean) => {
    const open = latest.current.session;
    set(null);
    if (!back || !open || open.isTyped || !open.field.isConnected) return;
    open.field.focus({ preventScroll: true });
    open.field.setSelectionRange(open.start, open.end);
  };
  const openFor = (field: TextControl) => {
    if (!latest.current.keys.mayOpen(field)) return;
    const { value, selectionStart, selectionEnd } = field;
    const [start, end] =
      linkUseOf(field) === 'address' ? [0, value.length] : [selectionStart ?? 0, selectionEnd ?? 0];
    const words = linkUseOf(field) === 'address' ? '' : value.slice(start, end);
    set({ field, start, end, isTyped: false, words });
  };
  const openTyped = (field: TextControl, start: number) => {
    const { value } = field;
    const caret = field.selectionStart ?? 0;
    const query = queryIn(field, start);
    if (query === undefined) return;
    if (linkUseOf(field) === 'text' && !canBeLink(value, start, caret)) return;
    set({ field, start, end: caret, isTyped: true, words: wordsBefore(value, start) });
    latest.current.keys.onQuery(query);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each request; both functions read `latest`
  useEffect(() => {
    if (asked?.start !== undefined) openTyped(asked.field, asked.start);
    else if (asked) openFor(asked.field);
  }, [asked]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the functions read `latest`, which is of the last render
  useEffect(() => {
    const follow = ({ field, start }: LinkSession) => {
      const query = queryIn(field, start);
      if (query === undefined) close(false);
      else latest.current.keys.onQuery(query);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const open = latest.current.session;
      const field = linkFieldOf(event.target);
      if (event.isComposing) return;
      if (isLinkChord(event) && (field || open)) {
        if (open) close(true);
        else if (field) openFor(field);
      } else if (event.key === 'Escape' && open) close(true);
      else if (!open || !latest.current.keys.onKey(event)) return;
      // Nothing else handles the key: neither the list nor the browser, which would close the
      // popup.
      event.preventDefault();
      event.stopPropagation();
    };
    const onInput = (event: Event) => {
      const open = latest.current.session;
      const field = linkFieldOf(event.target);
      if (open?.isTyped && field === open.field) return follow(open);
      const start = field && !open ? justTyped(field, event) : undefined;
      if (field && start !== undefined) openTyped(field, start);
    };
    const onMoved = () => {
      const open = latest.current.session;
      if (open?.isTyped) follow(open);
    };
    const onClick = ({ target }: Event) => {
      const field = fieldOfButton(target);
      if (field) openFor(field);
      else onMoved();
    };
    const onLeave = ({ target }: Event) => {
      const open = latest.current.session;
      if (!open || !(target instanceof Node) || picker.current?.contains(target)) return;
      if (target !== open.field) close(false);
    };
    document.addEventListener('keydown', onKeyDown, true);
    document.addEventListener('input', onInput);
    document.addEventListener('keyup', onMoved);
    document.addEventListener('click', onClick);
    document.addEventListener('pointerdown', onLeave, true);
    document.addEventListener('focusin', onLeave, true);
    return () => {
      document.removeEventListener('keydown', onKeyDown, true);
      document.removeEventListener('input', onInput);
      document.removeEventListener('keyup', onMoved);
      document.removeEventListener('click', onClick);
      document.removeEventListener('pointerdown', onLeave, true);
      document.removeEventListener('focusin', onLeave, true);
    };
  }, []);
  return { session, picker, close };
}
