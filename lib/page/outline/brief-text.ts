const maxLength = 40;
const maxNodes = 50;

/**
 * Returns the text in an element, if it has only a few characters in a few nodes; else null.
 * Reading the whole text of nested elements, one after the other, would take quadratic time.
 */
export function briefText(element: Element): string | null {
  let text = '';
  let node: Node | null = element.firstChild;
  for (let nodes = 0; node; nodes++) {
    if (nodes > maxNodes) return null;
    if (node.nodeType === 3) text += (node as Text).data;
    if (text.length > maxLength) return null;
    if (node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== element && !node.nextSibling) node = node.parentNode;
    if (!node || node === element) break;
    node = node.nextSibling;
  }
  return text;
}
