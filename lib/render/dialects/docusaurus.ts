import { zeroWidthSpace } from '../../markdown/escape.ts';
import { rewriteByStretch } from './by-stretch.ts';
import type { Dialect } from './dialect.ts';

const reference = (char: string): string => `&#${char.charCodeAt(0)};`;
/** Returns text without the marks of MDX or Markdown that have a meaning inside a line. */
const plain = (text: string): string => text.replace(/[<{`~*_[\]\\|!]/g, reference);

/**
 * Docusaurus reads posts as MDX: `{…}` and `<Tag>` are code in prose, and so is a line that begins
 * with `import` or `export`; HTML comments, autolinks and indented code do not exist. Before it
 * reads MDX it searches for the end of the summary, even in code, and removes the fence from code
 * in `mdx-code-block`. After `:::` it finds directives.
 * @see https://docusaurus.io/docs/markdown-features/react
 * @see https://mdxjs.com/docs/what-is-mdx/#mdx-syntax
 */
export const docusaurus: Dialect = {
  makeSafe: (markdown) =>
    rewriteByStretch(markdown, {
      text: safeText,
      code: (code, kind) => {
        if (kind === 'fence') return safeFence(code);
        if (kind === 'span')
          return isSpanOfMdx(code) ? undivided(code) : safeStarts(plain(unmarked(code)));
        // MDX has no indented code, and gives each of its lines another meaning.
        return safeStarts(plain(code.replaceAll('&', '&amp;')));
      },
      html: safeHtml,
      autolink: (link) => {
        const address = link.slice(1, -1).replace(/[{}()|\\]/g, encodeURIComponent);
        const target = /^[a-z][a-z\d+.-]*:/i.test(address) ? address : `mailto:${address}`;
        return `[${plain(link.slice(1, -1))}](${target})`;
      },
      destination: (text) => text.replace(/\{/g, reference).replace(/(?!^\(\s*)</g, reference),
    }),
  tag: /[{<]|^(?:import|export) /m,
  // What it would run is the note-taker's own, and is shown as text; there are no comments.
  shown: (markdown) =>
    markdown.replace(
      /^[ >]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?^[ >]*\1[`~]*[ \t]*$|(`+)(?!`)[\s\S]*?[^`]\2(?!`)|\{\/\*[\s\S]*?\*\/\}/gm,
      (all) => (all.startsWith('{') ? all.replace(/[^\n]/g, '') : all),
    ),
};

function safeText(text: string, next: string, begins: boolean): string {
  // A bare address would continue into the code after it.
  const bare = next === '`' ? /(https?|ftp|www)([:.])(?=\S*$)/gi : /(?!)/g;
  const safe = text
    .replace(bare, (_, name: string, mark: string) => name + reference(mark))
    // These are references and not backslashes, because the end of the summary is searched for in
    // the raw text.
    .replace(/(?<!\\)((?:\\\\)*)\\?([<{])/g, (_, before: string, mark: string) => {
      return before + reference(mark);
    })
    .replace(/(?<!\\)((?:\\\\)*)`/g, '$1&#96;')
    // In deeply indented text they would open a fence.
    .replace(/~{3,}/g, (marks) => marks.replace(/~/g, reference))
    // An id at the end of a heading.
    .replace(/&#123;(?=#)/g, `&#123;${zeroWidthSpace}`)
    .replace(/:(?=[A-Za-z][\w-]*\[)/g, '\\:');
  return safeStarts(safe, begins);
}

/** Makes lines safe that would begin a module or a directive. */
const safeStarts = (text: string, begins = true): string =>
  text.replace(/^([ \t>]*)(::|(?:import|export) )/gm, (all, before, mark, at: number) => {
    if (at === 0 && !begins) return all;
    return mark === '::' ? `${before}\\::` : before + reference(mark.charAt(0)) + mark.slice(1);
  });

/**
 * True if it is code to MDX, too: no table cell ends in it, and no line in it can mean something
 * else.
 */
const isSpanOfMdx = (code: string): boolean =>
  !/(?<!\\)\|/.test(code) &&
  !(code.includes('\n') && /[{<]|^`{3}|\n[ \t>]*(?: {4}|\t|```|~~~|(?:im|ex)port )/.test(code));

const unmarked = (code: string): string => code.replace(/^`+|`+$/g, '').replaceAll('&', '&amp;');

/** The end of the summary is searched for in code, too. */
const undivided = (code: string): string =>
  code.replace(/(<!--|\{\/\*)(?=\s*truncate\s*(?:-->|\*\/\}))/g, `$1${zeroWidthSpace}`);

function safeFence(code: string): string {
  const [first = '', ...others] = code.split('\n');
  const [mark = ''] = /`{3,}|~{3,}/.exec(first) ?? [];
  // In MDX a deeply indented line ends it, too.
  const end = new RegExp(`^([ \\t>]*)(?=${mark}+[ \\t]*$)`);
  const lines = others.map((line, at) =>
    at < others.length - 1 ? line.replace(end, `$1${zeroWidthSpace}`) : line,
  );
  return undivided([first, ...lines].join('\n'))
    .replace(/((?:`{3,}|~{3,})[ \t]*)(?=mdx-code-block)/g, `$1${zeroWidthSpace}`)
    .replace(/^([ \t>]*(?:`{3,}|~{3,})[^\n]*?[ \t])(?=live\b)/, `$1${zeroWidthSpace}`);
}

/**
 * Its tags become text. Each line of a comment becomes an MDX comment, because one that spans lines
 * depends on its surroundings.
 */
function safeHtml(html: string): string {
  return html
    .split(/(<!--[\s\S]*?(?:-->|$))/)
    .map((piece) => {
      if (!piece.startsWith('<!--')) return safeStarts(plain(piece));
      const inside = piece.replace(/^<!--/, '').replace(/-->$/, '');
      const lines = inside.replace(/^([ \t>]*)(.*\S.*)$/gm, (_, before: string, words: string) => {
        return `${before}{/* ${words.trim().replace(/[{}<|]|\/(?<=\*\/)/g, reference)} */}`;
      });
      // What follows in its last line begins no line.
      return lines.endsWith('}') ? lines : `${lines}{/* */}`;
    })
    .join('');
}
