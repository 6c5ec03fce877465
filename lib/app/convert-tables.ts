import type { Failure } from '../core/errors.ts';
import type { Item, ItemChanges, Quote } from '../core/item.ts';
import { limits } from '../core/limits.ts';
import type { Result } from '../core/result.ts';
import { holdsHtmlTable } from '../render/html-table.ts';
import { attempt } from './attempt.ts';
import type { Stores } from './ports.ts';

/**
 * Quotes as older versions stored them, with a table as HTML that the site may leave out; none whose words
 * the note-taker edited.
 */
export function quotesWithHtmlTables(items: readonly Item[]): Quote[] {
  return items.filter(
    (item): item is Quote =>
      item.kind === 'quote' &&
      item.editedMarkdown === null &&
      item.htmlMarkdown === undefined &&
      holdsHtmlTable(item.markdown),
  );
}

interface Deps {
  items: Pick<Stores['items'], 'get' | 'original' | 'updateMany'>;
  /** A quote's original as Markdown, its tables as pipes. */
  convert(html: string): string;
}

/**
 * Converts quotes anew from their originals; what they were is kept as their form for sites that let HTML
 * through. Those without an original stay as they are.
 * @returns how many were converted, and what takes it back
 */
export function convertTables(
  { items, convert }: Deps,
  ids: readonly string[],
): Promise<Result<{ count: number; before: ReadonlyMap<string, ItemChanges> }, Failure>> {
  return attempt(async () => {
    const changes = new Map<string, ItemChanges>();
    const before = new Map<string, ItemChanges>();
    for (const id of ids) {
      const [item, original] = await Promise.all([items.get(id), items.original(id)]);
      // It may have been edited or converted since it was offered.
      const [quote] = item ? quotesWithHtmlTables([item]) : [];
      if (!quote || !original) continue;
      const markdown = convert(original.html);
      if (markdown === '' || markdown.length > limits.quoteMarkdown || holdsHtmlTable(markdown))
        continue;
      changes.set(id, { markdown, htmlMarkdown: quote.markdown });
      before.set(id, { markdown: quote.markdown, htmlMarkdown: undefined });
    }
    const converted = await items.updateMany(changes);
    return { count: converted.length, before };
  });
}
