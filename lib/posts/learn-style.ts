import { readFields } from './front-matter/change-field.ts';
import { type FieldValue, isDate } from './front-matter/field.ts';
import { type OpenedPost, openPost, type Piece } from './open-post.ts';
import { readPiece } from './read-piece.ts';

/** What most posts of a blog do in one respect, with its evidence. */
export interface LearnedHabit {
  /** What it is about: `bullets`, `front matter`, `field title`. */
  of: string;
  /** What most of them do. */
  does: string;
  /** How many of how many do it. */
  count: number;
  all: number;
}

/** One sight of a habit in one post. */
type Seen = readonly [of: string, does: string];

/**
 * What posts have in common, each habit with how many show it. Counts blocks where a habit is of blocks (`*` bullets:
 * 489 of 493), posts where it is of posts.
 */
export function learnStyle(texts: readonly string[]): LearnedHabit[] {
  const posts = texts.map(openPost);
  const counts = new Map<string, Map<string, number>>();
  for (const [of, does] of posts.flatMap(seenIn)) {
    const forms = counts.get(of) ?? new Map<string, number>();
    forms.set(does, (forms.get(does) ?? 0) + 1);
    counts.set(of, forms);
  }
  const habits = [...counts].flatMap(([of, forms]) => {
    const [most] = [...forms].sort(([, one], [, other]) => other - one);
    const all = of.startsWith('field ') ? posts.length : sum(forms.values());
    return most ? [{ of, does: most[0], count: most[1], all }] : [];
  });
  return [...habits, ...columns(posts), ...returning(posts)];
}

const sum = (numbers: Iterable<number>) => [...numbers].reduce((one, other) => one + other, 0);

function seenIn(post: OpenedPost): Seen[] {
  const names = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' };
  return [
    ['line ends', names[post.lineEnd]],
    ['byte order mark', post.mark === '' ? 'none' : 'first'],
    ...frontMatterHabits(post),
    ...post.pieces.flatMap((piece, at) => pieceHabits(piece, post.pieces[at - 1])),
  ];
}

function frontMatterHabits({ frontMatter }: OpenedPost): Seen[] {
  if (frontMatter === undefined) return [['front matter', 'none']];
  const read = readFields(frontMatter);
  if (!read.ok) return [['front matter', `${frontMatter.format}, which cannot be read`]];
  const top = read.value.filter(({ path }) => path.length === 1);
  return [
    ['front matter', frontMatter.format],
    ['order of its fields', top.map(({ path }) => path[0]).join(', ')],
    ...read.value.map(({ path, value, start, end }): Seen => {
      const written = frontMatter.fields.slice(start, end);
      return [`field ${path.join('.')}`, formOf(value, written)];
    }),
  ];
}

function formOf(value: FieldValue | undefined, written: string): string {
  if (value === undefined) return 'something else';
  if (value === null) return 'empty';
  if (typeof value === 'object')
    return `list, ${written.startsWith('[') ? 'in one line' : 'a line each'}`;
  if (typeof value !== 'string') return typeof value;
  const quotes = /^["']/.exec(written)?.[0];
  const kind = isDate(value) ? dateForm(value) : 'text';
  return quotes === undefined ? kind : `${kind} in ${quotes}`;
}

const dateForm = (date: string) =>
  date.length === 10
    ? 'date'
    : `date and time, ${/[Zz]$|\d[+-]\d\d:?\d\d$/.test(date) ? 'with its offset' : 'without offset'}`;

function pieceHabits(piece: Piece, before: Piece | undefined): Seen[] {
  const { text } = piece;
  switch (piece.kind) {
    case 'bullet':
      return [['bullets', `${/[*+-][ \t]*/.exec(text)?.[0] ?? ''}`.replace(/[ \t]/g, '·')]];
    case 'rule':
      return [['rules', text.trim()]];
    case 'heading':
      return [['headings', /^ {0,3}#/.test(text) ? (/#+/.exec(text)?.[0] ?? '') : 'underlined']];
    case 'quote': {
      const fields = readPiece(piece, before);
      const form = fields.kind === 'quote' ? fields.attribution : undefined;
      return form === undefined ? [] : [['attribution of quotes', form]];
    }
    case 'paragraph': {
      const fields = readPiece(piece);
      return fields.kind === 'image'
        ? [['pictures', fields.linkUrl === '' ? 'alone' : 'linked']]
        : [];
    }
    default:
      return [];
  }
}

const filled = { paragraph: 'paragraphs', bullet: 'bullets', quote: 'quotes' } as const;

/** The column at which blocks are filled: every line as long as it may be, and none longer. */
function columns(posts: readonly OpenedPost[]): LearnedHabit[] {
  return Object.entries(filled).flatMap(([kind, name]) => {
    const blocks = posts.flatMap(({ pieces }) =>
      pieces
        .filter((piece) => piece.kind === kind)
        .map(({ text }) => text.split(/\r\n?|\n/))
        .filter((lines) => lines.length > 2 || (lines[0] ?? '').length > 60),
    );
    const counts = Array.from({ length: 71 }, (_, at) => at + 50).map((column) => ({
      does: String(column),
      count: blocks.filter((lines) => lines.length > 1 && isFilledAt(lines, column)).length,
    }));
    const never = { does: 'left long', count: blocks.filter((lines) => lines.length === 1).length };
    const most = [...counts, never].reduce((one, other) => (other.count > one.count ? other : one));
    return most.count === 0 ? [] : [{ of: `fill column of ${name}`, ...most, all: blocks.length }];
  });
}

function isFilledAt(lines: readonly string[], column: number): boolean {
  return lines.every((line, at) => {
    const next = lines[at + 1]?.replace(/^[ \t>]*/, '').split(/\s/)[0];
    return line.length <= column && (next === undefined || line.length + 1 + next.length > column);
  });
}

/** Headings and last blocks that return in at least a third of the posts. */
function returning(posts: readonly OpenedPost[]): LearnedHabit[] {
  const lasts = posts.map(({ pieces }) => pieces.at(-1)?.text.trim() ?? '');
  const headings = posts.flatMap(({ pieces }) => [
    ...new Set(pieces.filter(({ kind }) => kind === 'heading').map(({ text }) => text.trim())),
  ]);
  const often = (of: string, texts: readonly string[]) =>
    [...Map.groupBy(texts.filter(Boolean), (text) => text)]
      .filter(([, same]) => same.length > 1 && same.length * 3 >= posts.length)
      .map(([does, same]) => ({ of, does, count: same.length, all: posts.length }));
  return [...often('heading that returns', headings), ...often('last block', lasts)];
}
