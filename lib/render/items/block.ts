import type { Profile } from '../../core/profile.ts';
import { containBlocks, hangIndent } from '../contain.ts';
import { wrapMarkdown } from '../wrap.ts';

/** One piece of the post's body. */
export interface Block {
  markdown: string;
  /** Follows the item before it without a blank line, so that both are one tight list. */
  bullet: boolean;
}

/** A list item holding Markdown, filled at the profile's column. */
export function bulletBlock(markdown: string, profile: Profile): Block {
  const content = containBlocks(markdown);
  if (content === '') return { markdown: '', bullet: true };
  const item = `${profile.bullet} ${hangIndent(content, 2)}`;
  return { markdown: wrapMarkdown(item, profile.columns.bullet), bullet: true };
}

/** Blocks of their own, filled at `column`. */
export function freeBlock(markdown: string, column: number): Block {
  return { markdown: wrapMarkdown(containBlocks(markdown), column), bullet: false };
}
