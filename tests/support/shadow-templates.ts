/**
 * Gives each host the shadow root that its `<template shadowrootmode>` describes, like a parser
 * does for a loaded page; `innerHTML` leaves such templates alone.
 */
export function attachShadowTemplates(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const shadow = (template.parentNode as Element).attachShadow({ mode: 'open' });
    shadow.append(template.content);
    template.remove();
    attachShadowTemplates(shadow);
  }
}

/** Returns the first element that matches, in any open shadow tree. */
export function deepQuery(root: ParentNode, selector: string): Element | null {
  const found = root.querySelector(selector);
  if (found) return found;
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    const deeper = shadowRoot && deepQuery(shadowRoot, selector);
    if (deeper) return deeper;
  }
  return null;
}
