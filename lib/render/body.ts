import type { Failure } from '../core/base/errors.ts';
import { ok, type Result } from '../core/base/result.ts';
import type { Item } from '../core/post/item.ts';
import type { Profile } from '../core/post/profile.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import { dialectOf } from './dialects/registry.ts';
import { BlockCache } from './items/block-cache.ts';
import { withSharedSources } from './items/shared-source.ts';
import { type Piece, piecesOf } from './parts/pieces.ts';
import { placeParts } from './parts/place-parts.ts';
import { renderTemplateParts } from './parts/template-output.ts';

/** The body of a post and its pieces. */
export interface Body {
  /** Ends with a line end; '' if there is nothing to say. */
  text: string;
  /**
   * In their order, including those that print nothing; lines are counted from the start of `text`.
   */
  pieces: Piece[];
  /**
   * The template contains the items in a way that allows nothing between them, so there is one
   * part, `body`.
   */
  whole: boolean;
}

/**
 * Composes the post without its front matter, safe for its generator except for what the note-taker
 * wrote as typed. Fails with `template-broken` if the profile's own template does.
 */
export function composeBody(
  wrapUp: WrapUp,
  items: readonly Item[],
  profile: Profile,
  cache = new BlockCache(),
): Result<Body, Failure> {
  const inPost = withSharedSources(
    items.filter(({ deletedAt, tray }) => deletedAt === null && tray === undefined),
  );
  const block = (item: Item) => cache.block(item, profile);
  const itemsAlone = inPost.filter(({ kind }) => kind !== 'part');
  const made = renderTemplateParts(wrapUp, { items: itemsAlone, block }, profile);
  if (!made.ok) return made;
  const { parts, whole } = made.value;
  // A template that contains the items leaves no places among them.
  const placed = placeParts(whole ? inPost.filter(({ kind }) => kind === 'part') : inPost, parts);
  const { text, pieces } = piecesOf(placed, block, {
    whole: whole?.written,
    makeSafe: dialectOf(profile).makeSafe,
  });
  return ok({ text: text === '' ? '' : `${text}\n`, pieces, whole: whole !== undefined });
}
