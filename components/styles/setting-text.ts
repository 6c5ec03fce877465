import { type MessageKey, t } from '../../lib/client/i18n.ts';
import type { Setting } from '../../lib/posts/style/setting.ts';

const labels: Readonly<Record<string, MessageKey>> = {
  frontMatter: 'style_front_matter',
  titlePattern: 'style_title',
  number: 'style_number',
  slugPattern: 'style_slug',
  filePattern: 'style_file',
  contentFolder: 'options_content_folder',
  staticFolder: 'options_static_folder',
  layout: 'options_layout',
  permalink: 'style_permalink',
  tags: 'style_tags',
  bullet: 'options_bullet',
  bulletLines: 'style_bullet_lines',
  emphasis: 'style_emphasis',
  headings: 'style_headings',
  attribution: 'style_attribution',
  attributionMark: 'style_attribution_mark',
  attributionPlace: 'style_attribution_place',
  imagePath: 'options_image_path',
  linkPicture: 'style_link_picture',
  published: 'style_published',
  'columns.note': 'style_column_note',
  'columns.bullet': 'style_column_bullet',
  'columns.quote': 'style_column_quote',
  rawHtml: 'style_raw_html',
  shortcodes: 'style_shortcodes',
  footer: 'style_footer',
  headingFirst: 'style_heading_first',
};

/** What a setting is about. */
export function settingLabel({ id }: Setting): string {
  const label = labels[id];
  if (label !== undefined) return t(label);
  const name = id.slice(id.indexOf('.') + 1);
  return id.startsWith('field.') ? t('style_field', name) : t('style_part', name);
}

/** Why it is believed. */
export const settingEvidence = ({ count, all, file }: Setting): string =>
  file === undefined ? t('style_evidence', count, all) : t('style_evidence_file', file);
