import type { Moment } from '../../core/item.ts';
import type { Profile } from '../../core/profile.ts';
import { renderLink } from '../link.ts';
import { joinLinkAndNote } from '../note-link.ts';
import { type Block, bulletBlock, freeBlock } from './block.ts';

export function renderMoment(moment: Moment, profile: Profile): Block {
  const link = renderLink(formatTime(moment.startSeconds), moment.mediaUrl);
  const text = joinLinkAndNote(link, moment.note, moment.mediaUrl);
  return moment.form === 'bullet'
    ? bulletBlock(text, profile)
    : freeBlock(text, profile.columns.note);
}

/** `45:56`, and `1:02:03` from an hour on. */
export function formatTime(startSeconds: number): string {
  const seconds = String(startSeconds % 60).padStart(2, '0');
  const minutes = Math.trunc(startSeconds / 60) % 60;
  const hours = Math.trunc(startSeconds / 3600);
  return hours === 0
    ? `${minutes}:${seconds}`
    : `${hours}:${String(minutes).padStart(2, '0')}:${seconds}`;
}
