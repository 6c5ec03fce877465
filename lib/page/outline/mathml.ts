/** Deeper than any formula; deeper content is read as text. */
const maxDepth = 60;

/** Marks above and below letters, with the command that draws each. */
const accents: Record<string, string> = {
  '¯': 'bar',
  '^': 'hat',
  '~': 'tilde',
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
  /^(?:arc(?:cos|sin|tan)|cosh?|cot|det|dim|exp|gcd|inf|ker|lim|ln|log|max|min|sinh?|sup|tanh?)$/;
/** Operators with their limits below and above them. */
const large = /^(?:[∏∐∑⋀⋁⋂⋃⨀⨁⨂]$|\\(?:lim|max|min|inf|sup|det|gcd|overbrace|underbrace))/;

/** Elements as TeX: `#0` is their first child, `#*` their whole content. */
const forms: Record<string, string> = {
  msup: '#0^{#1}',
  msub: '#0_{#1}',
  msubsup: '#0_{#1}^{#2}',
  munderover: '#0_{#1}^{#2}',
  mfrac: '\\frac{#0}{#1}',
  msqrt: '\\sqrt{#*}',
  mroot: '\\sqrt[#1]{#0}',
  semantics: '#0',
};

function leaf(element: Element, text: string): string {
  if (element.localName === 'mtext') return text && `\\text{${text}}`;
  if (functions.test(text)) return `\\${text}`;
  const variant = variants[element.getAttribute('mathvariant') ?? ''];
  if (variant && text.length === 1) return `\\${variant}{${text}}`;
  return /^[a-z]\w+$/i.test(text) ? `\\operatorname{${text}}` : text;
}

/**
 * Converts presentation MathML to equivalent TeX, because MathJax 3 keeps nothing else of its
 * original TeX in a page.
 * @see https://www.w3.org/TR/mathml-core/
 */
export function texOf(element: Element, depth = 0): string {
  if (depth > maxDepth || !element.firstElementChild) {
    const text = (element.textContent ?? '').replace(/[\u2061-\u2064]/g, '').trim();
    return leaf(element, text.replace(/[\\{}%#&_$]/g, '\\$&'));
  }
  const parts = Array.from(element.children, (child) => texOf(child, depth + 1));
  const name = element.localName;
  let form = forms[name] ?? '#*';
  if (name === 'munder' || name === 'mover') {
    const [base = '', mark = ''] = parts;
    const accent = accents[mark];
    if (accent) form = `\\${accent}{#0}`;
    else if (large.test(base)) form = name === 'mover' ? '#0^{#1}' : '#0_{#1}';
    else form = `\\${name.slice(1)}set{#1}{#0}`;
  }
  if (name === 'mtr') return parts.join(' & ');
  if (name === 'mtable') return `\\begin{matrix} ${parts.join(' \\\\ ')} \\end{matrix}`;
  const all = parts.filter((part) => part !== '').join(' ');
  return form.replace(/#(.)/g, (_, at) => (at === '*' ? all : (parts[at] ?? '')));
}
