import type { Item } from '../../core/post/item.ts';
import type { Profile } from '../../core/post/profile.ts';
import { trimBlankLines } from '../contain.ts';
import { dialectOf } from '../dialects/registry.ts';
import { renderHidden } from '../hidden.ts';
import type { Block } from './block.ts';
import { renderImageClip, renderSafeImage } from './image.ts';
import { renderLinkClip } from './link.ts';
import { renderMoment } from './moment.ts';
import { renderNote } from './note.ts';
import { renderQuote } from './quote.ts';
import { renderSection } from './section.ts';

/** A block with its rendering independent of its neighbours. */
export interface RenderedBlock extends Block {
  /** As written in the post: safe for its generator, unless it is written as typed. */
  written: string;
  /** Its shortcodes and HTML are the note-taker's own. */
  asTyped: boolean;
}

const nothing: Block = { markdown: '', bullet: false };

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
      return { markdown: trimBlankLines(item.note), bullet: false };
    case 'part':
      return item.byHand ? { markdown: trimBlankLines(item.note), bullet: false } : nothing;
  }
}

/**
 * Renders one item as a piece of the post; empty for one that is deleted or says nothing. A hidden
 * item becomes a comment, except for a part, which its template has.
 */
export function renderBlock(item: Item, profile: Profile): Block {
  if (item.deletedAt !== null) return nothing;
  const block = renderVisible(item, profile);
  if (!item.hidden || block.markdown === '') return block;
  return item.kind === 'part' ? nothing : { markdown: renderHidden(block.markdown), bullet: false };
}

/** In a comment nothing is written as typed, because generators run what is in it. */
function isAsTyped(item: Item): boolean {
  if (item.hidden) return false;
  if (item.kind === 'note') return item.asTyped === true;
  return item.kind === 'raw' || item.kind === 'part';
}

export function renderWritten(item: Item, profile: Profile): RenderedBlock {
  const block = renderBlock(item, profile);
  if (item.kind === 'image' && item.deletedAt === null && !item.hidden) {
    const safe = renderSafeImage(item, profile)?.toWellFormed();
    // Text that is safe already would be escaped a second time.
    if (safe !== undefined) return { ...block, markdown: safe, asTyped: true, written: safe };
  }
  const asTyped = isAsTyped(item);
  const written = asTyped ? block.markdown : dialectOf(profile).makeSafe(block.markdown);
  return { ...block, asTyped, written: written.toWellFormed() };
}

/**
 * Returns one item's Markdown as written in a post, without a line end at its end; '' for one that
 * is deleted or says nothing.
 */
export function renderItem(item: Item, profile: Profile): string {
  return renderWritten(item, profile).written;
}
