import { fail, ok, type Result } from '../../core/base/result.ts';
import type { WrapUp } from '../../core/post/wrap-up.ts';
import { splitFrontMatter } from '../front-matter/split.ts';
import { frontMatterText } from '../open-post.ts';
import { changedDetails } from './edit-front-matter.ts';
import { levelled, type PostText, type Refusal } from './post-text.ts';

/** Returns the front matter with its delimiters, and a byte order mark before it. */
function headOf(text: string) {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const frontMatter = splitFrontMatter(text.slice(mark.length));
  return { frontMatter, head: mark + frontMatterText(frontMatter) };
}

/**
 * Returns the wrap-up with the content of an edited front matter, and both front matters with their
 * delimiters.
 * @param old the whole post, as `fresh`
 */
export function editHead(
  { wrapUp, items, compose }: PostText,
  old: string,
  fresh: string,
): Result<{ wrapUp: WrapUp; oldHead: string; freshHead: string }, Refusal> {
  const [before, now] = [headOf(old), headOf(fresh)];
  const heads = { oldHead: before.head, freshHead: now.head };
  if (before.head === now.head) return ok({ wrapUp, ...heads });
  const refused = fail({ why: 'front-matter' as const, line: firstOther(before.head, now.head) });
  if (!before.frontMatter || !now.frontMatter) return refused;
  const changed = changedDetails(wrapUp, before.frontMatter, now.frontMatter);
  if (changed === undefined) return refused;
  const next = { ...wrapUp, ...changed };
  const composed = compose({ wrapUp: next, items });
  if (!composed.ok || headOf(levelled(composed.value.text)).head !== now.head) return refused;
  return ok({ wrapUp: next, ...heads });
}

function firstOther(one: string, other: string): number {
  const [lines, others] = [one.split('\n'), other.split('\n')];
  const at = others.findIndex((line, index) => line !== lines[index]);
  return at < 0 ? others.length - 1 : at;
}
