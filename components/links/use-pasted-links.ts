import { useEffect, useRef } from 'preact/hooks';
import { parseWebUrl } from '../../lib/core/address/web-url.ts';
import type { Layout } from '../../lib/core/post/profile.ts';
import { dialectOf } from '../../lib/render/dialects/registry.ts';
import { linkEdit } from '../../lib/render/link-edit.ts';
import { replaceText } from '../ui/replace-text.ts';
import { hasRoom, linkFieldOf, linkUseOf, type TextControl } from './link-field.ts';

/** Returns a whole web address, as it is copied, and nothing else; undefined for anything more. */
export function addressIn(text: string): string | undefined {
  const address = text.trim();
  return /^https?:\/\/\S+$/i.test(address) && parseWebUrl(address) ? address : undefined;
}

/**
 * An address that is pasted over words becomes their link. In fields whose text is written as
 * typed, pasted text runs nothing of the site's generator. Both can be undone to a plain paste;
 * with Shift it is a plain paste at once.
 */
export function usePastedLinks(layoutNow: () => Layout): void {
  const latest = useRef(layoutNow);
  latest.current = layoutNow;
  useEffect(() => {
    let isPlain = false;
    const onKeyDown = (event: KeyboardEvent) => {
      isPlain = event.shiftKey;
    };
    const onPaste = (event: ClipboardEvent) => {
      const field = linkFieldOf(event.target);
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (
        !field ||
        linkUseOf(field) === 'address' ||
        isPlain ||
        event.defaultPrevented ||
        text === ''
      )
        return;
      const address = addressIn(text);
      const done = address
        ? pasteOverWords(field, address)
        : field.dataset.paste === 'safe' && pasteSafely(field, text, latest.current());
      if (done) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown, true);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('keydown', onKeyDown, true);
      document.removeEventListener('paste', onPaste);
    };
  }, []);
}

/** The first undo restores the words, the second what a plain paste would have left. */
function pasteOverWords(field: TextControl, url: string): boolean {
  const [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
  const words = field.value.slice(start, end);
  if (words.trim() === '' || addressIn(words)) return false;
  const made = linkEdit(field.value, { start, end }, { title: '', url });
  if ('refused' in made || !hasRoom(field, made.edit)) return false;
  unheard(() => {
    replaceText(field, { from: start, to: end, by: url });
    replaceText(field, { from: start, to: start + url.length, by: words });
  });
  replaceText(field, made.edit);
  field.setSelectionRange(made.caret, made.caret);
  return true;
}

function pasteSafely(field: TextControl, text: string, layout: Layout): boolean {
  const safe = dialectOf({ layout }).makeSafe(text);
  const [from, to] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
  if (safe === text || !hasRoom(field, { from, to, by: safe })) return false;
  unheard(() => replaceText(field, { from, to, by: text }));
  replaceText(field, { from, to: from + text.length, by: safe });
  return true;
}

/** A text that is in the field only this briefly is neither shown nor stored. */
function unheard(replace: () => void): void {
  const stop = (event: Event) => event.stopImmediatePropagation();
  addEventListener('input', stop, true);
  try {
    replace();
  } finally {
    removeEventListener('input', stop, true);
  }
}
