import type { PdfQuestion } from '../clips/pdf-reading.ts';
import { readPdf } from './read-pdf.ts';

/** A worker of an extension page: one question, one answer. A PDF may take seconds. */
addEventListener('message', async ({ data }: MessageEvent<PdfQuestion>) => {
  postMessage(await readPdf(data));
});
