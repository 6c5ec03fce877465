import type { Note } from '../../core/post/item.ts';
import type { Profile } from '../../core/post/profile.ts';
import { dialectOf } from '../dialects/registry.ts';
import { type Block, bulletBlock, freeBlock } from './block.ts';

export function renderNote(note: Note, profile: Profile): Block {
  const { columns } = profile;
  // Wrapping treats a shortcode as words, and would break its line.
  const isWhole = note.asTyped === true && dialectOf(profile).tag.test(note.note);
  return note.form === 'bullet'
    ? bulletBlock(note.note, isWhole ? { ...profile, columns: { ...columns, bullet: 0 } } : profile)
    : freeBlock(note.note, isWhole ? 0 : columns.note);
}
