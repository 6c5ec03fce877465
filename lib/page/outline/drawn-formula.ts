/** Deeper than any formula. */
const maxDepth = 60;

const glyphClass = /(?:^|\s)mjx-c([\dA-F]{1,6})(?:[\s.]|$)/;
const escaped = /[\\{}%#&_$]/g;

/** Returns the character that an element draws; '' if it draws none. */
function glyphOf(element: Element): string {
  const hex =
    element.getAttribute('data-c') ?? glyphClass.exec(element.getAttribute('class') ?? '')?.[1];
  const code = hex ? Number.parseInt(hex, 16) : 0;
  if (!(code > 0 && code <= 0x10ffff)) return '';
  // Mathematical letters become plain letters: 𝐸 is E.
  return String.fromCodePoint(code)
    .normalize('NFKC')
    .replace(/[\u2061-\u2064]/g, '')
    .replace(escaped, '\\$&');
}

/** Returns the element's kind in MathML: `mjx-msup` and `data-mml-node="msup"` are `msup`. */
const kindOf = (element: Element): string =>
  element.getAttribute('data-mml-node') ?? element.localName.replace(/^mjx-/, '');

const grouped = (tex: string): string => (tex === '' ? '' : `{${tex}}`);

/**
 * Converts what MathJax has drawn, glyph by glyph, to TeX, for pages that keep neither the original
 * TeX nor MathML. The glyphs are in classes or attributes, their positions in the elements around
 * them.
 * @see https://docs.mathjax.org/en/latest/output/html.html
 */
export function texOfDrawn(element: Element, depth = 0): string {
  const glyph = glyphOf(element);
  if (glyph !== '' || depth > maxDepth) return glyph;
  const own = kindOf(element);
  if (own === 'utext' || (own === 'text' && !element.firstElementChild)) {
    return (element.textContent ?? '').replace(escaped, '\\$&');
  }
  const read = (of: Element): string => texOfDrawn(of, depth + 1);
  const all = (of: Element): string => Array.from(of.children, read).join('');
  /** Returns the content of the first element of this kind below. */
  const part = (kind: string): string => {
    const found = element.querySelector(`mjx-${kind}`);
    return found ? all(found) : '';
  };
  const parts = Array.from(element.children)
    .filter((child) => !/^(?:rect|mjx-spacer|mjx-line)$/.test(child.localName))
    .map(read);
  const [first = '', second = '', third = ''] = parts;
  const script = element.querySelector(':scope > mjx-script');
  switch (own) {
    case 'msup':
      return `${first}^${grouped(second)}`;
    case 'msub':
      return `${first}_${grouped(second)}`;
    case 'msubsup': {
      const [sup = '', sub = ''] = script
        ? Array.from(script.children, read).filter(Boolean)
        : [second, third];
      return `${first}_${grouped(sub)}^${grouped(sup)}`;
    }
    case 'mfrac': {
      const [above, below] = element.querySelector('mjx-num')
        ? [part('num'), part('den')]
        : [first, second];
      return `\\frac{${above}}{${below}}`;
    }
    case 'msqrt':
      return `\\sqrt{${element.querySelector('mjx-box') ? part('box') : first}}`;
    case 'munder':
    case 'mover':
    case 'munderover': {
      const isHtml = element.querySelector('mjx-base') !== null;
      const base = isHtml ? part('base') : first;
      const under = isHtml ? part('under') : own === 'mover' ? '' : second;
      const over = isHtml ? part('over') : own === 'mover' ? second : third;
      return base + (under && `_{${under}}`) + (over && `^{${over}}`);
    }
    case 'mtable':
      return `\\begin{matrix} ${rowsOf(element, read).join(' \\\\ ')} \\end{matrix}`;
    case 'mtext': {
      const text = parts.join('').trim();
      return text && `\\text{${text}}`;
    }
    default:
      return parts.join('');
  }
}

function rowsOf(table: Element, read: (element: Element) => string): string[] {
  const rows = table.querySelectorAll('mjx-mtr, [data-mml-node="mtr"]');
  return Array.from(rows, (row) =>
    Array.from(row.querySelectorAll('mjx-mtd, [data-mml-node="mtd"]'), read).join(' & '),
  );
}
