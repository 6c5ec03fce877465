import { type PDFDict, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { type Operand, readContent } from './content.ts';
import { type FontDecoder, readFont } from './font.ts';
import { bytesOf, dictOf, entryOf, nameOf } from './objects.ts';
import type { PdfPage } from './pages.ts';

/** How deeply forms may be nested; deeper nesting is an attack. */
const maxFormDepth = 4;

/**
 * The text of pages in the order in which it is written, without its layout, which is enough to
 * find words. Fonts are read once.
 */
export class PageTexts {
  readonly #fonts = new Map<PDFDict, Promise<FontDecoder>>();

  async read({ contents, resources }: PdfPage): Promise<string> {
    return this.#text(contents, resources, 0);
  }

  async #text(
    contents: readonly PDFObject[],
    resources: PDFDict | undefined,
    depth: number,
  ): Promise<string> {
    // Operators may continue from one stream to the next.
    const streams = await Promise.all(contents.map(bytesOf));
    const bytes = new Uint8Array(streams.reduce((sum, each) => sum + each.length + 1, 0)).fill(32);
    let at = 0;
    for (const stream of streams) {
      bytes.set(stream, at);
      at += stream.length + 1;
    }
    const fonts = await this.#fontsOf(resources);
    const forms = dictOf(resources, 'XObject');
    const parts: (string | PDFRawStream)[] = [];
    let font: FontDecoder | undefined;
    const show = (operand: Operand | undefined) => {
      if (Array.isArray(operand)) operand.forEach(show);
      else if (operand && 'bytes' in operand) parts.push(font?.(operand.bytes) ?? '');
    };
    readContent(bytes, (operator, operands) => {
      const last = operands.at(-1);
      if (operator === 'Tf') {
        const name = operands.find((each) => each !== null && 'name' in each);
        font = name && 'name' in name ? fonts.get(name.name) : undefined;
      } else if (['Tj', 'TJ', "'", '"'].includes(operator)) show(last);
      else if (operator === 'Do' && last && 'name' in last) {
        const form = entryOf(forms, last.name);
        if (form instanceof PDFRawStream) parts.push(form);
      }
    });
    const texts = await Promise.all(
      parts.map((part) =>
        typeof part === 'string' ? part : this.#formText(part, resources, depth + 1),
      ),
    );
    return texts.join('');
  }

  async #formText(
    form: PDFRawStream,
    inherited: PDFDict | undefined,
    depth: number,
  ): Promise<string> {
    if (depth > maxFormDepth || nameOf(form.dict, 'Subtype') !== 'Form') return '';
    return this.#text([form], dictOf(form.dict, 'Resources') ?? inherited, depth);
  }

  async #fontsOf(resources: PDFDict | undefined): Promise<Map<string, FontDecoder>> {
    const found = new Map<string, FontDecoder>();
    const fonts = dictOf(resources, 'Font');
    for (const key of fonts?.keys() ?? []) {
      const name = key.decodeText();
      const font = dictOf(fonts, name);
      if (!font) continue;
      const known = this.#fonts.get(font) ?? readFont(font);
      this.#fonts.set(font, known);
      found.set(name, await known);
    }
    return found;
  }
}
