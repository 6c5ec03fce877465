import type { Layout, Profile } from '../../core/post/profile.ts';
import { astro } from './astro.ts';
import type { Dialect } from './dialect.ts';
import { docusaurus } from './docusaurus.ts';
import { eleventy } from './eleventy.ts';
import { hugo } from './hugo.ts';
import { jekyll } from './jekyll.ts';
import { obsidian } from './obsidian.ts';
import { quarto } from './quarto.ts';
import { zola } from './zola.ts';

const dialects: Record<Layout, Dialect> = {
  'hugo-static': hugo,
  'hugo-bundle': hugo,
  plain: hugo,
  jekyll,
  eleventy,
  zola,
  astro,
  docusaurus,
  quarto,
  obsidian,
};

/** Returns the dialect of the profile's generator. */
export const dialectOf = ({ layout }: Pick<Profile, 'layout'>): Dialect => dialects[layout];
