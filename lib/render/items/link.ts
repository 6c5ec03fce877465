import { linkAddress } from '../../clips/clip-source.ts';
import type { LinkClip } from '../../core/post/item.ts';
import type { Profile } from '../../core/post/profile.ts';
import { renderLink } from '../link.ts';
import { joinLinkAndNote } from '../note-link.ts';
import { type Block, bulletBlock, freeBlock } from './block.ts';
import { withPaperDate } from './paper-date.ts';

export function renderLinkClip(clip: LinkClip, profile: Profile): Block {
  const url = linkAddress(clip);
  const link = withPaperDate(renderLink(clip.title, url), clip, profile, clip.note);
  const text = joinLinkAndNote(link, clip.note, url);
  return clip.form === 'bullet'
    ? bulletBlock(text, profile)
    : freeBlock(text, profile.columns.note);
}
