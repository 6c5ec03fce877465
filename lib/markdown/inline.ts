import { findAtoms } from './atoms.ts';

/** Offsets in UTF-16 code units; `end` is exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

/** A stretch of inline Markdown that has a meaning as a whole. */
export interface Span extends Stretch {
  kind: 'link' | 'image' | 'strong' | 'emphasis' | 'strike' | 'code' | 'html' | 'autolink';
  /** Where its content begins and ends; for code, HTML and autolinks, the span itself. */
  innerStart: number;
  innerEnd: number;
}

/** Signs that may begin or end emphasis, or strike words out. */
export interface EmphasisRun extends Stretch {
  char: string;
  opens: boolean;
  closes: boolean;
}

/** The inline contents of one paragraph. */
export interface Inline {
  /** In the order in which they begin. */
  spans: Span[];
  /** All runs of `*`, `_` and `~`, with what each can do, paired or not. */
  runs: EmphasisRun[];
}

/** True for a span that contains no text, so nothing in it may be changed. */
export const isVerbatim = ({ kind }: Span) =>
  kind === 'code' || kind === 'html' || kind === 'autolink';

/** True for a span that is selected or left as a whole. */
export const isIndivisible = (span: Span) => isVerbatim(span) || span.kind === 'image';

/** What remains of a run while its signs are paired. */
interface Delimiter extends EmphasisRun {
  /** The run's length in the text. */
  length: number;
  previous: Delimiter | undefined;
  next: Delimiter | undefined;
}

interface Bracket {
  start: number;
  isImage: boolean;
  /** False inside something that became a link, because links do not nest. */
  active: boolean;
  /** The delimiter before it. */
  below: Delimiter | undefined;
}

const isSpace = (char: string) => char === '' || /\s/u.test(char);
const isPunctuation = (char: string) => /[\p{P}\p{S}]/u.test(char);

/** Returns the character that ends before `at`, or begins at it; '' at the ends of the text. */
const before = (text: string, at: number) => {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(at - 2, at) : text.slice(at - 1, at);
};
const after = (text: string, at: number) => {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
};

/**
 * Finds links, images, emphasis, code, HTML and autolinks of one paragraph (CommonMark 0.31,
 * section 6, and GFM's strikethrough). Link references count as text. One pass, linear in the
 * text's length.
 */
export function readInline(text: string): Inline {
  const spans: Span[] = [];
  const runs: EmphasisRun[] = [];
  const atoms = findAtoms(text);
  const brackets: Bracket[] = [];
  let last: Delimiter | undefined;
  let nextAtom = 0;

  const remove = (delimiter: Delimiter) => {
    if (delimiter.previous) delimiter.previous.next = delimiter.next;
    if (delimiter.next) delimiter.next.previous = delimiter.previous;
    else last = delimiter.previous;
  };

  /** Pairs the delimiters after `bottom`; the remaining ones are text. */
  const pair = (bottom: Delimiter | undefined) => {
    if (last === bottom) return;
    /** For each kind of closer, the delimiter below which there is no opener for it. */
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
    // Delimiters left before a link's end do not pair with anything after it.
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
        const { kind, start, end } = atom;
        spans.push({ kind, start, innerStart: start, innerEnd: end, end });
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
      const run = runAt(text, at);
      runs.push(run);
      if (run.opens || run.closes) {
        const length = run.end - run.start;
        const delimiter: Delimiter = { ...run, length, previous: last, next: undefined };
        if (last) last.next = delimiter;
        last = delimiter;
      }
      at = run.end;
    } else {
      at++;
    }
  }
  pair(undefined);
  return { spans: spans.sort((a, b) => a.start - b.start || b.end - a.end), runs };
}

function runAt(text: string, start: number): EmphasisRun {
  const char = text.charAt(start);
  let end = start;
  while (text[end] === char) end++;
  const [left, right] = [before(text, start), after(text, end)];
  const opensWord =
    !isSpace(right) && (!isPunctuation(right) || isSpace(left) || isPunctuation(left));
  const closesWord =
    !isSpace(left) && (!isPunctuation(left) || isSpace(right) || isPunctuation(right));
  const ofUnderscores = char === '_';
  const counts = char !== '~' || end - start <= 2;
  return {
    char,
    start,
    end,
    opens: counts && opensWord && (!ofUnderscores || !closesWord || isPunctuation(left)),
    closes: counts && closesWord && (!ofUnderscores || !opensWord || isPunctuation(right)),
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
