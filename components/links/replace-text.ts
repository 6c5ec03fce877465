import type { TextEdit } from '../../lib/core/merge/text-edit.ts';
import type { TextControl } from './link-field.ts';

/** True if the field takes as much text as it would hold then. */
export function hasRoom({ value, maxLength }: TextControl, { from, to, by }: TextEdit): boolean {
  return maxLength < 0 || value.length - (to - from) + by.length <= maxLength;
}

/**
 * Replaces a stretch of a field's text as typing does: the browser's own undo takes it back, and the field
 * hears of it. `execCommand` is deprecated, and the only way to that (Chromium 156, Firefox 153):
 * setting the value, or `setRangeText`, ends what can be undone.
 */
export function replaceText(field: TextControl, { from, to, by }: TextEdit): void {
  field.focus({ preventScroll: true });
  field.setSelectionRange(from, to);
  if (document.execCommand?.('insertText', false, by)) return;
  field.setRangeText(by, from, to, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
}
