import { t } from '../../lib/client/i18n.ts';
import type { Layout } from '../../lib/core/post/profile.ts';

/** The names of the layouts of sites. */
export const layoutNames: Record<Layout, () => string> = {
  'hugo-static': () => t('options_layout_static'),
  'hugo-bundle': () => t('options_layout_bundle'),
  plain: () => t('options_layout_plain'),
  jekyll: () => t('options_layout_jekyll'),
  eleventy: () => t('options_layout_eleventy'),
  zola: () => t('options_layout_zola'),
  astro: () => t('options_layout_astro'),
  docusaurus: () => t('options_layout_docusaurus'),
  quarto: () => t('options_layout_quarto'),
  obsidian: () => t('options_layout_obsidian'),
};
