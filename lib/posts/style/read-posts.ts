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
    const parts = file.name.split('/');
    const own = (parts.at(-1) ?? '').replace(/\.[^.]*$/, '');
    const stem = isIndex(own) ? (parts.at(-2) ?? '') : own;
    const [, day, rest] = /^(\d{4}-\d\d-\d\d)[-_](.+)$/.exec(stem) ?? [];
    const named = typeof title === 'string' ? title : firstHeading(post);
    return {
      file,
      post,
      ...(shape ? { shape } : {}),
      title: named,
      date: typeof said === 'string' ? seeDate(said) : day ? seeDate(day) : undefined,
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

const firstHeading = ({ pieces }: OpenedPost): string =>
  pieces.find(({ kind }) => kind === 'heading')?.text.replace(/^#+\s+|\s+#+$|\n[=-]+$/g, '') ?? '';

/** Returns the names of the posts that begin with an unreadable front matter. */
export const brokenFrontMatters = (files: readonly PostFile[]): string[] =>
  files.flatMap(({ name, text }) => {
    const frontMatter = splitFrontMatter(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
    return frontMatter && fieldShapes(frontMatter) === undefined ? [name] : [];
  });
