import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPost } from '../../../lib/posts/open-post.ts';
import { blocksOf, frameOf, type WrittenBlock, writePost } from '../../../lib/posts/write-post.ts';
import { anyPost } from '../../support/any-post.ts';
import { tries } from '../../support/property-tries.ts';

/** Returns the post written with its blocks changed. */
function changed(text: string, change: (blocks: WrittenBlock[]) => WrittenBlock[]): string {
  const post = openPost(text);
  return writePost(frameOf(post), change(blocksOf(post)));
}

const post = '---\na: 1\n---\n\n# A\ntext\n\n\n* b\n* c\n\n> d\n\n\n';

describe('a block that is edited', () => {
  it('changes only its own lines', () => {
    expect(
      changed(post, (blocks) =>
        blocks.map((each) => ({ ...each, text: each.text.replace('b', 'B') })),
      ),
    ).toBe(post.replace('b', 'B'));
  });

  it('gets a blank line where it would become one with its neighbour', () => {
    const text = '# a\ntext\n* b\n';
    expect(
      changed(
        text,
        ([a, b, c]) =>
          [{ ...a, text: 'a' }, b, c].filter((each) => each !== undefined) as WrittenBlock[],
      ),
    ).toBe('a\n\ntext\n* b\n');
  });
});

describe('a block that is moved', () => {
  const moved = (text: string, from: number, to: number) =>
    changed(text, (blocks) => {
      const going = blocks.splice(from, 1);
      return blocks.toSpliced(to, 0, ...going);
    });

  it('is among bullets without blank lines, and among others with one', () => {
    expect(moved('* a\n* b\n* c\n\n\ntext\n', 0, 1)).toBe('* b\n* a\n* c\n\n\ntext\n');
    expect(moved('a\n\n\nb\n\nc\n', 0, 2)).toBe('b\n\nc\n\na\n');
    expect(moved('a\r\n\r\nb\r\n\r\nc\r\n', 0, 1)).toBe('b\r\n\r\na\r\n\r\nc\r\n');
  });

  it('is kept apart from a list that would take it in', () => {
    expect(moved('    code\n\n* a\n', 0, 1)).toBe('* a\n\n<!-- -->\n\n    code\n');
  });
});

describe('a block that is deleted or new', () => {
  it('leaves the start and the end of the file as they were', () => {
    expect(changed(post, (blocks) => blocks.slice(1, -1))).toBe(
      '---\na: 1\n---\n\ntext\n\n\n* b\n* c\n\n\n',
    );
    expect(changed(post, (blocks) => [...blocks, { text: 'e' }])).toBe(
      post.replace('> d\n', '> d\n\ne\n'),
    );
  });

  it('can be the first of a post without any, and the last of one', () => {
    expect(changed('---\na: 1\n---', () => [{ text: 'b' }])).toBe('---\na: 1\n---\nb\n');
    expect(changed('', () => [{ text: 'b' }])).toBe('b\n');
    expect(changed('a\n', () => [])).toBe('\n');
  });

  it.each([
    ['a\n\n```\nb', '\n```'],
    ['a\r\n\r\n~~~~ go\r\nb\r\n', '\r\n~~~~'],
    ['<!-- a\n\nb\n', '\n-->'],
    ['<pre>\na\n', '\n</pre>'],
    ['> ```\n> a\n', ''],
  ])('stands behind what nothing closes: %j', (text, closing) => {
    const [end = '\n'] = /\r?\n/.exec(text) ?? [];
    expect(changed(text, (blocks) => [...blocks, { text: 'NEW' }])).toBe(
      `${text.trimEnd()}${closing}${end}${end}NEW${text.slice(text.trimEnd().length)}`,
    );
  });

  it.each(['---\n\nb: c\n\n---\n\nd\n', '+++\n\n+++\n', '{"a": 1}\n'])(
    'makes no front matter of %j, which becomes the first',
    (rest) => {
      const written = changed(`a\n\n${rest}`, (blocks) => blocks.slice(1));
      expect(written).toBe(`<!-- -->\n\n${rest}`);
      expect(openPost(written).frontMatter).toBeUndefined();
    },
  );
});

describe('any edits', () => {
  const edit = fc.oneof(
    fc.record({
      kind: fc.constant('edit' as const),
      at: fc.nat(30),
      text: fc.constantFrom('x', '* y', '# z', '> q'),
    }),
    fc.record({ kind: fc.constant('move' as const), at: fc.nat(30), to: fc.nat(30) }),
    fc.record({ kind: fc.constant('delete' as const), at: fc.nat(30) }),
    fc.record({
      kind: fc.constant('add' as const),
      at: fc.nat(30),
      text: fc.constantFrom('x', '* y'),
    }),
  );

  it('followed by their undo give the first bytes back', () => {
    fc.assert(
      fc.property(anyPost, fc.array(edit, { minLength: 1, maxLength: 6 }), (text, edits) => {
        const opened = openPost(text);
        const blocks = blocksOf(opened);
        const undo: (() => void)[] = [];
        for (const each of edits) {
          const at = each.at % (blocks.length + (each.kind === 'add' ? 1 : 0) || 1);
          const block = blocks[at];
          if (each.kind === 'add') {
            blocks.splice(at, 0, { text: each.text });
            undo.push(() => blocks.splice(at, 1));
          } else if (block === undefined) {
          } else if (each.kind === 'edit') {
            blocks[at] = { ...block, text: each.text };
            undo.push(() => blocks.splice(at, 1, block));
          } else {
            blocks.splice(at, 1);
            const to = each.kind === 'move' ? each.to % (blocks.length + 1) : -1;
            if (to >= 0) blocks.splice(to, 0, block);
            undo.push(() => {
              if (to >= 0) blocks.splice(to, 1);
              blocks.splice(at, 0, block);
            });
          }
        }
        const written = writePost(frameOf(opened), blocks);
        for (const { text: own } of blocks) expect(written).toContain(own);
        for (const back of undo.reverse()) back();
        expect(writePost(frameOf(opened), blocks)).toBe(text);
      }),
      tries(100),
    );
  });

  it('leave all bytes before the first and after the last of them', () => {
    fc.assert(
      fc.property(anyPost, fc.nat(20), (text, index) => {
        const opened = openPost(text);
        const at = index % (opened.pieces.length || 1);
        const piece = opened.pieces[at];
        if (piece === undefined) return;
        const before = writePost(frameOf(opened), blocksOf(opened)).indexOf(piece.text);
        const rest = opened.pieces.slice(at + 2).map(({ gap, text: own }) => gap + own);
        const written = changed(text, (blocks) =>
          blocks.map((each, index) => (index === at ? { ...each, text: 'word' } : each)),
        );
        expect(before).toBeGreaterThanOrEqual(0);
        expect(written.endsWith(rest.join('') + opened.tail)).toBe(true);
        const kept = opened.pieces.slice(0, at).map(({ gap, text: own }) => gap + own);
        expect(written).toContain(kept.join(''));
      }),
      tries(100),
    );
  });
});
