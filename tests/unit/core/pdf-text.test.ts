import { describe, expect, it } from 'vitest';
import { joinPdfLines } from '../../../lib/core/pdf-text.ts';

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
    ['leaves other scripts alone', '一行目\n二行目', '一行目 二行目'],
    ['of nothing is nothing', ' \n ', ''],
  ])('%s', (_, text, expected) => {
    expect(joinPdfLines(text)).toBe(expected);
  });
});
