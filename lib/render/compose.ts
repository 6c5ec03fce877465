import type { Failure } from '../core/base/errors.ts';
import { ok, type Result } from '../core/base/result.ts';
import type { Item } from '../core/post/item.ts';
import type { Profile } from '../core/post/profile.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import { type Body, composeBody } from './body.ts';
import { frontMatterStyle, renderFrontMatter } from './front-matter/registry.ts';
import type { BlockCache } from './items/block-cache.ts';

/** The whole post: `text` and the lines of its pieces begin with the front matter. */
export type Post = Body;

/**
 * Composes the whole post: front matter, a blank line, the body. The same wrap-up gives the same
 * bytes, because no clock, locale or time zone is read.
 * @param items in their order; this leaves out deleted ones and those in the tray
 * @param cache kept by callers that compose again after an edit, so that only edited items are
 * rendered
 * @returns `template-broken` if a template of the profile is
 */
export function composePost(
  wrapUp: WrapUp,
  items: readonly Item[],
  profile: Profile,
  cache?: BlockCache,
): Result<Post, Failure> {
  const body = composeBody(wrapUp, items, profile, cache);
  if (!body.ok) return body;
  const { text, pieces, whole } = body.value;
  const frontMatter = renderFrontMatter(wrapUp, profile);
  if (!frontMatter.ok) return frontMatter;
  const { format, blankLines } = frontMatterStyle(profile);
  const head = frontMatter.value + (format === 'none' ? '' : '\n'.repeat(blankLines));
  const lines = head.split('\n').length - 1;
  return ok({
    text: text === '' ? frontMatter.value : head + text,
    pieces: pieces.map((piece) => ({ ...piece, firstLine: piece.firstLine + lines })),
    whole,
  });
}

export type ComposePost = typeof composePost;

/** Returns only the text of `composePost`. */
export function composeDraft(
  wrapUp: WrapUp,
  items: readonly Item[],
  profile: Profile,
): Result<string, Failure> {
  const post = composePost(wrapUp, items, profile);
  return post.ok ? ok(post.value.text) : post;
}
