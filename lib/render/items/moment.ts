import { timeLabel } from '../../core/media/time-label.ts';
import type { Moment } from '../../core/post/item.ts';
import type { Profile } from '../../core/post/profile.ts';
import { momentUrl } from '../../sites/media-address.ts';
import { renderLink } from '../link.ts';
import { joinLinkAndNote } from '../note-link.ts';
import { type Block, bulletBlock, freeBlock } from './block.ts';

/** Returns `45:56`, or `45:56–47:10` if the moment has an end after its start. */
export function momentLabel({ startSeconds, endSeconds }: Span): string {
  const start = timeLabel(startSeconds);
  return hasEnd({ startSeconds, endSeconds })
    ? `${start}–${timeLabel(endSeconds as number)}`
    : start;
}

type Span = Pick<Moment, 'startSeconds' | 'endSeconds'>;

function hasEnd({ startSeconds, endSeconds }: Span): boolean {
  return endSeconds !== null && endSeconds > startSeconds;
}

/** Renders the link of a moment, in the form that its site documents. */
export function renderMomentLink(moment: Span & Pick<Moment, 'mediaUrl'>): string {
  return renderLink(momentLabel(moment), addressOf(moment));
}

function addressOf(moment: Span & Pick<Moment, 'mediaUrl'>): string {
  const end = hasEnd(moment) ? (moment.endSeconds as number) : undefined;
  return momentUrl(moment.mediaUrl, moment.startSeconds, end);
}

export function renderMoment(moment: Moment, profile: Profile): Block {
  const text = joinLinkAndNote(renderMomentLink(moment), moment.note, addressOf(moment));
  return moment.form === 'bullet'
    ? bulletBlock(text, profile)
    : freeBlock(text, profile.columns.note);
}
