import * as v from 'valibot';
import { lastPdfPage } from './pdf-page.ts';

/** A page of a PDF, counted from 1 as in viewers. */
export const PdfPageSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.maxValue(lastPdfPage),
);
