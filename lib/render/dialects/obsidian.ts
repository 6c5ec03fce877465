import { zeroWidthSpace } from '../../markdown/escape.ts';
import { rewriteByStretch } from './by-stretch.ts';
import type { Dialect } from './dialect.ts';

/**
 * Languages in which code is only shown. Obsidian and its plugins run other fences when they show
 * them (`query`, `base`, `dataviewjs`, `tasks`), and any plugin may add another name.
 */
const languages = new Set(
  'bash c clojure cmake cobol cpp cs csharp css dart diff docker dockerfile elixir erlang fortran fsharp go graphql groovy haskell hcl html http ini java javascript js json jsx julia kotlin latex less lisp lua makefile markdown matlab md nginx nix objective-c ocaml perl php powershell proto protobuf py python r rb ruby rust scala scheme scss sh shell sql svelte swift terraform toml ts tsx typescript vb vim vue xml yaml yml zig zsh'.split(
    ' ',
  ),
);

/**
 * Obsidian reads `[[…]]` as links into the vault, `%%` as comments, `#word` as tags, `^id` at the
 * end of a line as a block's name, `[!word]` as callouts and `==` as marks. Dataview, a common
 * plugin, runs code spans that begin with `=` and reads `::` as fields; Templater runs `<% … %>`
 * anywhere in a new file. Nothing documents which of them respect a backslash, so they get a
 * zero-width space.
 * @see https://help.obsidian.md/obsidian-flavored-markdown
 */
export const obsidian: Dialect = {
  makeSafe(markdown) {
    /** A picture whose destination comes next. */
    let alt: string | undefined;
    return rewriteByStretch(markdown, {
      text(text, next, begins) {
        const [whole = '', label] =
          next === '(' ? (/(?<![[\\])!\[([^[\]\\\n]*)\]$/.exec(text) ?? []) : [];
        alt = label;
        return safeText(text.slice(0, text.length - whole.length), begins);
      },
      code: (code, kind) => (kind === 'fence' ? safeFence(code) : safeCode(code)),
      html: safeCode,
      autolink: (link) => link,
      destination(text) {
        const label = alt;
        alt = undefined;
        if (label === undefined) return safeCode(text);
        return embed(label, text) ?? `![${safeText(label, false)}]${safeCode(text)}`;
      },
    });
  },
  tag: /<%|\[\[/,
  // Templater runs over the whole file.
  safeValue: (text) => text.replace(/<(?=%)/g, `<${zeroWidthSpace}`),
  shown: (markdown) =>
    markdown.replace(/!\[\[([^[\]|\n]+)(?:\|([^[\]|\n]*))?\]\]/g, (_, path: string, label = '') => {
      return `![${label}](<${path}>)`;
    }),
};

function safeText(text: string, begins: boolean): string {
  const safe = text.replace(
    /\[(?=\[|![A-Za-z])|%(?=%)|=(?==)(?!=*[ \t]*$)|:(?=:)|<(?=%)|(?<= )\^(?=[\w-]+[ \t]*$)/gm,
    `$&${zeroWidthSpace}`,
  );
  return safe.replace(/(^|[\s>(])#(?=[^\s#])/g, (all, before: string, at: number) =>
    at === 0 && before === '' && !begins ? all : `${before}\\#`,
  );
}

const safeCode = (code: string): string =>
  code.replace(/<(?=%)/g, `<${zeroWidthSpace}`).replace(/^(`+\s*)(?=\$?=)/, `$1${zeroWidthSpace}`);

function safeFence(code: string): string {
  const safe = code.replace(/^([^\n]*?(?:`{3,}|~{3,})[ \t]*)([^\s`]*)[^\n]*/, (_, before, info) => {
    return languages.has(info.toLowerCase()) ? before + info : before.trimEnd();
  });
  return safeCode(safe);
}

/** A picture of the vault, by its path there; a number would be its width, not its words. */
function embed(alt: string, destination: string): string | undefined {
  const [, path = ''] = /^\((?![a-z][a-z\d+.-]*:|\/)([^\s<>()"'\\]+)\)$/i.exec(destination) ?? [];
  const name = decode(path);
  if (path === '' || name === undefined) return undefined;
  if (/[[\]|#^\n\r%<>]/.test(name)) return undefined;
  const label = /^\d|[|%<=:#^&`*_~]/.test(alt) ? '' : alt;
  return label === '' ? `![[${name}]]` : `![[${name}|${label}]]`;
}

function decode(path: string): string | undefined {
  try {
    return decodeURI(path);
  } catch {
    // It is not percent-encoded, so it stays a plain picture.
    return undefined;
  }
}
