/** A stretch of a draft, as it is set on screen. */
export interface DraftPart {
  kind: 'front-matter' | 'quote' | 'comment' | 'text';
  /** Pieces in order; `link` pieces are set in the action colour. */
  pieces: { text: string; link: boolean }[];
}

const frontMatter = /^---\n[\s\S]*?\n---(?:\n|$)/;
/** A Markdown link or an autolink; its text may run over lines, as filled text does. */
const link =
  /!?\[(?:[^\][\\]|\\[\s\S]|\[[^\][]*\])*\]\((?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\([^\s()]*\))*)\)|<https?:[^<>\s]+>/g;

/**
 * Parts a draft for display. It tells what a reader looks for (front matter, quotes, comments, links)
 * and is no parser: joined together, the pieces are the draft, whatever it holds.
 */
export function highlightDraft(draft: string): DraftPart[] {
  const parts: DraftPart[] = [];
  const front = frontMatter.exec(draft)?.[0] ?? '';
  if (front) parts.push({ kind: 'front-matter', pieces: [{ text: front, link: false }] });
  for (const { kind, text } of grouped(draft.slice(front.length))) {
    parts.push({ kind, pieces: kind === 'comment' ? [{ text, link: false }] : linked(text) });
  }
  return parts;
}

/** Lines of one kind in a row, put together. */
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
