import type { Item } from '../../core/post/item.ts';
import type { Profile } from '../../core/post/profile.ts';
import { renderHidden } from '../hidden.ts';
import { makeHugoSafe } from '../hugo-safe.ts';
import type { Block } from './block.ts';
import { renderImageClip } from './image.ts';
import { renderLinkClip } from './link.ts';
import { renderMoment } from './moment.ts';
import { renderNote } from './note.ts';
import { renderQuote } from './quote.ts';
import { renderSection } from './section.ts';

function renderVisible(item: Item, profile: Profile): Block {
  switch (item.kind) {
    case 'quote':
      return renderQuote(item, profile);
    case 'link':
      return renderLinkClip(item, profile);
    case 'image':
      return renderImageClip(item, profile);
    case 'moment':
      return renderMoment(item, profile);
    case 'note':
      return renderNote(item, profile);
    case 'section':
      return renderSection(item, profile);
    case 'raw':
    case 'part':
      return { markdown: item.note, bullet: false };
  }
}

/** One item as a piece of the post; empty for one that is deleted or says nothing. */
export function renderBlock(item: Item, profile: Profile): Block {
  if (item.deletedAt !== null) return { markdown: '', bullet: false };
  const block = renderVisible(item, profile);
  if (!item.hidden || block.markdown === '') return block;
  return { markdown: renderHidden(block.markdown), bullet: false };
}

/**
 * One item's Markdown as it stands in a post, safe for Hugo, without a line end at its end; '' for
 * one that is deleted or says nothing.
 */
export function renderItem(item: Item, profile: Profile): string {
  return makeHugoSafe(renderBlock(item, profile).markdown).toWellFormed();
}
