/**
 * What is wrapped as a whole: a value or tag on one line without another in it, and nothing that could end
 * `raw`. Of all else that begins code, the first brace alone.
 */
const code = /\{\{(?![^{}%\n]*raw)[^{}%\n]*\}\}|\{%(?![^{}%\n]*raw)[^{}%\n]*%\}|\{(?=[{%])/g;
/** Nunjucks has comments, and breaks at the end of one that never began. */
const codeOrComment =
  /\{\{(?![^{}%\n]*raw)[^{}%\n]*\}\}|\{%(?![^{}%\n]*raw)[^{}%\n]*%\}|\{(?=[{%#])|#\}/g;

/**
 * Makes a text safe for generators that run Liquid over it before they read any Markdown, code included: all
 * of it comes out of Liquid as it was. A single brace in `raw` is followed by a brace or `%`, never by `}`:
 * Jekyll's Liquid cuts the text into pieces before it looks for the end of `raw`, and would take `{{` and an
 * `endraw` with another `}` behind it for one piece.
 * @param engines `nunjucks`: safe for both
 */
export function makeLiquidSafe(text: string, engines: 'liquid' | 'nunjucks' = 'liquid'): string {
  return text.replace(engines === 'liquid' ? code : codeOrComment, '{% raw %}$&{% endraw %}');
}

/** Markdown as Liquid leaves it, where all that it says is that something is text. */
export const withoutRaw = (markdown: string): string =>
  markdown.replace(/\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}/g, '$1');
