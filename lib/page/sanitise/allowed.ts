const words = (list: string): readonly string[] => list.split(' ');

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
