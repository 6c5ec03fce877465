/** What is known about a page's name besides the document's title; '' if unknown. */
export interface TitleHints {
  /** Lower case, as URL gives it. */
  host: string;
  siteName: string;
  /** The name that the page uses for sharing (`og:title`, JSON-LD `headline`). */
  shareTitle: string;
  /** The first `h1`, which may be the only one. */
  heading: string;
}

/** The signs that sites put between a page's name and their own. */
const separator = /\s+(?:[|·•–—»«›‹⋅⸱∣｜-]|::|\/\/)\s+/gu;

/** One line, white space collapsed. */
export function oneLine(text: string): string {
  return text.replace(/[\s\u200b\ufeff]+/gu, ' ').trim();
}

/** Reduces a name to letters and digits in lower case; two names with equal keys are the same. */
function nameKey(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Returns the names that a site may use for itself, as keys: site name, host, the host's main
 * label.
 */
function siteKeys(hints: TitleHints): Set<string> {
  const host = hints.host.replace(/^(?:www|m|mobile|amp)\./, '');
  const labels = host.split('.');
  const main = labels.length > 1 ? labels.at(labels.at(-2)?.length === 2 ? -3 : -2) : labels[0];
  return new Set([hints.siteName, host, main ?? '', main ? `the ${main}` : ''].map(nameKey));
}

interface Piece {
  text: string;
  start: number;
  end: number;
}

function pieces(title: string): Piece[] {
  const found: Piece[] = [];
  let start = 0;
  for (const match of title.matchAll(separator)) {
    found.push({ text: title.slice(start, match.index), start, end: match.index });
    start = match.index + match[0].length;
  }
  found.push({ text: title.slice(start), start, end: title.length });
  return found.filter((piece) => piece.text !== '');
}

/**
 * Returns the run of pieces at the start or end of the title that equals `name`, unless that is all
 * of it.
 */
function runEqualTo(title: string, parts: Piece[], name: string): string | undefined {
  const key = nameKey(name);
  if (key === '') return undefined;
  for (let count = 1; count < parts.length; count++) {
    const head = title.slice(0, parts[count - 1]?.end);
    if (nameKey(head) === key) return head;
    const tail = title.slice(parts.at(-count)?.start);
    if (nameKey(tail) === key) return tail;
  }
  return undefined;
}

/**
 * Returns the title without the site's name at its end or start, and without a count of unread
 * messages. A part is removed only if the page gives evidence: it equals the site's name or host,
 * or what is left is the page's own heading or share title.
 */
export function cleanTitle(title: string, hints: TitleHints): string {
  const full = oneLine(title).replace(/^\(\d{1,4}\+?\)\s+/, '');
  const sites = siteKeys(hints);
  sites.delete('');
  const isSite = (text: string) => sites.has(nameKey(text));
  const shareTitle = oneLine(hints.shareTitle);
  const heading = oneLine(hints.heading);
  if (full === '' || isSite(full)) {
    return [shareTitle, heading].find((name) => name !== '' && !isSite(name)) || full;
  }

  let parts = pieces(full);
  while (parts.length > 1 && isSite(parts.at(-1)?.text ?? '')) parts = parts.slice(0, -1);
  while (parts.length > 1 && isSite(parts[0]?.text ?? '')) parts = parts.slice(1);
  const first = parts[0]?.start ?? 0;
  const kept = full.slice(first, parts.at(-1)?.end);
  const moved = parts.map((part) => ({
    ...part,
    start: part.start - first,
    end: part.end - first,
  }));
  for (const name of [heading, shareTitle]) {
    if (isSite(name)) continue;
    const run = runEqualTo(kept, moved, name);
    if (run) return run;
  }
  return kept;
}
