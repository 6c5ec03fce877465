import type { Profile } from '../../core/post/profile.ts';
import { readFigure } from '../../markdown/figure.ts';
import { readBlocks } from '../../markdown/read.ts';
import { parseMediaAddress } from '../../sites/media-address.ts';
import { readTags } from '../mask.ts';
import type { Piece } from '../open-post.ts';
import { readPiece } from '../read-piece.ts';
import type { PostSeen } from './read-posts.ts';
import type { Setting } from './setting.ts';
import { type Seen, vote } from './vote.ts';

type Change = NonNullable<Setting['change']>;

interface Sight {
  id: string;
  does: string;
  change?: Change;
  columns?: Partial<Profile['columns']>;
}

/**
 * Learns the signs of a blog, for bullets, emphasis, headings, quotes and pictures. Blocks are
 * counted, not posts.
 */
export function learnMarks(posts: readonly PostSeen[]): Setting[] {
  const seen = new Map<string, Seen<Sight>[]>();
  for (const post of posts) {
    for (const [at, piece] of post.post.pieces.entries()) {
      for (const sight of sightsIn(piece, post.post.pieces[at - 1])) {
        const others = seen.get(sight.id) ?? [];
        others.push({ value: sight, weight: post.weight });
        seen.set(sight.id, others);
      }
    }
  }
  const settings = [...seen.values()].flatMap((sights): Setting[] => {
    const most = vote(sights);
    // If each post has a picture folder of its own, none of them is a setting.
    if (!most || (most.value.id === 'imagePath' && most.share * 2 < 1)) return [];
    return [{ ...most.value, count: most.count, all: most.all }];
  });
  return [...settings, ...columns(posts), ...siteOf(posts)];
}

function sightsIn(piece: Piece, before: Piece | undefined): Sight[] {
  const { text } = piece;
  switch (piece.kind) {
    case 'bullet':
      return [...bulletSights(text), ...emphasisIn(text)];
    case 'heading':
      return headingSights(text);
    case 'quote':
      return quoteSights(piece, before);
    case 'paragraph':
      return [...pictureSights(piece), ...emphasisIn(text), ...paperDates(text)];
    case 'shortcode':
    case 'html':
      return pictureSights(piece);
    default:
      return [];
  }
}

function bulletSights(text: string): Sight[] {
  const bullet = /[*+-]/.exec(text)?.[0];
  if (bullet !== '*' && bullet !== '+' && bullet !== '-') return [];
  const [, second] = text.split('\n');
  const sights: Sight[] = [{ id: 'bullet', does: bullet, change: { bullet } }];
  if (second === undefined || /^\s*$|^\s*(?:[*+>#-]|\d+[.)])/.test(second)) return sights;
  const bulletLines = /^\s/.test(second) ? 'indented' : 'unindented';
  return [...sights, { id: 'bulletLines', does: bulletLines, change: { bulletLines } }];
}

function emphasisIn(text: string): Sight[] {
  if (!/[*_]/.test(text)) return [];
  return readBlocks(text).flatMap(({ spans }) =>
    spans.flatMap(({ kind, start }): Sight[] => {
      const emphasis = text[start] === '_' ? '_' : '*';
      return kind === 'emphasis' ? [{ id: 'emphasis', does: emphasis, change: { emphasis } }] : [];
    }),
  );
}

function headingSights(text: string): Sight[] {
  const headings = !/^ {0,3}#/.test(text)
    ? 'underlined'
    : /[^#\s].*\s#+\s*$/.test(text)
      ? 'closed'
      : 'open';
  return [{ id: 'headings', does: headings, change: { headings } }];
}

function quoteSights(piece: Piece, before: Piece | undefined): Sight[] {
  const fields = readPiece(piece, before);
  if (fields.kind !== 'quote') return [];
  const { attribution } = fields;
  if (attribution === 'none') return [{ id: 'attribution', does: 'none', change: { attribution } }];
  // An author's own words can't be generated from a source; a title is the nearest form.
  const form = attribution === 'host-path' ? attribution : 'title';
  const marks = [...piece.text.matchAll(/(^|\s)(--|[–—])\s/g)].at(-1);
  const attributionMark = marks?.[2] === '–' || marks?.[2] === '—' ? marks[2] : '--';
  const isApart = /\n>[ \t]*\n>[ \t]*(?:--|[–—])\s[^\n]*(?:\n(?!>[ \t]*\n)[^\n]*)*$/.test(
    piece.text,
  );
  const attributionPlace = isApart ? 'paragraph' : 'end';
  return [
    { id: 'attribution', does: form, change: { attribution: form } },
    { id: 'attributionMark', does: attributionMark, change: { attributionMark } },
    { id: 'attributionPlace', does: attributionPlace, change: { attributionPlace } },
  ];
}

function pictureSights(piece: Piece): Sight[] {
  const fields = readPiece(piece);
  if (fields.kind !== 'image') return [];
  const { path, linkUrl } = fields;
  const isRecording = parseMediaAddress(linkUrl) !== undefined;
  const imagePath = /^[a-z][\w+.-]*:/i.test(path) ? undefined : path.replace(/[^/]*$/, '');
  const pictureForm = readFigure(piece.text)?.form ?? 'markdown';
  return [
    { id: 'pictureForm', does: pictureForm, change: { pictureForm } },
    ...(imagePath === undefined || imagePath.length > 200
      ? []
      : [{ id: 'imagePath', does: imagePath || 'beside the post', change: { imagePath } }]),
    ...(isRecording ? [{ id: 'linkPicture', does: 'linked', change: { linkPicture: true } }] : []),
  ];
}

/** Returns the years after links to papers. */
function paperDates(text: string): Sight[] {
  return [...text.matchAll(/\.pdf[^\s)]*\)\s+\((?:(\d{1,2})\/)?\d{4}\)/g)].map(([, month]) => {
    const published = month === undefined ? 'year' : 'month-year';
    return { id: 'published', does: published, change: { published } };
  });
}

const filled = { paragraph: 'note', bullet: 'bullet', quote: 'quote' } as const;

/**
 * Returns the column at which blocks are wrapped: every line as long as possible, and none longer.
 */
function columns(posts: readonly PostSeen[]): Setting[] {
  return Object.entries(filled).flatMap(([kind, name]): Setting[] => {
    const blocks = posts.flatMap(({ post: { pieces }, weight }) =>
      pieces
        .filter((piece) => piece.kind === kind && !/^\[?!\[/.test(piece.text))
        .map(({ text }) => ({ lines: text.split('\n'), weight }))
        .filter(({ lines }) => lines.length > 2 || (lines[0] ?? '').length > 60),
    );
    const wrapped = blocks.filter(({ lines }) => lines.length > 1);
    const forms = Array.from({ length: 71 }, (_, at) => at + 50).map((column) => {
      const same = wrapped.filter(({ lines }) => isFilledAt(lines, column));
      return { column, count: same.length, weight: sum(same) };
    });
    const long = blocks.filter(({ lines }) => lines.length === 1);
    const never = { column: 0, count: long.length, weight: sum(long) };
    const most = [...forms, never].reduce((one, other) =>
      other.weight > one.weight ? other : one,
    );
    if (most.count === 0) return [];
    const columnsOf = { [name]: most.column, ...(name === 'note' ? { prose: most.column } : {}) };
    const does = most.column === 0 ? 'left long' : String(most.column);
    return [
      { id: `columns.${name}`, does, count: most.count, all: blocks.length, columns: columnsOf },
    ];
  });
}

const sum = (list: readonly { weight: number }[]) =>
  list.reduce((all, { weight }) => all + weight, 0);

function isFilledAt(lines: readonly string[], column: number): boolean {
  return lines.every((line, at) => {
    const next = lines[at + 1]?.replace(/^[ \t>]*/, '').split(/\s/)[0];
    return line.length <= column && (next === undefined || line.length + 1 + next.length > column);
  });
}

/** Learns facts about the site from posts: raw HTML, shortcodes. */
function siteOf(posts: readonly PostSeen[]): Setting[] {
  const withHtml = posts.filter(({ post }) => post.pieces.some(({ kind }) => kind === 'html'));
  const names = new Map<string, number>();
  for (const { post } of posts) {
    const tags = post.pieces.flatMap(({ text }) =>
      /\{\{[<%]/.test(text) ? readTags(text).tags : [],
    );
    const used = tags.flatMap(({ opening, name, closes }) =>
      (opening === '{{<' || opening === '{{%') && name !== undefined && !closes ? [name] : [],
    );
    for (const name of new Set(used)) names.set(name, (names.get(name) ?? 0) + 1);
  }
  const all = posts.length;
  return [
    ...(withHtml.length > 0
      ? [{ id: 'rawHtml', does: 'true', count: withHtml.length, all, change: { rawHtml: true } }]
      : []),
    ...(names.size > 0
      ? [
          {
            ...{ id: 'shortcodes', does: [...names.keys()].join(', ') },
            count: Math.max(...names.values()),
            all,
            change: { shortcodes: [...names.keys()].slice(0, 500) },
          },
        ]
      : []),
  ];
}
