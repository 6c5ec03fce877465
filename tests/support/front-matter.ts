import type { Profile } from '../../lib/core/post/profile.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import { renderFrontMatter } from '../../lib/render/front-matter/registry.ts';

/** Returns the front matter of a style whose templates all work. */
export function frontMatterText(wrapUp: WrapUp, profile: Profile): string {
  const made = renderFrontMatter(wrapUp, profile);
  if (!made.ok) throw new Error(made.error.detail);
  return made.value;
}
