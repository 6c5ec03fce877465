import type { Layout } from '../../core/post/profile.ts';
import { readFields } from '../front-matter/change-field.ts';
import type { Field } from '../front-matter/field.ts';
import type { Setting } from './setting.ts';

/** A file of the site besides its posts; it has a text if that is needed (`isSiteConfig`). */
export interface SiteFile {
  /** Its path, with `/`. */
  name: string;
  text: string;
}

const configs =
  /(?:^|\/)(?:hugo\.(?:toml|ya?ml|json)|config\.(?:toml|ya?ml|json)|_config\.ya?ml|zola\.toml|astro\.config\.(?:mjs|cjs|js|ts|mts)|(?:\.eleventy|eleventy\.config)\.(?:js|cjs|mjs|ts))$/;

/** True for a file that configures how a site is made. */
export const isSiteConfig = (path: string): boolean => configs.test(path);

/** Returns the name of the shortcode whose template a file is. */
export const shortcodeName = (path: string): string | undefined =>
  /(?:^|\/)(?:layouts\/_?shortcodes|templates\/shortcodes)\/(.+?)\.(?:html|md)$/.exec(path)?.[1];

/**
 * Learns the site's own settings: layout, folders, raw HTML, names of shortcodes. An unreadable
 * file says nothing.
 */
export function learnSite(files: readonly SiteFile[], paths: readonly string[] = []): Setting[] {
  const settings = files.filter(({ name }) => isSiteConfig(name)).flatMap(learnConfig);
  const shortcodes = [...new Set(paths.flatMap((path) => shortcodeName(path) ?? []))].sort();
  if (shortcodes.length === 0) return settings;
  return [
    ...settings,
    {
      ...{ id: 'shortcodes', does: shortcodes.join(', '), count: 0, all: 0, file: 'shortcodes/' },
      change: { shortcodes: shortcodes.slice(0, 500).map((name) => name.slice(0, 200)) },
    },
  ];
}

function learnConfig({ name, text }: SiteFile): Setting[] {
  const file = name.split('/').at(-1) ?? name;
  const says = (id: string, does: string, change: Setting['change']): Setting => ({
    ...{ id, does, count: 0, all: 0, file },
    ...(change ? { change } : {}),
  });
  const layout = (value: Layout) => says('layout', value, { layout: value });
  if (file.startsWith('astro.config')) return [layout('astro')];
  if (/^\.eleventy\.|^eleventy\.config\./.test(file)) return [layout('eleventy')];
  const fields = fieldsOf(file, text);
  if (fields === undefined) return [];
  const valueAt = (...path: string[]) =>
    fields.find((field) => field.path.join('\0').toLowerCase() === path.join('\0').toLowerCase())
      ?.value;
  if (file.startsWith('_config')) {
    const permalink = valueAt('permalink');
    const source = valueAt('collections_dir');
    return [
      layout('jekyll'),
      ...(typeof permalink === 'string' ? [says('permalink', permalink, { permalink })] : []),
      ...(typeof source === 'string' && source !== ''
        ? [says('contentFolder', `${source}/_posts`, { contentFolder: `${source}/_posts` })]
        : []),
    ];
  }
  if (file === 'zola.toml' || valueAt('base_url') !== undefined) return [layout('zola')];
  const unsafe = valueAt('markup', 'goldmark', 'renderer', 'unsafe');
  const [content, statics] = [valueAt('contentDir'), valueAt('staticDir')];
  const permalink = fields.find(
    ({ path, value }) => path[0] === 'permalinks' && typeof value === 'string',
  );
  return [
    // The posts tell which of Hugo's two layouts it is.
    ...(typeof unsafe === 'boolean' ? [says('rawHtml', String(unsafe), { rawHtml: unsafe })] : []),
    ...(typeof statics === 'string'
      ? [says('staticFolder', statics, { staticFolder: statics })]
      : []),
    ...(typeof content === 'string' && content !== 'content'
      ? [says('contentFolder', `${content}/posts`, { contentFolder: `${content}/posts` })]
      : []),
    ...(permalink
      ? [says('permalink', String(permalink.value), { permalink: String(permalink.value) })]
      : []),
    ...(unsafe === undefined ? [says('rawHtml', 'false', { rawHtml: false })] : []),
  ];
}

function fieldsOf(file: string, text: string): Field[] | undefined {
  const format = file.endsWith('.toml') ? 'toml' : file.endsWith('.json') ? 'json' : 'yaml';
  if (text.length > 500_000) return undefined;
  const read = readFields({
    format,
    opening: '',
    fields: text.replace(/\r\n?/g, '\n'),
    closing: '',
  });
  return read.ok ? read.value : undefined;
}
