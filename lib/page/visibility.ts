import {
  attribute,
  documentView,
  hasAttribute,
  isElement,
  localName,
  ownerDocument,
  parentNode,
  queryAll,
} from './safe-dom.ts';

const neverShown = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'link',
  'meta',
  'title',
  'datalist',
  'textarea',
  'select',
  'iframe',
  'object',
  'embed',
  'audio',
  'canvas',
]);

/** TeX that stands in MathML, or that MathJax 2 keeps beside the formula it drew, and MathML behind a picture. */
function holdsMathSource(element: Element): boolean {
  const name = localName(element);
  if (name === 'script') return attribute(element, 'type').startsWith('math/');
  return (
    name === 'annotation' ||
    name === 'math' ||
    queryAll(element, 'math, script[type^="math/"]').length > 0
  );
}

function inClosedDetails(element: Element): boolean {
  const parent = parentNode(element);
  if (!isElement(parent) || localName(parent) !== 'details') return false;
  return !hasAttribute(parent, 'open') && localName(element) !== 'summary';
}

export interface Shown {
  /** The element and all in it is left out. */
  skip: boolean;
  /** The element's own text is left out; what is in its children may show. */
  hideText: boolean;
  /** Set apart from what is around it, as a paragraph is. */
  block: boolean;
}

const inlineDisplays = /^(?:inline|contents|none|ruby|math|$)/;

/**
 * Whether the reader sees the element, as far as the browser's own copying tells: what is not
 * displayed is left out, and what the page bars from selecting (line numbers, copy buttons).
 */
export function shownAs(element: Element): Shown {
  const name = localName(element);
  if (neverShown.has(name) || inClosedDetails(element)) {
    return { skip: !holdsMathSource(element), hideText: false, block: false };
  }
  const doc = ownerDocument(element);
  const style = doc && documentView(doc)?.getComputedStyle(element);
  if (!style) return { skip: false, hideText: false, block: false };
  if (style.display === 'none') {
    return { skip: !holdsMathSource(element), hideText: false, block: false };
  }
  return {
    skip: isBarred(element, style),
    hideText: style.visibility !== 'visible' && style.visibility !== '',
    block: !inlineDisplays.test(style.display),
  };
}

/** Barred from selecting by itself: where the whole page is barred, the user found a way to select. */
function isBarred(element: Element, style: CSSStyleDeclaration): boolean {
  const barred = (of: CSSStyleDeclaration) =>
    (of.userSelect ||
      of.getPropertyValue('-webkit-user-select') ||
      of.getPropertyValue('-moz-user-select')) === 'none';
  if (!barred(style)) return false;
  const parent = parentNode(element);
  const view = documentView(ownerDocument(element) as Document);
  if (isElement(parent) && view && barred(view.getComputedStyle(parent))) return false;
  return (
    queryAll(element, 'img, picture, svg, math, video').length === 0 &&
    !['img', 'svg', 'math', 'video'].includes(localName(element))
  );
}
