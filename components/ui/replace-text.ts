import type { TextEdit } from '../../lib/core/merge/text-edit.ts';

/**
 * Replaces a stretch of a field's text as typing does: the browser's own undo takes it back, and the field
 * hears of it. `execCommand` is deprecated, and the only way to that (Chromium 156, Firefox 153):
 * setting the value, or `setRangeText`, ends what can be undone.
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
