import type { TextControl } from './link-field.ts';

/** Every style that decides where a letter is in a field. */
const copied = [
  ...['box-sizing', 'width', 'padding', 'border-width', 'border-style', 'direction'],
  ...['font-family', 'font-size', 'font-style', 'font-weight', 'font-stretch', 'line-height'],
  ...['letter-spacing', 'word-spacing', 'text-indent', 'text-align', 'text-transform', 'tab-size'],
] as const;

/** In CSS px of the window. */
export interface LineBox {
  left: number;
  top: number;
  bottom: number;
}

/**
 * Returns where a place of a field's text is on the screen. No browser reports that, so a copy of
 * the text is laid out beside it.
 * @param at offset in UTF-16 code units
 */
export function caretBox(field: TextControl, at: number): LineBox {
  const style = getComputedStyle(field);
  const copy = document.createElement('div');
  for (const property of copied) copy.style.setProperty(property, style.getPropertyValue(property));
  const isLine = field instanceof HTMLInputElement;
  Object.assign(copy.style, {
    position: 'fixed',
    inset: '0 auto auto 0',
    visibility: 'hidden',
    whiteSpace: isLine ? 'pre' : 'pre-wrap',
    overflowWrap: 'break-word',
  });
  const caret = document.createElement('span');
  caret.textContent = field.value.slice(at, at + 1).trim() || '.';
  copy.append(field.value.slice(0, at), caret, field.value.slice(at + 1));
  document.body.append(copy);
  const [outer, inner] = [copy.getBoundingClientRect(), caret.getBoundingClientRect()];
  const isRtl = style.direction === 'rtl';
  copy.remove();
  const box = field.getBoundingClientRect();
  const within = (value: number, least: number, most: number) =>
    Math.min(Math.max(value, least), most);
  const top = isLine ? box.top : box.top + inner.top - outer.top - field.scrollTop;
  const bottom = isLine ? box.bottom : box.top + inner.bottom - outer.top - field.scrollTop;
  const left = box.left + (isRtl ? inner.right : inner.left) - outer.left - field.scrollLeft;
  return {
    left: within(left, box.left, box.right),
    top: within(top, box.top, box.bottom),
    bottom: within(bottom, box.top, box.bottom),
  };
}
