const html = 'http://www.w3.org/1999/xhtml';
const svg = 'http://www.w3.org/2000/svg';

/** Builds elements without markup, as pages with Trusted Types require. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElementNS(html, name) as HTMLElementTagNameMap[K];
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A click that a script of the page created does not count. */
export function button(
  label: string,
  className: string,
  onClick: (event: Event) => void,
): HTMLButtonElement {
  const made = element('button', { type: 'button', class: className }, label);
  made.addEventListener('click', (event) => {
    if (event.isTrusted) onClick(event);
  });
  return made;
}

/** Paths of Lucide's `check`, `triangle-alert` (simplified for 12 px), `ellipsis` and `x`. */
const shapes = {
  check: 'm5 12 5 5 9-10',
  warn: 'M12 4v10M12 19.500v.01',
  wait: 'M5 12v.01M12 12v.01M19 12v.01',
  close: 'M18 6 6 18M6 6l12 12',
};

export function icon(shape: keyof typeof shapes): SVGElement {
  const made = document.createElementNS(svg, 'svg');
  made.setAttribute('viewBox', '0 0 24 24');
  made.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', shapes[shape]);
  made.append(path);
  return made;
}
