import type { TemplatePart } from '../../core/post/profile.ts';
import { plainAddress } from '../../markdown/linked-addresses.ts';
import { readBlocks } from '../../markdown/read.ts';
import { parseMediaAddress } from '../../sites/media-address.ts';
import type { Piece } from '../open-post.ts';
import { dateInText, seeDate } from './date-forms.ts';
import type { PostSeen } from './read-posts.ts';
import type { Setting } from './setting.ts';
import { asLiquidText, asPattern } from './slots.ts';
import { isHabit, vote } from './vote.ts';

/**
 * Learns the parts that recur in posts: heading, intro sentence, thanks, footer, other headings.
 */
export function learnSentences(posts: readonly PostSeen[]): Setting[] {
  return [
    ...learnHeading(posts),
    ...learnPart(posts, 'intro', 'leading', introOf, 1 / 10),
    ...learnPart(posts, 'thanks', 'closing', thanksOf, 1 / 10),
    ...learnFooter(posts),
    ...learnHeadings(posts),
  ];
}

function learnPart(
  posts: readonly PostSeen[],
  name: string,
  side: TemplatePart['side'],
  of: (post: PostSeen) => string | undefined,
  habit: number,
): Setting[] {
  const seen = posts.flatMap((post) => {
    const value = of(post);
    return value === undefined ? [] : [{ value, weight: post.weight }];
  });
  const most = vote(seen);
  if (most === undefined || !isHabit(most, posts, habit)) return [];
  const part = { part: name, template: most.value, side };
  return [{ id: `part.${name}`, does: most.value, count: most.count, all: posts.length, part }];
}

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ').trim();

/** A slot, or the blog's own words. */
type Bit = string | { slot: string; of?: string };

const bitsText = (bits: readonly Bit[]): string =>
  bits.map((bit) => (typeof bit === 'string' ? asLiquidText(bit) : bit.slot)).join('');

/** Splits a paragraph into words and links, in their order. */
function linksIn(text: string): { start: number; end: number; label: string; url: string }[] {
  const [block] = readBlocks(text);
  return (block?.links ?? [])
    .filter(({ isImage }) => !isImage)
    .map(({ start, end, label, address }) => ({
      start,
      end,
      label: text.slice(label.start, label.end),
      url: plainAddress(text.slice(address.start, address.end)),
    }));
}

const verb = /\s(?:took place|happened|was held|is over|met|fand|war|ging|traf sich)(?=[\s.,]|$)/;

/** Returns the sentence that says what happened, with slots for what differs between evenings. */
function introOf({ post, title, number }: PostSeen): string | undefined {
  const [first] = post.pieces
    .slice(0, 5)
    .filter(
      ({ kind, text }) =>
        kind === 'paragraph' &&
        dateInText.test(text) &&
        (verb.test(` ${oneLine(text)}`) || linksIn(text).length > 1),
    );
  if (first === undefined) return undefined;
  const text = oneLine(first.text);
  const links = linksIn(text);
  const marks: { start: number; end: number; slot: string; needs: string }[] = [];
  const isFree = (start: number, end: number) =>
    marks.every((mark) => end <= mark.start || start >= mark.end);
  const put = (start: number, end: number, slot: string, needs: string) => {
    if (start < end && isFree(start, end)) marks.push({ start, end, slot, needs });
  };
  const insideLink = (at: number) => links.find(({ start, end }) => at >= start && at < end);

  const dateAt = dateInText.exec(text);
  const dated = dateAt && insideLink(dateAt.index);
  if (dateAt && seeDate(dateAt[0])) {
    const form = seeDate(dateAt[0])?.forms[0]?.form ?? '%Y-%m-%d';
    const whole = dated
      ? /^(.*?)(\s+(?:at\s+|um\s+)?\d{1,2}:\d\d(?:\s*Uhr)?)?$/.exec(dated.label)
      : undefined;
    if (dated && whole?.[2] !== undefined && whole[1] === dateAt[0]) {
      const clock = whole[2].replace(/\d{1,2}:\d\d/, '%H:%M');
      put(
        dated.start,
        dated.end,
        `{{ event.starts_at | date: "${form}${clock}" | link: event.url }}`,
        'event',
      );
    } else if (dated && dated.label === dateAt[0]) {
      put(dated.start, dated.end, `{{ event.date | date: "${form}" | link: event.url }}`, 'event');
    } else if (!dated) {
      put(
        dateAt.index,
        dateAt.index + dateAt[0].length,
        `{{ event.date | date: "${form}" }}`,
        'event',
      );
    }
  }
  const after = marks[0]?.end ?? 0;
  const clock = after > 0 ? /^(,?\s+(?:at\s+|um\s+)?)(\d{1,2}:\d\d)/.exec(text.slice(after)) : null;
  if (clock) {
    const start = after + (clock[1]?.length ?? 0);
    put(
      after,
      start + (clock[2]?.length ?? 0),
      `{% if event.time %}${clock[1]}{{ event.time }}{% endif %}`,
      'event',
    );
  }
  const verbAt = verb.exec(text);
  if (verbAt && verbAt.index < (marks[0]?.start ?? text.length)) {
    const name = text.slice(0, verbAt.index);
    const linked = links.find(({ start, end }) => start === 0 && end === verbAt.index);
    const isName =
      (number !== undefined && name.includes(number)) || (title.length > 3 && name.includes(title));
    if (linked && isName) put(0, verbAt.index, '{{ event | link }}', 'event');
    else if (isName && !insideLink(0)) put(0, verbAt.index, '{{ event.name }}', 'event');
  }
  speakersIn(text, links, put);
  const venue = links.find(
    ({ start, end }) =>
      isFree(start, end) &&
      /(?:^|\s)(?:at|in|@|bei|im|beim|in der)\s+(?:the\s+)?$/i.test(text.slice(0, start)),
  );
  if (venue) {
    const [lead = ''] =
      /\s(?:at|in|@|bei|im|beim|in der)\s+(?:the\s+)?$/i.exec(text.slice(0, venue.start)) ?? [];
    put(
      venue.start - lead.length,
      venue.end,
      `{% if venue %}${lead}{{ venue | link }}{% endif %}`,
      'venue',
    );
  }
  const recording = links.find(
    ({ url, start, end }) => isFree(start, end) && parseMediaAddress(url) !== undefined,
  );
  const slides = links.find(
    ({ label, start, end }) => isFree(start, end) && /^(?:slides|folien)$/i.test(label),
  );
  const intoSentence = (link: typeof recording, value: string) => {
    if (!link || /[{}"]/.test(link.label)) return;
    const from = sentenceStart(text, link.start);
    const to = sentenceEnd(text, link.end);
    const [before, behind] = [text.slice(from, link.start), text.slice(link.end, to)];
    const said = `{% if ${value} %}${asLiquidText(before)}{{ "${link.label}" | link: ${value} }}${asLiquidText(behind)}{% endif %}`;
    put(from, to, said, value);
  };
  intoSentence(recording, 'recording.url');
  intoSentence(slides, 'talks.first.slides');
  if (!marks.some(({ needs }) => needs === 'event')) return undefined;
  marks.sort((one, other) => one.start - other.start);
  const bits: Bit[] = [];
  let at = 0;
  for (const { start, end, slot } of marks) {
    bits.push(text.slice(at, start), { slot });
    at = end;
  }
  bits.push(untilSentenceEnd(text.slice(at)));
  const made = bitsText(bits);
  // A link that is no slot belongs to this evening only.
  if (bits.some((bit) => typeof bit === 'string' && /\]\(/.test(bit))) return undefined;
  return `{% if event.date %}${made}{% endif %}`;
}

const sentenceStart = (text: string, at: number) => {
  const ends = [...text.slice(0, at).matchAll(/[.!?:](?=\s+\p{Lu})/gu)].at(-1);
  return ends ? ends.index + 1 : at;
};
const sentenceEnd = (text: string, at: number) => {
  const found = /[.!?:](?=\s|$)/.exec(text.slice(at));
  return found ? at + found.index + 1 : text.length;
};
/**
 * Returns the text after the last slot, to the end of its sentence; the rest is about this evening.
 */
const untilSentenceEnd = (text: string) => text.slice(0, sentenceEnd(text, 0));

type Link = ReturnType<typeof linksIn>[number];

/** `by [Ada](…) (CTO) and Grace from [Rings](…)`: one slot, with the blog's words between. */
function speakersIn(
  text: string,
  links: readonly Link[],
  put: (start: number, end: number, slot: string, needs: string) => void,
): void {
  const by = [...text.matchAll(/\s(?:by|von|with|mit|presented by)\s+/g)].find(({ index }) =>
    links.some(({ start }) => start > index && start - index < 80),
  );
  if (!by) return;
  const start = by.index + by[0].length;
  const masked = links.reduce(
    (all, link) =>
      all.slice(0, link.start) + 'x'.repeat(link.end - link.start) + all.slice(link.end),
    text.replace(/\b(?:Dr|Prof|Mr|Mrs|Ms|St)\./g, (title) => 'x'.repeat(title.length)),
  );
  const rest = masked.slice(start);
  const [topic] = /\s(?:about|on|über|zum Thema|titled|talking)\s/.exec(rest) ?? [];
  const stops = [
    topic === undefined ? -1 : rest.indexOf(topic),
    rest.search(/[.!?;](?:\s|$)/),
  ].filter((each) => each >= 0);
  const end = start + Math.min(rest.length, ...stops);
  const [, from = 'from'] =
    /x\s+\(?[^)]*\)?\s*(from|von|of|bei|at)\s+/.exec(masked.slice(start, end)) ?? [];
  const and = /\sund\s/.test(masked.slice(start, end)) ? 'und' : 'and';
  const clause = clauseBefore(text, by.index);
  const words = asLiquidText(text.slice(clause, start));
  put(
    clause,
    end,
    `{% if speakers %}${words}{{ speakers | introduce: "${from}", "${and}" | sentence: "${and}" }}{% endif %}`,
    'speakers',
  );
  if (topic === undefined || end >= text.length) return;
  const stop = sentenceEnd(text, end + topic.length);
  const said = text.slice(end + topic.length, stop);
  const [, open = '', close = ''] =
    /^(["“„*_]{0,2}|\[)[^\]]*?(["”“*_]{0,2}|\]\([^)]*\))[.!?:]$/.exec(said) ?? [];
  const signs = open.startsWith('[') ? ['', ''] : [open, close];
  const slides = open.startsWith('[') ? ' | link: talks.first.slides' : '';
  const slot = `{{ talks.first.title${slides} }}`;
  put(
    end,
    stop - 1,
    `{% if talks.first.title %}${topic}${signs[0]}${slot}${signs[1]}{% endif %}`,
    'talk',
  );
}

/**
 * Returns where the clause begins that ends here: after the last link, or at the start of the
 * sentence.
 */
function clauseBefore(text: string, at: number): number {
  const before = text.slice(0, at);
  const link = before.lastIndexOf(')') + 1;
  const sentence = sentenceStart(text, at);
  return Math.max(link, sentence === at ? 0 : sentence);
}

/** Returns a sentence of thanks near the end, with a slot for the names. */
function thanksOf({ post }: PostSeen): string | undefined {
  const found = post.pieces
    .slice(-6)
    .findLast(
      ({ kind, text }) =>
        kind === 'paragraph' &&
        /^(?:(?:Many |Big )?Thanks|Thank you|(?:Vielen |Herzlichen )?Dank)\b/i.test(text),
    );
  if (!found) return undefined;
  const text = oneLine(found.text);
  const [, start = '', names = '', end = ''] =
    /^(.*?\b(?:to|an)\s+)(.+?)(\s+(?:for|für)\b.*|[.!]\s*)$/.exec(text) ?? [];
  if (names === '') return /\]\(/.test(text) ? undefined : asLiquidText(text);
  if (/\]\(/.test(start + end)) return undefined;
  const links = linksIn(names);
  const isLinked = links.length > 0;
  const isShort = (
    isLinked ? links.map(({ label }) => label) : names.split(/,|\band\b|\bund\b/)
  ).every((name) => !/\s/.test(name.trim()));
  const and = /\sund\s/.test(names) ? 'und' : 'and';
  const filters = `${isShort ? ' | first_name' : ''}${isLinked ? ' | link' : ''}`;
  const slot = `{{ speakers${filters} | sentence: "${and}" }}`;
  return `{% if speakers %}${asLiquidText(start)}${slot}${asLiquidText(end)}{% endif %}`;
}

/** Learns the footer: the text below the last rule, or the last block that recurs. */
function learnFooter(posts: readonly PostSeen[]): Setting[] {
  const lasts = posts.flatMap(({ post: { pieces }, weight }) => {
    const [before, last] = [pieces.at(-2), pieces.at(-1)];
    if (last === undefined || last.kind !== 'paragraph') return [];
    const rule = before?.kind === 'rule' ? before.text.trim() : '';
    return [{ value: { rule, text: last.text.trim() }, weight }];
  });
  const returns = (text: string) => lasts.filter(({ value }) => value.text === text).length > 1;
  const most = vote(lasts.filter(({ value: { rule, text } }) => rule !== '' || returns(text)));
  if (most === undefined || !isHabit(most, posts, 1 / 10)) return [];
  const { rule, text } = most.value;
  if (text.length > 2000) return [];
  const template = `{% if footer %}${rule === '' ? '' : `${rule}\n\n`}{{ footer | markdown }}{% endif %}`;
  const evidence = { count: most.count, all: posts.length };
  return [
    {
      id: 'part.footer',
      does: rule || 'no rule',
      ...evidence,
      part: { part: 'footer', template, side: 'closing' },
    },
    { id: 'footer', does: text, ...evidence, change: { footer: text } },
  ];
}

const isHeading = (piece: Piece | undefined): piece is Piece =>
  piece?.kind === 'heading' ||
  (piece?.kind === 'shortcode' && /^\{\{[<%]\s*h[1-4]\b/.test(piece.text));

/** Learns a heading that comes first. */
function learnHeading(posts: readonly PostSeen[]): Setting[] {
  const seen = posts.flatMap((post) => {
    const [first] = post.post.pieces;
    if (!isHeading(first)) return [];
    const text = oneLine(first.text);
    const said = asPattern(text, post, true)
      ?.replaceAll('{{ title }}', '{{ wrap_up.title }}')
      .replaceAll('{{ date |', '{{ wrap_up.date |')
      .replaceAll('{{ slug }}', '{{ wrap_up.slug }}');
    return text.length > 900 ? [] : [{ value: said ?? asLiquidText(text), weight: post.weight }];
  });
  const most = vote(seen);
  const isUsual =
    most && most.count * 2 > posts.length && (most.count > 1 || most.value.includes('{{'));
  return isUsual
    ? [
        {
          id: 'headingFirst',
          does: most.value,
          count: most.count,
          all: posts.length,
          change: { headingFirst: most.value },
        },
      ]
    : [];
}

/**
 * Learns the headings that at least a third of the posts have, after those that their template
 * begins with.
 */
function learnHeadings(posts: readonly PostSeen[]): Setting[] {
  const headings = posts.flatMap(({ post: { pieces } }) => [
    ...new Set(
      pieces
        .slice(1)
        .filter(isHeading)
        .map(({ text }) => text.trim()),
    ),
  ]);
  return [...Map.groupBy(headings, (text) => text)]
    .filter(
      ([text, same]) => same.length > 1 && same.length * 3 >= posts.length && text.length < 200,
    )
    .map(([text, same]) => {
      const name =
        text
          .replace(/[#={}<>%\s]+/g, ' ')
          .trim()
          .toLowerCase()
          .slice(0, 90) || 'heading';
      const part: TemplatePart = { part: name, template: asLiquidText(text), side: 'closing' };
      return {
        id: `part.${name}`,
        does: text,
        count: same.length,
        all: posts.length,
        part,
        doubtful: true,
      };
    });
}
