import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { PdfReading } from '../../../lib/clips/pdf-reading.ts';
import { readPdf } from '../../../lib/pdf/read-pdf.ts';
import { createPdf, type PdfDraft } from '../../support/pdf.ts';

const pages = [
  ['Tides and queries', 'Ada Example, Bo Example'],
  ['Tides repeat, and so do the que-', 'ries about them: interoper-', 'ability comes first.'],
  ['A ring of segments', 'keeps the last tide.'],
];
const draft: PdfDraft = {
  pages,
  title: 'Tides and queries',
  author: 'Ada Example; Bo Example',
  created: "D:20250103120000+01'00'",
};
const ask = (of: PdfDraft, ...texts: string[]) =>
  readPdf({ bytes: new Uint8Array(createPdf(of)), texts });
async function read(of: PdfDraft, ...texts: string[]): Promise<PdfReading> {
  const answer = await ask(of, ...texts);
  if (!('reading' in answer)) throw new Error(answer.problem);
  return answer.reading;
}

const quote = 'so do the queries about them: interoperability comes first';

describe('a PDF says', () => {
  it('what its information dictionary says', async () => {
    expect(await read(draft)).toEqual({
      title: 'Tides and queries',
      author: 'Ada Example, Bo Example',
      published: '2025-01-03',
      pageCount: 3,
      hasText: true,
      pages: [],
    });
  });

  it('what its XMP packet says, before that', async () => {
    const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>
      <rdf:Description xmp:CreateDate="2020-01-01T00:00:00Z"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Tides &amp; queries</rdf:li></rdf:Alt></dc:title>
      <dc:creator><rdf:Seq><rdf:li>Ada Example</rdf:li><rdf:li>Bo Example</rdf:li></rdf:Seq></dc:creator>
      <prism:publicationDate>2024-11-05</prism:publicationDate></rdf:Description></rdf:RDF></x:xmpmeta>`;
    expect(await read({ ...draft, xmp, deflated: true })).toMatchObject({
      title: 'Tides & queries',
      author: 'Ada Example, Bo Example',
      published: '2024-11-05',
    });
  });

  it.each(['Microsoft Word - tides_final.docx', 'tides.dvi', 'untitled', ' '])(
    'no title where its maker gave “%s”',
    async (title) => {
      expect((await read({ ...draft, title })).title).toBe('');
    },
  );

  it('nothing where it says nothing', async () => {
    expect(await read({ pages })).toMatchObject({ title: '', author: '', published: '' });
  });
});

describe('the page of a quote is found', () => {
  it.each([
    ['in plain streams', draft],
    ['in deflated streams', { ...draft, deflated: true }],
    ['in a font with codes of its own', { ...draft, shifted: true, deflated: true }],
    ['in a form that the page shows', { ...draft, inForm: true }],
    ['where the cross-reference table is broken', { ...draft, brokenXref: true }],
  ])('%s', async (_, of) => {
    const found = await read(of, quote, 'A ring of segments', 'Tides and queries');
    expect(found.pages).toEqual([2, 3, 1]);
  });

  it('and not where its words are nowhere, or are too few to tell', async () => {
    expect((await read(draft, 'Words of another paper altogether', 'tide', '')).pages).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('among 500 pages', async () => {
    const many = Array.from({ length: 500 }, (_, at) => [`Page ${at + 1} is about tide ${at * 7}`]);
    const found = await read({ pages: many, deflated: true }, many[416]?.[0] ?? '');
    expect(found).toMatchObject({ pageCount: 500, pages: [417] });
  });
});

describe('a PDF that cannot be read says why', () => {
  it('encrypted', async () => {
    expect(await ask({ ...draft, encrypted: true }, quote)).toEqual({ problem: 'pdf-encrypted' });
  });

  it.each([
    ['empty', ''],
    ['no PDF', '<!doctype html><title>Sign in</title>'],
    ['cut off in the middle', Buffer.from(createPdf(draft)).toString('latin1').slice(0, 200)],
    ['a header alone', '%PDF-1.7\n'],
  ])('%s', async (_, text) => {
    const bytes = new Uint8Array(Buffer.from(text, 'latin1'));
    expect(await readPdf({ bytes, texts: [quote] })).toEqual({ problem: 'pdf-broken' });
  });

  it('has no text where its pages are pictures', async () => {
    expect(await read({ ...draft, pages: [[], []] }, quote)).toMatchObject({
      title: 'Tides and queries',
      hasText: false,
      pages: [null],
    });
  });

  it('does not unfold without end', async () => {
    const bomb = 'A'.repeat(40_000_000);
    const found = await read({ pages: [[bomb], ['The last page stands.']], deflated: true });
    expect(found.pageCount).toBe(2);
  });
});

describe('a PDF that unfolds', () => {
  /** Makes a PDF with one stream of that kind, from `body`. */
  const withStream = (dict: string, body: Buffer) => {
    const head = `9 0 obj\n<< ${dict} /Length ${body.length} >>\nstream\n`;
    const [start, rest] = [Buffer.from(createPdf(draft)), Buffer.from('\nendstream\nendobj\n')];
    const at = start.indexOf('1 0 obj');
    const bytes = [start.subarray(0, at), Buffer.from(head), body, rest, start.subarray(at)];
    return new Uint8Array(Buffer.concat(bytes));
  };
  const zeros = Buffer.from(`10 0 ${'0 '.repeat(26_000_000)}`);
  const objects = '/Type /ObjStm /N 1 /First 5 /Filter';

  it.each([
    ['objects', `${objects} /FlateDecode`, deflateSync(zeros)],
    [
      'objects, folded twice',
      `${objects} [/FlateDecode /FlateDecode]`,
      deflateSync(deflateSync(zeros)),
    ],
    [
      'a table of objects',
      '/Type /XRef /W [1 1 1] /Size 9 /Filter /FlateDecode',
      deflateSync(zeros),
    ],
    [
      'objects, as runs',
      `${objects} /RunLengthDecode`,
      Buffer.alloc(900_000, Buffer.from([129, 48])),
    ],
  ])('is ended before it fills the memory: %s', async (_what, dict, body) => {
    const bytes = withStream(dict, body);
    expect(bytes.length).toBeLessThan(1_000_000);
    expect(await readPdf({ bytes, texts: [] })).toEqual({ problem: 'pdf-too-large' });
  });

  it('is read where its objects are folded as in any file', async () => {
    const body = deflateSync(Buffer.from(`10 0 [${'0 '.repeat(100_000)}]`));
    const answer = await readPdf({ bytes: withStream(`${objects} /FlateDecode`, body), texts: [] });
    expect(answer).toMatchObject({ reading: { title: 'Tides and queries' } });
  });
});
