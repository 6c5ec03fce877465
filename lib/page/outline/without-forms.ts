import {
  createInertDocument,
  firstChild,
  nodeType,
  ownerDocument,
  parentNode,
  type QueryRoot,
  queryAll,
} from '../safe-dom.ts';

/**
 * The same piece of page, or a copy of it in which forms are `div`s: an `<input name="nextSibling">`
 * takes the place of its form's own property, and would lead whoever reads the tree astray.
 */
export function withoutForms(root: QueryRoot): QueryRoot {
  const isForm = (node: Node): boolean =>
    nodeType(node) === 1 && node instanceof Element && node.matches('form');
  if (queryAll(root, 'form').length === 0 && !(nodeType(root) === 1 && isForm(root))) return root;
  const doc = ownerDocument(root) ?? (root as Document);
  const inert = createInertDocument(doc);
  const holder = inert.createDocumentFragment();
  const source = nodeType(root) === 1 ? [root as Node] : [];
  if (source.length === 0) {
    for (let child = firstChild(root); child; child = child.nextSibling) source.push(child);
  }
  for (const node of source) {
    if (nodeType(node) !== 10) holder.appendChild(inert.importNode(node, true));
  }
  for (const form of queryAll(holder, 'form')) {
    const box = inert.createElement('div');
    for (let child = firstChild(form); child; child = firstChild(form)) box.appendChild(child);
    (parentNode(form) as Node).replaceChild(box, form);
  }
  return holder;
}
