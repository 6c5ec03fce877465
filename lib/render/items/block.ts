import type { Profile } from '../../core/post/profile.ts';
import { scanBlocks } from '../../markdown/blocks/scan.ts';
import { containBlocks, hangIndent } from '../contain.ts';
import { wrapMarkdown } from '../wrap.ts';

/** One piece of the post's body. */
export interface Block {
  markdown: string;
  /** Follows the previous item without a blank line, so that both form one tight list. */
  bullet: boolean;
}

/** Returns a list item with Markdown, wrapped at the profile's column. */
export function bulletBlock(markdown: string, profile: Profile): Block {
  const content = dedent(containBlocks(markdown));
  if (content === '') return { markdown: '', bullet: true };
  const item = `${profile.bullet} ${hangIndent(content, 2)}`;
  const filled = wrapMarkdown(item, profile.columns.bullet);
  const isBare = profile.bulletLines === 'unindented';
  return { markdown: isBare ? withoutIndentation(filled) : filled, bullet: true };
}

/**
 * Moves the further lines of a one-paragraph item to the margin, if they still belong to the
 * paragraph there.
 */
function withoutIndentation(item: string): string {
  const lines = item.split('\n');
  const bare = lines.map((line, at) => (at === 0 ? line : line.replace(/^ +/, '')));
  const blocks = scanBlocks(bare);
  return scanBlocks(lines).length === 1 && blocks.length === 1 && blocks[0]?.containers.length === 1
    ? bare.join('\n')
    : item;
}

/** Returns separate blocks, wrapped at `column`. */
export function freeBlock(markdown: string, column: number): Block {
  return { markdown: wrapMarkdown(containBlocks(markdown), column), bullet: false };
}

/**
 * Removes the first line's indentation, unless it is that of code, because it would move the column
 * of the list item's further lines.
 */
function dedent(markdown: string): string {
  const expanded = markdown.replace(/^ {0,3}\t/, '    ');
  const indent = /^ {1,3}(?! )/.exec(expanded)?.[0].length ?? 0;
  return indent === 0 ? expanded : expanded.replace(new RegExp(`^ {1,${indent}}`, 'gm'), '');
}
