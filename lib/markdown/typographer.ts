/**
 * Makes quotes, dashes and dots in HTML typographic, as Hugo's renderer (goldmark's typographer),
 * Jekyll and Astro do by default. Code stays as it is.
 * @see https://github.com/yuin/goldmark/blob/master/extension/typographer.go
 */
export function typographic(html: string): string {
  let out = '';
  let verbatim = 0;
  let state: State = newBlock();
  const parts = html.match(/<[^>]*>|[^<]+/g) ?? [];
  for (const [at, part] of parts.entries()) {
    if (!part.startsWith('<')) {
      out += verbatim > 0 ? part : setText(part, state, nextChar(parts, at));
      if (verbatim > 0) state.before = 'x';
      continue;
    }
    out += part;
    const [, slash, name = ''] = /^<(\/?)([a-z\d]+)/i.exec(part) ?? [];
    if (name === 'code' || name === 'pre') verbatim += slash ? -1 : 1;
    if (blocks.has(name)) state = newBlock();
    if (name === 'br') state.before = '\n';
  }
  return out;
}

const blocks = new Set(
  'blockquote h1 h2 h3 h4 h5 h6 hr li ol p pre section table tbody td th thead tr ul'.split(' '),
);

interface State {
  /** The character before; a line end at a block's start. */
  before: string;
  doubles: number;
  singles: number;
}

const newBlock = (): State => ({ before: '\n', doubles: 0, singles: 0 });

/** Returns the character after a tag's end. */
function nextChar(parts: readonly string[], at: number): string {
  for (const part of parts.slice(at + 1)) {
    if (!part.startsWith('<')) return part.startsWith('&quot;') ? '"' : part.charAt(0);
    if (blocks.has(/^<\/?([a-z\d]+)/i.exec(part)?.[1] ?? '')) return '\n';
  }
  return '\n';
}

const isSpace = (char: string) => char === '' || /\s/.test(char);
const isPunctuation = (char: string) => /[\p{P}\p{S}]/u.test(char);
const isAlnum = (char: string) => /[\p{L}\p{N}]/u.test(char);
const isLetter = (char: string) => /\p{L}/u.test(char);

function setText(html: string, state: State, after: string): string {
  const text = html.replaceAll('&quot;', '"');
  let out = '';
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at, at + 12);
    const { set, length } = setAt(rest, rest.length > 1 ? rest : rest + after, state);
    out += set;
    at += length;
    state.before = text.charAt(at - 1);
  }
  return out;
}

/** @param ahead the text from here on, including what follows its element */
function setAt(rest: string, ahead: string, state: State): { set: string; length: number } {
  const char = rest.charAt(0);
  if (rest.startsWith('---')) return { set: '—', length: 3 };
  if (rest.startsWith('--')) return { set: '–', length: 2 };
  if (rest.startsWith('...')) return { set: '…', length: 3 };
  if (rest.startsWith('&lt;&lt;')) return { set: '«', length: 8 };
  if (rest.startsWith('&gt;&gt;')) return { set: '»', length: 8 };
  if (char === '"') return { set: double(ahead, state), length: 1 };
  if (char === "'") return { set: single(ahead, state), length: 1 };
  return { set: char, length: 1 };
}

/**
 * True if a quote mark at a position may open or close something, as with emphasis (CommonMark
 * 6.2).
 */
function flanks(before: string, next: string) {
  const canOpen =
    !isSpace(next) && (!isPunctuation(next) || isSpace(before) || isPunctuation(before));
  const canClose =
    !isSpace(before) && (!isPunctuation(before) || isSpace(next) || isPunctuation(next));
  return { canOpen, canClose };
}

function double(ahead: string, state: State): string {
  const { canOpen, canClose } = flanks(state.before, ahead.charAt(1));
  if (canOpen && !canClose) {
    state.doubles++;
    return '“';
  }
  if (canClose && state.doubles > 0) {
    state.doubles--;
    return '”';
  }
  return '&quot;';
}

function single(ahead: string, state: State): string {
  const { before } = state;
  const next = ahead.charAt(1);
  const startsWord = isSpace(before) || isPunctuation(before);
  const isDecade = /^'\d\ds(?![\p{L}\p{N}])/u.test(ahead);
  if (isDecade || (startsWord && /^'(?:tw|em|net)/.test(ahead))) return '’';
  if (isAlnum(before) && isLetter(next)) return '’';
  const { canOpen, canClose } = flanks(before, next);
  if (canOpen && !canClose) {
    if (/^'(?:[smtd]|ve|ll|re)(?![\p{L}\p{N}])/u.test(ahead)) return '’';
    state.singles++;
    return '‘';
  }
  if (canClose && state.singles > 0 && !canOpen) {
    state.singles--;
    return '’';
  }
  // Smiths', doin'
  return canClose && !canOpen && isAlnum(before) ? '’' : "'";
}
