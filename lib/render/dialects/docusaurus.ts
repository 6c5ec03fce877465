import { rewriteByStretch } from './by-stretch.ts';
import type { Dialect } from './dialect.ts';

const zeroWidthSpace = '\u200b';
const reference = (char: string): string => `&#${char.charCodeAt(0)};`;
/** Text without the marks of MDX or Markdown that mean something inside a line. */
const plain = (text: string): string => text.replace(/[<{`~*_[\]\\|!]/g, reference);

/**
 * Docusaurus reads posts as MDX: `{…}` and `<Tag>` are code in prose, and so is a line that begins with `import` or
 * `export`; HTML comments, autolinks and indented code are not there. Before it reads MDX it looks for its summary's
 * end, in code, too, and takes the fence off code in `mdx-code-block`. Behind `:::` it finds directives.
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
        // MDX has no code that is only indented, and gives each line of it another meaning.
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
  // What it would run is its note-taker's own, and is shown as text; comments are none.
  shown: (markdown) =>
    markdown.replace(
      /^[ >]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?^[ >]*\1[`~]*[ \t]*$|(`+)(?!`)[\s\S]*?[^`]\2(?!`)|\{\/\*[\s\S]*?\*\/\}/gm,
      (all) => (all.startsWith('{') ? all.replace(/[^\n]/g, '') : all),
    ),
};

function safeText(text: string, next: string, begins: boolean): string {
  // Bare, it would go on into the code behind it.
  const bare = next === '`' ? /(https?|ftp|www)([:.])(?=\S*$)/gi : /(?!)/g;
  const safe = text
    .replace(bare, (_, name: string, mark: string) => name + reference(mark))
    // References and not backslashes: the summary's end is looked for in the text as it stands.
    .replace(/(?<!\\)((?:\\\\)*)\\?([<{])/g, (_, before: string, mark: string) => {
      return before + reference(mark);
    })
    .replace(/(?<!\\)((?:\\\\)*)`/g, '$1&#96;')
    // Deeply indented, they would be a fence.
    .replace(/~{3,}/g, (marks) => marks.replace(/~/g, reference))
    // An id at the end of a heading.
    .replace(/&#123;(?=#)/g, `&#123;${zeroWidthSpace}`)
    .replace(/:(?=[A-Za-z][\w-]*\[)/g, '\\:');
  return safeStarts(safe, begins);
}

/** Lines that begin neither a module nor a directive. */
const safeStarts = (text: string, begins = true): string =>
  text.replace(/^([ \t>]*)(::|(?:import|export) )/gm, (all, before, mark, at: number) => {
    if (at === 0 && !begins) return all;
    return mark === '::' ? `${before}\\::` : before + reference(mark.charAt(0)) + mark.slice(1);
  });

/** It is one to MDX, too: no cell ends in it, and no line in it can be taken for something else. */
const isSpanOfMdx = (code: string): boolean =>
  !/(?<!\\)\|/.test(code) &&
  !(code.includes('\n') && /[{<]|^`{3}|\n[ \t>]*(?: {4}|\t|```|~~~|(?:im|ex)port )/.test(code));

const unmarked = (code: string): string => code.replace(/^`+|`+$/g, '').replaceAll('&', '&amp;');

/** The end of the summary is looked for in code, too. */
const undivided = (code: string): string =>
  code.replace(/(<!--|\{\/\*)(?=\s*truncate\s*(?:-->|\*\/\}))/g, `$1${zeroWidthSpace}`);

function safeFence(code: string): string {
  const [first = '', ...others] = code.split('\n');
  const [mark = ''] = /`{3,}|~{3,}/.exec(first) ?? [];
  // To MDX a line that is deeply indented ends it, too.
  const end = new RegExp(`^([ \\t>]*)(?=${mark}+[ \\t]*$)`);
  const lines = others.map((line, at) =>
    at < others.length - 1 ? line.replace(end, `$1${zeroWidthSpace}`) : line,
  );
  return undivided([first, ...lines].join('\n'))
    .replace(/((?:`{3,}|~{3,})[ \t]*)(?=mdx-code-block)/g, `$1${zeroWidthSpace}`)
    .replace(/^([ \t>]*(?:`{3,}|~{3,})[^\n]*?[ \t])(?=live\b)/, `$1${zeroWidthSpace}`);
}

/** Its tags are text. Each line of a comment is one of MDX: what spans lines depends on what stands around it. */
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
