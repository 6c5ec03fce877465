import type { Section } from '../../core/post/item.ts';
import type { Profile } from '../../core/post/profile.ts';
import { scanBlocks } from '../../markdown/blocks/scan.ts';
import { displayWidth } from '../width.ts';
import { type Block, freeBlock } from './block.ts';

const marks = { h1: '#', h2: '##', h3: '###', h4: '####' } as const;

export function renderSection(section: Section, profile: Profile): Block {
  if (section.form === 'lead-in') return freeBlock(section.note, profile.columns.note);
  const line = section.note.replace(/\s+/g, ' ').trim();
  return { markdown: line === '' ? '' : heading(line, section.form, profile), bullet: false };
}

function heading(line: string, level: keyof typeof marks, { headings }: Profile): string {
  const underline = { h1: '=', h2: '-', h3: '', h4: '' }[level];
  if (headings === 'underlined' && underline !== '' && isWords(line)) {
    return `${line}\n${underline.repeat(Math.max(3, displayWidth(line)))}`;
  }
  return `${marks[level]} ${line}${headings === 'closed' ? ` ${marks[level]}` : ''}`;
}

/** Above an underline, text that begins another block would become that block. */
function isWords(line: string): boolean {
  const [leaf] = scanBlocks([line]);
  return leaf?.kind === 'paragraph' && leaf.containers.length === 0;
}
