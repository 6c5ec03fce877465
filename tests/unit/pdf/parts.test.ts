import { describe, expect, it, test } from 'vitest';
import { type Operand, readContent } from '../../../lib/pdf/content.ts';
import { day } from '../../../lib/pdf/facts.ts';
import { letters, PageFinder } from '../../../lib/pdf/find-page.ts';
import { lettersOfGlyph } from '../../../lib/pdf/glyph-names.ts';
import { readToUnicode } from '../../../lib/pdf/to-unicode.ts';
import { readXmp } from '../../../lib/pdf/xmp.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

describe('a content stream', () => {
  const shown = (content: string) => {
    const texts: string[] = [];
    const gather = (operand: Operand): void => {
      if (Array.isArray(operand)) operand.forEach(gather);
      else if (operand && 'bytes' in operand) texts.push(Buffer.from(operand.bytes).toString());
    };
    readContent(bytes(content), (operator, operands) => {
      if (['Tj', 'TJ'].includes(operator)) operands.forEach(gather);
    });
    return texts;
  };

  it.each([
    ['(Tides) Tj', ['Tides']],
    ['[(Ti) -20 (des) 3.5 (re)]TJ', ['Ti', 'des', 're']],
    ['(a\\(b\\)c (nested) \\101\\12x\\\nend) Tj', ['a(b)c (nested) A\nxend']],
    ['<54 69 6465 7> Tj', ['Tidep']],
    ['% (no) Tj\n(yes) Tj', ['yes']],
    ['/Span <</ActualText (no)>> BDC (yes) Tj EMC', ['yes']],
    ['BI /W 1 /H 1 ID (no) Tj \u00ffEI EI (yes) Tj', ['yes']],
    ['(cut off', []],
    [')]}>> (yes) Tj', ['yes']],
  ])('%s shows %j', (content, expected) => {
    expect(shown(content)).toEqual(expected);
  });
});

test('a ToUnicode map gives single codes, ranges and lists', () => {
  const map = readToUnicode(
    bytes(`1 begincodespacerange <0000> <FFFF> endcodespacerange
      2 beginbfchar <0003> <0020> <0004> <00660069> endbfchar
      2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0078> <D83DDE00>] endbfrange`),
  );
  expect(map.codeBytes).toBe(2);
  expect([3, 4, 0x10, 0x12, 0x20, 0x21].map((code) => map.text.get(code))).toEqual([
    ...[' ', 'fi', 'A', 'C', 'x', '😀'],
  ]);
});

test.each([
  ['a', 'a'],
  ['Adieresis', 'A'],
  ['ff', 'ff'],
  ['f_f_i', 'ffi'],
  ['seven', '7'],
  ['uni0416', 'Ж'],
  ['a.sc', 'a'],
  ['germandbls', 'ss'],
  ['period', ''],
  ['g23', ''],
])('the glyph %s stands for “%s”', (name, expected) => {
  expect(lettersOfGlyph(name)).toBe(expected);
});

test.each([
  ["D:20250103120000+01'00'", '2025-01-03'],
  ['D:2025', '2025'],
  ['2024-11-05T10:00:00Z', '2024-11-05'],
  ['2024-11', '2024-11'],
  ['20251399', '2025'],
  ['D:19700101000000', '1970-01-01'],
  ['D:00000000', ''],
  ['yesterday', ''],
  ['', ''],
])('the date %s is “%s”', (text, expected) => {
  expect(day(text)).toBe(expected);
});

describe('an XMP packet', () => {
  it('may have its properties as attributes', () => {
    const packet = '<rdf:Description dc:title="Tides &#x26; ebb" xmp:CreateDate="2025-01-03"/>';
    expect(readXmp(packet)).toMatchObject({ title: 'Tides & ebb', created: '2025-01-03' });
  });

  it('that is broken says what it says', () => {
    expect(readXmp('<dc:title><rdf:Alt><rdf:li>Tides')).toMatchObject({ title: '' });
    expect(readXmp('<dc:creator><rdf:Seq><rdf:li>Ada</rdf:li></dc:creator>').creators).toEqual([
      'Ada',
    ]);
    expect(readXmp('&#x110000; \ufffd <<<').title).toBe('');
  });
});

describe('the page of a text', () => {
  const finder = new PageFinder([
    'Überall größte Fluten.',
    'Every append lands in a ring of fixed-size segments so a reader never waits',
    'for a writer. Tides re-\npeat, and so do the ﬁrst queries.',
  ]);

  it.each([
    ['Uberall grösste Fluten', 1],
    ['Tides repeat, and so do the first queries.', 3],
    ['so a reader never waits for a writer. Tides repeat', 2],
    ['A formula first; every append lands in a ring of fixed-size segments so a reader', 2],
    ['Nothing of the kind was ever written in here', null],
    ['ring', 2],
    ['a', null],
  ])('“%s”: %s', (text, page) => {
    expect(finder.find(text)).toBe(page);
  });

  it('is looked for by letters and digits alone', () => {
    expect(letters('Größte  inter-\noperability, 3½!')).toBe('grossteinteroperability312');
  });
});
