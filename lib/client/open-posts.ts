/** Opens files as posts, with the parser, in one chunk that is loaded when first needed. */
export { openPosts } from '../app/open-posts.ts';
export { readFirstSentences } from '../posts/first-sentences.ts';
