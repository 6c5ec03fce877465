import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textBlocks, textFacts, textTitle } from '../../../../lib/core/text/text-document.ts';
import { anyText } from '../../../support/any-text.ts';

const blocksOf = (text: string, path = '/README', mediaType = 'text/plain') =>
  textBlocks(text, textFacts(text, path, mediaType));
const paragraph = (...lines: string[]) => ({ kind: 'paragraph', lines });
const code = (text: string, language = '') => ({ kind: 'code', text, language });

const readme = `# Rings

Rings keeps the **newest** samples of every sensor that you name, and it
forgets the others. It is small on purpose: one file, one lock, no thread
that wakes up on its own.

- reads are free
- writes wait for at most one
  other write

To build it:

    make rings
    make install

\`\`\`sh
rings --help

rings tide
\`\`\`

## Licence
MIT
`;

test('a README is paragraphs, lists and code', () => {
  expect(blocksOf(readme, '/tide/rings/main/README.md')).toEqual([
    paragraph('# Rings'),
    paragraph(
      'Rings keeps the **newest** samples of every sensor that you name, and it forgets the others. It is small on purpose: one file, one lock, no thread that wakes up on its own.',
    ),
    {
      kind: 'list',
      ordered: false,
      start: 1,
      items: [['reads are free'], ['writes wait for at most one other write']],
    },
    paragraph('To build it:'),
    code('make rings\nmake install'),
    code('rings --help\n\nrings tide', 'sh'),
    paragraph('## Licence'),
    paragraph('MIT'),
  ]);
  expect(textTitle(readme)).toBe('Rings');
});

const rfc = `



Tide Working Group                                            A. Example
Request for Comments: 9999                                      Tidepool
Category: Informational                                    November 2026


                        Rings for Slow Sensors

Abstract

   This document describes how a sensor that is slow keeps its newest
   samples in a ring, and what it forgets when the ring is full.

1.  Introduction

   A ring holds samples.  Each of them has a time, which is that of the
   sensor, and a value.  The format is:

      +--------+--------+
      |  time  | value  |
      +--------+--------+

   A reader MUST NOT take a sample twice, and it SHOULD NOT wait for one
   that has been forgotten:

   o  The time of a sample is never that of another one in the same ring
      of the same sensor.

   o  A value may be.

   ring   = "R" 1*sample
   sample = time ":" value



Example                      Informational                      [Page 1]
\f
RFC 9999                 Rings for Slow Sensors            November 2026


   What follows is on the next page of the document, as its readers see
   it when it is printed.
`;

test('an RFC is paragraphs, drawings and lists, without the ends of its pages', () => {
  const blocks = blocksOf(rfc, '/rfc/rfc9999.txt');
  expect(blocks).toContainEqual(
    paragraph(
      'This document describes how a sensor that is slow keeps its newest samples in a ring, and what it forgets when the ring is full.',
    ),
  );
  expect(blocks).toContainEqual(paragraph('1.  Introduction'));
  expect(blocks).toContainEqual(
    code('+--------+--------+\n|  time  | value  |\n+--------+--------+'),
  );
  expect(blocks).toContainEqual({
    kind: 'list',
    ordered: false,
    start: 1,
    items: [
      ['The time of a sample is never that of another one in the same ring of the same sensor.'],
      ['A value may be.'],
    ],
  });
  expect(blocks).toContainEqual(
    paragraph(
      'What follows is on the next page of the document, as its readers see it when it is printed.',
    ),
  );
  expect(JSON.stringify(blocks)).not.toContain('[Page 1]');
  expect(textTitle(rfc)).toBe('Rings for Slow Sensors');
});

describe('code is one block, in the language of its file', () => {
  test.each([
    ['/a/ring.c', 'text/plain', 'int main(void) {\n\n  return 0;\n}', 'c'],
    [
      '/a/ring.go',
      'text/plain; charset=utf-8',
      'package ring\n\n// Ring holds.\ntype Ring struct{}',
      'go',
    ],
    ['/a/ring.py', 'text/plain', 'def ring():\n    pass', 'python'],
    ['/a/fix.patch', 'text/plain', '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b', 'diff'],
    [
      '/commit/1a2b',
      'text/plain',
      'diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b',
      'diff',
    ],
    ['/raw/abc', 'text/plain', '#!/usr/bin/env python3\nprint("tide")', 'python'],
    ['/raw/abc', 'text/plain', '#!/bin/sh\nset -e', 'bash'],
    ['/raw/abc', 'text/plain', 'const a = 1;\nconst b = 2;\nreturn a;', ''],
    ['/app', 'application/javascript', 'let a = 1;', 'js'],
    ['/tide', 'text/css', 'a { color: red }', 'css'],
  ])('%s (%s)', (path, mediaType, text, language) => {
    expect(blocksOf(text, path, mediaType)).toEqual([code(text, language)]);
  });
});

test('numbered lines are a list where the numbers go on, else headings', () => {
  expect(blocksOf('1. Rings\n\n2. Tides\n\n4.  Sections\n\nWords.')).toEqual([
    { kind: 'list', ordered: true, start: 1, items: [['Rings'], ['Tides']] },
    paragraph('4.  Sections'),
    paragraph('Words.'),
  ]);
});

describe('lines that are lines stay so', () => {
  test('an address', () => {
    const text = `Ada Example\nTide Street 7\n12345 Pool\n\n${readme}`;
    expect(blocksOf(text)[0]).toEqual(paragraph('Ada Example', 'Tide Street 7', '12345 Pool'));
  });

  test('a text that is not wrapped', () => {
    const long = `${'Every append lands in a ring and stays there. '.repeat(8)}End.`;
    expect(blocksOf(`${long}\n${long}`)).toEqual([paragraph(long, long)]);
  });
});

test('no text makes it fail or loses a word', () => {
  fc.assert(
    fc.property(fc.array(anyText(40), { maxLength: 8 }), (parts) => {
      const text = parts.join('\n');
      const blocks = blocksOf(text);
      const shown = blocks
        .flatMap((block) =>
          block.kind === 'code'
            ? [block.text, block.language]
            : block.kind === 'list'
              ? block.items.flat()
              : block.lines,
        )
        .join(' ');
      for (const word of text.match(/[a-z]{3,}/gi) ?? []) expect(shown).toContain(word);
    }),
  );
});

test('a megabyte takes no longer than its size', () => {
  const blocks = blocksOf(`${'Every append lands in a ring. '.repeat(3)}\n`.repeat(12_000));
  expect(blocks).toHaveLength(1);
});
