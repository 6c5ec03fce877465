import type { MarkdownBlock } from '../../markdown/read.ts';
import type { Check, Found } from '../check.ts';
import type { ReadPost } from '../read-post.ts';

const found = (start: number, end: number): Found => ({
  start,
  end,
  message: { key: 'check_picture_alt', values: [] },
});

/** Yields picture tags in HTML; `alt=""` says that a picture has no content. */
function* tagsIn(readable: string, start: number, end: number): Iterable<Found> {
  for (const { 0: tag, index } of readable.slice(start, end).matchAll(/<img\b[^<>]*>/gi)) {
    if (!/\salt(?=[\s=/>])/i.test(tag)) yield found(start + index, start + index + tag.length);
  }
}

/** Yields the HTML of a block outside its comments. */
function* htmlParts(readable: string, { start, end }: MarkdownBlock): Iterable<[number, number]> {
  let at = start;
  while (at < end) {
    const comment = readable.indexOf('<!--', at);
    if (comment < 0 || comment >= end) break;
    yield [at, comment];
    const close = readable.indexOf('-->', comment);
    at = close < 0 ? end : close + 3;
  }
  if (at < end) yield [at, end];
}

/** Hugo's own shortcode uses the caption if there is no alt text. */
function* figures({ tags, text }: ReadPost): Iterable<Found> {
  for (const { opening, name, closes, start, end } of tags) {
    if (name !== 'figure' || closes || !opening.startsWith('{{')) continue;
    if (!/\s(?:alt|caption|title)\s*=/.test(text.slice(start, end))) yield found(start, end);
  }
}

/** Finds a picture without alt text. */
export const pictureAlt: Check = {
  id: 'picture-alt',
  *find(post) {
    const { blocks, readable } = post;
    for (const { block, links } of blocks) {
      if (block.kind === 'html') {
        for (const [start, end] of htmlParts(readable, block)) yield* tagsIn(readable, start, end);
        continue;
      }
      for (const { kind, label, start, end } of links) {
        if (kind === 'image' && label.trim() === '') yield found(start, end);
      }
      for (const { kind, start, end } of block.spans) {
        const isTag = kind === 'html' && !readable.startsWith('<!--', start);
        if (isTag) yield* tagsIn(readable, start, end);
      }
    }
    yield* figures(post);
  },
};
