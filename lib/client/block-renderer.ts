/** Everything for drawing the post's blocks, in one chunk that is loaded when the desk opens. */
export { draftParts, draftProfile } from '../exporters/draft-parts.ts';
export { dialectOf } from '../render/dialects/registry.ts';
export { renderAttribution } from '../render/items/attribution.ts';
export { BlockCache } from '../render/items/block-cache.ts';
export { renderItem } from '../render/items/render-item.ts';
export { postNodes } from './post-nodes.ts';
