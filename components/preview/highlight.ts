/** A stretch of a draft's block, as it is displayed. */
export interface DraftPart {
  kind: 'front-matter' | 'quote' | 'comment' | 'text';
  /** Pieces in order; `link` pieces have the action colour. */
  pieces: { text: string; link: boolean }[];
}

/** A Markdown link or an autolink; its text may span lines, as wrapped text does. */
const link =
  /!?\[(?:[^\][\\]|\\[\s\S]|\[[^\][]*\])*\]\((?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\([^\s()]*\))*)\)|<https?:[^<>\s]+>/g;

/**
 * Splits a block of a draft for display. It recognises what a reader looks for (front matter,
 * quotes, comments, links) and is no parser: joined together, the pieces are the block, whatever it
 * contains.
 */
export function highlightBlock(text: string, isFrontMatter: boolean): DraftPart[] {
  if (isFrontMatter) return [{ kind: 'front-matter', pieces: [{ text, link: false }] }];
  return grouped(text).map(({ kind, text: part }) => ({
    kind,
    pieces: kind === 'comment' ? [{ text: part, link: false }] : linked(part),
  }));
}

/** Groups consecutive lines of one kind. */
function grouped(body: string): { kind: DraftPart['kind']; text: string }[] {
  const groups: { kind: DraftPart['kind']; text: string }[] = [];
  let inComment = false;
  for (const line of body.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    if (line.startsWith('<!--')) inComment = true;
    const kind = inComment ? 'comment' : line.startsWith('>') ? 'quote' : 'text';
    if (line.includes('-->')) inComment = false;
    const last = groups.at(-1);
    if (last?.kind === kind) last.text += line;
    else groups.push({ kind, text: line });
  }
  return groups;
}

function linked(text: string): DraftPart['pieces'] {
  const pieces: DraftPart['pieces'] = [];
  let end = 0;
  for (const match of text.matchAll(link)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), link: false });
    pieces.push({ text: match[0], link: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), link: false });
  return pieces;
}
