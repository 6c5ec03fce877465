import { browser } from 'wxt/browser';
import { ReadPdf } from '../../components/clips/ReadPdf.tsx';
import { type PdfReader, pdfAddress } from '../../components/hooks/use-pdf-reading.ts';
import { pageFrame } from '../../lib/client/page-frame.ts';
import type { SourcedClip } from '../../lib/core/post/item.ts';

/** Reads the PDF of a clip, as this page and browser can. */
export function ClipPdf({ clip, pdfs }: { clip: SourcedClip; pdfs: PdfReader }) {
  return (
    <ReadPdf
      state={pdfs.stateOf(clip.id)}
      ofQuote={clip.kind === 'quote'}
      host={URL.parse(pdfAddress(clip))?.host ?? ''}
      canAsk={import.meta.env.BROWSER === 'firefox'}
      inPopup={pageFrame() === 'popup'}
      onRead={() => void pdfs.read(clip)}
      onAllow={() => void pdfs.readWithAccess(clip)}
      onFile={(file) => void pdfs.readFile(clip, file)}
      onOpenTab={() => void browser.tabs.create({ url: location.href })}
    />
  );
}
