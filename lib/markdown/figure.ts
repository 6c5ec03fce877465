import { decodeReferences } from '../core/text/character-references.ts';

/**
 * How a picture is written if not in Markdown: with Hugo's shortcode, or as HTML with or without a
 * caption.
 */
export type FigureForm = 'shortcode' | 'figure' | 'img';

export interface FigureFields {
  alt: string;
  /** Address or path of the picture. */
  path: string;
  /** The address that it links to, or ''. */
  linkUrl: string;
  /** Markdown in a shortcode; plain text in HTML. */
  caption: string;
}

/**
 * The position of a value, with its quotes, and its surroundings: `="…"` of an attribute, the text
 * of a caption.
 */
export interface Place {
  start: number;
  end: number;
}

export interface Figure extends FigureFields {
  form: FigureForm;
  /** Positions of the values that are written there. */
  places: Partial<Record<keyof FigureFields, Place>>;
  /** For HTML: positions of its tags, and of the caption with its tags. */
  tags?: { image: Place; opens?: Place; closes?: Place; caption?: Place; end?: Place };
}

/** An attribute with its value; that of a shortcode may also be between backticks. */
const attribute = /([a-z][\w-]*)(?:\s*=\s*("(?:\\"|[^"\n])*"|`[^`]*`|[^\s"'`=<>]+))?(?=\s|$)\s*/iy;
const htmlAttribute = /([a-z][\w:-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'`=<>{}]+))?(?=[\s/]|$)\s*/iy;

const longest = 5_000;

/**
 * Reads a text that is a picture and nothing else; undefined for one in Markdown, and for anything
 * more.
 */
export function readFigure(text: string): Figure | undefined {
  // A longer text is no figure, and would take too long.
  if (text.length > longest) return undefined;
  return readShortcode(text) ?? readHtml(text);
}

interface Value extends Place {
  value: string;
}

/** Undefined if something between `start` and `end` is no attribute, or occurs twice. */
function attributesIn(
  text: string,
  { start, end }: Place,
  pattern: RegExp,
  decode: (quoted: string) => string,
): Map<string, Value> | undefined {
  const found = new Map<string, Value>();
  const inside = text.slice(0, end);
  const read = new RegExp(pattern);
  let at = start + (/^\s*/.exec(inside.slice(start))?.[0].length ?? 0);
  while (at < end) {
    read.lastIndex = at;
    const match = read.exec(inside);
    const [all = '', name = '', quoted = ''] = match ?? [];
    const key = name.toLowerCase();
    if (!match || found.has(key)) return undefined;
    const from = quoted === '' ? at + name.length : at + all.lastIndexOf(quoted);
    found.set(key, { value: decode(quoted), start: from, end: from + quoted.length });
    at += all.length;
  }
  return found;
}

const unquoted = (quoted: string) => (/^["'`]/.test(quoted) ? quoted.slice(1, -1) : quoted);

function readShortcode(text: string): Figure | undefined {
  const [before] = /^\s*\{\{<\s*figure(?=\s)/.exec(text) ?? [];
  const whole = text.trimEnd();
  if (before === undefined || !whole.endsWith('>}}')) return undefined;
  const inside = whole.slice(before.length, -3).replace(/\/$/, '').trimEnd();
  const place = { start: before.length, end: before.length + inside.length };
  const found = attributesIn(text, place, attribute, (quoted) =>
    quoted.startsWith('"') ? unquoted(quoted).replaceAll('\\"', '"') : unquoted(quoted),
  );
  return figureOf('shortcode', {
    path: found?.get('src'),
    alt: found?.get('alt'),
    linkUrl: found?.get('link'),
    caption: found?.get('caption'),
  });
}

function readHtml(text: string): Figure | undefined {
  const match =
    /^\s*(<figure(?:\s[^<>]*)?>)?\s*(<a(?=\s)([^<>]*)>)?\s*(<img(?=\s)([^<>]*)>)\s*(<\/a>)?\s*(<figcaption(?:\s[^<>]*)?>([^<>]*)<\/figcaption>)?\s*(<\/figure>)?\s*$/di.exec(
      text,
    );
  if (!match?.indices) return undefined;
  const [, opens, anchor, , , inImage = '', endsAnchor, figcaption, caption, closes] = match;
  const isWhole =
    (opens === undefined) === (closes === undefined) &&
    (anchor === undefined) === (endsAnchor === undefined) &&
    (opens !== undefined || figcaption === undefined);
  // A blank line ends an HTML block; what follows is a separate block.
  if (!isWhole || /\n[ \t]*\n/.test(text.trim())) return undefined;
  const at = (group: number) => {
    const [start, end] = match.indices?.[group] ?? [0, 0];
    return { start, end };
  };
  const read = (place: Place) =>
    attributesIn(text, place, htmlAttribute, (quoted) => decodeReferences(unquoted(quoted)));
  const attributes = at(5);
  const image = read({ ...attributes, end: attributes.end - (inImage.endsWith('/') ? 1 : 0) });
  const link = anchor === undefined ? undefined : read(at(3));
  if (!image || (anchor !== undefined && !link?.has('href'))) return undefined;
  const figure = figureOf(opens === undefined ? 'img' : 'figure', {
    path: image.get('src'),
    alt: image.get('alt'),
    linkUrl: link?.get('href'),
    caption: caption === undefined ? undefined : { ...at(8), value: plain(caption) },
  });
  const tags = {
    image: at(4),
    ...(anchor === undefined ? {} : { opens: at(2), closes: at(6) }),
    ...(figcaption === undefined ? {} : { caption: at(7) }),
    ...(closes === undefined ? {} : { end: at(9) }),
  };
  return figure && { ...figure, tags };
}

const plain = (text: string) => decodeReferences(text).replace(/\s+/g, ' ').trim();

function figureOf(
  form: FigureForm,
  values: Record<keyof FigureFields, Value | undefined>,
): Figure | undefined {
  const { path, alt, linkUrl, caption } = values;
  if (!path?.value) return undefined;
  const entries = Object.entries(values).flatMap(([name, value]) =>
    value ? [[name, { start: value.start, end: value.end }]] : [],
  );
  return {
    form,
    alt: alt?.value ?? '',
    path: path.value,
    linkUrl: linkUrl?.value ?? '',
    caption: caption?.value ?? '',
    places: Object.fromEntries(entries),
  };
}
