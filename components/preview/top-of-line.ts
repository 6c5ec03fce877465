/**
 * Returns how far below the first line of a text area another line begins, px; long lines before it
 * wrap.
 */
export function topOfLine(field: HTMLTextAreaElement, line: number): number {
  const mirror = document.createElement('div');
  const style = getComputedStyle(field);
  for (const property of ['font', 'letterSpacing', 'lineHeight', 'tabSize'] as const) {
    mirror.style[property] = style[property];
  }
  mirror.style.cssText +=
    ';position:absolute;visibility:hidden;white-space:pre-wrap;overflow-wrap:break-word';
  const padding = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight);
  mirror.style.inlineSize = `${field.clientWidth - padding}px`;
  mirror.textContent = `${field.value.split('\n').slice(0, line).join('\n')}\n`;
  document.body.append(mirror);
  const top = line === 0 ? 0 : mirror.getBoundingClientRect().height;
  mirror.remove();
  return top;
}
