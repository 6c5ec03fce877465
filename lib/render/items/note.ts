import type { Note } from '../../core/post/item.ts';
import type { Profile } from '../../core/post/profile.ts';
import { type Block, bulletBlock, freeBlock } from './block.ts';

export function renderNote(note: Note, profile: Profile): Block {
  return note.form === 'bullet'
    ? bulletBlock(note.note, profile)
    : freeBlock(note.note, profile.columns.note);
}
