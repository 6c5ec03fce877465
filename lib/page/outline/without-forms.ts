import {
  createInertDocument,
  firstChild,
  isElement,
  localName,
  nextSibling,
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
  const isForm = isElement(root) && localName(root) === 'form';
  if (!isForm && queryAll(root, 'form').length === 0) return root;
  const inert = createInertDocument(ownerDocument(root) ?? (root as Document));
  const copy = inert.createDocumentFragment();
  const sources: Node[] = [];
  if (isElement(root)) sources.push(root);
  else for (let child = firstChild(root); child; child = nextSibling(child)) sources.push(child);
  for (const source of sources) {
    const isDoctype = nodeType(source) === 10;
    if (!isDoctype) copy.appendChild(inert.importNode(source, true));
  }
  for (const form of queryAll(copy, 'form')) {
    const box = inert.createElement('div');
    for (let child = firstChild(form); child; child = firstChild(form)) box.appendChild(child);
    parentNode(form)?.replaceChild(box, form);
  }
  return copy;
}
