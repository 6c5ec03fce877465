import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinPdfLines } from '../../../../lib/core/papers/pdf-text.ts';
import { anyText } from '../../../support/any-text.ts';

describe('text from a PDF', () => {
  it.each([
    ['joins lines', 'Every append\nlands in\r\na ring.', 'Every append lands in a ring.'],
    [
      'makes divided words whole',
      'The inter-\noperability of sys-\ntems',
      'The interoperability of systems',
    ],
    ['makes divided words at a capital whole', 'Inter-\noperable', 'Interoperable'],
    ['takes soft hyphens out', 'inter\u00ad\noperability', 'interoperability'],
    [
      'keeps the hyphen of a compound',
      'a self-\ncontained, high-\nperformance store',
      'a self-contained, high-performance store',
    ],
    ['keeps it in chains', 'state-of-the-\nart', 'state-of-the-art'],
    [
      'keeps it before capitals and digits',
      'the Paxos-\nLike and SHA-\n256',
      'the Paxos-Like and SHA-256',
    ],
    [
      'keeps it where the text writes it so elsewhere',
      'a log-structured tree; log-\nstructured',
      'a log-structured tree; log-structured',
    ],
    [
      'drops it where the text writes it whole elsewhere',
      'a multitenant store, multi-\ntenant',
      'a multitenant store, multitenant',
    ],
    ['leaves a dash alone', 'a ring –\nno tree -\nat all', 'a ring – no tree - at all'],
    ['keeps paragraphs', 'One.\nStill one.\n\n  \nTwo.', 'One. Still one.\n\nTwo.'],
    ['puts no space into Japanese', '一行目、\n二行目。\n三', '一行目、二行目。三'],
    ['puts no space into Thai', 'ท่า\nเรือ', 'ท่าเรือ'],
    ['puts one between Japanese and Latin', '一行目\nring\n二行目', '一行目 ring 二行目'],
    ['puts one between words of scripts with spaces', '조석\n웅덩이', '조석 웅덩이'],
    ['takes ligatures apart', 'eﬃcient ﬁles ﬂow x²', 'efficient files flow x²'],
    ['takes soft hyphens out of lines', 'inter\u00adoperability', 'interoperability'],
    ['leaves no soft hyphen at the end', 'inter\u00ad', 'inter'],
    ['keeps a hyphen for a part left out', 'read-\nand write-locks', 'read- and write-locks'],
    [
      'keeps it in German, too',
      'Ein-\nund Ausgabe, Cloud-\nSpeicher',
      'Ein- und Ausgabe, Cloud-Speicher',
    ],
    [
      'keeps it before what is known for it',
      'a file-\nbased, fault-\ntolerant store',
      'a file-based, fault-tolerant store',
    ],
    ['keeps a hyphen that does not break', 'multi\u2011\nring', 'multi\u2011ring'],
    [
      'is not misled by a part of another word',
      'in-\nnovation; the-\nory; atheory',
      'innovation; theory; atheory',
    ],
    ['joins ranges', 'pages 12–\n15', 'pages 12–15'],
    [
      'joins broken addresses',
      'see https://tides.example/a-\nb/\nc.html for\nmore',
      'see https://tides.example/a-b/c.html for more',
    ],
    [
      'keeps items apart',
      'Rings:\n• one\nstill one\n• two-\nfold',
      'Rings:\n• one still one\n• two-fold',
    ],
    ['keeps an item whose sign stands alone', 'Rings:\n•\none\n•\ntwo', 'Rings:\n• one\n• two'],
    [
      'keeps numbered items apart',
      'Steps:\n1. append\nto it\n2. read',
      'Steps:\n1. append to it\n2. read',
    ],
    [
      'keeps a dash in a sentence',
      'the ring\n– as we saw –\nis full',
      'the ring – as we saw – is full',
    ],
    [
      'keeps a number in a sentence',
      'as said in section\n3. The ring',
      'as said in section 3. The ring',
    ],
    ['takes a new page for a new paragraph', 'One.\fTwo.', 'One.\n\nTwo.'],
    ['of nothing is nothing', ' \n ', ''],
  ])('%s', (_, text, expected) => {
    expect(joinPdfLines(text)).toBe(expected);
  });
});

it('changes nothing but hyphens and white space, whatever it gets', () => {
  const part = fc.oneof(
    anyText(12),
    fc.constantFrom(
      'ring-\n',
      'tide\n',
      '\n\n',
      '\u00ad\n',
      '• ',
      '1. ',
      'https://a.example/\n',
      '–\n',
    ),
  );
  const bare = (text: string) => text.replace(/[\s\u00ad\u2010-]/gu, '');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      const text = parts.join('').replace(/[ﬀ-ﬆ]/g, '');
      expect(bare(joinPdfLines(text))).toBe(bare(text));
    }),
  );
});

it('joins a long selection in linear time', () => {
  const text =
    'every append lands in one of the many small rings of the seg-\nmented log and\n'.repeat(5_000);
  expect(joinPdfLines(text).split('segmented')).toHaveLength(5_001);
});
