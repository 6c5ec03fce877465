import type { PaperFacts } from './paper-facts.ts';

/** What a PDF's bytes say; each fact is '' if unknown. */
export interface PdfReading extends PaperFacts {
  pageCount: number;
  /** False for pictures of pages, such as scans. */
  hasText: boolean;
  /** For each requested text, the page it starts on, from 1; null: not found. */
  pages: (number | null)[];
}

/** Why a PDF could not be read. */
export type PdfProblem = 'pdf-encrypted' | 'pdf-broken' | 'pdf-too-large';

/** The request to the reader of PDFs, and its answer. */
export interface PdfQuestion {
  bytes: Uint8Array<ArrayBuffer>;
  /** Texts whose pages are requested. */
  texts: readonly string[];
}
export type PdfAnswer = { reading: PdfReading } | { problem: PdfProblem };
