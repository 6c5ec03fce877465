import type { Rendered } from './rendered.ts';
import { attribute, documentView, ownerDocument, previousElement } from './safe-dom.ts';

/** Strings and attributes in a computed `content`; what stands behind a slash is for screen readers. */
const parts = /"((?:[^"\\]|\\.)*)"|attr\(\s*([\w-]+)[^)]*\)|(\/)/g;

/** Fonts in which a word is drawn as a sign: the first of a list, whose last are there for signs in a text. */
const iconFont = /^[^,]*(?:icon|awesome|glyph|symbol|dingbat)/i;
const outOfFlow = /^(?:absolute|fixed)$/;

/** A style's words before or after what is in an element. */
interface Generated {
  text: string;
  /** In a line of its own. */
  isBlock: boolean;
}

const nothing: Generated = { text: '', isBlock: false };

/** What a style sheet shows before or after what an element holds; nobody can select it. */
function generated(element: Element, pseudo: '::before' | '::after'): Generated {
  const doc = ownerDocument(element);
  const style = doc && documentView(doc)?.getComputedStyle(element, pseudo);
  const content = style?.content ?? '';
  if (!style || !/["(]/.test(content) || content.includes('counter')) return nothing;
  const isSeen =
    style.display !== 'none' &&
    style.visibility === 'visible' &&
    Number.parseFloat(style.opacity) > 0.02 &&
    Number.parseFloat(style.fontSize) > 1.5;
  if (!isSeen || outOfFlow.test(style.position) || iconFont.test(style.fontFamily)) return nothing;
  let text = '';
  for (const [, string, name, slash] of content.matchAll(parts)) {
    if (slash) break;
    text += name ? attribute(element, name) : (string ?? '').replace(/\\(.)/g, '$1');
  }
  // Signs of icon fonts.
  if (/\p{Co}/u.test(text)) return nothing;
  return { text, isBlock: !/^inline/.test(style.display) };
}

const signsAlone = /^[\s\p{Co}]*\p{Co}[\s\p{Co}]*$/u;
const signName = /^\s*[a-z][\w-]{0,40}\s*$/;

/** True for the text of an icon: characters that a font alone gives a form, or the name that its font draws as one. */
export function isIcon(text: string, rendered: Rendered): boolean {
  if (signsAlone.test(text)) return true;
  return signName.test(text) && iconFont.test(rendered.fontFamily);
}

/** Labels that pages put before a block by a style: "Note:", the column's name before a cell. */
const labelled = ['data-label', 'data-title', 'data-th'];

/** The words that a block begins with by its style alone; none where those are signs. */
export function wordsBefore(rendered: Rendered): Generated {
  const { element, isBlock, hasAttributes } = rendered;
  // Only what may have a label is asked for its style or box: what has one by its own class, or as the first.
  if (!isBlock) return nothing;
  const isLabelled =
    hasAttributes &&
    (rendered.classes !== '' || labelled.some((name) => attribute(element, name) !== ''));
  if ((!isLabelled && previousElement(element)) || !rendered.hasLayout) return nothing;
  const { text, isBlock: isApart } = generated(element, '::before');
  if (!/\p{L}/u.test(text)) return nothing;
  return { text: isApart || /\s$/.test(text) ? text : `${text} `, isBlock: isApart };
}

/** What stands at the start or end of an element that is in a line: the slash between the parts of a path. */
export function signAt(element: Element, side: 'start' | 'end'): string {
  const { text, isBlock } = generated(element, side === 'start' ? '::before' : '::after');
  return isBlock ? '' : text;
}
