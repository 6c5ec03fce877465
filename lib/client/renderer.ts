/** What the pages need from the renderer, in one chunk that is loaded when first needed. */
export { draftItems, draftParts, draftProfile } from '../exporters/draft-parts.ts';
export { draftStart, exportWrapUp } from '../exporters/export-wrap-up.ts';
export { composeDraft } from '../render/compose.ts';
export { renderFrontMatter } from '../render/front-matter/registry.ts';
export { BlockCache } from '../render/items/block-cache.ts';
export { renderItem } from '../render/items/render-item.ts';
