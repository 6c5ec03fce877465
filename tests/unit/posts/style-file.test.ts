import { expect, it } from 'vitest';
import { defaultProfile, type Profile } from '../../../lib/core/post/profile.ts';
import { learnStyle } from '../../../lib/posts/learn-style.ts';
import { withSettings } from '../../../lib/posts/style/setting.ts';
import { readStyleFile, writeStyleFile } from '../../../lib/posts/style/style-file.ts';
import { fieldStyle } from '../../../lib/render/front-matter/usual.ts';
import { houses } from '../../support/houses.ts';

it.each(houses)('the style of $name comes back from its file', ({ posts }) => {
  const profile = { ...withSettings(defaultProfile, learnStyle(posts)), name: 'Ours' };
  expect(readStyleFile(writeStyleFile(profile))).toEqual({ ok: true, value: profile });
});

const file = (style: unknown, version: unknown = 1) =>
  JSON.stringify({ format: 'wrapup-style', version, style });
const loop = '{% for i in (1..100000000) %}{{ i }}{% endfor %}';
const part = (template: string) => ({ part: 'intro', template, side: 'leading' });
const computed = (text: string): Partial<Profile> => ({
  frontMatter: {
    ...{ format: 'yaml', indent: '', blankLines: 1 },
    fields: [fieldStyle({ path: ['a'], type: 'string', from: 'computed', text })],
  },
});

it.each([
  ['no JSON', '{', 'not-a-style'],
  ['another file', '{"a":1}', 'not-a-style'],
  ['a list', '[]', 'not-a-style'],
  ['one that is far too long', ' '.repeat(2_000_001), 'not-a-style'],
  ['a future version', file(defaultProfile, 2), 'newer'],
  ['a future version of another shape', '{"format":"wrapup-style","version":9}', 'newer'],
  ['a wrong type', file({ ...defaultProfile, columns: 'wide' }), 'wrong-values'],
  [
    'a value where signs belong',
    file({
      ...defaultProfile,
      frontMatter: {
        format: 'yaml',
        fields: [
          {
            path: ['a'],
            type: 'list',
            from: 'tags',
            list: { open: '\nb: ', between: ', ', close: '' },
          },
        ],
      },
    }),
    'wrong-values',
  ],
  [
    'a line above that is a field',
    file({
      ...defaultProfile,
      frontMatter: {
        format: 'yaml',
        fields: [{ path: ['a'], type: 'string', from: 'title', above: 'draft: false\n' }],
      },
    }),
    'wrong-values',
  ],
  ['a template that loops', file({ ...defaultProfile, template: loop }), 'not-working'],
  ['a part that loops', file({ ...defaultProfile, parts: [part(loop)] }), 'not-working'],
  ['a field that loops', file({ ...defaultProfile, ...computed(loop) }), 'not-working'],
  ['an include', file({ ...defaultProfile, parts: [part('{% include "x" %}')] }), 'not-working'],
  [
    'a render of a file',
    file({ ...defaultProfile, ...computed('{% render "/etc/passwd" %}') }),
    'not-working',
  ],
  ['a broken template', file({ ...defaultProfile, template: '{{ a | nothing }}' }), 'not-working'],
])('%s is refused with a reason', (_, text, reason) => {
  expect(readStyleFile(text)).toMatchObject({ ok: false, error: { reason } });
});

it('takes nothing along that no style has', () => {
  const text = file({ ...defaultProfile, evil: 1 }).replace('"evil"', '"__proto__"');
  const read = readStyleFile(text);
  expect(read).toEqual({ ok: true, value: defaultProfile });
  expect(Object.getPrototypeOf(read.ok && read.value)).toBe(Object.prototype);
  const deleted = readStyleFile(file({ ...defaultProfile, deletedAt: '2031-01-01T00:00:00.000Z' }));
  expect(deleted).toMatchObject({ value: { deletedAt: null } });
});

it('sees no more of a prototype than of nothing', () => {
  const profile = { ...defaultProfile, ...computed('{{ wrap_up.constructor }}{{ __proto__ }}x') };
  expect(readStyleFile(file(profile))).toMatchObject({ ok: true });
});
