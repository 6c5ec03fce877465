import { type Node, Parser } from 'commonmark';

/**
 * How many gestures each thing in a post takes in an editor, with the browser in a window beside
 * it. Text is typed, and wrapped while typing; content from a page is copied.
 */
export const costs = {
  /** Select it in the address bar, copy, go to the editor, paste, go back to the browser. */
  address: 5,
  /** An address that is in the post already: select it there, copy, go back, paste. */
  repeatedAddress: 4,
  /**
   * Select it, copy, go to the editor, paste, mark it as a quote, wrap it, go back to the browser.
   */
  quote: 7,
  /**
   * Open the link's menu, "Copy link address" (one of more than seven, so two), go to the editor, go to the
   * words, paste, go back to the browser.
   */
  linkInQuote: 7,
  /**
   * Take it with a key chord, draw its frame, drop the file into the text, which writes its path.
   */
  picture: 3,
  /** A new file, save it, select all of it, copy. */
  file: 4,
} as const;

export type Part = keyof typeof costs;

export interface ByHand {
  gestures: number;
  /** Typed characters: all but pasted addresses, the words of quotes, and paths of pictures. */
  keys: number;
  /** How often each is done. */
  counts: Record<Part, number>;
}

/** Returns what the same post takes when it is written by hand, from its first line on. */
export function byHand(post: string): ByHand {
  const [frontMatter = ''] = /^---\n[\s\S]*?\n---\n/.exec(post) ?? [];
  // Text that is hidden in a comment is written like everything else.
  const whole = post.slice(frontMatter.length);
  const body = whole.replace(/^(?:<!--|-->)$/gm, '');
  const counts: Record<Part, number> = {
    address: 0,
    repeatedAddress: 0,
    quote: 0,
    linkInQuote: 0,
    picture: 0,
    file: 1,
  };
  const seen = new Set<string>();
  const count = (link: Node) => {
    const to = link.destination ?? '';
    if (link.type === 'image') counts.picture++;
    else if (isIn(link, 'block_quote') && !isAttribution(link)) counts.linkInQuote++;
    else if (seen.has(to)) counts.repeatedAddress++;
    else counts.address++;
    if (link.type === 'link') seen.add(to);
  };
  let keys = frontMatter.length + whole.length - body.length;
  const document = new Parser().parse(body);
  const walker = document.walker();
  for (let step = walker.next(); step; step = walker.next()) {
    const { node, entering } = step;
    if (!entering) continue;
    if (node.type === 'link' || node.type === 'image') count(node);
    if (node.type === 'block_quote') counts.quote++;
    if (isIn(node, 'block_quote')) keys += typedInQuote(node);
  }
  keys += typedOutside(body, document);
  const gestures = (Object.keys(costs) as Part[]).reduce(
    (sum, part) => sum + costs[part] * counts[part],
    0,
  );
  return { gestures, keys, counts };
}

/**
 * Counts marks that a quote's words need, and everything that names its source except the address.
 */
function typedInQuote(node: Node): number {
  switch (node.type) {
    case 'link':
      return isAttribution(node) ? ' -- []()'.length + textOf(node).length : '[]()'.length;
    case 'emph':
    case 'code':
      return 2;
    case 'strong':
      return 4;
    case 'item':
      return '* '.length;
    default:
      return 0;
  }
}

/** Counts everything outside quotes, except the addresses. */
function typedOutside(body: string, document: Node): number {
  const quoted = new Set<number>();
  for (let block = document.firstChild; block; block = block.next) {
    if (block.type !== 'block_quote') continue;
    const [[first], [last]] = block.sourcepos;
    for (let line = first; line <= last; line++) quoted.add(line);
  }
  const own = body.split('\n').filter((_, at) => !quoted.has(at + 1));
  const text = own.join('\n').replace(/\n{3,}/g, '\n\n');
  return text.replace(/\]\((?:[^()\s]|\([^()\s]*\))*\)/g, ']()').length;
}

/** ` -- [label](address)`, which names a quote's source. */
function isAttribution(link: Node): boolean {
  let before = link.prev;
  while (before?.type === 'softbreak') before = before.prev;
  return isIn(link, 'block_quote') && /(?:^|\s)(?:--|—)\s*$/.test(before?.literal ?? '');
}

function isIn(node: Node, type: Node['type']): boolean {
  for (let at: Node | null = node; at; at = at.parent) if (at.type === type) return true;
  return false;
}

function textOf(node: Node): string {
  let text = '';
  const walker = node.walker();
  for (let step = walker.next(); step; step = walker.next()) text += step.node.literal ?? '';
  return text;
}
