import type { Layout, Profile } from '../../core/post/profile.ts';
import type { WrapUp } from '../../core/post/wrap-up.ts';
import { jekyllFields } from './jekyll.ts';
import { zolaFrontMatter } from './toml.ts';
import { type OwnField, titleDateDraftTags, yamlFrontMatter } from './yaml.ts';

const inYaml =
  (fields: (wrapUp: WrapUp) => OwnField[]) =>
  (wrapUp: WrapUp): string =>
    yamlFrontMatter(fields(wrapUp), wrapUp.extraFields);

const usual = inYaml(titleDateDraftTags);

/** Astro asks for what the site says; this is how its own blog has it. */
const astroFields = (wrapUp: WrapUp): OwnField[] =>
  titleDateDraftTags(wrapUp).map((field) =>
    field.key === 'date' ? { ...field, key: 'pubDate' } : field,
  );

const frontMatters: Record<Layout, (wrapUp: WrapUp) => string> = {
  'hugo-static': usual,
  'hugo-bundle': usual,
  plain: usual,
  jekyll: inYaml(jekyllFields),
  eleventy: usual,
  zola: zolaFrontMatter,
  astro: inYaml(astroFields),
};

/** The front matter with its fences, ending in a line end, as the generator of the profile's layout takes it. */
export function renderFrontMatter(wrapUp: WrapUp, { layout }: Pick<Profile, 'layout'>): string {
  return frontMatters[layout](wrapUp);
}
