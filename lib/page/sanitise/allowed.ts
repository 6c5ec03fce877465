const words = (list: string): readonly string[] => list.split(' ');

/** Elements that say something about the words in them; all else is unwrapped or dropped. */
export const allowedElements: ReadonlySet<string> = new Set(
  words(
    'a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li main mark nav ol p q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr',
  ),
);

export const renamedElements: Readonly<Record<string, string | undefined>> = Object.assign(
  Object.create(null),
  {
    form: 'div',
    fieldset: 'div',
    dialog: 'div',
    hgroup: 'div',
    search: 'div',
    center: 'div',
    legend: 'div',
    menu: 'ul',
    dir: 'ul',
    strike: 's',
    tt: 'code',
  },
);

/** Dropped with all that is in them. */
export const droppedElements: ReadonlySet<string> = new Set(
  words(
    'annotation annotation-xml applet area audio base basefont bgsound canvas datalist embed frame frameset head iframe image keygen link map marquee meta meter noembed noframes noscript object optgroup option param plaintext portal progress script select source style svg template textarea title track video',
  ),
);

const everywhere = words('lang dir');
const byElement: Record<string, readonly string[] | undefined> = Object.assign(
  Object.create(null),
  {
    a: words('href title'),
    abbr: ['title'],
    blockquote: ['cite'],
    q: ['cite'],
    del: ['cite', 'datetime'],
    ins: ['cite', 'datetime'],
    col: ['span'],
    colgroup: ['span'],
    details: ['open'],
    li: ['value'],
    ol: words('start reversed type'),
    td: words('colspan rowspan'),
    th: words('colspan rowspan scope'),
    time: ['datetime'],
  },
);

for (const [element, own] of Object.entries(byElement)) {
  byElement[element] = [...everywhere, ...(own ?? [])];
}

export function allowedAttributes(element: string): readonly string[] {
  return byElement[element] ?? everywhere;
}
