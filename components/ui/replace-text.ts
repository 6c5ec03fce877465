import type { TextEdit } from '../../lib/core/merge/text-edit.ts';

/**
 * Replaces a stretch of a field's text as typing does: the browser's own undo can undo it, and the
 * field gets an event. `execCommand` is deprecated, but it is the only way (Chromium 156, Firefox
 * 153): setting the value, or `setRangeText`, ends the browser's undo.
 */
export function replaceText(
  field: HTMLInputElement | HTMLTextAreaElement,
  { from, to, by }: TextEdit,
): void {
  field.focus({ preventScroll: true });
  field.setSelectionRange(from, to);
  const isDone = by === '' ? document.execCommand?.('delete') : insert(by);
  if (isDone) return;
  field.setRangeText(by, from, to, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
}

const insert = (text: string) => document.execCommand?.('insertText', false, text);
