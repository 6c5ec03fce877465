import { zeroWidthSpace } from '../../markdown/escape.ts';
import { rewriteByStretch } from './by-stretch.ts';
import type { Dialect } from './dialect.ts';

const reference = (char: string): string => `&#${char.charCodeAt(0)};`;

/**
 * Quarto runs code in fences and spans that begin with a brace, knitr also `r …`, and both read
 * shortcodes even in code. Pandoc reads TeX, formulas, attributes in braces, citations, divs, and
 * HTML that is text in CommonMark; and it reads a rule of hyphens as metadata, which may name files
 * to include.
 * @see https://quarto.org/docs/computations/inline-code.html
 * @see https://pandoc.org/MANUAL.html#pandocs-markdown
 */
export const quarto: Dialect = {
  makeSafe: (markdown) =>
    rewriteByStretch(markdown, {
      text: safeText,
      code: (code, kind) => {
        if (kind === 'fence') return safeFence(code);
        if (kind === 'span' && isSpanOfPandoc(code)) return unrun(code);
        return kind === 'span' ? safeText(code, '', false) : undecided(code);
      },
      html: (html) => html.replace(/[{\\$@`]/g, reference),
      autolink: (link) => link.replace(/[{\\$`]/g, encodeURIComponent),
      destination: (text) => text.replace(/[{$@`]|\\(?![!-/:-@[-`{-~])/g, reference),
    }),
  tag: /\{/,
  // Both read shortcodes and code in metadata, too, and Pandoc reads tags and TeX there. Most texts
  // stay as they are: braces around a name are frequent in titles.
  safeValue: (text) =>
    text.replace(
      /\{(?=\{<)|`(?=[ \t]*(?:\{|r[ #]))|<(?=[A-Za-z/!?])|\\(?=[A-Za-z])/g,
      `$&${zeroWidthSpace}`,
    ),
};

function safeText(text: string, _next: string, begins: boolean): string {
  // Metadata begins with a rule of hyphens.
  const rule = /^((?:[ \t>]|(?:[*+-]|\d+[.)])[ \t])*)-{3,}([ \t]*)$/;
  if (begins && rule.test(text)) return text.replace(rule, '$1***$2');
  // After code, knitr takes the code's last backtick for the first of its own.
  const apart = begins ? text : text.replace(/^r(?=[ #])/, reference);
  const safe = apart.replace(
    /\\[!-/:-@[-`{-~]|\\(?!\n)|[{$@`]|<|(?<!\[)\^|(?<!~)~(?!~)/g,
    (mark, at: number) => {
      if (mark === '<' || mark === '\\<') return '&lt;';
      // knitr searches for it in the raw text.
      if (/^\\?`$/.test(mark)) return '&#96;';
      if (mark === '\\{') return /^\{?</.test(apart.slice(at + 2)) ? '&#123;' : mark;
      return mark.length === 2 ? mark : `\\${mark}`;
    },
  );
  return safe.replace(/^([ \t>]*)(:::|[:~](?=[ \t])|#\.)/gm, (all, before, mark, at: number) =>
    at === 0 && !begins ? all : `${before}\\${mark}`,
  );
}

/** True if it is code to Pandoc, too: no table row ends in it. */
const isSpanOfPandoc = (code: string): boolean =>
  !/(?<!\\)\|/.test(code) && !(code.includes('\n') && /[{\\$@<]/.test(code));

/** Rewrites code so that Quarto finds neither a shortcode nor code to run in it. */
const unrun = (code: string): string =>
  code
    .replace(/\{(?=\{<)/g, `{${zeroWidthSpace}`)
    .replace(/(`[ \t]*)(?=\{|r[ #])/g, `$1${zeroWidthSpace}`);

/** Its language must be one word; with more text after it, Pandoc reads the content as text. */
function safeFence(code: string): string {
  const [first = '', ...others] = code.split('\n');
  const [, before = '', mark = '', info = ''] =
    /^([\s\S]*?)(`{3,}|~{3,})([\s\S]*)$/.exec(first) ?? [];
  const [language = ''] = info
    .replace(/[{}`=]/g, ' ')
    .trim()
    .split(/\s/);
  const isClosed = new RegExp(`^[ \\t>]*${mark}+[ \\t]*$`).test(others.at(-1) ?? '');
  if (!isClosed) return undecided(code);
  return [`${before}${mark}${language}`, ...others.map(unrun)].join('\n');
}

/** Rewrites what Pandoc may read as text, or as code. */
const undecided = (code: string): string =>
  code.replace(/[{\\@<`~]/g, `$&${zeroWidthSpace}`).replace(/\$/g, reference);
