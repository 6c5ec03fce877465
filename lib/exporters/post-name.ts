import { numberIn } from '../core/post/next-number.ts';
import type { Profile } from '../core/post/profile.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import { fillPattern } from '../core/text/pattern.ts';
import { createFileName } from '../core/text/slug.ts';
import type { PostFile } from './exporter.ts';

type Named = Pick<WrapUp, 'slug' | 'title' | 'date' | 'opened'>;
type NameStyle = Pick<Profile, 'filePattern'>;

/**
 * Returns the post's name in the export, without extension, following the house style; one that was
 * opened from a file keeps its name until it gets another.
 */
export function postName({ slug, title, date, opened }: Named, { filePattern }: NameStyle): string {
  const own = opened && opened.details.slug === slug ? stemOf(opened.name) : '';
  // A bundle's file name says nothing.
  if (own !== '' && !/^_?index$/.test(own) && isSafe(own)) return own;
  const words = /^_?index$/.test(slug) ? title : slug || title;
  const name = createFileName(words, 'md').replace(/\.md$/, '');
  const slots = { slug: name, title, date, number: numberIn(title) };
  const made = filePattern.trim() === '' ? undefined : fillPattern(filePattern, slots);
  if (made === undefined) return name;
  return isSafe(made) ? made : createFileName(made, 'md').replace(/\.md$/, '');
}

/** Returns what the post's file name is made from, in any layout. */
export const postFile = (post: Named, houseStyle: NameStyle): PostFile => ({
  name: postName(post, houseStyle),
  day: post.date.slice(0, 10),
});

/**
 * Returns the name with its date first, for layouts that require it; an opened post may have the
 * date in its name already.
 */
export const datedName = ({ name, day }: PostFile): string =>
  /^\d{4}-\d{2}-\d{2}-./.test(name) ? name : `${day}-${name}`;

/** Returns the name for downloading the post alone. */
export const fileName = (post: Named, houseStyle: NameStyle): string =>
  post.opened?.details.slug === post.slug && isSafe(stemOf(post.opened.name))
    ? post.opened.name
    : withOwnExtension(`${postName(post, houseStyle)}.md`, post);

/** Returns a path with the extension of the opened file: `.markdown` stays. */
export function withOwnExtension(path: string, { opened }: Pick<WrapUp, 'opened'>): string {
  const [extension = '.md'] = /\.(?:md|markdown)$/i.exec(opened?.name ?? '') ?? [];
  return path.replace(/\.md$/, extension);
}

const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '');

/** True if every system accepts the name; others are made safe. */
const isSafe = (stem: string): boolean =>
  /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}._ -]{0,99}$/u.test(stem) &&
  !/[. ]$/.test(stem) &&
  createFileName(stem, 'md') !== `${stem.toLowerCase()}-.md`;
