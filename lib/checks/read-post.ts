import { isVerbatim } from '../markdown/inline.ts';
import { type MarkdownBlock, readBlocks } from '../markdown/read.ts';
import { readFields } from '../posts/front-matter/change-field.ts';
import type { Field } from '../posts/front-matter/field.ts';
import { splitFrontMatter } from '../posts/front-matter/split.ts';
import { masked, maskTags, readTags, type Tag } from '../posts/mask.ts';
import { definedLabels, findLinks, hasReference, type PostLink } from './post-links.ts';
import { type Zone, zonesOf } from './zones.ts';

/** A block of a post, with what the checks ask of it again and again. All places are places of the whole post. */
export interface PostBlock {
  block: MarkdownBlock;
  /**
   * Its words at their places, from `block.words.start` on; code, HTML and addresses are masked. ''
   * if a block holds no words.
   */
  prose: string;
  links: readonly PostLink[];
  /** It links somewhere by a definition, `[words][label]`. */
  hasReference: boolean;
  /** In which part of the post it stands. */
  zone: Zone;
  /** A comment: readers see nothing of it. */
  isComment: boolean;
}

/** A post as the checks see it; read once for all of them. */
export interface ReadPost {
  text: string;
  /** The text at the same places, with `\n` for every line end, and front matter, shortcodes and Liquid tags masked. */
  readable: string;
  /** The fields of the front matter at their places; empty if there is none, or a broken one. */
  fields: readonly Field[];
  blocks: readonly PostBlock[];
  tags: readonly Tag[];
  /** Where shortcodes begin that do not end. */
  unended: readonly number[];
  /** Where the front matter ends. */
  bodyStart: number;
  /** Where each line begins. */
  lineStarts: readonly number[];
}

export function readPost(text: string): ReadPost {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const frontMatter = splitFrontMatter(text.slice(mark));
  const fieldsStart = mark + (frontMatter?.opening.length ?? 0);
  const bodyStart =
    fieldsStart + (frontMatter?.fields.length ?? 0) + (frontMatter?.closing.length ?? 0);
  const body = text.slice(bodyStart);
  const found = readTags(body);
  const moved = (tag: Tag): Tag => ({
    ...tag,
    start: tag.start + bodyStart,
    end: tag.end + bodyStart,
  });
  const readable =
    text
      .slice(0, bodyStart)
      .replace(/[^\r\n]/g, ' ')
      .replace(/\r\n?/g, plainLineEnd) + maskTags(body, found).replace(/\r\n?/g, plainLineEnd);
  const read = frontMatter && readFields(frontMatter);
  return {
    text,
    readable,
    fields: read?.ok ? read.value.map((field) => movedField(field, fieldsStart)) : [],
    blocks: readPostBlocks(readable),
    tags: found.tags.map(moved),
    unended: found.unended.map((at) => at + bodyStart),
    bodyStart,
    lineStarts: lineStartsOf(text),
  };
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const isEnd = text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n');
    if (isEnd) starts.push(at + 1);
  }
  return starts;
}

const plainLineEnd = (end: string) => (end.length === 2 ? ' \n' : '\n');

const movedField = (field: Field, by: number): Field => ({
  ...field,
  start: field.start + by,
  end: field.end + by,
  key: field.key + by,
});

function readPostBlocks(readable: string): PostBlock[] {
  const read = readBlocks(readable);
  const labels = new Set(
    read.flatMap((block) => (block.kind === 'definition' ? definedLabels(readable, block) : [])),
  );
  const blocks = read.map((block) => {
    const prose = proseOf(block);
    return {
      block,
      prose,
      links: findLinks(readable, block),
      hasReference: hasReference(prose, labels),
      isComment: block.kind === 'html' && readable.startsWith('<!--', block.start),
    };
  });
  const zones = zonesOf(blocks);
  return blocks.map((each, at) => ({ ...each, zone: zones[at] ?? 'body' }));
}

/** A block's words with a mark in place of each code unit that is none. */
function proseOf(block: MarkdownBlock): string {
  if (!block.holdsWords) return '';
  const { text } = block;
  const offset = block.words.start;
  let prose = '';
  let at = 0;
  const mask = (start: number, end: number) => {
    const [from, to] = [Math.max(start - offset, at), end - offset];
    if (to <= from) return;
    prose += text.slice(at, from) + masked.repeat(to - from);
    at = to;
  };
  const verbatim = block.spans.flatMap((span) => {
    if (isVerbatim(span)) return [{ start: span.start, end: span.end }];
    const isLink = span.kind === 'link' || span.kind === 'image';
    return isLink ? [{ start: span.innerEnd + 1, end: span.end }] : [];
  });
  const all = [...verbatim, ...block.bareLinks].sort((one, other) => one.start - other.start);
  for (const { start, end } of all) mask(start, end);
  return prose + text.slice(at);
}
