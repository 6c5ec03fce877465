import {
  attribute,
  firstChild,
  isText,
  localName,
  matches,
  nextElement,
  nextSibling,
  parentElement,
  previousElement,
  query,
  textData,
} from '../safe-dom.ts';
import { briefText } from './brief-text.ts';
import { isListing } from './listing.ts';

const words = (...lists: string[]): ReadonlySet<string> => new Set(lists.join(' ').split(' '));

// A copy that was made with access to styles contains nothing that the page hides (`Rendered`).
// These classes replace the style if there is none, and names alone never remove whole words.

/** Only for screen readers, unless a style shows it. */
const unseenClasses = words(
  'sr-only visually-hidden visuallyhidden screen-reader-text screenreader-only show-for-sr sr-hidden v-visually-hidden rdoc-hidden hideme',
);

/** What sites put beside headings, words and items for editing or numbering. */
const editorClasses = words(
  'sl-anchor-link mw-editsection Inline-Template mw-empty-elt ltx_tag_item',
);

/**
 * Those of them that a page shows as text in their place: "[citation needed]", the "(a)" of an
 * item.
 */
const seenWhereShown = words('Inline-Template ltx_tag_item');

/** Buttons of code and what is beside them: left out beside code, and if they are short. */
const controlClasses = words(
  'copybtn copy-button copy-btn btn-copy btn-clipboard clipboard-copy zeroclipboard-container md-clipboard md-code__button md-content__button',
  'code-copy copy-code-button codeblock-button-wrapper codecopy cooked-codeblock-copy fullscreen-code test-arrow language-name source-toolbox toolbar-item',
);

/** Line numbers: left out beside code, and if they are numbers. */
const numberClasses = words(
  'linenos lineno lnt ln line-number line-numbers-rows linenodiv hljs-ln-numbers react-line-number react-line-numbers blob-num blob-num-text line-numbers-wrapper gutter-wrapper',
  'rouge-gutter react-code-line-number',
);

/** Links to their own place; with words in them they are ordinary links. */
const permalinkClasses = new Set(
  'headerlink header-anchor anchor anchorjs-link hash-link heading-anchor heading-link doc-anchor anchor-link octicon-link direct-link permalink autolink-headings Documentation-idLink td-heading-self-link self-link selflink headline-hash header-link markdownIt-Anchor pilcrow section-anchor'.split(
    ' ',
  ),
);

/** Line numbers and signs only inside code; elsewhere the same names have other meanings. */
const gutterClasses = new Set(['gutter', 'line-numbers', 'rownumber', 'diff-text-marker']);

/** CSS modules put a hash after the name (`copyButton_a1b2`). */
const controlPattern = /(?:^|[\s_-])(?:copy-?button|clipboard-?button)(?:$|[\s_-])/i;
const numberPattern = /(?:^|[\s_-])codeLineNumber(?:$|[\s_-])/i;

type Verdict = 'text' | 'hidden' | 'control' | 'number' | 'gutter' | 'permalink' | 'label';
const verdicts = new Map<string, Verdict>();

function verdictOn(classes: string): Verdict {
  const names = classes.split(/\s+/);
  if (names.some((name) => unseenClasses.has(name) || editorClasses.has(name))) return 'hidden';
  if (names.some((name) => controlClasses.has(name)) || controlPattern.test(classes)) {
    return 'control';
  }
  if (names.some((name) => numberClasses.has(name)) || numberPattern.test(classes)) {
    return 'number';
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

/** Removes classes that would hide what the page shows anyway. */
export function withoutUnseen(classes: string): string {
  if (cachedVerdict(classes) !== 'hidden') return classes;
  return classes
    .split(/\s+/)
    .filter((name) => !unseenClasses.has(name) && !seenWhereShown.has(name))
    .join(' ');
}

function isFurnitureByClass(element: Element, classes: string, inCode: boolean): boolean {
  switch (cachedVerdict(classes)) {
    case 'hidden':
      return true;
    case 'control': {
      const text = briefText(element);
      return isLabel(text) && (text?.trim() === '' || inCode || isBesideCode(element));
    }
    case 'number':
      return isNumbers(element) && (inCode || isBesideCode(element));
    case 'gutter':
      // Prism puts it on code that should get numbers.
      return inCode && element.localName !== 'code';
    case 'permalink':
      // Prism calls the `^` and `$` of a regular expression anchors.
      if (inCode && element.localName !== 'a') return false;
      if (/^h\d$/.test(element.localName) || !isSymbols(briefText(element))) return false;
      return leadsHere(element);
    case 'label':
      // VitePress shows a block's language above it.
      return /(?:^|\s)language-/.test(element.parentElement?.getAttribute('class') ?? '');
    default:
      return false;
  }
}

const hiding = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const unselectable = /(?:^|;)\s*(?:-\w+-)?user-select\s*:\s*none/i;

/**
 * True if the element is left out, judged only by its attributes (a copy has no computed style).
 */
export function isLeftOut(element: Element, inCode = false): boolean {
  if (!element.hasAttributes()) return false;
  const classes = element.getAttribute('class');
  if (classes !== null && isFurnitureByClass(element, classes, inCode)) return true;
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  if (style === null) return false;
  return hiding.test(style) || (inCode && unselectable.test(style));
}

/** Icon fonts draw their chains and arrows with private characters. */
const symbolsOnly = /^(?:[\s\p{P}\p{S}\p{Co}\u200b]|\u{fe0f})*$/u;
const isSymbols = (text: string | null): boolean => text !== null && symbolsOnly.test(text);

/** True for a link to its own place without readable words (`#`, `¶`, a chain). */
export function isPermalink(link: Element, inHeading: boolean): boolean {
  const href = link.getAttribute('href') ?? '';
  // A picture that links to a part of another page is a badge.
  if (!href.includes('#') || (!href.startsWith('#') && link.querySelector('img'))) return false;
  const text = briefText(link);
  // rustdoc's notes on an example.
  return inHeading || href === '#'
    ? isSymbols(text)
    : text !== null && /^\s*[¶§🔗\p{Co}]\s*$/u.test(text);
}

/**
 * True for a heading that is a link to itself: by its own id, or that of the element which it
 * begins.
 */
export function isSelfLink(link: Element, heading: Element): boolean {
  const id = heading.closest('[id]')?.id ?? '';
  return id !== '' && link.getAttribute('href') === `#${id}`;
}

/**
 * True for a link to a part of a page, or a link without a target; a link to another page is meant
 * to be read.
 */
function leadsHere(element: Element): boolean {
  const href = element.getAttribute('href');
  return href === null || href.trim() === '' || href.includes('#');
}

/** Longer words are no label. */
const maxLabel = 30;
const isLabel = (text: string | null): boolean => text !== null && text.trim().length <= maxLabel;

/** Line numbers, or nothing readable. */
function isNumbers(element: Element): boolean {
  const text = element.textContent ?? '';
  return text.length < 1_000_000 && /^[\s\d.:+\-−…]*$/.test(text);
}

const codeBlock = 'pre, listing, xmp';
const maxSteps = 4;

const isCode = (element: Element | null): boolean =>
  element !== null &&
  (matches(element, codeBlock) ||
    isListing(attribute(element, 'class')) ||
    query(element, codeBlock) !== undefined);

function hasOwnWords(element: Element): boolean {
  for (let child = firstChild(element); child; child = nextSibling(child)) {
    if (isText(child) && /\S/.test(textData(child))) return true;
  }
  return false;
}

/**
 * True in code, or in a bar beside it: next to a code block, or in wrappers without words that are.
 */
export function isBesideCode(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentElement(at)) {
    if (matches(at, codeBlock) || isListing(attribute(at, 'class'))) return true;
  }
  let at = element;
  for (let step = 0; step < maxSteps; step++) {
    if (isCode(previousElement(at)) || isCode(nextElement(at))) return true;
    const around = parentElement(at);
    if (
      !around ||
      hasOwnWords(around) ||
      /^(?:td|th|li|main|article|body)$/.test(localName(around))
    ) {
      return false;
    }
    at = around;
  }
  return false;
}

/**
 * True for the buttons, labels and line numbers of code by their class, in the page or a copy of
 * it.
 */
export function isPartOfCodeBar(element: Element, inCode: boolean, classes: string): boolean {
  const verdict = cachedVerdict(classes);
  if (verdict !== 'control' && verdict !== 'number' && verdict !== 'label') return false;
  return isFurnitureByClass(element, classes, inCode);
}

const copies = /^cop(?:y|ied)(?![\w-])/i;
const copyLabel =
  /^cop(?:y|ied)(?: (?:code|command|item path|link|page|snippet|text|to clipboard|url))?!?$/i;
const saysCopy = /copy|clipboard|copied/i;

/** True for a button that copies what is beside it, by its label: whole words, and few. */
export function isCopyButton(button: Element): boolean {
  const text = briefText(button)?.trim() ?? null;
  if (!isLabel(text)) return false;
  const names = ['aria-label', 'title', 'id', 'class']
    .map((name) => button.getAttribute(name))
    .join(' ');
  const isNamedSo = names.length < 1000 && saysCopy.test(names);
  if (text === '') return isNamedSo;
  if (copyLabel.test(text ?? '')) return true;
  return copies.test(text ?? '') && (isNamedSo || isBesideCode(button));
}

/** True if a button has words for a reader, other than those of controls. */
export function hasWords(button: Element): boolean {
  const text = briefText(button);
  if (text !== null && isSymbols(text)) return false;
  return !isCopyButton(button) && !(isLabel(text) && isBesideCode(button));
}
