import { decodeReferences } from '../core/text/character-references.ts';
import { attribute, queryAll, textContent } from './safe-dom.ts';

/** A JSON-LD node as found: own properties only, never trusted. */
export type LinkedNode = Readonly<Record<string, unknown>>;

/** More than any honest page contains; the rest is not read. */
const maxLength = 8_000_000;
const maxNodes = 20_000;
const maxDepth = 40;
/** Limit for one text in it: more than is stored of any. */
const maxTextLength = 20_000;
/** How far from its ends the data may begin and end. */
const maxWrapping = 200;

/** Removes short comments and CDATA marks around it; the patterns only examine the ends. */
function unwrapped(text: string): string {
  const whole = text.trim();
  const start = whole
    .slice(0, maxWrapping)
    .replace(/^<!--/, '')
    .replace(/^\s*(?:\/\/|\/\*)?\s*<!\[CDATA\[\s*(?:\*\/)?/, '');
  const rest = whole.slice(maxWrapping);
  const end = (rest === '' ? start : rest.slice(-maxWrapping))
    .replace(/-->$/, '')
    .replace(/(?:\/\/|\/\*)?\s*\]\]>\s*(?:\*\/)?\s*$/, '')
    .replace(/;\s*$/, '');
  return rest === '' ? end : start + rest.slice(0, -maxWrapping) + end;
}

function parse(text: string): unknown {
  // Broken JSON is parsed again without common wrappers, and without line ends in texts.
  const ways = [
    () => text,
    () => unwrapped(text),
    () => unwrapped(text).replace(/[\n\r\t]+/g, ' '),
  ];
  for (const way of ways) {
    try {
      return JSON.parse(way());
    } catch {
      // The next attempt follows, if there is one.
    }
  }
  return undefined;
}

const isNode = (value: unknown): value is LinkedNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns the own property, whatever its name (`__proto__` and `constructor` are data here). */
export function property(node: LinkedNode, name: string): unknown {
  return Object.hasOwn(node, name) ? node[name] : undefined;
}

/** Returns all values of a property that may have one or a list. */
export function valuesOf(node: LinkedNode, name: string): unknown[] {
  const value = property(node, name);
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, 200) : [value];
}

/** Returns the first value that is a text, or ''. */
export function textIn(node: LinkedNode, name: string): string {
  for (const value of valuesOf(node, name)) {
    const text = isNode(value) ? property(value, '@value') : value;
    if (typeof text === 'number' && text === value) return String(text);
    if (typeof text !== 'string') continue;
    const trimmed = text.slice(0, maxTextLength).trim();
    if (trimmed === '' && text === value) continue;
    // Some pages escape their JSON-LD as if it were HTML.
    return decodeReferences(trimmed).replaceAll('\u00a0', ' ');
  }
  return '';
}

/** Returns types without the vocabulary's address: `Event`, `BlogPosting`. */
export function typesOf(node: LinkedNode): string[] {
  return [...valuesOf(node, '@type'), ...valuesOf(node, 'type')]
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#:]/, ''));
}

export interface LinkedData {
  /** Every object, outer ones before inner ones, in document order. */
  nodes: LinkedNode[];
  /** Returns the node that a value is or refers to by `@id`; undefined for texts. */
  resolve(value: unknown): LinkedNode | undefined;
}

function collect(roots: unknown[]): LinkedData {
  const nodes: LinkedNode[] = [];
  const byId = new Map<string, LinkedNode>();
  const queue: { value: unknown; depth: number }[] = roots.map((value) => ({ value, depth: 0 }));
  for (let at = 0; at < queue.length && nodes.length < maxNodes; at++) {
    const { value, depth } = queue[at] as { value: unknown; depth: number };
    if (typeof value !== 'object' || value === null || depth > maxDepth) continue;
    if (isNode(value)) {
      nodes.push(value);
      const id = property(value, '@id');
      const isReference = Object.keys(value).length === 1;
      if (typeof id === 'string' && !isReference && !byId.has(id)) byId.set(id, value);
    }
    const inside = Array.isArray(value) ? value : Object.values(value);
    if (queue.length > maxNodes * 20) continue;
    for (const child of inside) {
      if (typeof child === 'object' && child !== null)
        queue.push({ value: child, depth: depth + 1 });
    }
  }
  return {
    nodes,
    resolve(value) {
      if (!isNode(value)) return undefined;
      const id = property(value, '@id');
      return typeof id === 'string' ? (byId.get(id) ?? value) : value;
    },
  };
}

/** Reads what a page says about itself in JSON-LD. Broken scripts are skipped. */
export function readLinkedData(doc: Document): LinkedData {
  const roots: unknown[] = [];
  let length = 0;
  for (const script of queryAll(doc, 'script[type]')) {
    if (!/^application\/ld\+json\b/i.test(attribute(script, 'type').trim())) continue;
    const text = textContent(script) ?? '';
    length += text.length;
    if (length > maxLength) break;
    const value = parse(text);
    if (value !== undefined) roots.push(value);
  }
  return collect(roots);
}
