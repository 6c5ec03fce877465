import tokens from '../../components/ui/tokens.css?inline';
import { element } from './elements.ts';
import { newId } from './new-id.ts';

/**
 * Returns the styles with the tokens renamed for this overlay, because with `@property --ink` a
 * page could set them in every shadow tree. Only generic fonts are used, because a page can define
 * any other name, and its `unicode-range` would reveal which letters we show.
 */
export function overlayCss(css: string): string {
  const own = `--w${newId().slice(0, 8)}-`;
  return (css + tokens.replaceAll(':root', '.wrapup'))
    .replace(/--font: [^;]+;/, '--font: system-ui, sans-serif;')
    .replace(/--(?=[a-z])/g, own);
}

/** Style sheets of a shadow tree that can be replaced, in their order. */
export class OwnStyles {
  readonly #replace: ((css: string) => void)[];

  constructor(shadow: ShadowRoot, sheets: readonly string[]) {
    this.#replace = constructed(shadow, sheets) ?? elements(shadow, sheets);
  }

  replace(index: number, css: string): void {
    this.#replace[index]?.(css);
  }
}

function constructed(shadow: ShadowRoot, sheets: readonly string[]) {
  try {
    const made = sheets.map(() => new CSSStyleSheet());
    const replace = made.map((sheet) => (css: string) => sheet.replaceSync(css));
    for (const [index, css] of sheets.entries()) replace[index]?.(css);
    shadow.adoptedStyleSheets = made;
    return shadow.adoptedStyleSheets.length === made.length ? replace : undefined;
  } catch {
    // Firefox (153) refuses a content script's constructed sheet in a page's tree (bug 1751346).
    return undefined;
  }
}

function elements(shadow: ShadowRoot, sheets: readonly string[]) {
  const made = sheets.map((css) => element('style', {}, css));
  shadow.append(...made);
  return made.map((style) => (css: string) => {
    style.textContent = css;
  });
}
