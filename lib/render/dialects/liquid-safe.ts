/**
 * What is wrapped as a whole: a value or tag on one line without another in it, and without
 * anything that could end `raw`. For all other code, only the first brace.
 */
const code = /\{\{(?![^{}%\n]*raw)[^{}%\n]*\}\}|\{%(?![^{}%\n]*raw)[^{}%\n]*%\}|\{(?=[{%])/g;
/** Nunjucks has comments, and fails at the end of one that never began. */
const codeOrComment =
  /\{\{(?![^{}%\n]*raw)[^{}%\n]*\}\}|\{%(?![^{}%\n]*raw)[^{}%\n]*%\}|\{(?=[{%#])|#\}/g;

/**
 * Makes a text safe for generators that run Liquid over it before they read any Markdown, including
 * code: all of it comes out of Liquid unchanged. A single brace in `raw` is followed by a brace or
 * `%`, never by `}`: Jekyll's Liquid splits the text into pieces before it looks for the end of
 * `raw`, and would read `{{` and an `endraw` followed by another `}` as one piece.
 * @param engines `nunjucks`: safe for both
 */
export function makeLiquidSafe(text: string, engines: 'liquid' | 'nunjucks' = 'liquid'): string {
  return text.replace(engines === 'liquid' ? code : codeOrComment, '{% raw %}$&{% endraw %}');
}

/** Returns Markdown as Liquid leaves it, if its only Liquid marks text as raw. */
export const withoutRaw = (markdown: string): string =>
  markdown.replace(/\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}/g, '$1');
