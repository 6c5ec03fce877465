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

const treatments: Record<Treatment, string> = {
  block:
    'address article aside body center dd details dialog div dl dt fieldset figcaption figure footer form header hgroup html legend main nav optgroup search section',
  paragraph: 'p',
  heading: 'h1 h2 h3 h4 h5 h6',
  quote: 'blockquote',
  list: 'ul ol menu dir',
  item: 'li',
  rule: 'hr',
  'code-block': 'pre listing xmp',
  table: 'table',
  row: 'tr',
  cell: 'td th',
  'row-group': 'thead tbody tfoot',
  caption: 'caption',
  definition: 'dd',
  summary: 'summary',
  break: 'br',
  image: 'img',
  picture: 'picture',
  link: 'a',
  em: 'em i',
  strong: 'strong b',
  del: 'del s strike',
  html: 'kbd sub sup mark ins u',
  code: 'code tt samp',
  box: 'input',
  quoted: 'q',
  'ruby-text': 'rt',
  maths: 'math mjx-container',
  media: 'video audio',
  button: 'button',
  label: 'label',
  script: 'script',
  drop: 'applet area base canvas clipboard-copy colgroup col datalist embed frame frameset head iframe link meta map meter noframes noscript object param progress rp rtc select style svg template textarea title track',
};

const byName = new Map<string, Treatment>();
for (const [treatment, names] of Object.entries(treatments) as [Treatment, string][]) {
  for (const name of names.split(' ')) byName.set(name, treatment);
}

/** The treatment of elements of this name; undefined for those that only hold text. */
export function treatmentOf(localName: string): Treatment | undefined {
  return byName.get(localName);
}
