import type { PaperFacts } from './paper-facts.ts';

/** What a PDF's bytes say; each fact is '' if it says nothing. */
export interface PdfReading extends PaperFacts {
  pageCount: number;
  /** False for pictures of pages, as scans are. */
  hasText: boolean;
  /** For each of the texts that were looked for: the page it starts on, from 1; null: not found. */
  pages: (number | null)[];
}

/** Why a PDF could not be read. */
export type PdfProblem = 'pdf-encrypted' | 'pdf-broken' | 'pdf-too-large';

/** What the reader of PDFs is asked for, and what it answers. */
export interface PdfQuestion {
  bytes: Uint8Array<ArrayBuffer>;
  /** Texts whose pages are wanted. */
  texts: readonly string[];
}
export type PdfAnswer = { reading: PdfReading } | { problem: PdfProblem };
