import { classTest } from './outline/class-test.ts';
import { attribute, localName, nextElement, previousElement, query, queryAll } from './safe-dom.ts';

/** How Mermaid's text begins, after optional front matter, directives and comments. */
const mermaid =
  /^\s*(?:---\s[\s\S]*?\s---\s+)?(?:%%[^\n]*\n\s*)*(?:graph|flowchart(?:-elk)?|sequenceDiagram|classDiagram(?:-v2)?|stateDiagram(?:-v2)?|erDiagram|gantt|pie|journey|gitGraph|mindmap|timeline|quadrantChart|requirementDiagram|C4\w+|sankey(?:-beta)?|xychart(?:-beta)?|block(?:-beta)?|packet(?:-beta)?|architecture(?:-beta)?|kanban|zenuml|radar-beta)\b/;

/** Attributes in which pages keep a diagram's source. */
const attributes = [
  'data-plain',
  'data-source',
  'data-mermaid',
  'data-mermaid-source',
  'data-code',
  'data-content',
  'data-diagram',
  'data-original-code',
  'data-graph-code',
  'data-raw',
];
const sources =
  'pre, code, script[type*="mermaid"], script[type="text/plain"], template, textarea, [data-plain], [data-source], [data-mermaid], [data-mermaid-source], [data-code], [data-content], [data-diagram], [data-original-code], [data-graph-code], [data-raw]';
const drawn = 'svg, iframe, img, canvas';

const names = ['data-type', 'lang', 'data-language', 'type'];

const isNamed = (element: Element): boolean =>
  /mermaid/i.test(attribute(element, 'class')) ||
  names.some((name) => attribute(element, name).toLowerCase().includes('mermaid'));

const hasDiagramClass = classTest(/mermaid/i);

/** True for a box whose class or type says that it shows a diagram. */
const showsDiagram = (element: Element, classes: string): boolean =>
  (classes !== '' && hasDiagramClass(classes)) || attribute(element, 'data-type') === 'mermaid';

function textOfSource(element: Element): string | undefined {
  for (const name of attributes) {
    const value = attribute(element, name);
    if (value !== '' && mermaid.test(decoded(value))) return decoded(value);
  }
  if (query(element, 'svg')) return undefined;
  const name = localName(element);
  const text =
    name === 'template'
      ? (element as HTMLTemplateElement).content.textContent
      : name === 'textarea'
        ? (element as HTMLTextAreaElement).value
        : element.textContent;
  return text && mermaid.test(text) ? text : undefined;
}

function decoded(value: string): string {
  if (!/^[\w%+.~-]+$/.test(value)) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    // It is not encoded, although it looks encoded.
    return value;
  }
}

/**
 * Returns the source of a diagram that an element shows as a drawing; undefined if the page keeps
 * none.
 */
export function diagramSource(element: Element, classes: string): string | undefined {
  if (!showsDiagram(element, classes) || !query(element, drawn)) return undefined;
  for (const candidate of [element, ...queryAll(element, sources)]) {
    const text = textOfSource(candidate);
    if (text !== undefined) return text.replace(/\s+$/, '').replace(/^\n+/, '');
  }
  for (const beside of [previousElement(element), nextElement(element)]) {
    const text = beside && isNamed(beside) ? textOfSource(beside) : undefined;
    if (text === undefined || !beside || beside.checkVisibility?.()) continue;
    // The text between two diagrams is the source of the second.
    const after = nextElement(beside);
    const isOfNext = after !== null && after !== element && isNamed(after) && query(after, drawn);
    if (!isOfNext) return text.trim();
  }
  return undefined;
}
