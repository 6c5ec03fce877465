import { firstChild, isText, textContent, textData } from '../safe-dom.ts';
import { briefText } from './brief-text.ts';
import { isBesideCode, isCopyButton } from './furniture.ts';

/** Words of controls beside code, alone in their button. */
const controlWords =
  /^(?:cop(?:y|ied)!?|copy (?:code|command|snippet|to clipboard|link)|run(?: code| in .*)?|try it(?: yourself)?|edit|download|wrap|toggle .*|expand|collapse|show (?:more|less)|explain|ask ai|open in .*|view raw|raw|\W*)$/i;

/**
 * True for a button beside or above code that does not belong to it: one that acts on the code, or
 * that is outside its lines.
 */
export function isControl(button: Element): boolean {
  if (isCopyButton(button)) return true;
  const text = briefText(button)?.trim() ?? button.textContent.trim();
  if (controlWords.test(text)) return true;
  const besides = [button.previousSibling, button.nextSibling];
  return (
    !besides.some((node) => node?.nodeType === 3 && /\S/.test(node.nodeValue ?? '')) &&
    button.closest('code') === null
  );
}

/**
 * Returns what is typed or chosen in a field within code; '' for fields without words, and for
 * passwords.
 */
export function fieldText(field: Element): string {
  if (field.localName === 'textarea') return field.textContent ?? '';
  const type = (field.getAttribute('type') ?? 'text').toLowerCase();
  if (!/^(?:text|search|url|tel|email|number)$/.test(type)) return '';
  return field.getAttribute('value') ?? '';
}

/** Depth of nested elements; no bar has more. */
const maxDepth = 20;
/** Longer labels above a block are no names of a language or file. */
const maxLabel = 120;

export interface CodeParts {
  /** The element with the lines. */
  lines: Element;
  /** The text above the block's lines: a language, the name of a file; '' if there is none. */
  label: string;
}

/**
 * Returns the lines of a block whose `code` is deep inside it, under a bar with a label and buttons
 * (ChatGPT). Without such a bar it is the whole block.
 */
export function codeParts(block: Element): CodeParts {
  const whole = { lines: block, label: '' };
  if (block.localName !== 'pre') return whole;
  const codes = block.querySelectorAll('code');
  const [code, last] = [codes[0], codes[codes.length - 1]];
  // The first one's descendants follow it directly, so if the last is inside it, all are.
  if (!code?.contains(last ?? null)) return whole;
  const labels: string[] = [];
  for (let at: Element = code; at !== block; at = at.parentElement as Element) {
    for (const node of at.parentElement?.childNodes ?? []) {
      if (node === at) continue;
      if (node.nodeType === 3 && /\S/.test(node.nodeValue ?? '')) return whole;
      if (node.nodeType !== 1) continue;
      const element = node as Element;
      if (!/^(?:div|header|figcaption|button|p|section|ul|nav)$/.test(element.localName)) {
        if (element.textContent.trim() !== '') return whole;
        continue;
      }
      labels.push(labelOf(element));
    }
  }
  const label = labels.filter(Boolean).join(' ');
  return label.length > maxLabel ? whole : { lines: code, label };
}

/** Returns the words of a bar, without those of its buttons. */
export function labelOf(bar: Element, depth = 0): string {
  if (bar.localName === 'button' || bar.getAttribute('role') === 'button') return '';
  if (depth > maxDepth) return '';
  let text = '';
  for (const node of bar.childNodes) {
    if (node.nodeType === 3) text += ` ${node.nodeValue}`;
    else if (
      node.nodeType === 1 &&
      !/^(?:svg|style|script|select)$/.test((node as Element).localName)
    ) {
      text += ` ${labelOf(node as Element, depth + 1)}`;
    }
    if (text.length > 1000) break;
  }
  return text.replace(/\s+/g, ' ').trim();
}

const editorGutter =
  /(?:^|\s)(?:CodeMirror-(?:gutter|linenumber)\S*|cm-gutters?|cm-lineNumbers|ace_gutter\S*|margin-view-overlays)(?:\s|$)/;

/** True for the place where an editor has its line numbers and marks. */
export function isEditorGutter(element: Element): boolean {
  return editorGutter.test(element.getAttribute('class') ?? '');
}

/** True for what notebooks write beside their cells. */
export function isPrompt(text: string): boolean {
  return text.length < 40 && /^\s*(?:(?:In|Out)[\s\u00a0]*)?\[[\s\d*\u00a0]*\]:?\s*$/.test(text);
}

const promptStart = /^\s*(?:(?:In|Out)[\s\u00a0]*)?\[/;

/** True for a notebook's prompt in a separate element, beside the code that it counts. */
export function isPromptOfCode(element: Element): boolean {
  const first = firstChild(element);
  if (!isText(first) || !promptStart.test(textData(first))) return false;
  return isPrompt(textContent(element) ?? '') && isBesideCode(element);
}
