import type { Match } from '../../lib/posts/find-in-post.ts';
import { topOfLine } from '../preview/top-of-line.ts';

/** How many frames to wait for a block to open. */
const patienceFrames = 60;

/** Selects a match in the field of its block's editor, once that is open and focused. */
export function selectSoon({ id, field, start, end }: Match, framesLeft = patienceFrames): void {
  requestAnimationFrame(() => {
    const row = document.querySelector(`.block.on[data-id="${CSS.escape(id)}"]`);
    const control = row?.querySelector<HTMLTextAreaElement>(`[data-field="${field}"]`);
    if (!control || !row?.contains(document.activeElement)) {
      if (framesLeft > 0) selectSoon({ id, field, start, end, isFixed: false }, framesLeft - 1);
      return;
    }
    control.focus();
    control.setSelectionRange(start, end);
  });
}

/** Returns the selection on the page or in a field, if it is words of one line; else ''. */
export function selectedWords(): string {
  const { activeElement } = document;
  const field =
    activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement
      ? activeElement
      : undefined;
  const words =
    field && field.selectionStart !== null
      ? field.value.slice(field.selectionStart, field.selectionEnd ?? 0)
      : String(document.getSelection() ?? '');
  return words.includes('\n') ? '' : words.trim();
}

/**
 * Returns the block that has or contains the focus, or else the one that the keyboard would reach
 * in the post.
 */
export const blockAtFocus = (): string | undefined =>
  (
    document.activeElement?.closest<HTMLElement>('.desk-post .block[data-id]') ??
    document
      .querySelector('.desk-post .block-body[tabindex="0"]')
      ?.closest<HTMLElement>('.block[data-id]')
  )?.dataset.id;

/** Selects a stretch of a field's text, once the field is there, and scrolls to it. */
export function selectInSoon(
  selector: string,
  start: number,
  end: number,
  framesLeft = patienceFrames,
): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLTextAreaElement>(selector);
    if (!field) {
      if (framesLeft > 0) selectInSoon(selector, start, end, framesLeft - 1);
      return;
    }
    field.scrollTop = topOfLine(field, field.value.slice(0, start).split('\n').length - 1);
    field.focus({ preventScroll: true });
    field.setSelectionRange(start, end);
  });
}
