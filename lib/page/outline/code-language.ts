import { codeParts } from './code-parts.ts';
import { signsOf } from './diff-line.ts';
import { labelledLanguage } from './language-names.ts';

const prefixed =
  /^(?:language|lang|highlight-source|highlight-text|mw-highlight-lang|brush:?)-?(\S*)$/;
/** Classes of highlighters and wrappers that name no language. */
const notLanguages = new Set(
  'hljs highlight highlighter-rouge rouge code chroma codehilite sourceCode source prism-code prettyprint prettyprinted linenums shiki astro-code literal literal-block nogutter notranslate programlisting screen syntaxhighlighter syntaxhighlighter-pre example-bad example-good none default undefined nohighlight no-highlight plain ipython3-output rust-example-rendered line-numbers wrap nowrap wrapper container'.split(
    ' ',
  ),
);
/** GitHub uses TextMate scopes. */
const scopes: Record<string, string> = { 'html-basic': 'html', 'html-erb': 'erb', viml: 'vim' };

function fromClasses(classes: string, bareAllowed: boolean): string {
  const names = classes.split(/\s+/);
  for (let at = 0; at < names.length; at++) {
    const name = names[at] as string;
    const match = prefixed.exec(name);
    if (!match) continue;
    const isBrush = name.startsWith('brush');
    const language = isBrush ? (match[1] || names[at + 1])?.replace(/;.*$/, '') : match[1];
    if (language && !notLanguages.has(language)) return scopes[language] ?? language;
  }
  // Sphinx: `highlight-python`, `highlight-html+jinja`.
  for (const name of names) {
    const sphinx = /^highlight-([\w+-]+)$/.exec(name)?.[1];
    if (sphinx && !notLanguages.has(sphinx)) return sphinx;
  }
  if (!bareAllowed) return '';
  if (names.includes('mermaid')) return 'mermaid';
  // highlight.js, Pandoc, rustdoc, Hexo: `hljs python`, `sourceCode python`, `rust`, `highlight js`.
  const marker = names.some((name) =>
    /^(?:hljs|sourceCode|rust|highlight|syntaxhighlighter)$/.test(name),
  );
  if (!marker) return '';
  return (
    names.find(
      (name) => /^[a-z][\w+#.-]*$/i.test(name) && !notLanguages.has(name) && !/[-_]/.test(name),
    ) ?? ''
  );
}

function named(element: Element, bareAllowed: boolean): string {
  for (const attribute of ['data-lang', 'data-language', 'data-code-wrap', 'data-code-language']) {
    const value = element.getAttribute(attribute)?.trim();
    if (value && /^\S{1,40}$/.test(value) && !notLanguages.has(value)) return value;
  }
  const tagged = element.getAttribute('data-tagsearch-lang');
  if (tagged && /^[\w+#.-]{1,40}$/.test(tagged)) return tagged.toLowerCase();
  const classes = element.getAttribute('class');
  const language = classes ? fromClasses(classes, bareAllowed) : '';
  if (language) return language;
  const brush = element.getAttribute('data-syntaxhighlighter-params');
  return /brush:\s*([\w#+-]+)/.exec(brush ?? '')?.[1] ?? '';
}

/**
 * Returns the language of a code block, as its highlighter wrote it: on the `code` in it, on
 * itself, or on up to three wrappers. '' if none is named.
 */
export function codeLanguage(block: Element): string {
  if ([...signsOf(block).values()].some(Boolean)) return 'diff';
  // The first may contain line numbers.
  for (const code of Array.from(block.querySelectorAll('code')).slice(0, 3)) {
    const language = named(code, true);
    if (language) return language;
  }
  const own = named(block, true);
  if (own) return own;
  // GitHub's Markdown API writes `<pre lang="go">`; natural languages do not belong on `pre`.
  const lang = block.localName === 'pre' ? block.getAttribute('lang') : null;
  if (lang && /^[\w+#.-]{1,20}$/.test(lang)) return lang;
  let around = block.parentElement;
  for (let depth = 0; around && depth < 4; depth++, around = around.parentElement) {
    if (!/^(?:div|figure|td|tr|tbody|table|code)$/.test(around.localName)) break;
    const language = named(around, around.localName === 'figure');
    if (language) return language;
  }
  return labelledLanguage(codeParts(block).label) ?? '';
}
