import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Item, ItemSchema } from '../../../lib/core/post/item.ts';
import { defaultProfile } from '../../../lib/core/post/profile.ts';
import { type WrapUp, WrapUpSchema } from '../../../lib/core/post/wrap-up.ts';
import { goldenItems, goldenWrapUp } from '../../fixtures/golden/wrap-up.ts';
import { anyPost } from '../../support/any-post.ts';
import { hostileItem, hostileWrapUp } from '../../support/hostile-items.ts';
import {
  createImage,
  createLink,
  createMoment,
  createNote,
  createQuote,
  createSection,
  createSpeaker,
  createWrapUp,
} from '../../support/items.ts';
import { opened } from '../../support/opened-posts.ts';
import { tries } from '../../support/property-tries.ts';
import { editedAsText } from '../../support/text-edits.ts';

const unfilled = { ...defaultProfile, columns: { quote: 0, prose: 0, bullet: 0, note: 0 } };
const wrapUp = createWrapUp({ speakers: [createSpeaker()] });
const ordered = (items: readonly Item[]) => items.map((item, at) => ({ ...item, order: `a${at}` }));

/**
 * Returns what an edit of a text changed: fields of items by their kind, what is new, what is gone.
 */
function changes(items: readonly Item[], change: (text: string) => string, of: WrapUp = wrapUp) {
  const post = { wrapUp: of, items: ordered(items) };
  let text = '';
  const { edited } = editedAsText(
    post,
    (before) => {
      text = change(before);
      return text;
    },
    unfilled,
  );
  if (!edited.ok) return edited.error;
  expect(edited.value.draft.text).toBe(text);
  expect(edited.value.isExact).toBe(true);
  const before = new Map<string, Item>(post.items.map((item) => [item.id, item]));
  return edited.value.items.flatMap((item) => {
    const old = before.get(item.id);
    if (old === item) return [];
    if (old === undefined) return [`new ${item.kind}: ${item.note}`];
    if (item.deletedAt !== null) return [`deleted ${item.kind}`];
    return Object.entries(item).flatMap(([field, value]) =>
      (old as unknown as Record<string, unknown>)[field] === value
        ? []
        : [`${item.kind}.${field}: ${value}`],
    );
  });
}

const put = (old: string, fresh: string) => (text: string) => {
  expect(text).toContain(old);
  return text.replace(old, () => fresh);
};

describe('a text that is edited by hand changes', () => {
  const quote = createQuote({ text: 'A ring has no end.', markdown: 'A ring has *no* end.' });
  const source = /\[[^\]]*\]\([^)]*\)$/m;

  it.each<[string, Item, (text: string) => string, string[]]>([
    [
      'the words of a note',
      createNote({ note: 'One word.' }),
      put('One', 'Two'),
      ['note.note: Two word.'],
    ],
    [
      'a note that is a bullet',
      createNote({ note: 'One\n\nword.', form: 'bullet' }),
      put('  word', '  words'),
      ['note.note: One\n\nwords.'],
    ],
    [
      'a note into a bullet',
      createNote({ note: 'One word.' }),
      put('One', '* One'),
      ['note.form: bullet'],
    ],
    [
      'a heading',
      createSection({ form: 'h2', note: 'Rings' }),
      put('Rings', 'Bells'),
      ['section.note: Bells'],
    ],
    [
      'its level',
      createSection({ form: 'h2', note: 'Rings' }),
      put('## ', '### '),
      ['section.form: h3'],
    ],
    [
      'a heading into a line',
      createSection({ form: 'h2', note: 'Rings' }),
      put('## ', ''),
      ['section.form: lead-in'],
    ],
    [
      'words of a quote',
      quote,
      put('*no*', '*an*'),
      ['quote.editedMarkdown: A ring has *an* end.'],
    ],
    [
      'an elision in a quote',
      quote,
      put('has *no*', '[...]'),
      ['quote.editedMarkdown: A ring [...] end.'],
    ],
    ['its lead-in', { ...quote, note: 'They say:' }, put('They', 'We'), ['quote.note: We say:']],
    [
      'a quote’s source',
      quote,
      (text) => text.replace(source, '[Ada](https://ada.example), twice'),
      [
        'quote.attribution: custom',
        'quote.attributionLabel: [Ada](https://ada.example), twice',
        'quote.labelIsMarkdown: true',
      ],
    ],
    [
      'a quote that names no source any more',
      quote,
      (text) => text.replace(/ -- \[.*$/m, ''),
      ['quote.attribution: none'],
    ],
    ['a link’s text', createLink({ title: 'Ring' }), put('[Ring]', '[Bell]'), ['link.title: Bell']],
    [
      'a link’s address',
      createLink({ url: 'https://a.example/x' }),
      put('https://a.example/x', 'https://a.example/y'),
      ['link.url: https://a.example/y'],
    ],
    [
      'words about a link',
      createLink({ note: 'a ring' }),
      put('a ring', 'a bell'),
      ['link.note: a bell'],
    ],
    [
      'words around a link',
      createLink({ title: 'Ring', note: 'See {link} for more.' }),
      put('for more', 'for all'),
      ['link.note: See {link} for all.'],
    ],
    [
      'a picture’s alt text',
      createImage({ alt: 'A ring' }),
      put('A ring', 'A bell'),
      ['image.alt: A bell'],
    ],
    [
      'words above a picture',
      createImage({ alt: 'A ring', note: 'Seen:' }),
      put('Seen:', 'Shown:'),
      ['image.note: Shown:'],
    ],
    [
      'a time',
      createMoment({ startSeconds: 62, note: 'it rings' }),
      (text) => text.replace(/1:02/, '1:02').replace('it rings', 'it hums'),
      ['moment.note: it hums'],
    ],
    [
      'what is hidden',
      createNote({ note: 'One word.', hidden: true }),
      put('One', 'Two'),
      ['note.note: Two word.'],
    ],
    [
      'what was hidden into what shows',
      createNote({ note: 'One word.', hidden: true }),
      (text) => text.replace('<!--\n\n', '').replace('\n\n-->', ''),
      ['note.hidden: false'],
    ],
  ])('%s', (_, item, change, wanted) => {
    expect(changes([item], change)).toEqual(wanted);
  });

  it('makes notes of what is new, where it stands', () => {
    const items = [createNote({ note: 'One.' }), createNote({ note: 'Two.' })];
    expect(changes(items, put('One.\n', 'One.\n\nBetween.\n\n## Below\n'))).toEqual([
      'new note: Between.',
      'new section: Below',
    ]);
    expect(changes(items, put('One.\n', 'One.\n\n<div>\n{{< x >}}\n'))).toEqual([
      'new note: <div>\n{{< x >}}',
    ]);
  });

  it('puts a new bullet into a list', () => {
    const items = [createLink({ title: 'One' }), createLink({ title: 'Two' })];
    expect(changes(items, put('* [Two]', '* between\n* [Two]'))).toEqual(['new note: between']);
  });

  it('deletes what is gone, and only that', () => {
    const items = ['One.', 'Two.', 'Three.'].map((note) => createNote({ note }));
    expect(changes(items, put('Two.\n\n', ''))).toEqual(['deleted note']);
    expect(changes(items, put('Two.\n\nThree', 'Four.\n\nThree'))).toEqual(['note.note: Four.']);
  });

  it('writes a sentence of the template by hand', () => {
    const [changed] = changes(
      [createNote({ note: 'One.' })],
      put('Thanks again', 'Many thanks'),
    ) as string[];
    expect(changed).toMatch(/^new part: Many thanks to Ada/);
  });

  it('hides a sentence of the template that is gone', () => {
    const post = { wrapUp, items: ordered([createNote({ note: 'One.' })]) };
    const { edited } = editedAsText(post, (text) => text.replace(/\n\nThanks[^\n]*/, ''));
    if (!edited.ok) throw new Error(edited.error.why);
    expect(edited.value.items.at(-1)).toMatchObject({ kind: 'part', part: 'thanks', hidden: true });
  });

  it('changes fields of the front matter, and refuses what has no field', () => {
    const post = { wrapUp, items: [] };
    const { edited } = editedAsText(post, (text) =>
      text
        .replace(/title: .*/, 'title: "Bells"')
        .replace('draft: true', 'draft: false\ntags: [] # none'),
    );
    expect(edited).toEqual({ ok: false, error: { why: 'front-matter', line: expect.any(Number) } });
    const { edited: taken } = editedAsText(post, (text) =>
      text.replace(/title: .*/, 'title: "Bells"').replace('\n---\n', '\nseries: rings\n---\n'),
    );
    if (!taken.ok) throw new Error(taken.error.why);
    expect(taken.value.wrapUp).toEqual({
      ...wrapUp,
      title: 'Bells',
      extraFields: [...wrapUp.extraFields, { key: 'series', value: 'rings' }],
    });
  });

  it('says where blank lines are the style’s', () => {
    const post = {
      wrapUp,
      items: ordered([createNote({ note: 'One.' }), createNote({ note: 'Two.' })]),
    };
    const { edited, before } = editedAsText(post, (text) => text.replace('One.\n', 'One.\n\n\n'));
    if (!edited.ok) throw new Error(edited.error.why);
    expect(edited.value).toMatchObject({ isExact: false, draft: { text: before.text } });
    expect(edited.value.items).toEqual(post.items);
  });
});

/** What users do to a text: to a word, to lines, to blocks. */
const anEdit = fc.record({
  at: fc.nat(),
  lines: fc.nat({ max: 5 }),
  by: fc.constantFrom(
    ...[
      '',
      'word',
      'a\nb',
      '\n\nNew words.\n\n',
      '\n## Heading\n',
      '* bullet',
      '\n> quote\n',
      '```',
    ],
    ...[
      '{{< x >}}',
      '<!-- c -->',
      '\n\n---\n\n',
      '[a](https://b.example)',
      '   ',
      '    code',
      '\ttab',
    ],
  ),
  isInLine: fc.boolean(),
});
type AnEdit = typeof anEdit extends fc.Arbitrary<infer T> ? T : never;

function applied(text: string, edits: readonly AnEdit[]): string {
  let out = text;
  for (const { at, lines, by, isInLine } of edits) {
    if (isInLine) {
      const from = at % (out.length + 1);
      out = out.slice(0, from) + by + out.slice(from + lines);
    } else {
      const all = out.split('\n');
      const from = at % all.length;
      all.splice(from, lines, ...by.split('\n'));
      out = all.join('\n');
    }
  }
  return out;
}

const levelled = (text: string) => text.replace(/\r\n?/g, '\n');
const loose = (text: string) => levelled(text).replace(/^>/gm, '').replace(/\s+/g, '');

/** Checks what must be true for every edit of every post. */
function expectKept(
  post: { wrapUp: WrapUp; items: readonly Item[] },
  edits: readonly AnEdit[],
  profile = unfilled,
) {
  let text = '';
  const { edited, before } = editedAsText(
    post,
    (old) => {
      text = applied(old, edits);
      return text;
    },
    profile,
  );
  if (!edited.ok) {
    expect(edited.error.line).toBeGreaterThanOrEqual(0);
    return;
  }
  const { draft, items, isExact } = edited.value;
  if (isExact) expect(levelled(draft.text)).toBe(levelled(text));
  else expect(loose(draft.text)).toBe(loose(text));
  expect(v.is(WrapUpSchema, edited.value.wrapUp)).toBe(true);
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  const known = new Map(post.items.map((item) => [item.id, item]));
  const orders = items.map(({ order }) => order);
  expect(orders).toEqual([...orders].sort());
  for (const item of items) {
    const old = known.get(item.id);
    if (old !== item) expect(v.is(ItemSchema, item)).toBe(true);
    // What was captured never changes.
    if (old && 'source' in old) {
      expect(item).toMatchObject({
        kind: old.kind,
        source: old.source,
        fingerprint: old.fingerprint,
      });
    }
  }
  // A block whose lines nobody touched is the same record.
  expect(post.items.every(({ id }) => items.some((item) => item.id === id))).toBe(true);
  if (text === before.text) expect(items).toEqual(post.items);
}

describe('whatever is edited, the post says it or says why not', () => {
  const edits = fc.array(anEdit, { minLength: 1, maxLength: 3 });

  it('in the golden post', () => {
    fc.assert(
      fc.property(edits, (some) => expectKept({ wrapUp: goldenWrapUp, items: goldenItems }, some)),
      tries(50),
    );
  });

  it('in hostile posts', () => {
    fc.assert(
      fc.property(
        hostileWrapUp,
        fc.array(hostileItem, { maxLength: 6 }),
        edits,
        (of, items, some) => {
          const unlike = items.map((item, at) => ({
            ...item,
            id: `${at}`.padStart(8, '0') + item.id.slice(8),
            wrapUpId: of.id,
          }));
          expectKept({ wrapUp: of, items: ordered(unlike) }, some);
        },
      ),
      tries(50),
    );
  });

  it('in posts that were files', async () => {
    await fc.assert(
      fc.asyncProperty(anyPost, edits, async (text, some) => {
        expectKept(await opened(text.toWellFormed().replaceAll('\0', '')), some);
      }),
      tries(50),
    );
  });
});
