import { capturedMarkdown } from '../clips/captured-markdown.ts';
import { limits } from '../core/base/limits.ts';
import type { ItemEdits } from '../core/post/edits.ts';
import type { Item } from '../core/post/item.ts';

/** A field of a block that contains text of the post, by its name in the block's editor. */
export type FoundField = 'note' | 'markdown' | 'attributionLabel' | 'title' | 'alt';

export interface Search {
  query: string;
  matchCase: boolean;
  /** The site shows raw HTML in Markdown. */
  rawHtml: boolean;
}

/** A position in a block's text, in UTF-16 code units. */
export interface Match {
  id: string;
  field: FoundField;
  start: number;
  end: number;
  /** True for captured words: they are found, but never replaced. */
  isFixed: boolean;
}

interface SearchedText {
  field: FoundField;
  text: string;
  isFixed?: true;
}

/** Returns the texts of a block, in the order in which it prints them. */
function textsOf(item: Item, rawHtml: boolean): SearchedText[] {
  switch (item.kind) {
    case 'quote': {
      const words = item.editedMarkdown ?? capturedMarkdown(item, rawHtml);
      const label = item.attribution === 'custom' ? item.attributionLabel : '';
      return [
        { field: 'note', text: item.note },
        { field: 'markdown', text: words, isFixed: true },
        { field: 'attributionLabel', text: label },
      ];
    }
    case 'link':
      return [
        { field: 'title', text: item.title },
        { field: 'note', text: item.note },
      ];
    case 'image':
      return [
        { field: 'note', text: item.note },
        { field: 'alt', text: item.alt },
      ];
    case 'part':
      return item.byHand ? [{ field: 'note', text: item.note }] : [];
    default:
      return [{ field: 'note', text: item.note }];
  }
}

const patternOf = ({ query, matchCase }: Search) =>
  new RegExp(query.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), matchCase ? 'gu' : 'giu');

/**
 * Returns every match of `query` in the blocks' Markdown, in the given order, without overlaps.
 * Sentences of the template that are not written by hand do not belong to the post's text, and are
 * left out.
 */
export function findInItems(items: readonly Item[], search: Search): Match[] {
  if (search.query === '') return [];
  const pattern = patternOf(search);
  return items.flatMap((item) =>
    textsOf(item, search.rawHtml).flatMap(({ field, text, isFixed = false }) =>
      [...text.matchAll(pattern)].map(({ index, 0: said }) => ({
        ...{ id: item.id, field, isFixed },
        ...{ start: index, end: index + said.length },
      })),
    ),
  );
}

/** New texts of a block, and the texts that they replace. */
export interface Replacement {
  id: string;
  changes: ItemEdits;
  base: ItemEdits;
}

const longest: Readonly<Record<Exclude<FoundField, 'markdown'>, number>> = {
  note: limits.note,
  title: limits.title,
  alt: limits.description,
  attributionLabel: limits.label,
};

/**
 * Returns the texts of blocks with `by` at these matches, which are all or some of those from
 * `findInItems`; captured words stay. A field that would become too long stays as it is, too.
 */
export function replaceInItems(
  items: readonly Item[],
  matches: readonly Match[],
  by: string,
  rawHtml: boolean,
): { replacements: Replacement[]; count: number } {
  const replacements: Replacement[] = [];
  let count = 0;
  for (const item of items) {
    const changes: ItemEdits = {};
    const base: ItemEdits = {};
    for (const { field, text } of textsOf(item, rawHtml)) {
      if (field === 'markdown') continue;
      const here = matches.filter((each) => each.id === item.id && each.field === field);
      const after = spliced(text, here, by);
      if (here.length === 0 || after.length > longest[field]) continue;
      changes[field] = after;
      base[field] = text;
      count += here.length;
    }
    if (Object.keys(changes).length > 0) replacements.push({ id: item.id, changes, base });
  }
  return { replacements, count };
}

function spliced(text: string, at: readonly Match[], by: string): string {
  let out = '';
  let done = 0;
  for (const { start, end } of at) {
    out += text.slice(done, start) + by;
    done = end;
  }
  return out + text.slice(done);
}
