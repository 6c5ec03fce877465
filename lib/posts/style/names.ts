import type { Layout } from '../../core/post/profile.ts';
import { createSlug } from '../../core/text/slug.ts';
import { formatDate, parseDate } from '../../core/time/date.ts';
import { isIndex, type PostSeen } from './read-posts.ts';
import type { Setting } from './setting.ts';
import { isHabit, vote, weightOfAll } from './vote.ts';

/** Learns the names of posts: their titles, slugs and files, and their folders. */
export function learnNames(posts: readonly PostSeen[]): Setting[] {
  const seen = <T>(of: (post: PostSeen) => T | undefined) =>
    posts.flatMap((post) => {
      const value = of(post);
      return value === undefined ? [] : [{ value, weight: post.weight }];
    });
  const setting = <T extends string | null>(
    id: string,
    of: (post: PostSeen) => T | undefined,
    change: (value: T) => Setting['change'],
    shown: (value: T) => string = String,
  ): Setting[] => {
    const most = vote(seen(of));
    const changed = most && change(most.value);
    if (!most || !changed) return [];
    const { value, count, all } = most;
    return [{ id, does: shown(value), count, all, change: changed }];
  };
  return [
    ...learnTitle(posts),
    ...setting(
      'slugPattern',
      slugPattern,
      (pattern) => (pattern === null ? undefined : { slugPattern: pattern }),
      (pattern) => pattern || 'from the title',
    ),
    ...setting('filePattern', filePattern, (pattern) => ({ filePattern: pattern })),
    ...setting('contentFolder', folderOf, (contentFolder) => ({ contentFolder })),
    ...setting('layout', posts.some(surelyOf) ? surelyOf : layoutOf, (layout) => ({ layout })),
    ...learnTags(posts),
  ];
}

/** Learns a title that recurs except for its number or date, and the last number if numbers recur. */
function learnTitle(posts: readonly PostSeen[]): Setting[] {
  const most = vote(
    posts.flatMap((post) => {
      const value = titlePattern(post);
      return value === undefined ? [] : [{ value, weight: post.weight }];
    }),
  );
  const isPattern = most?.value.includes('{{') && isHabit(most, posts, 1 / 5);
  const numbered = posts.filter(({ number }) => number !== undefined);
  const [newest] = numbered;
  const share = { count: numbered.length, weight: weightOfAll(numbered) };
  const isCounted = most?.value.includes('{{ number }}') || isHabit(share, posts, 1 / 2);
  return [
    ...(most && isPattern
      ? [
          {
            id: 'titlePattern',
            does: most.value,
            count: most.count,
            all: most.all,
            change: { titlePattern: most.value },
          },
        ]
      : []),
    ...(newest?.number !== undefined && isCounted
      ? [
          {
            id: 'number',
            does: newest.number,
            count: 1,
            all: 1,
            change: { number: newest.number },
          },
        ]
      : []),
  ];
}

function titlePattern({ title, number, date }: PostSeen): string | undefined {
  if (title === '' || title.length > 300 || /\{[{%]/.test(title)) return undefined;
  const parts = date && parseDate(date.date);
  const form =
    parts && ['%Y-%m-%d', '%B %Y'].find((each) => title.includes(formatDate(parts, each)));
  if (parts && form) return title.replace(formatDate(parts, form), `{{ date | date: "${form}" }}`);
  if (number === undefined) return title;
  const at = title.lastIndexOf(number);
  return `${title.slice(0, at)}{{ number }}${title.slice(at + number.length)}`;
}

/** '' if the slug is made from the title, null if it is neither that nor a pattern. */
function slugPattern({ slug, title, number }: PostSeen): string | null | undefined {
  if (slug === '' || slug === createSlug(title)) return slug === '' ? undefined : '';
  if (number === undefined) return null;
  const pattern = slug.replace(new RegExp(`(?<!\\d)${number}(?!\\d)`), '{{ number }}');
  return pattern === slug ? null : pattern;
}

function filePattern({ file }: PostSeen): string | undefined {
  const parts = file.name.split('/');
  const own = (parts.at(-1) ?? '').replace(/\.[^.]*$/, '');
  const stem = isIndex(own) ? parts.at(-2) : own;
  const [, separator] = /^\d{4}-\d\d-\d\d([-_])./.exec(stem ?? '') ?? [];
  // Jekyll always has the date in the name.
  if (separator === undefined || parts.includes('_posts')) return undefined;
  return `{{ date | date: "%Y-%m-%d" }}${separator}{{ slug }}`;
}

const isBundle = (name: string) =>
  isIndex(name.replace(/^.*\//, '').replace(/\.(?:md|markdown|mdx|qmd)$/i, ''));

function folderOf({ file: { name } }: PostSeen): string | undefined {
  const parts = name.split('/');
  const folders = parts.slice(0, isBundle(name) ? -2 : -1);
  const start = folders.findIndex((each) => /^(?:content|src|_posts)$/.test(each));
  return start < 0
    ? undefined
    : folders
        .slice(start)
        .filter((each) => !/^\d{4}$|^\d\d$/.test(each))
        .join('/');
}

/** Returns the generator if the post has something that no other generator has. */
function surelyOf({ file: { name }, shape }: PostSeen): Layout | undefined {
  const parts = name.split('/');
  if (parts.includes('_posts')) return 'jekyll';
  if (parts.includes('src') && parts.includes('content')) return 'astro';
  const has = (key: string) => shape?.fields.some(({ path }) => path[0] === key) ?? false;
  if (shape?.format === 'toml' && (has('taxonomies') || has('extra'))) return 'zola';
  if (has('eleventyNavigation') || has('eleventyExcludeFromCollections')) return 'eleventy';
  return undefined;
}

function layoutOf({ file: { name }, shape }: PostSeen): Layout | undefined {
  const parts = name.split('/');
  if (shape?.format === 'toml' || shape?.format === 'json' || parts.includes('content')) {
    return isBundle(name) ? 'hugo-bundle' : 'hugo-static';
  }
  return undefined;
}

/** Learns the tags that most posts have. */
function learnTags(posts: readonly PostSeen[]): Setting[] {
  const tagged = posts.flatMap(({ shape, weight }) => {
    const field = shape?.fields.find(({ path }) => path.at(-1) === 'tags');
    return Array.isArray(field?.value) ? [{ tags: field.value as readonly string[], weight }] : [];
  });
  if (tagged.length === 0) return [];
  const whole = weightOfAll(posts);
  const names = [...new Set(tagged.flatMap(({ tags }) => tags))];
  const usual = names.filter((name) => {
    const weight = tagged.reduce(
      (all, each) => all + (each.tags.includes(name) ? each.weight : 0),
      0,
    );
    return weight * 5 >= whole * 3;
  });
  const count = tagged.filter(({ tags }) => usual.every((tag) => tags.includes(tag))).length;
  return usual.length === 0
    ? []
    : [
        {
          id: 'tags',
          does: usual.join(', '),
          count,
          all: posts.length,
          change: { tags: usual.slice(0, 100) },
        },
      ];
}
