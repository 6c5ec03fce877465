const chunk = 300;

/**
 * Makes nested elements with alternating tag names, and a word in the innermost. It is built in
 * chunks, because browsers visit all ancestors, or all descendants, of what is appended.
 */
export function nestedElements(tags: readonly string[], depth: number): DocumentFragment {
  const root = document.createDocumentFragment();
  let into: Node = root;
  for (let at = 0; at < depth; ) {
    const top = document.createElement(tags[at % tags.length] ?? 'div');
    let bottom = top;
    for (at++; at % chunk !== 0 && at < depth; at++) {
      const element = document.createElement(tags[at % tags.length] ?? 'div');
      bottom.appendChild(element);
      bottom = element;
    }
    into.appendChild(top);
    into = bottom;
  }
  into.appendChild(document.createTextNode('words'));
  return root;
}
