import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import { UrlSchema } from '../base/record.ts';

/**
 * Places in a source, in the shapes of the W3C Web Annotation Data Model, section 4.2.
 * @see https://www.w3.org/TR/annotation-model/#selectors
 */
export const TextQuoteSelectorSchema = v.object({
  type: v.literal('TextQuoteSelector'),
  exact: v.pipe(v.string(), v.maxLength(limits.selectorText)),
  prefix: v.pipe(v.string(), v.maxLength(limits.selectorContext)),
  suffix: v.pipe(v.string(), v.maxLength(limits.selectorContext)),
});

/** Offsets in UTF-16 code units of the document's text content; `end` is exclusive. */
export const TextPositionSelectorSchema = v.object({
  type: v.literal('TextPositionSelector'),
  start: v.pipe(v.number(), v.integer(), v.minValue(0)),
  end: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

export const CssSelectorSchema = v.object({
  type: v.literal('CssSelector'),
  value: v.pipe(v.string(), v.maxLength(limits.description)),
});

/** `value` without `#`: a heading's id, `t=12`, `page=3`; `conformsTo` names the fragment syntax. */
export const FragmentSelectorSchema = v.object({
  type: v.literal('FragmentSelector'),
  conformsTo: v.optional(UrlSchema),
  value: v.pipe(v.string(), v.maxLength(limits.url)),
});

export const SelectorSchema = v.variant('type', [
  TextQuoteSelectorSchema,
  TextPositionSelectorSchema,
  CssSelectorSchema,
  FragmentSelectorSchema,
]);

export type TextQuoteSelector = v.InferOutput<typeof TextQuoteSelectorSchema>;
export type TextPositionSelector = v.InferOutput<typeof TextPositionSelectorSchema>;
export type Selector = v.InferOutput<typeof SelectorSchema>;
