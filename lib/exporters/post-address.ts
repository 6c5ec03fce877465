import type { LastExport } from '../core/post/last-export.ts';
import type { Profile } from '../core/post/profile.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import { createSlug } from '../core/text/slug.ts';
import { servedFolder } from './folder.ts';
import { postFile } from './post-name.ts';
import { exporterFor } from './registry.ts';

/**
 * Returns where the site serves a post, from its root: `/posts/rings/`, by its generator's rules
 * unless the site says otherwise. The last exported file decides; '' if it has no name yet.
 * @see https://gohugo.io/content-management/urls/
 */
export function postAddress(
  wrapUp: Pick<WrapUp, 'slug' | 'title' | 'date' | 'opened'>,
  houseStyle: Profile,
  last: LastExport,
): string {
  if (wrapUp.slug === '' && wrapUp.title === '') return '';
  const exported = Object.keys(last)
    .find((path) => path.endsWith('.md'))
    ?.split('/');
  const exporter = exporterFor(houseStyle);
  const parts = exported ?? exporter.post(postFile(wrapUp, houseStyle), houseStyle);
  const set = exported ? undefined : permalinkOf(houseStyle.permalink, wrapUp, parts);
  if (set !== undefined) return set;
  const own = exporter.address?.(parts);
  if (own) return `/${own.map(encodeURIComponent).join('/')}`;
  const content = parts.indexOf('content');
  const below =
    content < 0 ? [...servedFolder(houseStyle), parts.at(-1) ?? ''] : parts.slice(content + 1);
  const path = below
    .join('/')
    .replace(/(?:(?:^|\/)_?index)?\.md$/, '')
    .toLowerCase()
    .replace(/\s+/g, '-');
  return path === '' ? '/' : `/${path.split('/').map(encodeURIComponent).join('/')}/`;
}

/**
 * Returns the address by the generator's settings (`/:year/:slug/`); undefined if they contain an
 * unknown name.
 */
function permalinkOf(
  pattern: string,
  { slug, title, date }: Pick<WrapUp, 'slug' | 'title' | 'date'>,
  file: readonly string[],
): string | undefined {
  if (!pattern.startsWith('/')) return undefined;
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  const stem = (file.at(-1) ?? '').replace(/\.[^.]*$/, '');
  const name = (/^_?index$/.test(stem) ? (file.at(-2) ?? '') : stem).replace(
    /^\d{4}-\d\d-\d\d-/,
    '',
  );
  const known: Record<string, string> = {
    ...{ year, month, day, slug: slug || name, title: createSlug(title) },
    ...{ filename: name, contentbasename: name, slugorfilename: slug || name },
    section: file[file.indexOf('content') + 1] ?? '',
  };
  const path = pattern.replace(/:(\w+)/g, (whole, token: string) =>
    Object.hasOwn(known, token) ? encodeURIComponent(known[token] ?? '') : whole,
  );
  return path.includes(':') ? undefined : path;
}
