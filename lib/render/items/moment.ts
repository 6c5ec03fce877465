import type { Moment } from '../../core/item.ts';
import { momentUrl } from '../../core/media-address.ts';
import type { Profile } from '../../core/profile.ts';
import { timeLabel } from '../../core/time-label.ts';
import { renderLink } from '../link.ts';
import { joinLinkAndNote } from '../note-link.ts';
import { type Block, bulletBlock, freeBlock } from './block.ts';

export function renderMoment(moment: Moment, profile: Profile): Block {
  const url = momentUrl(moment.mediaUrl, moment.startSeconds);
  const text = joinLinkAndNote(renderLink(timeLabel(moment.startSeconds), url), moment.note, url);
  return moment.form === 'bullet'
    ? bulletBlock(text, profile)
    : freeBlock(text, profile.columns.note);
}
