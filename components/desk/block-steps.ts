import type { ItemEdits } from '../../lib/core/post/edits.ts';
import type { Item, Quote } from '../../lib/core/post/item.ts';

const sectionForms = ['lead-in', 'h1', 'h2', 'h3', 'h4'] as const;
const attributions = ['host-path', 'title', 'section', 'custom', 'none'] as const;

/**
 * Returns the next form: bullet and paragraph, bullet and quote, the levels of a heading; undefined
 * if there is only one.
 */
export function nextForm(item: Item): ItemEdits | undefined {
  switch (item.kind) {
    case 'quote':
      return { form: item.form === 'quote' ? 'bullet' : 'quote' };
    case 'link':
    case 'moment':
    case 'note':
      return { form: item.form === 'bullet' ? 'paragraph' : 'bullet' };
    case 'section':
      return {
        form:
          sectionForms[(sectionForms.indexOf(item.form) + 1) % sectionForms.length] ?? 'lead-in',
      };
    default:
      return undefined;
  }
}

/** Returns the next way of naming the source; ways that would print nothing are skipped. */
export function nextAttribution(quote: Quote): ItemEdits {
  const possible = attributions.filter(
    (each) =>
      (each !== 'section' || quote.source.heading !== '') &&
      (each !== 'custom' || quote.attributionLabel !== ''),
  );
  const next = possible[(possible.indexOf(quote.attribution) + 1) % possible.length] ?? 'none';
  return { attribution: next, ...(quote.sharesSource ? { sharesSource: false } : {}) };
}
