/**
 * Returns controls and texts that the page cuts off, or that extend beyond it; runs in the page.
 */
export function cutOff(): string[] {
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent?.trim().slice(0, 40)}`;
  const found = new Set<string>();
  if (document.documentElement.scrollWidth > innerWidth) found.add('the page scrolls sideways');
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement;
    if (!element || !node.textContent?.trim() || !element.checkVisibility()) continue;
    // Texts of clips and posts may be long, and end with an ellipsis; texts only for screen readers
    // are invisible.
    if (element.closest('[dir=auto], bdi, .visually-hidden, pre, select, textarea, .post'))
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    let isHidden = false;
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const { overflowX, clipPath } = getComputedStyle(at);
      if (clipPath !== 'none') isHidden = true;
      if (isHidden) break;
      if (overflowX === 'visible') continue;
      const outer = at.getBoundingClientRect();
      // Text that wraps out of view is not cut.
      if (box.top >= outer.bottom - 1) isHidden = true;
      else if (box.left < outer.left - 1.5 || box.right > outer.right + 1.5)
        found.add(name(element));
      break;
    }
    if (isHidden) continue;
    if (box.left < -1 || box.right > innerWidth + 1) found.add(name(element));
  }
  return [...found];
}
