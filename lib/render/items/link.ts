import type { LinkClip } from '../../core/item.ts';
import type { Profile } from '../../core/profile.ts';
import { renderLink } from '../link.ts';
import { joinLinkAndNote } from '../note-link.ts';
import { type Block, bulletBlock, freeBlock } from './block.ts';

export function renderLinkClip(clip: LinkClip, profile: Profile): Block {
  const text = joinLinkAndNote(renderLink(clip.title, clip.url), clip.note, clip.url);
  return clip.form === 'bullet'
    ? bulletBlock(text, profile)
    : freeBlock(text, profile.columns.note);
}
