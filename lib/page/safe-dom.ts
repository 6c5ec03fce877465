/**
 * Accesses the DOM through its prototypes. A page can shadow properties of `document` and of forms
 * by the names of elements (`<form name="title">`, `<input name="parentNode">`: "DOM clobbering"),
 * and such names affect a content script's view of the page, too. Getters taken from the prototypes
 * are out of the page's reach.
 * @see https://html.spec.whatwg.org/#dom-document-nameditem
 */
function getter<Self extends object, T>(proto: Self, name: string): (self: Self) => T {
  return uncurried(Object.getOwnPropertyDescriptor(proto, name)?.get);
}

function method<Self extends object, Args extends unknown[], T>(
  proto: Self,
  name: string,
): (self: Self, ...args: Args) => T {
  return uncurried(Object.getOwnPropertyDescriptor(proto, name)?.value);
}

/**
 * Returns the function with `this` as its first argument; for one that an engine lacks, returns
 * nothing. It is bound, because closures of one kind share what the engine learns about their
 * calls, and a selection makes a million calls.
 */
// biome-ignore lint/suspicious/noExplicitAny: typed by its two callers
function uncurried(found: ((...args: any) => any) | undefined): any {
  return found ? Function.prototype.call.bind(found) : () => undefined;
}

export const parentNode = getter<Node, Node | null>(Node.prototype, 'parentNode');
export const firstChild = getter<Node, Node | null>(Node.prototype, 'firstChild');
export const lastChild = getter<Node, Node | null>(Node.prototype, 'lastChild');
const childNodes = getter<Node, NodeListOf<ChildNode>>(Node.prototype, 'childNodes');
export const nextSibling = getter<Node, Node | null>(Node.prototype, 'nextSibling');
export const previousSibling = getter<Node, Node | null>(Node.prototype, 'previousSibling');
export const previousElement = getter<Element, Element | null>(
  Element.prototype,
  'previousElementSibling',
);
export const nextElement = getter<Element, Element | null>(Element.prototype, 'nextElementSibling');
export const firstElementChild = getter<Element, Element | null>(
  Element.prototype,
  'firstElementChild',
);
export const parentElement = getter<Node, Element | null>(Node.prototype, 'parentElement');
export const nodeType = getter<Node, number>(Node.prototype, 'nodeType');
export const textContent = getter<Node, string | null>(Node.prototype, 'textContent');
export const ownerDocument = getter<Node, Document | null>(Node.prototype, 'ownerDocument');
/** Base address for relative links. */
export const baseUrl = getter<Node, string>(Node.prototype, 'baseURI');
export const contains = method<Node, [Node | null], boolean>(Node.prototype, 'contains');
export const comparePosition = method<Node, [Node], number>(
  Node.prototype,
  'compareDocumentPosition',
);
export const rootOf = method<Node, [], Node>(Node.prototype, 'getRootNode');

export const localName = getter<Element, string>(Element.prototype, 'localName');
export const elementId = getter<Element, string>(Element.prototype, 'id');
export const shadowRootOf = getter<Element, ShadowRoot | null>(Element.prototype, 'shadowRoot');
export const slotOfElement = getter<Element, HTMLSlotElement | null>(
  Element.prototype,
  'assignedSlot',
);
export const slotOfText = getter<Text, HTMLSlotElement | null>(Text.prototype, 'assignedSlot');
const getAttribute = method<Element, [string], string | null>(Element.prototype, 'getAttribute');
/**
 * Returns all descendants with a name, or with any name for `*`; their number costs the browser
 * next to nothing.
 */
export const elementsUnder = method<Element, [string], HTMLCollectionOf<Element>>(
  Element.prototype,
  'getElementsByTagName',
);
export const closest = method<Element, [string], Element | null>(Element.prototype, 'closest');
export const matches = method<Element, [string], boolean>(Element.prototype, 'matches');
export const boxOf = method<Element, [], DOMRect>(Element.prototype, 'getBoundingClientRect');

export const offsetWidth = getter<HTMLElement, number>(HTMLElement.prototype, 'offsetWidth');
export const offsetLeft = getter<HTMLElement, number>(HTMLElement.prototype, 'offsetLeft');
export const offsetTop = getter<HTMLElement, number>(HTMLElement.prototype, 'offsetTop');
export const offsetParent = getter<HTMLElement, Element | null>(
  HTMLElement.prototype,
  'offsetParent',
);

/** Returns the control of a label, found as the browser does. */
export const labelledControl = getter<HTMLLabelElement, HTMLElement | null>(
  HTMLLabelElement.prototype,
  'control',
);

/** True if it has any attribute: one call instead of many. */
export const hasAttributes = method<Element, [], boolean>(Element.prototype, 'hasAttributes');

/** Returns the attribute's value, or '' if it is not set. */
export function attribute(element: Element, name: string): string {
  return getAttribute(element, name) ?? '';
}

export function hasAttribute(element: Element, name: string): boolean {
  return getAttribute(element, name) !== null;
}

export const textData = getter<CharacterData, string>(CharacterData.prototype, 'data');

/** The address as visited, fragment included. */
export const documentUrl = getter<Document, string>(Document.prototype, 'URL');
export const documentTitle = getter<Document, string>(Document.prototype, 'title');
export const documentBody = getter<Document, HTMLElement | null>(Document.prototype, 'body');
export const documentElement = getter<Document, HTMLElement | null>(
  Document.prototype,
  'documentElement',
);
export const contentType = getter<Document, string>(Document.prototype, 'contentType');
export const documentView = getter<Document, (Window & typeof globalThis) | null>(
  Document.prototype,
  'defaultView',
);
export const hasFocus = method<Document, [], boolean>(Document.prototype, 'hasFocus');
export const documentSelection = method<Document, [], Selection | null>(
  Document.prototype,
  'getSelection',
);
export const selectionText = method<Selection, [], string>(Selection.prototype, 'toString');
export const createRange = method<Document, [], Range>(Document.prototype, 'createRange');
export const createTreeWalker = method<Document, [Node, number], TreeWalker>(
  Document.prototype,
  'createTreeWalker',
);
const implementation = getter<Document, DOMImplementation>(Document.prototype, 'implementation');

/**
 * Creates a document without a window: nothing loads in it, no script runs, no element is upgraded.
 */
export function createInertDocument(doc: Document): Document {
  return implementation(doc).createHTMLDocument('');
}

export function isElement(node: Node | null | undefined): node is Element {
  return !!node && nodeType(node) === 1;
}

export function isText(node: Node | null | undefined): node is Text {
  if (!node) return false;
  const type = nodeType(node);
  return type === 3 || type === 4;
}

const queries = {
  1: method<Element, [string], NodeListOf<Element>>(Element.prototype, 'querySelectorAll'),
  9: method<Document, [string], NodeListOf<Element>>(Document.prototype, 'querySelectorAll'),
  11: method<DocumentFragment, [string], NodeListOf<Element>>(
    DocumentFragment.prototype,
    'querySelectorAll',
  ),
} as const;

export type QueryRoot = Document | DocumentFragment | Element;

/** Returns all matching elements in document order. */
export function queryAll(root: QueryRoot, selector: string): Element[] {
  const query = queries[nodeType(root) as 1 | 9 | 11] as
    | ((self: QueryRoot, selector: string) => NodeListOf<Element>)
    | undefined;
  return query ? Array.from(query(root, selector)) : [];
}

const firsts = {
  1: method<Element, [string], Element | null>(Element.prototype, 'querySelector'),
  9: method<Document, [string], Element | null>(Document.prototype, 'querySelector'),
  11: method<DocumentFragment, [string], Element | null>(
    DocumentFragment.prototype,
    'querySelector',
  ),
} as const;

/** Returns the first matching element. Unlike `queryAll`, the search ends there. */
export function query(root: QueryRoot, selector: string): Element | undefined {
  const first = firsts[nodeType(root) as 1 | 9 | 11] as
    | ((self: QueryRoot, selector: string) => Element | null)
    | undefined;
  return first?.(root, selector) ?? undefined;
}

/**
 * Returns the child at `offset`, found by the browser, because there may be a million before it.
 */
export function childAt(node: Node, offset: number): Node | null {
  return childNodes(node)[offset] ?? null;
}

/** Returns the element itself, or the one that the node is in. */
export function elementAround(node: Node | null): Element | null {
  let current = node;
  while (current && !isElement(current)) current = parentNode(current);
  return current;
}
