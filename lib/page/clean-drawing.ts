import createDOMPurify, { type Config } from 'dompurify';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** What is done with text on its way into a document; Trusted Types ask for it by name. */
type Policy = NonNullable<Config['TRUSTED_TYPES_POLICY']>;
export interface TextPolicy {
  createHTML(text: string): string;
  createScriptURL(address: string): string;
}

export interface CleanDrawing {
  svg: string;
  /** True if something that can be seen, runs or leads elsewhere was taken out. */
  removed: boolean;
}

/** Left out without a word, because nobody sees them: among them what editors note for themselves. */
const unseen = /^(?:#.*|metadata|rdf|.*:.*)$/i;
/** A picture that is part of the drawing, and no drawing itself; fonts, in styles. */
const ownData =
  /^data:(?:image\/(?:png|jpe?g|gif|webp|avif)|font\/[\w-]+|application\/(?:x-)?font[\w-]*)[;,]/i;
const inCss = /(?:url|src)\(\s*(["']?)([^"')]*)\1\s*\)/gi;
/** Ways to an address that are not seen in `inCss`, or not surely. */
const riskyCss =
  /\\|\/\*|@import|@namespace|image(?:-set)?\(|cross-fade\(|element\(|expression\(|</i;
const isOwn = (address: string) => address.startsWith('#') || ownData.test(address);
const isSafeCss = (css: string) => {
  if (riskyCss.test(css)) return false;
  const addresses = [...css.matchAll(inCss)].map(([, , address = '']) => address.trim());
  // Whatever else looks like one.
  const all = css.match(/(?:url|src)\s*\(/gi)?.length ?? 0;
  return addresses.length === all && addresses.every(isOwn);
};

/**
 * A drawing (SVG) without scripts, handlers, embedded HTML, links and whatever is loaded from elsewhere, so that
 * it may stand on a site under an address of its own, where a browser would run it. Undefined for what is no
 * drawing; browsers show none of it either.
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
    // Its ids are no names of this page.
    SANITIZE_DOM: false,
    // Of symbols most drawings are made. What they use is part of the drawing (see above).
    ADD_TAGS: ['use'],
    FORBID_TAGS: ['a'],
    TRUSTED_TYPES_POLICY: policy as unknown as Policy,
  });
  removed ||= purify.removed.some((each) => isNoticed(each));
  removed = dropNestedUses(root) || removed;
  return { svg: new XMLSerializer().serializeToString(root), removed };
}

/** What purifying took out: is it something that was seen, or that ran? */
function isNoticed(each: { element?: Node; attribute?: Attr | null }): boolean {
  if (each.attribute) return /^on/i.test(each.attribute.name);
  return each.element !== undefined && !unseen.test(each.element.nodeName);
}

/** `<svg:rect>` as `<rect>`: the same to a browser, and known by name to who purifies. */
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
 * Takes out what uses something that itself uses something: ten levels of ten draw all of it ten thousand
 * million times. Drawings are made with one level. True if there was any.
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
