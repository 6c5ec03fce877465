/** What the pages need of the renderer, in one piece that is loaded when it is first needed. */
export { draftItems, draftProfile, exportWrapUp } from '../../lib/exporters/export-wrap-up.ts';
export { composeDraft } from '../../lib/render/compose.ts';
export { renderFrontMatter } from '../../lib/render/front-matter.ts';
export { renderItem } from '../../lib/render/items/render-item.ts';
