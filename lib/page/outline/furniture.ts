import { briefText } from './brief-text.ts';

/**
 * Page furniture: what pages put around and into their text that is not part of it. A short,
 * visible list; by class where documentation tools and forums agree on names.
 */
const furnitureClasses = new Set(
  [
    // Copy and run buttons, and what stands beside them.
    'copybtn copy-button copy-btn btn-copy btn-clipboard clipboard-copy zeroclipboard-container md-clipboard md-code__button md-content__button',
    'code-copy copy-code-button codeblock-button-wrapper codecopy cooked-codeblock-copy fullscreen-code test-arrow language-name source-toolbox toolbar-item',
    // Line numbers.
    'linenos lineno lnt ln line-number line-numbers-rows linenodiv hljs-ln-numbers react-line-number react-line-numbers blob-num blob-num-text line-numbers-wrapper gutter-wrapper',
    'rouge-gutter react-code-line-number',
    // Only for screen readers.
    'sr-only visually-hidden visuallyhidden screen-reader-text screenreader-only show-for-sr sr-hidden v-visually-hidden',
    // What pages put beside their headings and items, and do not print.
    'sl-anchor-link mw-editsection noprint mw-empty-elt rdoc-hidden hideme ltx_tag_item',
  ]
    .join(' ')
    .split(' '),
);

/** Links to the place they stand in; with words in them they are links like any other. */
const permalinkClasses = new Set(
  'headerlink header-anchor anchor anchorjs-link hash-link heading-anchor heading-link doc-anchor anchor-link octicon-link direct-link permalink autolink-headings Documentation-idLink td-heading-self-link self-link selflink headline-hash header-link markdownIt-Anchor pilcrow section-anchor'.split(
    ' ',
  ),
);

/** Line numbers and signs only inside code: elsewhere the same names mean other things. */
const gutterClasses = new Set(['gutter', 'line-numbers', 'rownumber', 'diff-text-marker']);

/** CSS modules put a hash behind the name (`copyButton_a1b2`). */
const furniturePattern =
  /(?:^|[\s_-])(?:copy-?button|clipboard-?button|codeLineNumber)(?:$|[\s_-])/i;

type Verdict = 'text' | 'furniture' | 'gutter' | 'permalink' | 'label';
const verdicts = new Map<string, Verdict>();

function verdictOn(classes: string): Verdict {
  const names = classes.split(/\s+/);
  if (names.some((name) => furnitureClasses.has(name)) || furniturePattern.test(classes)) {
    return 'furniture';
  }
  if (names.some((name) => permalinkClasses.has(name))) return 'permalink';
  if (names.some((name) => gutterClasses.has(name))) return 'gutter';
  return names.includes('lang') ? 'label' : 'text';
}

function cachedVerdict(classes: string): Verdict {
  let verdict = verdicts.get(classes);
  if (verdict === undefined) {
    // Pages repeat few values; a hostile one must not fill the memory.
    if (verdicts.size > 5000) verdicts.clear();
    verdict = verdictOn(classes);
    verdicts.set(classes, verdict);
  }
  return verdict;
}

function isFurnitureByClass(element: Element, classes: string, inCode: boolean): boolean {
  switch (cachedVerdict(classes)) {
    case 'furniture':
      return true;
    case 'gutter':
      // Prism has it on the code that is to get numbers.
      return inCode && element.localName !== 'code';
    case 'permalink':
      // Prism calls the `^` and `$` of a regular expression anchors.
      if (inCode && element.localName !== 'a') return false;
      return !/^h\d$/.test(element.localName) && isSymbols(briefText(element));
    case 'label':
      // VitePress names a block's language above it.
      return /(?:^|\s)language-/.test(element.parentElement?.getAttribute('class') ?? '');
    default:
      return false;
  }
}

const hiding = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const unselectable = /(?:^|;)\s*(?:-\w+-)?user-select\s*:\s*none/i;

/** Whether the element is left out, judged by its attributes alone (a copy has no computed style). */
export function isLeftOut(element: Element, inCode = false): boolean {
  if (!element.hasAttributes()) return false;
  const classes = element.getAttribute('class');
  if (classes !== null && isFurnitureByClass(element, classes, inCode)) return true;
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  if (style === null) return false;
  return hiding.test(style) || (inCode && unselectable.test(style));
}

/** Icon fonts draw their chains and arrows as private characters. */
const symbolsOnly = /^(?:[\s\p{P}\p{S}\p{Co}\u200b]|\u{fe0f})*$/u;
const isSymbols = (text: string | null): boolean => text !== null && symbolsOnly.test(text);

/** A link to where it stands, and nothing to read in it (`#`, `¶`, a chain). */
export function isPermalink(link: Element, inHeading: boolean): boolean {
  const href = link.getAttribute('href') ?? '';
  // A picture that leads to a part of another page is a badge.
  if (!href.includes('#') || (!href.startsWith('#') && link.querySelector('img'))) return false;
  const text = briefText(link);
  // rustdoc's notes on an example.
  return inHeading || href === '#'
    ? isSymbols(text)
    : text !== null && /^\s*[¶§🔗\p{Co}]\s*$/u.test(text);
}

/** A heading that is a link to itself: by its own id, or that of what it is the first thing in. */
export function isSelfLink(link: Element, heading: Element): boolean {
  const id = heading.closest('[id]')?.id ?? '';
  return id !== '' && link.getAttribute('href') === `#${id}`;
}

/** A button that copies what stands beside it. */
export function isCopyButton(button: Element): boolean {
  const label = `${button.getAttribute('aria-label')} ${button.getAttribute('title')} ${button.id} ${button.getAttribute('class')} ${briefText(button)}`;
  return label.length < 1000 && /copy|clipboard|copied/i.test(label);
}
