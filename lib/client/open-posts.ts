/** What opens files as posts, with its parser, in one piece that is loaded when it is first needed. */
export { openPosts } from '../app/open-posts.ts';
export { readFirstSentences } from '../posts/first-sentences.ts';
