import createDOMPurify, { type Config } from 'dompurify';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Converts text before it is parsed into a document; Trusted Types require it by name. */
type Policy = NonNullable<Config['TRUSTED_TYPES_POLICY']>;
export interface TextPolicy {
  createHTML(text: string): string;
  createScriptURL(address: string): string;
}

export interface CleanDrawing {
  svg: string;
  /** True if something that is visible, runs or leads elsewhere was taken out. */
  removed: boolean;
}

/** Removed without a message, because nobody sees them; they include editors' own data. */
const unseen = /^(?:#.*|metadata|rdf|.*:.*)$/i;
/** A picture that is part of the drawing, but no drawing itself; fonts, in styles. */
const ownData =
  /^data:(?:image\/(?:png|jpe?g|gif|webp|avif)|font\/[\w-]+|application\/(?:x-)?font[\w-]*)[;,]/i;
const inCss = /(?:url|src)\(\s*(["']?)([^"')]*)\1\s*\)/gi;
/** Ways to write an address that `inCss` does not find, or not reliably. */
const riskyCss =
  /\\|\/\*|@import|@namespace|image(?:-set)?\(|cross-fade\(|element\(|expression\(|</i;
const isOwn = (address: string) => address.startsWith('#') || ownData.test(address);
const isSafeCss = (css: string) => {
  if (riskyCss.test(css)) return false;
  const addresses = [...css.matchAll(inCss)].map(([, , address = '']) => address.trim());
  // Matches everything else that looks like one.
  const all = css.match(/(?:url|src)\s*\(/gi)?.length ?? 0;
  return addresses.length === all && addresses.every(isOwn);
};

/**
 * Returns a drawing (SVG) without scripts, handlers, embedded HTML, links and everything that is
 * loaded from elsewhere, so that it is safe at its own address on a site, where a browser would run
 * it. Undefined if it is no drawing; browsers show nothing of it either.
 * @param document parsed as XML; it is changed
 */
export function cleanDrawing(document: Document, policy: TextPolicy): CleanDrawing | undefined {
  const isBroken = document.getElementsByTagName('parsererror').length > 0;
  const parsed = document.documentElement;
  if (isBroken || parsed?.namespaceURI !== svgNamespace || parsed.localName !== 'svg') return;
  const root = withoutPrefixes(parsed, document);
  let removed = false;
  const purify = createDOMPurify(window);
  purify.addHook('uponSanitizeElement', (node) => {
    if (!(node instanceof Element)) return;
    if (node.localName === 'style' && !isSafeCss(node.textContent ?? '')) {
      node.remove();
      removed = true;
    }
  });
  purify.addHook('uponSanitizeAttribute', (_node, data) => {
    const { attrName, attrValue } = data;
    const isAddress = /(?:^|:)(?:href|src)$/.test(attrName);
    const mayLoad = isAddress || attrValue.includes('(');
    if (!mayLoad || (isAddress ? isOwn(attrValue.trim()) : isSafeCss(attrValue))) return;
    data.keepAttr = false;
    removed = true;
  });
  purify.sanitize(root, {
    IN_PLACE: true,
    USE_PROFILES: { svg: true, svgFilters: true },
    // Its ids are no names in this page.
    SANITIZE_DOM: false,
    // Most drawings consist of symbols. What they use is part of the drawing (see above).
    ADD_TAGS: ['use'],
    FORBID_TAGS: ['a'],
    TRUSTED_TYPES_POLICY: policy as unknown as Policy,
  });
  removed ||= purify.removed.some((each) => isNoticed(each));
  removed = dropNestedUses(root) || removed;
  return { svg: new XMLSerializer().serializeToString(root), removed };
}

/** Tells whether what was removed was visible, or ran. */
function isNoticed(each: { element?: Node; attribute?: Attr | null }): boolean {
  if (each.attribute) return /^on/i.test(each.attribute.name);
  return each.element !== undefined && !unseen.test(each.element.nodeName);
}

/** Turns `<svg:rect>` into `<rect>`: the same for a browser, and a name that the purifier knows. */
function withoutPrefixes(root: Element, document: Document): Element {
  const all = [root, ...root.querySelectorAll('*')];
  for (const element of all.toReversed()) {
    if (element.prefix === null || element.namespaceURI !== svgNamespace) continue;
    const plain = document.createElementNS(svgNamespace, element.localName);
    for (const { name, value, namespaceURI } of element.attributes)
      if (!name.startsWith('xmlns')) plain.setAttributeNS(namespaceURI, name, value);
    plain.append(...element.childNodes);
    element.replaceWith(plain);
  }
  return document.documentElement;
}

/**
 * Removes elements that use something that itself uses something: ten levels of ten would draw
 * everything ten thousand million times. Real drawings have one level. True if there was any.
 */
function dropNestedUses(root: Element): boolean {
  const byId = new Map([...root.querySelectorAll('[id]')].map((element) => [element.id, element]));
  const uses = new Map<Element, boolean>();
  const usesMore = (element: Element) => {
    const known = uses.get(element) ?? element.matches('use, :has(use)');
    uses.set(element, known);
    return known;
  };
  const nested = [...root.querySelectorAll('use')].filter((use) => {
    const address = use.getAttribute('href') ?? use.getAttribute('xlink:href') ?? '';
    const used = byId.get(address.slice(1));
    return used !== undefined && usesMore(used);
  });
  for (const use of nested) use.remove();
  return nested.length > 0;
}
