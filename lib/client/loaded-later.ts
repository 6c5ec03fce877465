import { loadCode } from '../core/base/load-code.ts';

export type Renderer = typeof import('./renderer.ts');

/** The code that pages load when it is first needed, each in one piece. All reject with `code-not-loaded`. */

let renderer: Renderer | undefined;

/** The renderer with its template engine. */
export async function loadRenderer(): Promise<Renderer> {
  renderer ??= await loadCode('renderer', () => import('./renderer.ts'));
  return renderer;
}
/** What takes a second copy of the library, in a zip. */
export const loadCopies = () => loadCode('copies', () => import('../app/snapshots/take-copies.ts'));
/** Backup and restore. */
export const loadLibraryFile = () => loadCode('library-file', () => import('./library-file.ts'));
/** Exporting with pictures. */
export const loadArchive = () => loadCode('archive', () => import('./archive.ts'));
/** What opens files as posts, with its parser. */
export const loadOpenPosts = () => loadCode('open-posts', () => import('./open-posts.ts'));
/** What learns a house's style from posts, and reads a style's file. */
export const loadStyles = () => loadCode('styles', () => import('./styles-later.ts'));
/** What changes and shows the files of a post. */
export const loadSiteFiles = () => loadCode('site-files', () => import('./site-files-later.ts'));
/** What reads the wrap-ups before this one, for the checks. */
export const loadEarlierPosts = () => loadCode('earlier-posts', () => import('./earlier-posts.ts'));
/** What a text can link to. */
export const loadLinkSource = () => loadCode('link-source', () => import('./link-source.ts'));
/** What reads Markdown as a site shows it. */
export const loadPostNodes = () => loadCode('post-nodes', () => import('./post-nodes.ts'));

export type BlockRenderer = typeof import('./block-renderer.ts');
let blockRenderer: BlockRenderer | undefined;

/** What draws single blocks of a post, and says what its template's parts print. */
export async function loadBlockRenderer(): Promise<BlockRenderer> {
  blockRenderer ??= await loadCode('block-renderer', () => import('./block-renderer.ts'));
  return blockRenderer;
}
/** The same if it was loaded before. */
export const loadedBlockRenderer = (): BlockRenderer | undefined => blockRenderer;

/** What reads an edited text back into blocks. */
export const loadTextEdits = () =>
  loadCode('text-edits', () => import('../posts/text-edits/edit-post-text.ts'));
/** What makes the example of a house style, with the template engine. */
export const loadStyleExample = () => loadCode('style-example', () => import('./style-example.ts'));
