/**
 * What others use of the renderer. It brings the template engine along: the background, which only
 * needs one clip's Markdown, takes `items/render-item.ts` instead.
 */
export { renderBody } from './body.ts';
export { composeDraft } from './compose.ts';
export { renderFrontMatter } from './front-matter.ts';
export { imagePath } from './items/image.ts';
export { renderItem } from './items/render-item.ts';
export { defaultTemplate } from './template/default-template.ts';
