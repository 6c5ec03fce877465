import type { Layout, Profile } from '../../core/post/profile.ts';
import type { WrapUp } from '../../core/post/wrap-up.ts';
import type { Dialect } from './dialect.ts';
import { hugo } from './hugo.ts';

const dialects: Record<Layout, Dialect> = {
  'hugo-static': hugo,
  'hugo-bundle': hugo,
  plain: hugo,
};

/** The one that the generator of the profile's layout reads. */
export const dialectOf = ({ layout }: Pick<Profile, 'layout'>): Dialect => dialects[layout];

export function renderFrontMatter(wrapUp: WrapUp, profile: Profile): string {
  return dialectOf(profile).frontMatter(wrapUp);
}
