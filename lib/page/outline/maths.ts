import { classTest } from './class-test.ts';
import { texOfDrawn } from './drawn-formula.ts';
import { texOf } from './mathml.ts';

export interface Formula {
  tex: string;
  isDisplay: boolean;
}

const wikipedia = /^\{\\(?:display|text)style\s*([\s\S]*)\}$/;

const clean = (tex: string): string => tex.trim().replace(wikipedia, '$1').trim();

const sources = ['data-math', 'data-tex', 'data-latex', 'data-formula'];
/** How many elements around a formula may name its source. */
const maxAround = 3;

/** Returns the source that an element around a drawn formula names; '' if none does. */
function sourceAround(element: Element): string {
  let at: Element | null = element;
  for (let step = 0; at && step <= maxAround; step++, at = at.parentElement) {
    for (const name of sources) {
      const source = at.getAttribute(name);
      if (source) return source;
    }
  }
  return '';
}

/** Returns the TeX that a formula was made from; null if the page does not say. */
export function formulaOf(element: Element): Formula | null {
  if (element.localName === 'script') {
    const type = element.getAttribute('type') ?? '';
    const tex = clean(element.textContent ?? '');
    if (!/^math\/(?:tex|latex)/.test(type) || tex === '') return null;
    return { tex, isDisplay: type.includes('mode=display') };
  }
  const math = element.localName === 'math' ? element : element.querySelector('math');
  const annotation = math?.querySelector('annotation[encoding$="tex" i]');
  const image = element.querySelector('img[alt]');
  const drawing = element.querySelector('mjx-math, svg [data-mml-node="math"]');
  // MathJax 4.
  const drawn = element.querySelector('[data-latex]');
  const tex = clean(
    annotation?.textContent ||
      math?.getAttribute('alttext') ||
      drawn?.getAttribute('data-latex') ||
      sourceAround(element) ||
      image?.getAttribute('alt') ||
      (math && texOf(math)) ||
      (drawing && texOfDrawn(drawing)) ||
      '',
  );
  if (tex === '') return null;
  const isDisplay =
    math?.getAttribute('display') === 'block' ||
    element.getAttribute('display') === 'true' ||
    /display|block/.test(element.querySelector('img')?.getAttribute('class') ?? '') ||
    /katex-display/.test(element.parentElement?.getAttribute('class') ?? '');
  return { tex, isDisplay };
}

/** Elements that contain one formula in several forms. */
export const isFormulaWrapper = classTest(/(?:^|\s)(?:katex|mwe-math-element)(?:\s|$)/);

/**
 * What MathJax 2 drew; the TeX is in the script beside it. (MathJax 3 has the class on its
 * element.)
 */
export const isDrawnFormula = classTest(
  /(?:^|\s)MathJax(?:_(?:Display|Preview|SVG|CHTML|SVG_Display))?(?:\s|$)/,
);
