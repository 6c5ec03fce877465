/**
 * Page furniture: what pages put around and into their text that is not part of it. A short,
 * visible list; by class where documentation tools and forums agree on names.
 */
const furnitureClasses = new Set(
  [
    // Permanent links beside headings.
    'headerlink header-anchor anchor anchorjs-link hash-link heading-anchor heading-link doc-anchor anchor-link octicon-link direct-link',
    'permalink autolink-headings sl-anchor-link Documentation-idLink mw-editsection td-heading-self-link self-link headline-hash',
    'header-link markdownIt-Anchor pilcrow',
    // Copy and run buttons, and what stands beside them.
    'copybtn copy-button copy-btn btn-copy btn-clipboard clipboard-copy zeroclipboard-container md-clipboard md-code__button',
    'code-copy copy-code-button codeblock-button-wrapper codecopy cooked-codeblock-copy fullscreen-code expressive-code-copy',
    // Line numbers.
    'linenos lineno lnt ln line-number line-numbers-rows linenodiv hljs-ln-numbers react-line-number blob-num blob-num-text line-numbers-wrapper gutter-wrapper',
    'rouge-gutter react-code-line-number',
    // Only for screen readers.
    'sr-only visually-hidden visuallyhidden screen-reader-text screenreader-only show-for-sr sr-hidden v-visually-hidden',
    'noprint mw-empty-elt rdoc-hidden',
  ]
    .join(' ')
    .split(' '),
);

/** Line numbers only inside code: elsewhere the same names mean other things. */
const gutterClasses = new Set('gutter gl line-numbers lines num rownumber'.split(' '));

/** CSS modules put a hash behind the name (`copyButton_a1b2`). */
const furniturePattern =
  /(?:^|[\s_-])(?:copy-?button|clipboard-?button|codeLineNumber)(?:$|[\s_-])/i;

const verdicts = new Map<string, 0 | 1 | 2>();

function verdictOn(classes: string): 0 | 1 | 2 {
  const names = classes.split(/\s+/);
  if (names.some((name) => furnitureClasses.has(name)) || furniturePattern.test(classes)) return 2;
  return names.some((name) => gutterClasses.has(name)) ? 1 : 0;
}

/** Whether a `class` attribute marks an element as furniture; `inCode`: inside a code block. */
export function isFurnitureClass(classes: string, inCode = false): boolean {
  let verdict = verdicts.get(classes);
  if (verdict === undefined) {
    // Pages repeat few values; a hostile one must not fill the memory.
    if (verdicts.size > 5000) verdicts.clear();
    verdict = verdictOn(classes);
    verdicts.set(classes, verdict);
  }
  return verdict === 2 || (inCode && verdict === 1);
}

const hiding = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const unselectable = /(?:^|;)\s*(?:-\w+-)?user-select\s*:\s*none/i;

/** Whether the element is left out, judged by its attributes alone (a copy has no computed style). */
export function isLeftOut(element: Element, inCode = false): boolean {
  if (!element.hasAttributes()) return false;
  const classes = element.getAttribute('class');
  if (classes !== null && isFurnitureClass(classes, inCode)) return true;
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  if (style === null) return false;
  return hiding.test(style) || (inCode && unselectable.test(style));
}

const symbolsOnly = /^(?:[\s\p{P}\p{S}\u200b]|\u{fe0f})*$/u;

/** A link to the heading it stands in, and nothing to read in it (`#`, `¶`, a chain). */
export function isPermalink(href: string, text: string): boolean {
  return href.includes('#') && text.length <= 8 && symbolsOnly.test(text);
}
