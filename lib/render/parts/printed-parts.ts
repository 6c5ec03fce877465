import type { Failure } from '../../core/base/errors.ts';
import { ok, type Result } from '../../core/base/result.ts';
import type { Item } from '../../core/post/item.ts';
import type { Profile } from '../../core/post/profile.ts';
import type { WrapUp } from '../../core/post/wrap-up.ts';
import { dialectOf } from '../dialects/registry.ts';
import { BlockCache } from '../items/block-cache.ts';
import { withSharedSources } from '../items/shared-source.ts';
import { type PartOutput, renderTemplateParts } from './template-output.ts';

/**
 * Returns the parts of the template with what each prints in an untouched post; `markdown` is what
 * `PartPiece.output` would be.
 * @param items those in the post; the shipped template uses none of them
 */
export function printedParts(
  wrapUp: WrapUp,
  items: readonly Item[],
  profile: Profile,
  cache = new BlockCache(),
): Result<PartOutput[], Failure> {
  const clips = withSharedSources(
    items.filter(
      ({ kind, deletedAt, tray }) => kind !== 'part' && deletedAt === null && tray === undefined,
    ),
  );
  const block = (item: Item) => cache.block(item, profile);
  const made = renderTemplateParts(wrapUp, { items: clips, block }, profile);
  if (!made.ok) return made;
  const { parts, whole } = made.value;
  return ok(
    parts.map((part) => ({
      ...part,
      markdown: whole?.written ?? dialectOf(profile).makeSafe(part.markdown).toWellFormed(),
    })),
  );
}
