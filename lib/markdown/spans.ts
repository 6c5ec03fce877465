import { findAtoms } from './atoms.ts';

export type SpanKind = 'link' | 'image' | 'strong' | 'emphasis' | 'strike' | 'whole';

/** A stretch of inline Markdown that means something as a whole. */
export interface Span {
  /** `whole`: code, HTML and autolinks, in which nothing may be changed. */
  kind: SpanKind;
  start: number;
  /** Where what it is around begins and ends. */
  innerStart: number;
  innerEnd: number;
  /** Exclusive. */
  end: number;
}

/** True of what is taken or left as a whole. */
export const isIndivisible = ({ kind }: Span) => kind === 'whole' || kind === 'image';

/** A run of `*`, `_` or `~` that may open or close something. */
interface Delimiter {
  char: string;
  /** Where what is left of it stands. */
  start: number;
  end: number;
  length: number;
  opens: boolean;
  closes: boolean;
  previous: Delimiter | undefined;
  next: Delimiter | undefined;
}

interface Bracket {
  start: number;
  isImage: boolean;
  /** False inside of what became a link: links do not nest. */
  active: boolean;
  /** The delimiter before it. */
  below: Delimiter | undefined;
}

const isSpace = (char: string) => char === '' || /\s/u.test(char);
const isPunctuation = (char: string) => /[\p{P}\p{S}]/u.test(char);

/** The character that ends before `at`, or begins at it; '' at the ends of the text. */
const before = (text: string, at: number) => {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(at - 2, at) : text.slice(at - 1, at);
};
const after = (text: string, at: number) => {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
};

/**
 * Finds links, images, emphasis, code, HTML and autolinks of one paragraph (CommonMark 0.31, section 6, and
 * GFM's strikethrough), in the order in which they begin. Link references are taken for text. One pass,
 * linear in the text's length.
 */
export function findSpans(text: string): Span[] {
  const spans: Span[] = [];
  const atoms = findAtoms(text);
  const brackets: Bracket[] = [];
  let last: Delimiter | undefined;
  let nextAtom = 0;

  const remove = (delimiter: Delimiter) => {
    if (delimiter.previous) delimiter.previous.next = delimiter.next;
    if (delimiter.next) delimiter.next.previous = delimiter.previous;
    else last = delimiter.previous;
  };

  /** Pairs the delimiters after `bottom`; those that are left over are text. */
  const pair = (bottom: Delimiter | undefined) => {
    if (last === bottom) return;
    /** By kind of closer, the delimiter under which no opener for it is. */
    const floors = new Map<string, Delimiter | undefined>();
    let closer = last;
    while (closer && closer.previous !== bottom) closer = closer.previous;
    while (closer) {
      const next: Delimiter | undefined = closer.next;
      if (!closer.closes) {
        closer = next;
        continue;
      }
      const kind = `${closer.char}${closer.opens}${closer.length % 3}`;
      const floor = floors.has(kind) ? floors.get(kind) : bottom;
      let opener = closer.previous;
      while (opener && opener !== bottom && opener !== floor && !fits(opener, closer)) {
        opener = opener.previous;
      }
      if (!opener || opener === bottom || opener === floor) {
        floors.set(kind, closer.previous);
        if (!closer.opens) remove(closer);
        closer = next;
        continue;
      }
      const width = widthOf(opener, closer);
      spans.push({
        kind: closer.char === '~' ? 'strike' : width === 2 ? 'strong' : 'emphasis',
        start: opener.end - width,
        innerStart: opener.end,
        innerEnd: closer.start,
        end: closer.start + width,
      });
      for (let each = opener.next; each && each !== closer; each = each.next) remove(each);
      opener.end -= width;
      closer.start += width;
      if (opener.start === opener.end) remove(opener);
      if (closer.start === closer.end) {
        remove(closer);
        closer = next;
      }
    }
    // What is left before a link's end reaches into nothing after it.
    while (last && last !== bottom) remove(last);
  };

  const closeBracket = (at: number): number => {
    const opener = brackets.pop();
    const atom = atoms[nextAtom];
    const leads = atom?.kind === 'destination' && atom.start === at + 1;
    if (!opener?.active || !leads) return at + 1;
    pair(opener.below);
    spans.push({
      kind: opener.isImage ? 'image' : 'link',
      start: opener.start,
      innerStart: opener.start + (opener.isImage ? 2 : 1),
      innerEnd: at,
      end: atom.end,
    });
    if (!opener.isImage) {
      for (const each of brackets.toReversed()) {
        if (each.isImage) continue;
        if (!each.active) break;
        each.active = false;
      }
    }
    return atom.end;
  };

  for (let at = 0; at < text.length; ) {
    while ((atoms[nextAtom]?.end ?? Number.POSITIVE_INFINITY) <= at) nextAtom++;
    const atom = atoms[nextAtom];
    if (atom?.start === at) {
      if (atom.kind !== 'destination') {
        const { start, end } = atom;
        spans.push({ kind: 'whole', start, innerStart: start, innerEnd: end, end });
      }
      at = atom.end;
      continue;
    }
    const char = text.charAt(at);
    if (char === '\\') {
      at += 2;
    } else if (char === '[' || (char === '!' && text[at + 1] === '[')) {
      const isImage = char === '!';
      brackets.push({ start: at, isImage, active: true, below: last });
      at += isImage ? 2 : 1;
    } else if (char === ']') {
      at = closeBracket(at);
    } else if (char === '*' || char === '_' || char === '~') {
      const delimiter = delimiterAt(text, at, last);
      if (delimiter.opens || delimiter.closes) {
        if (last) last.next = delimiter;
        last = delimiter;
      }
      at = delimiter.end;
    } else {
      at++;
    }
  }
  pair(undefined);
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

function delimiterAt(text: string, start: number, previous: Delimiter | undefined): Delimiter {
  const char = text.charAt(start);
  let end = start;
  while (text[end] === char) end++;
  const [left, right] = [before(text, start), after(text, end)];
  const opensWord =
    !isSpace(right) && (!isPunctuation(right) || isSpace(left) || isPunctuation(left));
  const closesWord =
    !isSpace(left) && (!isPunctuation(left) || isSpace(right) || isPunctuation(right));
  const length = end - start;
  const ofUnderscores = char === '_';
  const counts = char !== '~' || length <= 2;
  return {
    char,
    start,
    end,
    length,
    opens: counts && opensWord && (!ofUnderscores || !closesWord || isPunctuation(left)),
    closes: counts && closesWord && (!ofUnderscores || !opensWord || isPunctuation(right)),
    previous,
    next: undefined,
  };
}

function fits(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.char !== closer.char || !opener.opens) return false;
  if (closer.char === '~') return opener.length === closer.length;
  const isEither = opener.closes || closer.opens;
  const sum = opener.length + closer.length;
  return !isEither || sum % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}

function widthOf(opener: Delimiter, closer: Delimiter): number {
  if (closer.char === '~') return closer.length;
  return opener.end - opener.start >= 2 && closer.end - closer.start >= 2 ? 2 : 1;
}
