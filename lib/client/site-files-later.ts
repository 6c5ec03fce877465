/**
 * Changes the files of a post, and knows which of them it links to, in one chunk that is loaded
 * when needed.
 */
export { addSiteFiles, removeSiteFile, renameSiteFile } from '../app/site-files.ts';
export { readFileStates } from './site-file-states.ts';
