import { isVerbatim } from '../markdown/inline.ts';
import { type MarkdownBlock, readBlocks } from '../markdown/read.ts';
import { readFields } from '../posts/front-matter/change-field.ts';
import type { Field } from '../posts/front-matter/field.ts';
import { splitFrontMatter } from '../posts/front-matter/split.ts';
import { masked, maskTags, readTags, type Tag } from '../posts/mask.ts';
import { definedLabels, findLinks, hasReference, type PostLink } from './post-links.ts';
import { type Zone, zonesOf } from './zones.ts';

/**
 * A block of a post, with what the checks need repeatedly. All positions are relative to the whole
 * post.
 */
export interface PostBlock {
  block: MarkdownBlock;
  /**
   * Its words in their positions, from `block.words.start` on; code, HTML and addresses are masked.
   * '' if a block contains no words.
   */
  prose: string;
  links: readonly PostLink[];
  /** True if it links somewhere by a definition, `[words][label]`. */
  hasReference: boolean;
  /** The part of the post that it is in. */
  zone: Zone;
  /** True for a comment, which readers don't see. */
  isComment: boolean;
}

/** A post as the checks see it; read once for all of them. */
export interface ReadPost {
  text: string;
  /**
   * The text with the same positions, with `\n` for every line end, and with front matter,
   * shortcodes and Liquid tags masked.
   */
  readable: string;
  /**
   * The fields of the front matter and their positions; empty if there is none, or if it is broken.
   */
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

/** Returns a block's words, with a mark instead of each code unit that belongs to none. */
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
