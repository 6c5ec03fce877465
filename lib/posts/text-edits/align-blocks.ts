/** A piece that matches some consecutive blocks of the new text, `to` exclusive. */
export interface Match {
  piece: number;
  from: number;
  to: number;
}

/** With more pairs than these, blocks are matched one by one in their order. */
const maxPairs = 2_500;
/** Blocks that are less similar than this count as different. */
const leastAlike = 0.3;

/**
 * Matches the blocks of a new text with the pieces that were in its place, so that as little as
 * possible changes.
 * @param sizes how many blocks each piece had
 */
export function alignBlocks(
  pieces: readonly string[],
  sizes: readonly number[],
  blocks: readonly string[],
): Match[] {
  if (pieces.length * blocks.length > maxPairs) return inOrder(pieces, blocks);
  const words = blocks.map(wordsOf);
  const pieceWords = pieces.map(wordsOf);
  // best[i][j]: the best remaining score for pieces from i and blocks from j on.
  const best = pieces.map(() => blocks.map(() => 0));
  const score = (i: number, j: number) => best[i]?.[j] ?? 0;
  const chosen = new Map<string, number>();
  for (let i = pieces.length - 1; i >= 0; i--) {
    const size = sizes[i] ?? 1;
    for (let j = blocks.length - 1; j >= 0; j--) {
      let most = Math.max(score(i + 1, j), score(i, j + 1));
      for (const count of new Set([size, size + 1, size - 1, 1])) {
        if (count < 1 || j + count > blocks.length) continue;
        const alike = similarity(pieceWords[i] ?? [], words.slice(j, j + count).flat());
        const gain = alike < leastAlike ? 0 : alike + score(i + 1, j + count);
        if (gain > most) {
          most = gain;
          chosen.set(`${i} ${j}`, count);
        }
      }
      const row = best[i];
      if (row) row[j] = most;
    }
  }
  const matches: Match[] = [];
  for (let i = 0, j = 0; i < pieces.length && j < blocks.length; ) {
    const count = chosen.get(`${i} ${j}`);
    if (count !== undefined) {
      matches.push({ piece: i, from: j, to: j + count });
      i++;
      j += count;
    } else if (score(i + 1, j) >= score(i, j + 1)) i++;
    else j++;
  }
  return matches;
}

function inOrder(pieces: readonly string[], blocks: readonly string[]): Match[] {
  const matches: Match[] = [];
  let next = 0;
  for (const [piece, text] of pieces.entries()) {
    const at = blocks.indexOf(text, next);
    if (at < 0) continue;
    matches.push({ piece, from: at, to: at + 1 });
    next = at + 1;
  }
  return matches;
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]+/gu) ?? [];

/** From 0, nothing in common, to 1, the same words. */
function similarity(one: readonly string[], other: readonly string[]): number {
  if (one.length + other.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of other) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    counts.set(word, left - 1);
    common++;
  }
  return (2 * common) / (one.length + other.length);
}
