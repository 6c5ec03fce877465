import { mergeText } from '../core/merge/merge-text.ts';
import { zeroWidthSpace } from './escape.ts';
import {
  type Figure,
  type FigureFields,
  type FigureForm,
  type Place,
  readFigure,
} from './figure.ts';

/** Used for a backtick in parameters, which can't contain one. */
const likeBacktick = '\u02cb';

/**
 * Writes text as the value of a shortcode's parameter: it can end neither that nor the shortcode,
 * and begin no other.
 */
function parameter(text: string): string {
  const safe = oneLine(text)
    .replace(/([>%])(?=\}\})/g, `$1${zeroWidthSpace}`)
    .replace(/\{(?=\{[<%])/g, `{${zeroWidthSpace}`)
    .replace(/<!--(?=more-->)/g, `<!--${zeroWidthSpace}`);
  const hasBackslash = safe.includes('\\');
  // Between quotes, Hugo (0.111) accepts either backslashes or escaped quotes, not both.
  if (hasBackslash && safe.includes('"')) return `\`${safe.replaceAll('`', likeBacktick)}\``;
  if (!hasBackslash) return `"${safe.replaceAll('"', '\\"')}"`;
  return `"${safe.replace(/\\(?=`|$)/g, `\\${zeroWidthSpace}`)}"`;
}

/** Writes inline Markdown as a caption, in which Hugo runs shortcodes again. */
const captionParameter = (markdown: string): string =>
  parameter(markdown.replace(/\{(?=\{[<%])/g, '&#123;'));

/** Writes text as HTML in which no generator finds a tag, a mark or a brace. */
const html = (text: string): string =>
  oneLine(text).replace(/[&<>"'`{}%*_[\]\\|~$^=]/g, (char) => `&#${char.charCodeAt(0)};`);

/** Writes an address as the value of an attribute. */
const htmlAddress = (address: string): string =>
  html(
    address.replace(/[\p{Cc}\p{Z}<>"'`{}\\^|]/gu, (char) =>
      encodeURIComponent(char.toWellFormed()),
    ),
  );

const oneLine = (text: string): string => text.toWellFormed().replace(/\s+/g, ' ').trim();

/** Writes a picture in this form; the caption is left out if the form has none. */
export function writeFigure(form: FigureForm, figure: FigureFields): string {
  const { alt, path, linkUrl, caption } = figure;
  if (form === 'shortcode') {
    const parameters = [
      `src=${addressParameter(path)}`,
      // It is written even if empty, because otherwise Hugo uses the caption for it.
      `alt=${parameter(alt)}`,
      ...(caption === '' ? [] : [`caption=${captionParameter(caption)}`]),
      ...(linkUrl === '' ? [] : [`link=${addressParameter(linkUrl)}`]),
    ];
    return `{{< figure ${parameters.join(' ')} >}}`;
  }
  const image = `<img src="${htmlAddress(path)}" alt="${html(alt)}" />`;
  const linked = linkUrl === '' ? image : `<a href="${htmlAddress(linkUrl)}">${image}</a>`;
  if (form === 'img') return linked;
  const lines = caption === '' ? [] : [`<figcaption>${html(caption)}</figcaption>`];
  return ['<figure>', linked, ...lines, '</figure>'].join('\n');
}

const addressParameter = (url: string): string =>
  parameter(url.replace(/[\p{Cc}\p{Z}"`\\]/gu, (char) => encodeURIComponent(char.toWellFormed())));

const names = ['path', 'alt', 'caption', 'linkUrl'] as const;

/** `least`: the old text with only the changed words. */
type Edit = Place & { by: string; least?: string };

/**
 * Changes some fields of a figure in place, and nothing else: only the changed words of a value, if
 * the rest can stay as it is written. Undefined if one has no place there.
 */
export function changeFigure(text: string, fields: FigureFields): string | undefined {
  const figure = readFigure(text);
  if (!figure) return undefined;
  const edits: Edit[] = [];
  for (const name of names) {
    const value = fields[name];
    if (value === figure[name]) continue;
    const made = editsOf(text, figure, name, value);
    if (!made) return undefined;
    edits.push(...made);
  }
  const inWords = edits.map((edit) => ({ ...edit, by: edit.least ?? edit.by }));
  const least = withEdits(text, inWords);
  const read = readFigure(least);
  if (read && names.every((name) => read[name] === fields[name])) return least;
  const changed = withEdits(text, edits);
  const whole = readFigure(changed);
  return whole?.form === figure.form && isSame(whole, fields) ? changed : undefined;
}

function editsOf(
  text: string,
  figure: Figure,
  name: keyof FigureFields,
  value: string,
): Edit[] | undefined {
  const make = (to: string) =>
    figure.tags
      ? htmlEdits(text, figure, figure.tags, name, to)
      : parameterEdits(text, figure, name, to);
  const made = make(value);
  const [before, ...others] = make(figure[name]) ?? [];
  const [after] = made ?? [];
  // A value that is replaced by another one, and not added or removed.
  if (!before || others.length > 0 || made?.length !== 1 || !after) return made;
  if (before.start !== after.start || before.end !== after.end) return made;
  const there = text.slice(after.start, after.end);
  // The quotes stay; a changed word may be right beside them.
  const [quote = ''] = /^["'`]/.exec(there) ?? [];
  const inner = (value: string) => value.slice(quote.length, value.length - quote.length);
  const merged = mergeText(inner(before.by), inner(after.by), inner(there));
  return [{ ...after, ...(merged.clash ? {} : { least: quote + merged.text + quote }) }];
}

/** Of two edits at one place the first stays first. */
const withEdits = (text: string, edits: readonly Edit[]): string =>
  edits
    .map((edit, at) => ({ ...edit, at }))
    .sort((one, other) => other.start - one.start || other.at - one.at)
    .reduce((all, { start, end, by }) => all.slice(0, start) + by + all.slice(end), text);

/** Zero-width characters that were inserted for safety do not count. */
const said = (text: string) =>
  text
    .replaceAll('&#123;', '{')
    .replaceAll(likeBacktick, '`')
    .replaceAll(zeroWidthSpace, '')
    .replace(/\s+/g, ' ')
    .trim();
const isSame = (one: FigureFields, other: FigureFields) =>
  said(one.alt) === said(other.alt) &&
  said(one.caption) === said(other.caption) &&
  (one.linkUrl === '') === (other.linkUrl === '');

const insert = (at: number, by: string): Edit => ({ start: at, end: at, by });

const parameterNames = { path: 'src', alt: 'alt', caption: 'caption', linkUrl: 'link' } as const;

function parameterEdits(
  text: string,
  { places }: Figure,
  name: keyof FigureFields,
  value: string,
): Edit[] | undefined {
  const write = { path: addressParameter, alt: parameter, caption: captionParameter };
  const written = { ...write, linkUrl: addressParameter }[name](value);
  const place = places[name];
  const behind = (places.alt ?? places.path)?.end;
  if (place === undefined) {
    return behind === undefined
      ? undefined
      : [insert(behind, ` ${parameterNames[name]}=${written}`)];
  }
  if (place.start === place.end) return [insert(place.start, `=${written}`)];
  if (value !== '' || name === 'alt') return [{ ...place, by: written }];
  const [before = ''] = /\s*[a-z][\w-]*\s*=\s*$/i.exec(text.slice(0, place.start)) ?? [];
  return [{ start: place.start - before.length, end: place.end, by: '' }];
}

function htmlEdits(
  text: string,
  { places }: Figure,
  tags: NonNullable<Figure['tags']>,
  name: keyof FigureFields,
  value: string,
): Edit[] | undefined {
  const place = places[name];
  switch (name) {
    case 'caption': {
      if (place && value !== '') return [{ ...place, by: html(value) }];
      const { caption, end } = tags;
      if (caption) return [{ ...caption, start: beforeSpace(text, caption.start), by: '' }];
      const isLine = end && /\n[ \t]*$/.test(text.slice(0, end.start));
      return (
        end && [insert(end.start, `<figcaption>${html(value)}</figcaption>${isLine ? '\n' : ''}`)]
      );
    }
    case 'linkUrl': {
      const { image, opens, closes } = tags;
      if (place && value !== '') return [{ ...place, by: `"${htmlAddress(value)}"` }];
      if (opens && closes) return [opens, closes].map((tag) => ({ ...tag, by: '' }));
      return [insert(image.start, `<a href="${htmlAddress(value)}">`), insert(image.end, '</a>')];
    }
    default: {
      const written = `"${name === 'alt' ? html(value) : htmlAddress(value)}"`;
      if (place && place.end > place.start) return [{ ...place, by: written }];
      if (place) return [insert(place.start, `=${written}`)];
      return places.path && [insert(places.path.end, ` ${name}=${written}`)];
    }
  }
}

const beforeSpace = (text: string, at: number): number => text.slice(0, at).trimEnd().length;
