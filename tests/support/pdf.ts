import { deflateSync } from 'node:zlib';

/** A PDF to be made; ASCII only. */
export interface PdfDraft {
  /** The lines of each page. */
  pages: readonly (readonly string[])[];
  title?: string;
  author?: string;
  /** In the format's notation: `D:20250103120000Z`. */
  created?: string;
  /** An XMP packet. */
  xmp?: string;
  /** Compresses streams, as most PDFs do. */
  deflated?: boolean;
  /** Claims to be encrypted, with a password that nobody knows. */
  encrypted?: boolean;
  /** Gives wrong positions of objects, like a careless tool. */
  brokenXref?: boolean;
  /**
   * Writes the text in a font whose codes are shifted by one, with a ToUnicode map that reveals it.
   */
  shifted?: boolean;
  /** Writes the text in a form that the page shows. */
  inForm?: boolean;
  /** Bytes of a stream that nothing refers to. */
  ballast?: Uint8Array;
}

const escaped = (text: string) => text.replace(/[\\()]/g, '\\$&');
const shift = (text: string) =>
  [...text].map((char) => String.fromCharCode(char.charCodeAt(0) + 1)).join('');

/** Makes a PDF with text in Helvetica (ISO 32000-1, 7.5). */
export function createPdf(draft: PdfDraft): Uint8Array {
  const { pages, deflated = false, shifted = false, inForm = false } = draft;
  const objects: string[] = [];
  const add = (object: string) => objects.push(object);
  const stream = (content: string, dict = '') => {
    const body = deflated
      ? deflateSync(Buffer.from(content, 'latin1')).toString('latin1')
      : content;
    const filter = deflated ? ' /Filter /FlateDecode' : '';
    return `<< ${dict} /Length ${body.length}${filter} >>\nstream\n${body}\nendstream`;
  };
  // The objects: 1 catalog, 2 pages, 3 font, 4 information, 5 packet, 6 map; then two or three for
  // each page.
  const perPage = inForm ? 3 : 2;
  const firstPage = 7;
  const kids = pages.map((_, index) => `${firstPage + index * perPage} 0 R`);
  add(`<< /Type /Catalog /Pages 2 0 R${draft.xmp ? ' /Metadata 5 0 R' : ''} >>`);
  add(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`);
  const map = shifted ? ' /ToUnicode 6 0 R' : '';
  add(`<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica${map} >>`);
  const facts = [
    ['Title', draft.title],
    ['Author', draft.author],
    ['CreationDate', draft.created],
  ] as const;
  add(`<< ${facts.map(([key, text]) => (text ? `/${key} (${escaped(text)})` : '')).join(' ')} >>`);
  add(stream(draft.xmp ?? '', '/Type /Metadata /Subtype /XML'));
  add(
    stream(
      'begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <21> <7F> <0020> endbfrange',
    ),
  );
  for (const [index, lines] of pages.entries()) {
    const at = firstPage + index * perPage;
    const shown = lines.map((line) => `(${escaped(shifted ? shift(line) : line)}) Tj T*`);
    const text = lines.length === 0 ? '' : `BT /F1 18 Tf 24 TL 72 720 Td ${shown.join(' ')} ET`;
    const resources = '/Resources << /Font << /F1 3 0 R >> >>';
    const form = inForm ? `<< /XObject << /X1 ${at + 2} 0 R >> >>` : '<< /Font << /F1 3 0 R >> >>';
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${at + 1} 0 R /Resources ${form} >>`,
    );
    add(stream(inForm ? '/X1 Do' : text));
    if (inForm) {
      add(stream(text, `/Type /XObject /Subtype /Form /BBox [0 0 612 792] ${resources}`));
    }
  }
  return fileOf(objects, draft);
}

function fileOf(objects: readonly string[], draft: PdfDraft): Uint8Array {
  const { encrypted = false, brokenXref = false, ballast } = draft;
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const parts = [Buffer.from(file, 'latin1')];
  if (ballast) {
    const head = `${objects.length + 1} 0 obj\n<< /Length ${ballast.length} >>\nstream\n`;
    parts.push(Buffer.from(head), Buffer.from(ballast), Buffer.from('\nendstream\nendobj\n'));
  }
  const start = parts.reduce((sum, part) => sum + part.length, 0);
  const move = brokenXref ? 7 : 0;
  const table = offsets
    .map((offset) => `${String(offset + move).padStart(10, '0')} 00000 n \n`)
    .join('');
  const size = objects.length + 1;
  const encrypt = encrypted
    ? ` /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >> /ID [<00> <00>]`
    : '';
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R /Info 4 0 R${encrypt} >>\nstartxref\n${start + move}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end, 'latin1')]);
}
