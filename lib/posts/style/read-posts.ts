import { numberIn } from '../../core/post/next-number.ts';
import { createSlug } from '../../core/text/slug.ts';
import {
  type FieldShape,
  type FrontMatterShape,
  fieldShapes,
} from '../front-matter/field-shapes.ts';
import { splitFrontMatter } from '../front-matter/split.ts';
import { type OpenedPost, openPost } from '../open-post.ts';
import { type DateSeen, seeDate } from './date-forms.ts';
import { weightOf } from './vote.ts';

/** A post to learn from. */
export interface PostFile {
  /** Its path, with `/`, as far as it is known; at least its name. */
  name: string;
  text: string;
}

/** A post with what reveals its style. */
export interface PostSeen {
  file: PostFile;
  post: OpenedPost;
  /** How its front matter is written; absent if there is none, or it can't be read. */
  shape?: FrontMatterShape;
  title: string;
  date: DateSeen | undefined;
  /** The slug of its file, or of its folder if that is a bundle. */
  slug: string;
  number: string | undefined;
  weight: number;
}

export const dateNames = [
  'date',
  'pubDate',
  'publishDate',
  'published',
  'publishedAt',
  'created',
  'datePublished',
  'published_at',
  'publish_date',
  'pub_date',
  'pubdate',
  'created_at',
  'day',
];

export const topField = (
  shape: FrontMatterShape | undefined,
  name: string,
): FieldShape | undefined =>
  shape?.fields.find(({ path }) => path.length === 1 && path[0] === name);

/** Returns the field with the date of a post. */
export const dateField = (shape: FrontMatterShape | undefined): FieldShape | undefined =>
  dateNames
    .map((name) => topField(shape, name))
    .find((field) => typeof field?.value === 'string' && seeDate(field.value) !== undefined);

/** True for the file name of a bundle's post, without its extension: `index`, or `index.en` with a language. */
export const isIndex = (stem: string): boolean =>
  /^_?index(?:\.[a-z]{2,3}(?:-[a-z]+)?)?$/i.test(stem);

/**
 * Reads posts, the newest first; those without a date keep their order, after the others. All line
 * ends count as equal.
 */
export function readPosts(files: readonly PostFile[]): PostSeen[] {
  const posts = files.map((file) => {
    const post = openPost(file.text.replace(/\r\n?/g, '\n'));
    const shape = post.frontMatter && fieldShapes(post.frontMatter);
    const said = dateField(shape)?.value;
    const title = topField(shape, 'title')?.value;
    const { stem, day, rest } = namesOf(file);
    const named = typeof title === 'string' ? title : firstHeading(post);
    return {
      file,
      post,
      ...(shape ? { shape } : {}),
      title: named,
      date: dateOf(said, day),
      slug: rest ?? (stem || createSlug(named)),
      number: numberIn(named),
    };
  });
  const time = ({ date }: { date: DateSeen | undefined }) => (date ? Date.parse(date.date) : 0);
  return posts
    .map((post, at) => ({ post, at }))
    .sort((one, other) => time(other.post) - time(one.post) || one.at - other.at)
    .map(({ post }, rank) => ({ ...post, weight: weightOf(rank) }));
}

/**
 * Returns the newest files, those that `readPosts` would put first, from their front matters and
 * names alone: to open a post takes several times as long.
 */
export function newestFiles(files: readonly PostFile[], most: number): PostFile[] {
  if (files.length <= most) return [...files];
  return files
    .map((file, at) => ({ file, at, time: timeOf(file) }))
    .sort((one, other) => other.time - one.time || one.at - other.at)
    .slice(0, most)
    .map(({ file }) => file);
}

/** Returns the name of a file, or of its folder if that is a bundle, and its day and the rest of it. */
function namesOf({ name }: PostFile): { stem: string; day?: string; rest?: string } {
  const parts = name.split('/');
  const own = (parts.at(-1) ?? '').replace(/\.[^.]*$/, '');
  const stem = isIndex(own) ? (parts.at(-2) ?? '') : own;
  const [, day, rest] = /^(\d{4}-\d\d-\d\d)[-_](.+)$/.exec(stem) ?? [];
  return day === undefined || rest === undefined ? { stem } : { stem, day, rest };
}

const dateOf = (said: unknown, day: string | undefined): DateSeen | undefined =>
  typeof said === 'string' ? seeDate(said) : day === undefined ? undefined : seeDate(day);

/** Milliseconds since 1970, UTC; 0 for a file that says no date. */
function timeOf(file: PostFile): number {
  const frontMatter = splitFrontMatter(file.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const date = dateOf(dateField(frontMatter && fieldShapes(frontMatter))?.value, namesOf(file).day);
  return date ? Date.parse(date.date) : 0;
}

const firstHeading = ({ pieces }: OpenedPost): string =>
  pieces.find(({ kind }) => kind === 'heading')?.text.replace(/^#+\s+|\s+#+$|\n[=-]+$/g, '') ?? '';

/** Returns the names of the posts that begin with an unreadable front matter. */
export const brokenFrontMatters = (files: readonly PostFile[]): string[] =>
  files.flatMap(({ name, text }) => {
    const frontMatter = splitFrontMatter(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
    return frontMatter && fieldShapes(frontMatter) === undefined ? [name] : [];
  });
