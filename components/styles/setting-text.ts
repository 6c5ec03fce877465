import { type MessageKey, t, tCount } from '../../lib/client/i18n.ts';
import type { Setting } from '../../lib/posts/style/setting.ts';
import { styledPartName } from '../clips/part-name.ts';
import { fieldSummary } from './field-text.ts';
import { layoutNames } from './layout-names.ts';

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
  pictureForm: 'style_picture_form',
  published: 'style_published',
  'columns.note': 'style_column_note',
  'columns.bullet': 'style_column_bullet',
  'columns.quote': 'style_column_quote',
  rawHtml: 'style_raw_html',
  shortcodes: 'style_shortcodes',
  footer: 'style_footer',
  headingFirst: 'style_heading_first',
};

/** Returns what a setting is about. */
export function settingLabel({ id }: Setting): string {
  const label = labels[id];
  if (label !== undefined) return t(label);
  const name = id.slice(id.indexOf('.') + 1);
  return id.startsWith('field.') ? t('style_field', name) : t('style_part', styledPartName(name));
}

/** A setting's value, for a reader: in our words, or in those of the posts. */
export interface SettingWords {
  text: string;
  isOurs: boolean;
}

/** Returns the value of a setting. */
export function settingDoes(setting: Setting): SettingWords {
  const text = ourWords(setting);
  return text === undefined ? { text: setting.does, isOurs: false } : { text, isOurs: true };
}

/** Undefined if signs or words of the posts are the value. */
function ourWords({ id, does, field, frontMatter, columns, change, part }: Setting) {
  if (field) return fieldSummary(field);
  if (frontMatter) {
    const { format } = frontMatter;
    return format === 'none' ? t('style_format_none') : format.toUpperCase();
  }
  if (columns) {
    const [column = 0] = Object.values(columns);
    return column === 0 ? t('style_left_long') : String(column);
  }
  if (id === 'part.footer' && part && !/^[-*_]/.test(does)) return t('style_no_rule');
  const words =
    change && Object.entries(change).map(([name, value]) => choices[`${name}=${value}`]);
  return words?.[0]?.();
}

/** The values for which we have words, by the setting of the profile. */
const choices: Readonly<Record<string, () => string>> = {
  'slugPattern=': () => t('style_slug_of_title'),
  'imagePath=': () => t('style_beside_post'),
  'bulletLines=indented': () => t('style_bullet_lines_indented'),
  'bulletLines=unindented': () => t('style_bullet_lines_unindented'),
  'headings=open': () => '## …',
  'headings=closed': () => '## … ##',
  'headings=underlined': () => t('style_headings_underlined'),
  'attribution=host-path': () => t('popup_attribution_host_path'),
  'attribution=title': () => t('popup_attribution_title'),
  'attribution=none': () => t('popup_attribution_none'),
  'attributionPlace=end': () => t('style_attribution_end'),
  'attributionPlace=paragraph': () => t('style_attribution_paragraph'),
  'linkPicture=true': () => t('style_picture_linked'),
  'pictureForm=markdown': () => t('style_picture_markdown'),
  'pictureForm=shortcode': () => t('style_picture_shortcode'),
  'pictureForm=figure': () => t('style_picture_figure'),
  'pictureForm=img': () => t('style_picture_img'),
  'published=year': () => t('options_published_year'),
  'published=month-year': () => t('options_published_month_year'),
  'rawHtml=true': () => t('style_raw_html_yes'),
  'rawHtml=false': () => t('style_raw_html_no'),
  ...Object.fromEntries(
    Object.entries(layoutNames).map(([layout, name]) => [`layout=${layout}`, name]),
  ),
};

type Counted =
  | 'items'
  | 'paragraphs'
  | 'quotes'
  | 'headings'
  | 'pictures'
  | 'emphases'
  | 'papers'
  | 'posts';

/** What is counted, if it is not posts. */
const counted: Readonly<Record<string, Counted>> = {
  ...{ bullet: 'items', bulletLines: 'items', 'columns.bullet': 'items' },
  ...{ 'columns.note': 'paragraphs', 'columns.quote': 'quotes' },
  ...{ attribution: 'quotes', attributionMark: 'quotes', attributionPlace: 'quotes' },
  ...{ headings: 'headings', emphasis: 'emphases', published: 'papers' },
  ...{ imagePath: 'pictures', linkPicture: 'pictures', pictureForm: 'pictures' },
};

/** Returns the evidence: `489 of 493 items`. */
export function settingEvidence({ id, count, all, file }: Setting): string {
  if (file !== undefined) return t('style_evidence_file', file);
  return tCount(`style_evidence_${counted[id] ?? 'posts'}`, all, count);
}
