/** How the reader treats an element, by its local name. */
export type Treatment =
  | 'block'
  | 'paragraph'
  | 'heading'
  | 'quote'
  | 'list'
  | 'item'
  | 'rule'
  | 'code-block'
  | 'table'
  | 'row'
  | 'cell'
  | 'row-group'
  | 'caption'
  | 'definition'
  | 'summary'
  | 'break'
  | 'image'
  | 'picture'
  | 'link'
  | 'em'
  | 'strong'
  | 'del'
  | 'html'
  | 'code'
  | 'box'
  | 'quoted'
  | 'ruby-text'
  | 'maths'
  | 'media'
  | 'button'
  | 'label'
  | 'script'
  | 'drop';

/** What a stored copy has of an element. */
export type Kept =
  /** The element, with its allowed attributes. */
  | 'itself'
  /** Its content. */
  | 'content'
  /** Nothing of it. */
  | 'nothing'
  /** Another element instead. */
  | 'div'
  | 'ul'
  | 's'
  | 'code';

interface Classified {
  /** Undefined for elements that only contain text. */
  treatment: Treatment | undefined;
  kept: Kept;
}

/** All elements, with how they are read and what is stored of them; of others, their content. */
const table: readonly [Treatment | undefined, Kept, string][] = [
  [
    'block',
    'itself',
    'address article aside details div dl dt figcaption figure footer header main nav section',
  ],
  ['block', 'div', 'center dialog fieldset form hgroup legend marquee search'],
  ['block', 'content', 'body html'],
  ['block', 'nothing', 'optgroup'],
  ['paragraph', 'itself', 'p'],
  ['heading', 'itself', 'h1 h2 h3 h4 h5 h6'],
  ['quote', 'itself', 'blockquote'],
  ['list', 'itself', 'ul ol'],
  ['list', 'ul', 'menu dir'],
  ['item', 'itself', 'li'],
  ['rule', 'itself', 'hr'],
  ['code-block', 'content', 'pre listing xmp'],
  ['table', 'itself', 'table'],
  ['row', 'itself', 'tr'],
  ['cell', 'itself', 'td th'],
  ['row-group', 'itself', 'thead tbody tfoot'],
  ['caption', 'itself', 'caption'],
  ['definition', 'itself', 'dd'],
  ['summary', 'itself', 'summary'],
  ['break', 'itself', 'br'],
  ['image', 'content', 'img'],
  ['picture', 'content', 'picture'],
  ['link', 'itself', 'a'],
  ['em', 'itself', 'em i'],
  ['strong', 'itself', 'strong b'],
  ['del', 'itself', 'del s'],
  ['del', 's', 'strike'],
  ['html', 'itself', 'kbd sub sup mark ins u'],
  ['code', 'itself', 'code samp'],
  ['code', 'code', 'tt'],
  ['box', 'content', 'input'],
  ['quoted', 'itself', 'q'],
  ['ruby-text', 'itself', 'rt'],
  ['maths', 'content', 'math mjx-container'],
  ['media', 'nothing', 'video audio'],
  ['button', 'content', 'button'],
  ['label', 'content', 'label'],
  ['script', 'nothing', 'script'],
  [undefined, 'itself', 'abbr bdi bdo cite dfn ruby small span time var wbr'],
  // What is around and between the parts of tables and ruby text, and has no meaning in Markdown.
  ['drop', 'itself', 'col colgroup rp'],
  ['drop', 'content', 'clipboard-copy rtc'],
  [
    'drop',
    'nothing',
    'applet area base canvas datalist embed frame frameset head iframe link map meta meter noframes noscript object param progress select style svg template textarea title track',
  ],
  [
    undefined,
    'nothing',
    'annotation annotation-xml basefont bgsound image keygen noembed option plaintext portal source',
  ],
];

const classified = new Map<string, Classified>();
for (const [treatment, kept, names] of table) {
  for (const name of names.split(' ')) classified.set(name, { treatment, kept });
}

/** Returns the treatment of elements with this name; undefined for those that only contain text. */
export function treatmentOf(localName: string): Treatment | undefined {
  return classified.get(localName)?.treatment;
}

/** Returns what a stored copy has of elements with this name. */
export function keptOf(localName: string): Kept {
  return classified.get(localName)?.kept ?? 'content';
}
