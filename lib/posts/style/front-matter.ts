import * as v from 'valibot';
import { limits } from '../../core/base/limits.ts';
import type {
  FieldSource,
  FieldStyle,
  FrontMatterStyle,
} from '../../core/post/front-matter-style.ts';
import { FieldStyleSchema, fieldKey } from '../../core/post/front-matter-style.ts';
import type { WrapUpDetails } from '../../core/post/wrap-up.ts';
import { fieldStyle } from '../../render/front-matter/usual.ts';
import { writeFields } from '../../render/front-matter/write-fields.ts';
import type { FieldShape } from '../front-matter/field-shapes.ts';
import { seeDate } from './date-forms.ts';
import { fieldOrder } from './field-order.ts';
import { listForms } from './list-forms.ts';
import { quotesOf, withQuotes } from './quotes.ts';
import { dateField, type PostSeen } from './read-posts.ts';
import type { Setting } from './setting.ts';
import { asPattern } from './slots.ts';
import { current, vote, weightOfAll } from './vote.ts';

/** A field in one of the posts that have it. */
interface Sight {
  post: PostSeen;
  field: FieldShape;
}

/** Learns how the front matter of posts is written, and each of its fields. */
export function learnFrontMatter(posts: readonly PostSeen[]): Setting[] {
  const readable = posts.filter(({ shape, post }) => shape || post.frontMatter === undefined);
  const format = vote(
    readable.map(({ shape, weight }) => ({ value: shape?.format ?? ('none' as const), weight })),
  );
  if (format === undefined) return [];
  const same = readable.filter(({ shape }) => (shape?.format ?? 'none') === format.value);
  const weighed = <T>(of: (post: PostSeen) => T) =>
    vote(same.map((post) => ({ value: of(post), weight: post.weight })))?.value;
  const indents = same.filter(({ shape }) =>
    shape?.fields.some(({ path }) => path.length > 1 || format.value === 'json'),
  );
  const below = current(same.map(({ shape, weight }) => ({ value: shape?.below ?? '', weight })));
  const indent = vote(indents.map(({ shape, weight }) => ({ value: shape?.indent ?? '', weight })));
  const frontMatter = {
    format: format.value,
    indent: indent?.value ?? (format.value === 'toml' ? '' : '  '),
    blankLines: weighed(blankLinesOf) ?? 1,
    ...(below?.value ? { below: below.value } : {}),
    ...(weighed(endsWithDots) ? { closing: '...' as const } : {}),
  };
  const { count, all } = format;
  return [
    { id: 'frontMatter', does: format.value, count, all, frontMatter },
    ...withQuotes(learnFields(same, frontMatter), same, format.value),
  ];
}

/** There are only line ends between the front matter and the first piece. */
const blankLinesOf = ({ post: { pieces } }: PostSeen): number =>
  pieces[0] ? Math.min(3, pieces[0].gap.split('\n').length - 1) : 1;

const endsWithDots = ({ post }: PostSeen): boolean =>
  post.frontMatter?.closing.startsWith('...') ?? false;

function learnFields(
  posts: readonly PostSeen[],
  frontMatter: Omit<FrontMatterStyle, 'fields'>,
): Setting[] {
  const sights = new Map<string, Sight[]>();
  for (const post of posts) {
    for (const field of post.shape?.fields ?? []) {
      const key = JSON.stringify(field.path);
      sights.set(key, [...(sights.get(key) ?? []), { post, field }]);
    }
  }
  const whole = weightOfAll(posts);
  const often = [...sights].filter(
    ([, seen]) => posts.length < 4 || weightOfAll(seen.map(({ post }) => post)) * 10 >= whole,
  );
  const kept = new Map(often.slice(0, 2 * limits.frontMatterFields));
  const settings = fieldOrder(posts, new Set(kept.keys())).flatMap((key): Setting[] => {
    const seen = kept.get(key);
    const field = seen && learnField(seen, posts, frontMatter);
    if (!seen || !field || !v.is(FieldStyleSchema, field)) return [];
    const { length: all } = posts;
    return [
      { id: `field.${fieldKey(field)}`, does: saidOf(field), count: seen.length, all, field },
    ];
  });
  return settings.slice(0, limits.frontMatterFields);
}

/** Returns the value of a field in the same notation that prints it. */
function saidOf({ type, from, quotes, text, form, list }: FieldStyle): string {
  const signs = { double: ' in "', single: " in '", plain: '' }[quotes];
  const where = list ? (/\[/.test(list.open) ? ', in one line' : ', a line each') : '';
  const how = type === 'date' && form !== '' ? ` ${form}` : '';
  const what = from === 'fixed' || from === 'computed' ? ` ${text.replaceAll('\n', ', ')}` : '';
  return `${type}${signs}${where}${how}${from === 'typed' ? '' : ` (${from}${what})`}`;
}

type Type = FieldStyle['type'];

function typeOf({ value, isMap, text, list }: FieldShape): Type {
  if (isMap) return 'map';
  if (value === undefined || value === null || (text.includes('\n') && list === undefined))
    return 'raw';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return 'number';
  if (typeof value !== 'string') return 'list';
  return seeDate(value) ? 'date' : 'string';
}

function learnField(
  seen: readonly Sight[],
  posts: readonly PostSeen[],
  { format, indent }: Omit<FrontMatterStyle, 'fields'>,
): FieldStyle | undefined {
  // A field that says nothing does not tell its type.
  const said = seen.filter(({ field: { value, isMap } }) => value !== null || isMap);
  const types = (said.length > 0 ? said : seen).map(({ field, post: { weight } }) => ({
    value: typeOf(field),
    weight,
  }));
  const type = vote(types)?.value ?? 'raw';
  const alike = seen.filter(({ field }) => typeOf(field) === type);
  const of = <T>(pick: (field: FieldShape) => T) =>
    current(alike.map(({ field, post }) => ({ value: pick(field), weight: post.weight })))?.value;
  const [{ field: { path } = { path: [] } } = {}] = alike;
  const quoted = alike.filter(({ field }) => type !== 'list' || field.item !== undefined);
  const quotes = vote(
    quoted.map(({ field, post }) => ({
      value: quotesOf(field.item ?? field.text),
      weight: post.weight,
    })),
  )?.value;
  const { list, wideList } = listForms(alike);
  const missing = posts.length - seen.length;
  const base = fieldStyle({
    path: [...path],
    type,
    from: 'typed',
    above: of(({ above }) => above) ?? '',
    assign: of(({ assign }) => assign) ?? '',
    beside: of(({ beside }) => beside) ?? '',
    omitEmpty: leavesOut(seen, posts),
    ...(type !== 'map' && alike.every(({ field }) => field.dotted) ? { dotted: true } : {}),
    ...(type === 'raw' && alike.every(({ field }) => field.tables) ? { tables: true } : {}),
    ...(type === 'map' ? { from: 'fixed' as const, assign: '', omitEmpty: false } : {}),
    ...(['string', 'date', 'list'].includes(type) ? { quotes: quotes ?? 'plain' } : {}),
    ...(type === 'string' && format === 'yaml' && saysNothing(seen) ? { bare: true } : {}),
    ...(type === 'list' && list ? { list } : {}),
    ...(type === 'list' && wideList ? { wideList } : {}),
  });
  if (type === 'map') return base;
  if (type === 'list' && base.list)
    base.assign =
      vote(
        alike.flatMap(({ field, post }) =>
          field.list ? [{ value: field.assign, weight: post.weight }] : [],
        ),
      )?.value ?? '';
  /** Returns the weight of the posts whose value the style writes exactly. */
  const back = (style: FieldStyle) =>
    weightOfAll(
      alike
        .filter(({ field }) => isWrittenSo(style, field, { format, indent }))
        .map(({ post }) => post),
    );
  // A value that needs quotes shows no choice. If the newest three agree, that is the current style.
  const plain: FieldStyle = { ...base, quotes: 'plain' };
  const chosen = quoted
    .map(({ field, post }) => ({ field, value: quotesOf(field.item ?? field.text), post }))
    .filter(
      ({ field, value }) => value === 'plain' || !isWrittenSo(plain, field, { format, indent }),
    )
    .map(({ value, post: { weight } }) => ({ value, weight }));
  const isNew =
    chosen.length > 3 && chosen.slice(0, 3).every(({ value }) => value === chosen[0]?.value);
  const choice = isNew ? chosen[0] : vote(chosen);
  // TOML and JSON allow no plain strings.
  if (choice && format === 'yaml' && quotes !== undefined) base.quotes = choice.value;
  // Every wrap-up has these details, so the field would appear in every post.
  const isUsual = weightOfAll(seen.map(({ post }) => post)) * 2 >= weightOfAll(posts);
  const found = withSource(base, alike, posts);
  const isRareDetail = !isUsual && ['slug', 'date', 'computed'].includes(found.from);
  const styled: FieldStyle = isRareDetail ? { ...base, omitEmpty: true } : found;
  if (
    back(styled) * 2 >= weightOfAll(alike.map(({ post }) => post)) ||
    styled.from === 'draft' ||
    styled.from === 'title'
  )
    return styled;
  return { ...base, type: 'raw', quotes: 'plain', ...sameText(alike, missing, ({ text }) => text) };
}

/** True if posts write a field without a value as its name alone, rather than with quotes. */
function saysNothing(seen: readonly Sight[]): boolean {
  const empty = seen
    .filter(({ field: { value } }) => value === null || value === '')
    .map(({ field: { text }, post: { weight } }) => ({ value: text === '', weight }));
  return current(empty)?.value === true;
}

/** True if more posts omit the field than have it empty or `false`. */
function leavesOut(seen: readonly Sight[], posts: readonly PostSeen[]): boolean {
  const empty = seen.filter(
    ({ field: { value } }) =>
      value === null || value === false || value === '' || (Array.isArray(value) && !value.length),
  );
  const having = weightOfAll(seen.map(({ post }) => post));
  return weightOfAll(posts) - having > weightOfAll(empty.map(({ post }) => post));
}

/** Returns where the value of a field comes from, as far as posts show it. */
function withSource(
  field: FieldStyle,
  seen: readonly Sight[],
  posts: readonly PostSeen[],
): FieldStyle {
  const [name = ''] = field.path.slice(-1);
  const isTop = field.path.length === 1;
  const from = (source: FieldSource) => ({ ...field, from: source });
  if (field.type === 'string' && isTop && name === 'title') return from('title');
  if (field.type === 'boolean' && isTop && (name === 'draft' || name === 'published'))
    return from(name);
  if (field.type === 'list' && name === 'tags') return from('tags');
  if (field.type === 'date') return ofDate(field, seen, posts);
  const missing = posts.length - seen.length;
  const values = seen.map(({ field: { value } }) => value);
  if (
    field.type === 'string' &&
    isTop &&
    name === 'slug' &&
    seen.every(({ post, field: { value } }) => value === post.slug)
  ) {
    return from('slug');
  }
  if (field.type === 'string' && values.length > 0) {
    const patterns = new Set(
      seen.map(({ post, field: { value } }) => asPattern(String(value), post, seen.length > 1)),
    );
    const [pattern] = patterns;
    if (patterns.size === 1 && pattern !== undefined && missing === 0) {
      return { ...field, from: 'computed', text: pattern };
    }
  }
  return { ...field, ...sameText(seen, missing, ownText) };
}

/** True if it differs in every post; a single post shows nothing. */
const changing =
  /description|summary|excerpt|abstract|subtitle|image|cover|thumb|photo|slug|url|link|permalink|id$|guid|updated|modified|lastmod|video|youtube|alt$|caption|weight|number/i;

function sameText(
  seen: readonly Sight[],
  missing: number,
  textOf: (field: FieldShape) => string,
): Pick<FieldStyle, 'from' | 'text'> {
  const said = vote(seen.map(({ field, post }) => ({ value: textOf(field), weight: post.weight })));
  if (said === undefined) return { from: 'typed', text: '' };
  if (said.unanimous && said.count > 1 && missing === 0) return { from: 'fixed', text: said.value };
  const isUsual =
    said.count > 1
      ? said.count * 5 >= said.all * 3 && missing <= seen.length
      : !changing.test(seen[0]?.field.path.join('.') ?? '') && said.all === 1;
  return { from: 'typed', text: isUsual ? said.value : '' };
}

/** Returns a field's value as a wrap-up's extra field stores it. */
export function ownText({ value, text, list }: FieldShape): string {
  if (Array.isArray(value) && value.length === 0) return '';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return text.includes('\n') ? text : value;
  if (Array.isArray(value) && list) {
    const lines = value.join('\n');
    return value.length === 1 && lines.includes(',') ? `${lines}\n` : lines;
  }
  return text;
}

function ofDate(field: FieldStyle, seen: readonly Sight[], posts: readonly PostSeen[]): FieldStyle {
  const isOfPost = seen.every(({ post, field: { value } }) => {
    const own = seeDate(String(value))?.date;
    // A day without a time matches the post's day; with a time it has to be the same time.
    const isDay = /T00:00:00/.test(own ?? '');
    return (
      dateField(post.shape)?.value === value ||
      (isDay ? own?.slice(0, 10) === post.date?.date.slice(0, 10) : own === post.date?.date)
    );
  });
  const [name] = field.path;
  const isMain =
    posts.some(({ shape }) => dateField(shape)?.path[0] === name) && field.path.length === 1;
  if (!isOfPost && !isMain) {
    return { ...field, ...sameText(seen, posts.length - seen.length, ownText), type: 'date' };
  }
  const forms = seen.flatMap(({ post, field: { value } }) => {
    const found = seeDate(String(value))?.forms ?? [];
    return found.map((form) => ({ value: form, weight: post.weight }));
  });
  const form = vote(forms)?.value ?? { form: '', zone: '' };
  return { ...field, from: 'date', ...form };
}

/** True if the style writes a value exactly as it is written there. */
function isWrittenSo(
  style: FieldStyle,
  field: FieldShape,
  { format, indent }: Pick<FrontMatterStyle, 'format' | 'indent'>,
): boolean {
  const value = field.value;
  if (style.from === 'date') return true;
  if (style.tables) return true;
  const alone = { ...style, path: ['a'], above: '', beside: '' };
  const given = style.type === 'number' || style.type === 'raw' ? field.text : (value ?? '');
  if (typeof given === 'number') return false;
  const write = (one: FieldStyle, said: string | boolean | readonly string[]) =>
    writeFields({ format, indent }, [{ field: one, value: said }]);
  return write(alone, given) === write({ ...alone, type: 'raw' }, field.text);
}

/**
 * Returns the details with which a style writes a post's front matter again: what its wrap-up would
 * contain.
 */
export function detailsOf(
  post: PostSeen,
  style: FrontMatterStyle,
): Pick<WrapUpDetails, 'title' | 'slug' | 'date' | 'draft' | 'tags' | 'extraFields'> {
  const shapes = post.shape?.fields ?? [];
  const of = (field: FieldStyle) =>
    shapes.find(({ path }) => path.join('\0') === field.path.join('\0'));
  const value = (from: FieldSource) =>
    style.fields
      .filter((field) => field.from === from)
      .map((field) => of(field)?.value)
      .find((each) => each !== undefined);
  const published = value('published');
  const tags = value('tags');
  const known = new Set(
    style.fields.filter(({ type }) => type !== 'map').map(({ path }) => path.join('\0')),
  );
  const typed = style.fields
    .filter(({ from, type }) => from === 'typed' && type !== 'map')
    .map((field) => {
      const shape = of(field);
      return {
        key: fieldKey(field),
        value: shape ? (field.type === 'raw' ? shape.text : ownText(shape)) : '',
      };
    });
  const others = shapes
    .filter(({ path, isMap }) => !isMap && path.length === 1 && !known.has(path.join('\0')))
    .map((shape) => ({ key: shape.path.join('.'), value: ownText(shape) }));
  return {
    title: post.title,
    slug: post.slug,
    date: post.date?.date ?? '2000-01-01T00:00:00+00:00',
    draft: typeof published === 'boolean' ? !published : value('draft') === true,
    tags: Array.isArray(tags) ? [...tags] : [],
    extraFields: [...typed, ...others],
  };
}
