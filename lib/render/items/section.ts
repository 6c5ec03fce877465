import type { Section } from '../../core/post/item.ts';
import type { Profile } from '../../core/post/profile.ts';
import { type Block, freeBlock } from './block.ts';

const marks = { h1: '#', h2: '##', h3: '###', h4: '####' } as const;

export function renderSection(section: Section, profile: Profile): Block {
  if (section.form === 'lead-in') return freeBlock(section.note, profile.columns.note);
  const line = section.note.replace(/\s+/g, ' ').trim();
  return { markdown: line === '' ? '' : `${marks[section.form]} ${line}`, bullet: false };
}
