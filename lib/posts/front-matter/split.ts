export type FrontMatterFormat = 'yaml' | 'toml' | 'json';

/** The front matter of a post, unchanged. */
export interface FrontMatter {
  format: FrontMatterFormat;
  /**
   * The text before its fields: blank lines and the opening line, with its line end. '' for JSON.
   */
  opening: string;
  /** The fields, with the line end of the last one. */
  fields: string;
  /** The closing line, with its line end. For JSON the text after the closing brace in its line. */
  closing: string;
}

const fences = { yaml: '---', toml: '+++' } as const;
/** Blank lines may come first, because Hugo allows them. */
const opener = /^((?:[ \t]*(?:\r\n|\r(?!\n)|\n))*)(---|\+\+\+)[ \t]*(?:\r\n?|\n)/;

/**
 * Returns the front matter at the start of a text (without byte order mark); undefined if there is
 * none.
 */
export function splitFrontMatter(text: string): FrontMatter | undefined {
  return fenced(text) ?? json(text);
}

function fenced(text: string): FrontMatter | undefined {
  const [opening = '', blank = '', fence] = opener.exec(text) ?? [];
  if (fence === undefined) return undefined;
  const format = fence === fences.yaml ? 'yaml' : 'toml';
  // Jekyll also accepts dots, like YAML itself.
  const closer =
    format === 'yaml' ? /^(?:---|\.\.\.)[ \t]*$(?:\r\n?|\n)?/gm : /^\+\+\+[ \t]*$(?:\r\n?|\n)?/gm;
  closer.lastIndex = opening.length;
  const end = closer.exec(text);
  if (end === null) return undefined;
  const fields = text.slice(opening.length, end.index);
  // After a blank line, dashes around prose are a rule and a heading.
  if (blank !== '' && !/^\s*[\w"'-]+\s*[:=]/.test(fields)) return undefined;
  return { format, opening, fields, closing: end[0] };
}

/** Returns an object at the very start, with matching braces, and nothing else in its last line. */
function json(text: string): FrontMatter | undefined {
  if (!/^\{\s*["}]/.test(text)) return undefined;
  let depth = 0;
  let isString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (isString) {
      if (char === '\\') at++;
      else if (char === '"') isString = false;
    } else if (char === '"') isString = true;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) {
      const [closing] = /^[ \t]*(?:\r\n?|\n|$)/.exec(text.slice(at + 1)) ?? [];
      if (closing === undefined) return undefined;
      return { format: 'json', opening: '', fields: text.slice(0, at + 1), closing };
    }
  }
  return undefined;
}
