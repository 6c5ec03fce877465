import type { Layout, Profile } from '../../core/post/profile.ts';
import type { WrapUp } from '../../core/post/wrap-up.ts';
import { jekyllFields } from './jekyll.ts';
import { type OwnField, titleDateDraftTags, yamlFrontMatter } from './yaml.ts';

const inYaml =
  (fields: (wrapUp: WrapUp) => OwnField[]) =>
  (wrapUp: WrapUp): string =>
    yamlFrontMatter(fields(wrapUp), wrapUp.extraFields);

const usual = inYaml(titleDateDraftTags);

const frontMatters: Record<Layout, (wrapUp: WrapUp) => string> = {
  'hugo-static': usual,
  'hugo-bundle': usual,
  plain: usual,
  jekyll: inYaml(jekyllFields),
};

/** The front matter with its fences, ending in a line end, as the generator of the profile's layout takes it. */
export function renderFrontMatter(wrapUp: WrapUp, { layout }: Pick<Profile, 'layout'>): string {
  return frontMatters[layout](wrapUp);
}
