import { attribute, queryAll } from './safe-dom.ts';

/** The `meta` elements of a page, read once. */
export interface Meta {
  /**
   * Returns the content of the first that has one, with the names in order of preference; '' if
   * there is none.
   */
  first(...names: string[]): string;
  all(name: string): string[];
}

export const noMeta: Meta = { first: () => '', all: () => [] };

const maxElements = 2_000;
/** More than is stored of any. */
const maxContent = 20_000;

export function readMeta(doc: Document): Meta {
  const contents = new Map<string, string[]>();
  for (const element of queryAll(doc, 'meta[content]').slice(0, maxElements)) {
    const content = attribute(element, 'content').slice(0, maxContent).trim();
    if (content === '') continue;
    for (const named of ['name', 'property']) {
      const name = attribute(element, named).trim().toLowerCase();
      if (name === '') continue;
      const list = contents.get(name);
      if (list) list.push(content);
      else contents.set(name, [content]);
    }
  }
  const all = (name: string) => contents.get(name.toLowerCase()) ?? [];
  return {
    all,
    first: (...names) => names.map((name) => all(name)[0]).find((content) => content) ?? '',
  };
}
