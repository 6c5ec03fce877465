import type { VNode } from 'preact';
import { t } from '../../lib/client/i18n.ts';
import type { PostElement, PostNode } from '../../lib/client/post-nodes.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';

/** A word of a template's sentence, and the field of the details that it comes from. */
export interface DetailWord {
  text: string;
  /** The value of the form's `data-field`. */
  field: string;
}

/**
 * Returns the words of the details that a sentence may contain, the longest first, because a name
 * may be part of another.
 */
export function detailWords({ event, venue, organiser, speakers }: WrapUp): DetailWord[] {
  const [date = '', time = ''] = event.startsAt.split('T');
  return [
    { text: event.name, field: 'event.name' },
    { text: date, field: 'event.startsAt' },
    { text: time, field: 'event.startsAt' },
    { text: venue.name, field: 'venue.name' },
    { text: organiser.name, field: 'organiser.name' },
    ...speakers.flatMap(({ id, name, role, affiliation }) =>
      [name, role, affiliation.name].map((text) => ({ text, field: `speaker.${id}` })),
    ),
  ]
    .filter(({ text }) => text.trim() !== '')
    .sort((a, b) => b.text.length - a.text.length);
}

/** A sentence may be wrapped within a name. */
const literal = (text: string) =>
  text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/gu, '\\s+');
const oneSpace = (text: string) => text.replace(/\s+/gu, ' ');

/**
 * Returns a pattern that splits a text at the words of the details; undefined if there are none.
 */
export const detailPattern = (words: readonly DetailWord[]): RegExp | undefined =>
  words.length === 0
    ? undefined
    : new RegExp(`(${words.map(({ text }) => literal(text)).join('|')})`, 'u');

/** Returns a text with the words of the details as buttons that lead to their fields. */
export function withDetails(
  text: string,
  words: readonly DetailWord[],
  pattern: RegExp | undefined,
): (VNode | string)[] {
  if (!pattern) return [text];
  return text.split(new RegExp(pattern, 'gu')).map((piece) => {
    const word = words.find((each) => oneSpace(each.text) === oneSpace(piece));
    return word ? (
      // A button would be one piece in its line: its text could not wrap, and a bracket before it
      // would end the line.
      // biome-ignore lint/a11y/useSemanticElements: for that reason
      <span
        role="button"
        class="detail-word"
        tabIndex={-1}
        data-detail={word.field}
        title={t('desk_detail_hint')}
      >
        {piece}
      </span>
    ) : (
      piece
    );
  });
}

export const textOf = (node: PostNode): string =>
  typeof node === 'string' ? node : (node as PostElement).children.map(textOf).join('');
