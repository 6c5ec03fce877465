import { readBlocks } from './read.ts';

interface Place {
  start: number;
  end: number;
}

const definition = /^[ \t>]*\[(?:[^\]\\\n]|\\.)+\]:[ \t]*\n?[ \t]*(<[^<>\n]*>|\S+)/dgm;
const attribute = /\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'`=<>]+))/dgi;

/**
 * Returns where addresses are outside Markdown's inline links: in reference definitions, and in
 * `href` and `src` in HTML.
 */
export function otherAddresses(markdown: string): Place[] {
  if (!/\]:|(?:href|src)\s*=/i.test(markdown)) return [];
  return readBlocks(markdown).flatMap((block) => {
    if (block.kind === 'definition') return placesIn(markdown, block, definition);
    const tags =
      block.kind === 'html' ? [block] : block.spans.filter(({ kind }) => kind === 'html');
    return tags
      .filter(({ start }) => !markdown.startsWith('<!--', start))
      .flatMap((tag) => placesIn(markdown, tag, attribute));
  });
}

function placesIn(text: string, { start, end }: Place, pattern: RegExp): Place[] {
  return [...text.slice(start, end).matchAll(pattern)].flatMap(({ indices }) => {
    const place = indices?.slice(1).find((each) => each !== undefined);
    return place ? [{ start: start + place[0], end: start + place[1] }] : [];
  });
}
