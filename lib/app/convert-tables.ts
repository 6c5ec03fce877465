import type { Failure } from '../core/base/errors.ts';
import { limits } from '../core/base/limits.ts';
import type { Result } from '../core/base/result.ts';
import type { FieldEdit } from '../core/post/change.ts';
import type { Item, Quote } from '../core/post/item.ts';
import { holdsHtmlTable } from '../render/html-table.ts';
import { attempt } from './attempt.ts';
import { fieldEdits, newOrigin } from './edited.ts';
import type { ChangeStore, Stores } from './ports.ts';

/**
 * Returns the quotes that older versions stored with a table as HTML, which a site may leave out;
 * none whose words the note-taker edited.
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
  items: Pick<Stores['items'], 'get' | 'original'>;
  changes: ChangeStore;
  /** Converts a quote's original to Markdown, with its tables as pipes. */
  convert(html: string): string;
}

/**
 * Converts quotes again from their originals, as one step of the history; the old form is kept for
 * sites that let HTML through. Quotes without an original stay unchanged.
 * @returns how many were converted, and the step
 */
export function convertTables(
  { items, changes, convert }: Deps,
  ids: readonly string[],
): Promise<Result<{ count: number; changeId: string | undefined }, Failure>> {
  return attempt(async () => {
    const converted = new Map<string, { from: string; to: string }>();
    for (const id of ids) {
      const [item, original] = await Promise.all([items.get(id), items.original(id)]);
      const [quote] = item ? quotesWithHtmlTables([item]) : [];
      if (!quote || !original) continue;
      const to = convert(original.html);
      if (to === '' || to.length > limits.quoteMarkdown || holdsHtmlTable(to)) continue;
      converted.set(id, { from: quote.markdown, to });
    }
    const { records, change } = await changes.apply(newOrigin(), async (view) => {
      const edits: FieldEdit[] = [];
      for (const [id, { from, to }] of converted) {
        const item = await view.item(id);
        // The quote may have been edited or converted since it was offered.
        if (!item || quotesWithHtmlTables([item]).length === 0) continue;
        edits.push(...fieldEdits('item', id, { markdown: to, htmlMarkdown: from }));
      }
      return edits.length > 0 ? { kind: 'convert', edits } : undefined;
    });
    return { count: records.size, changeId: change?.ids.at(-1) };
  });
}
