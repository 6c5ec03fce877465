/**
 * Returns properties of nodes from their prototypes, because a form's fields, and a document's
 * named elements, shadow those of the node itself ("DOM clobbering"). They are found from the node,
 * so no global is needed, and the node may come from any window.
 */
function descriptor(node: object, name: string): PropertyDescriptor | undefined {
  for (let proto = Object.getPrototypeOf(node); proto; proto = Object.getPrototypeOf(proto)) {
    const found = Object.getOwnPropertyDescriptor(proto, name);
    if (found) return found;
  }
  return undefined;
}

export function property<T>(node: object, name: string): T {
  return descriptor(node, name)?.get?.call(node) as T;
}

export function call<T>(node: object, name: string, ...args: unknown[]): T {
  const method: unknown = descriptor(node, name)?.value;
  if (typeof method !== 'function') throw new TypeError(`${name} is no method of the node`);
  return method.apply(node, args);
}

/** Creates a document without a window: nothing loads in it, no script runs. */
export function createInertDocument(node: Node): Document {
  const doc = property<Document | null>(node, 'ownerDocument') ?? (node as Document);
  return property<DOMImplementation>(doc, 'implementation').createHTMLDocument('');
}
