/**
 * Learns a house's style from posts, and reads a style's file, in one chunk that is loaded when
 * needed.
 */
export { decodePost, longestPost } from '../posts/decode-post.ts';
export { learnStyle } from '../posts/learn-style.ts';
export { previewStyle } from '../posts/style/preview.ts';
export { brokenFrontMatters } from '../posts/style/read-posts.ts';
export { withSettings } from '../posts/style/setting.ts';
export { sitePosts } from '../posts/style/site-posts.ts';
export { readStyleFile, writeStyleFile } from '../posts/style/style-file.ts';
