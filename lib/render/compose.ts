import type { Failure } from '../core/base/errors.ts';
import { ok, type Result } from '../core/base/result.ts';
import type { Item } from '../core/post/item.ts';
import type { Profile } from '../core/post/profile.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import { renderBody } from './body.ts';
import { renderFrontMatter } from './front-matter.ts';

/**
 * The whole post: front matter, a blank line, the body. The same wrap-up gives the same bytes: no
 * clock, no locale, no time zone is read.
 * @param items in their order; deleted ones are left out here
 * @returns `template-broken` where the profile's template is; the front matter never fails
 */
export function composeDraft(
  wrapUp: WrapUp,
  items: readonly Item[],
  profile: Profile,
): Result<string, Failure> {
  const body = renderBody(wrapUp, items, profile);
  if (!body.ok) return body;
  const frontMatter = renderFrontMatter(wrapUp, profile);
  return ok(body.value === '' ? frontMatter : `${frontMatter}\n${body.value}`);
}
