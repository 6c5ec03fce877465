import { call, createInertDocument, property } from './prototype-access.ts';

type Root = DocumentFragment | Element | Document;

/**
 * Returns the same piece of page, or a copy of it in which forms are `div`s: an `<input
 * name="nextSibling">` replaces its form's own property, and would mislead code that reads the
 * tree.
 */
export function withoutForms(root: Root): Root {
  const isElement = property<number>(root, 'nodeType') === 1;
  const isForm = isElement && property<string>(root, 'localName') === 'form';
  if (!isForm && !call<Element | null>(root, 'querySelector', 'form')) return root;
  const inert = createInertDocument(root);
  const copy = inert.createDocumentFragment();
  const sources = isElement ? [root] : Array.from(property<NodeList>(root, 'childNodes'));
  for (const source of sources) {
    const isDoctype = property<number>(source, 'nodeType') === 10;
    if (!isDoctype) copy.appendChild(inert.importNode(source, true));
  }
  for (const form of Array.from(copy.querySelectorAll('form'))) {
    const box = inert.createElement('div');
    for (const child of Array.from(property<NodeList>(form, 'childNodes'))) box.appendChild(child);
    property<Node | null>(form, 'parentNode')?.replaceChild(box, form);
  }
  return copy;
}
