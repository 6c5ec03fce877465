import type { Layout, Profile } from '../core/post/profile.ts';
import { astro } from './astro.ts';
import { docusaurus } from './docusaurus.ts';
import { eleventy } from './eleventy.ts';
import type { Exporter, SiteFolders } from './exporter.ts';
import { hugoBundle } from './hugo-bundle.ts';
import { hugoStatic } from './hugo-static.ts';
import { jekyll } from './jekyll.ts';
import { obsidian } from './obsidian.ts';
import { plain } from './plain.ts';
import { quarto } from './quarto.ts';
import { zola } from './zola.ts';

export const exporters: readonly Exporter[] = [
  hugoStatic,
  hugoBundle,
  plain,
  jekyll,
  eleventy,
  zola,
  astro,
  docusaurus,
  quarto,
  obsidian,
];

/** Returns the exporter of the profile's layout. */
export function exporterFor({ layout }: Pick<Profile, 'layout'>): Exporter {
  return exporters.find(({ id }) => id === layout) ?? hugoStatic;
}

/**
 * Returns what changes in a house style that gets another layout: folders that nobody set become
 * its defaults.
 */
export function withLayout(profile: Profile, layout: Layout): Partial<Profile> {
  const fields: (keyof SiteFolders)[] = ['contentFolder', 'staticFolder', 'imagePath'];
  const [{ usual: before }, { usual }] = [exporterFor(profile), exporterFor({ layout })];
  const unset = fields.filter((field) => profile[field] === before[field]);
  return { layout, ...Object.fromEntries(unset.map((field) => [field, usual[field]])) };
}
