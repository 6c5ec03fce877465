import { attempt } from '../app/attempt.ts';
import { loadOpened } from '../app/opened-composer.ts';
import type { Failure } from '../core/base/errors.ts';
import { ok, type Result } from '../core/base/result.ts';
import type { Profile } from '../core/post/profile.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import { loadRenderer } from './loaded-later.ts';

/** Returns the front matter as it is exported. */
export async function readFrontMatter(
  wrapUp: WrapUp,
  profile: Profile,
): Promise<Result<string, Failure>> {
  const made = await attempt(async () => {
    const { opened } = wrapUp;
    if (opened) return ok((await loadOpened()).openedFrontMatter({ ...wrapUp, opened }));
    return (await loadRenderer()).renderFrontMatter(wrapUp, profile);
  });
  return made.ok ? made.value : made;
}
