/** Deeper than any formula; what is below it is read as text. */
const maxDepth = 60;

const accents: Record<string, string> = {
  '¯': 'bar',
  '‾': 'overline',
  _: 'underline',
  '^': 'hat',
  ˆ: 'hat',
  '~': 'tilde',
  '˜': 'tilde',
  '→': 'vec',
  '˙': 'dot',
  '¨': 'ddot',
  '⏞': 'overbrace',
  '⏟': 'underbrace',
};
const variants: Record<string, string> = {
  bold: 'mathbf',
  normal: 'mathrm',
  script: 'mathcal',
  fraktur: 'mathfrak',
  'double-struck': 'mathbb',
};
const functions =
  /^(?:arccos|arcsin|arctan|cos|cosh|cot|det|dim|exp|gcd|inf|ker|lim|ln|log|max|min|sin|sinh|sup|tan|tanh)$/;
/** Operators that have their limits below and above them. */
const large = /^(?:[∏∐∑⋀⋁⋂⋃⨀⨁⨂]|\\(?:lim|max|min|inf|sup|det|gcd)|\\(?:over|under)brace.*)$/s;

const escaped = (text: string): string => text.replace(/[\\{}%#&_$]/g, '\\$&');

function identifier(element: Element, text: string): string {
  const variant = variants[element.getAttribute('mathvariant') ?? ''];
  if (variant && (variant !== 'mathrm' || text.length === 1)) return `\\${variant}{${text}}`;
  return text.length > 1 && /^\w+$/.test(text) ? `\\operatorname{${text}}` : text;
}

/**
 * Presentation MathML as TeX that says the same: what MathJax leaves in a page of the TeX it was given.
 * @see https://www.w3.org/TR/mathml-core/
 */
export function texOf(element: Element, depth = 0): string {
  const text = escaped((element.textContent ?? '').replace(/[\u2061-\u2064]/g, '').trim());
  if (depth > maxDepth) return text;
  const parts = Array.from(element.children, (child) => texOf(child, depth + 1));
  const [base = '', second = '', third = ''] = parts;
  const all = parts.filter((part) => part !== '').join(' ');
  switch (element.localName) {
    case 'mi':
    case 'mo':
      return functions.test(text) ? `\\${text}` : identifier(element, text);
    case 'mtext':
    case 'ms':
      return text === '' ? '' : `\\text{${text}}`;
    case 'msup':
      return `${base}^{${second}}`;
    case 'msub':
      return `${base}_{${second}}`;
    case 'msubsup':
    case 'munderover':
      return `${base}_{${second}}^{${third}}`;
    case 'munder':
    case 'mover': {
      const isOver = element.localName === 'mover';
      const accent = accents[second.replace(/^\\/, '')];
      if (accent) return `\\${accent}{${base}}`;
      if (large.test(base)) return `${base}${isOver ? '^' : '_'}{${second}}`;
      return `\\${isOver ? 'over' : 'under'}set{${second}}{${base}}`;
    }
    case 'mfrac':
      return `\\frac{${base}}{${second}}`;
    case 'msqrt':
      return `\\sqrt{${all}}`;
    case 'mroot':
      return `\\sqrt[${second}]{${base}}`;
    case 'mtable':
      return `\\begin{matrix} ${parts.join(' \\\\ ')} \\end{matrix}`;
    case 'mtr':
      return parts.join(' & ');
    case 'semantics':
      return base;
    case 'annotation':
    case 'annotation-xml':
      return '';
    default:
      return element.firstElementChild ? all : text;
  }
}
