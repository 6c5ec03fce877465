import { loadCode } from '../core/base/load-code.ts';

export type Renderer = typeof import('./renderer.ts');

/**
 * The code that pages load when first needed, each in one chunk. All reject with `code-not-loaded`.
 */

let renderer: Renderer | undefined;

/** Loads the renderer with its template engine. */
export async function loadRenderer(): Promise<Renderer> {
  renderer ??= await loadCode('renderer', () => import('./renderer.ts'));
  return renderer;
}
/** Loads what makes a second copy of the library, in a zip. */
export const loadCopies = () => loadCode('copies', () => import('../app/snapshots/take-copies.ts'));
/** Loads backup and restore. */
export const loadLibraryFile = () => loadCode('library-file', () => import('./library-file.ts'));
/** Loads the export with pictures. */
export const loadArchive = () => loadCode('archive', () => import('./archive.ts'));
/** Loads what opens files as posts, with its parser. */
export const loadOpenPosts = () => loadCode('open-posts', () => import('./open-posts.ts'));
/** Loads what learns a house's style from posts, and reads a style's file. */
export const loadStyles = () => loadCode('styles', () => import('./styles-later.ts'));
/** Loads what changes and shows the files of a post. */
export const loadSiteFiles = () => loadCode('site-files', () => import('./site-files-later.ts'));
/** Loads what reads the earlier wrap-ups, for the checks. */
export const loadEarlierPosts = () => loadCode('earlier-posts', () => import('./earlier-posts.ts'));
/** Loads the list of what a text can link to. */
export const loadLinkSource = () => loadCode('link-source', () => import('./link-source.ts'));
/** Loads what reads Markdown as a site shows it. */
export const loadPostNodes = () => loadCode('post-nodes', () => import('./post-nodes.ts'));

export type BlockRenderer = typeof import('./block-renderer.ts');
let blockRenderer: BlockRenderer | undefined;

/** Loads what draws single blocks of a post and evaluates its template's parts. */
export async function loadBlockRenderer(): Promise<BlockRenderer> {
  blockRenderer ??= await loadCode('block-renderer', () => import('./block-renderer.ts'));
  return blockRenderer;
}
/** Returns the same if it is loaded already. */
export const loadedBlockRenderer = (): BlockRenderer | undefined => blockRenderer;

/** Loads what reads an edited text back into blocks. */
export const loadTextEdits = () =>
  loadCode('text-edits', () => import('../posts/text-edits/edit-post-text.ts'));
/** Loads what makes the example of a house style, with the template engine. */
export const loadStyleExample = () => loadCode('style-example', () => import('./style-example.ts'));
