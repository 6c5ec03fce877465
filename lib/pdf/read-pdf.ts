import { PDFDict, PDFParser } from '@cantoo/pdf-lib';
import type { PdfAnswer, PdfQuestion } from '../clips/pdf-reading.ts';
import { boundDecoding, decodedTooMuch } from './decoding.ts';
import { readFacts } from './facts.ts';
import { PageFinder } from './find-page.ts';
import { PageTexts } from './page-text.ts';
import { readPages } from './pages.ts';

/** How many objects are read between two turns of the worker. */
const objectsPerTurn = 1_000;

/**
 * Limit for the text of all pages together; pages beyond it have no text. A long book has a tenth
 * of this.
 */
const maxTextLength = 20_000_000;

/**
 * Reads what a PDF says about itself, and on which pages texts start. It visits the whole file,
 * object by object, so a broken cross-reference table does not matter. Never rejects.
 */
export async function readPdf({ bytes, texts }: PdfQuestion): Promise<PdfAnswer> {
  try {
    boundDecoding(bytes.length);
    const parser = PDFParser.forBytesWithOptions(bytes, objectsPerTurn, false);
    const context = await parser.parseDocument();
    if (decodedTooMuch()) return { problem: 'pdf-too-large' };
    const { Root, Info, Encrypt } = context.trailerInfo;
    if (context.lookup(Encrypt) !== undefined) return { problem: 'pdf-encrypted' };
    const root = context.lookup(Root);
    const catalog = root instanceof PDFDict ? root : undefined;
    const info = context.lookup(Info);
    const facts = await readFacts(info instanceof PDFDict ? info : undefined, catalog);
    const pages = readPages(context, catalog);
    if (pages.length === 0) return { problem: 'pdf-broken' };
    const reader = new PageTexts();
    const pageTexts: string[] = [];
    let length = 0;
    for (const page of pages) {
      // A broken page counts as one without text.
      const text = length < maxTextLength ? await reader.read(page).catch(() => '') : '';
      length += text.length;
      pageTexts.push(text);
    }
    const finder = new PageFinder(pageTexts);
    return {
      reading: {
        ...facts,
        pageCount: pages.length,
        hasText: finder.hasText,
        pages: texts.map((text) => finder.find(text)),
      },
    };
  } catch {
    // An error's message comes from the file, so only the problem's code is reported.
    return { problem: decodedTooMuch() ? 'pdf-too-large' : 'pdf-broken' };
  }
}
