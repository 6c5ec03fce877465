/** What changes the files of a post, and knows which of them it links to, in one piece that is loaded when it is needed. */
export { addSiteFiles, removeSiteFile, renameSiteFile } from '../app/site-files.ts';
export { readFileStates } from './site-file-states.ts';
