import { describe, expect, it } from 'vitest';
import type { FrontMatterStyle } from '../../../lib/core/post/front-matter-style.ts';
import { defaultProfile } from '../../../lib/core/post/profile.ts';
import type { WrapUp } from '../../../lib/core/post/wrap-up.ts';
import { composeDraft } from '../../../lib/render/compose.ts';
import { renderFrontMatter } from '../../../lib/render/front-matter/registry.ts';
import { type FieldShape, fieldStyle } from '../../../lib/render/front-matter/usual.ts';
import { frontMatterText } from '../../support/front-matter.ts';
import { createWrapUp } from '../../support/items.ts';

const style = (
  fields: readonly FieldShape[],
  more: Partial<FrontMatterStyle> = {},
): FrontMatterStyle => ({
  ...{ format: 'yaml', fields: fields.map(fieldStyle), indent: '  ', blankLines: 1, ...more },
});

const write = (frontMatter: FrontMatterStyle, changes: Partial<WrapUp> = {}) =>
  frontMatterText(createWrapUp(changes), { ...defaultProfile, frontMatter });

const title: FieldShape = { path: ['title'], type: 'string', from: 'title' };
const date: FieldShape = { path: ['date'], type: 'date', from: 'date' };

describe('a front matter as data', () => {
  it('holds maps, fixed values, numbers and booleans, and lists in any form', () => {
    const fields = style([
      { ...title, quotes: 'single' },
      { ...date, form: '%Y-%m-%d' },
      { path: ['categories'], type: 'list', from: 'fixed', text: 'go\nweb, too', list: flow },
      { path: ['cover'], type: 'map', from: 'fixed' },
      { path: ['cover', 'image'], type: 'string', from: 'typed', quotes: 'double' },
      { path: ['cover', 'hidden'], type: 'boolean', from: 'fixed', text: 'false' },
      { path: ['weight'], type: 'number', from: 'fixed', text: '1.50' },
      { path: ['tags'], type: 'list', from: 'tags', list: lines, above: '\n# ours\n' },
      { path: ['toc'], type: 'boolean', from: 'fixed', text: 'false', omitEmpty: true },
    ]);
    const extraFields = [{ key: 'cover.image', value: '/a.png' }];
    expect(write(fields, { title: "It's #3", tags: ['a', 'yes'], extraFields })).toBe(
      [
        ...['---', "title: 'It''s #3'", 'date: 2026-11-20', 'categories: [go, "web, too"]'],
        ...['cover:', '  image: "/a.png"', '  hidden: false', 'weight: 1.50'],
        ...['', '# ours', 'tags:', '  - a', '  - "yes"', '---', ''],
      ].join('\n'),
    );
  });

  const flow = { open: '[', between: ', ', close: ']' };
  const lines = { open: '\n  - ', between: '\n  - ', close: '' };

  it('is TOML with tables behind all else, and JSON with its own indentation', () => {
    const fields: FieldShape[] = [
      { path: ['params'], type: 'map', from: 'fixed', above: '\n' },
      { path: ['params', 'author'], type: 'string', from: 'fixed', text: 'Ada' },
      title,
      { path: ['tags'], type: 'list', from: 'tags' },
    ];
    expect(write(style(fields, { format: 'toml', indent: '' }), { tags: ['a'] })).toBe(
      '+++\ntitle = "Rustling Meetup #12 wrap-up"\ntags = ["a"]\n\n[params]\nauthor = "Ada"\n+++\n',
    );
    expect(write(style(fields, { format: 'json', indent: '\t' }), { tags: ['a'] })).toBe(
      '{\n\t"params": {\n\t\t"author": "Ada"\n\t},\n\t"title": "Rustling Meetup #12 wrap-up",\n\t"tags": ["a"]\n}\n',
    );
  });

  it('writes no detail in the words of the file, whatever a style wants', () => {
    const hostile: FieldShape = { path: ['a'], type: 'raw', from: 'fixed', text: '{{ title }}' };
    for (const from of ['title', 'computed'] as const) {
      const made = write(style([{ ...hostile, from }]), { title: 'x\nlayout: evil' });
      expect(made).toBe('---\na: "x\\nlayout: evil"\n---\n');
    }
    expect(write(style([{ ...hostile, from: 'fixed', text: '[{x: 1}]' }]))).toContain(
      'a: [{x: 1}]',
    );
  });

  it('is TOML with dotted keys where they are, and lists of tables among the tables', () => {
    const list = '[[resources]]\nsrc = "a.pdf"';
    const fields: FieldShape[] = [
      {
        path: ['resources'],
        type: 'raw',
        from: 'typed',
        above: '\n',
        tables: true,
        omitEmpty: true,
      },
      { path: ['params', 'author'], type: 'string', from: 'fixed', text: 'Ada', dotted: true },
      { path: ['params', 'cover', 'alt'], type: 'string', from: 'fixed', text: 'x', dotted: true },
      title,
      { path: ['menu'], type: 'map', from: 'fixed', above: '\n' },
      { path: ['menu', 'main', 'weight'], type: 'number', from: 'fixed', text: '10', dotted: true },
    ];
    const toml = { format: 'toml', indent: '' } as const;
    const head = '+++\nparams.author = "Ada"\nparams.cover.alt = "x"\ntitle = "A"\n';
    const menu = '\n[menu]\nmain.weight = 10\n';
    expect(write(style(fields, toml), { title: 'A' })).toBe(`${head}${menu}+++\n`);
    const extraFields = [{ key: 'resources', value: list }];
    expect(write(style(fields, toml), { title: 'A', extraFields })).toBe(
      `${head}\n${list}\n${menu}+++\n`,
    );
    // A map that is a field itself has a table, whatever its fields would have.
    const said = [...fields, { path: ['params'], type: 'map', from: 'fixed' } as FieldShape];
    expect(write(style(said, toml), { title: 'A' })).toContain(
      '[params]\nauthor = "Ada"\ncover.alt = "x"\n',
    );
  });

  it('writes no detail as a list of tables', () => {
    const hostile: FieldShape = { path: ['a'], type: 'raw', from: 'title', tables: true };
    const made = write(style([hostile], { format: 'toml', indent: '' }), {
      title: '[evil]\nx = 1',
    });
    expect(made).toBe('+++\na = "[evil]\\u000ax = 1"\n+++\n');
    const asText = { ...hostile, type: 'string' } as const;
    expect(write(style([asText], { format: 'toml', indent: '' }), { title: '[evil]' })).toBe(
      '+++\na = "[evil]"\n+++\n',
    );
  });

  it('writes a date in its own zone and words', () => {
    const at = (form: string, zone = '') =>
      write(style([{ ...date, form, zone }]), { date: '2026-11-20T00:30:00+01:00' });
    expect(at('%Y-%m-%dT%H:%M:%SZ', 'UTC')).toContain('date: 2026-11-19T23:30:00Z\n');
    expect(at('%b %d %Y')).toContain('date: Nov 20 2026\n');
    expect(at('%Y-%m-%d %H:%M:%S %z', 'America/New_York')).toContain(
      'date: 2026-11-19 18:30:00 -0500\n',
    );
    expect(at('', 'Nowhere/Else')).toContain('date: 2026-11-20T00:30:00+01:00\n');
  });

  it('computes fields, and says which Liquid does not work', () => {
    const field: FieldShape = { path: ['image'], type: 'string', from: 'computed' };
    const made = write(style([{ ...field, text: '/i/{{ number }}/{{ event.name }}.png' }]), {
      title: 'Evening #7',
    });
    expect(made).toContain('image: /i/7/');
    expect(made).not.toContain('\\');
    for (const text of ['{{ title | nothing }}', '{% for i in (1..1000000000) %}a{% endfor %}']) {
      const frontMatter = style([{ ...field, text }]);
      const broken = renderFrontMatter(createWrapUp(), { ...defaultProfile, frontMatter });
      expect(broken.ok).toBe(false);
      expect(composeDraft(createWrapUp(), [], { ...defaultProfile, frontMatter }).ok).toBe(false);
    }
  });

  const bare = { event: { name: '', url: '', startsAt: '', timeZone: '' }, speakers: [] };

  it('may be none, and the post begins with its body', () => {
    const draft = composeDraft(createWrapUp({ ...bare, footer: 'End.' }), [], {
      ...defaultProfile,
      frontMatter: style([], { format: 'none' }),
    });
    expect(draft).toEqual({ ok: true, value: '----\n\nEnd.\n' });
  });

  it('never lets a name or a value out of its place', () => {
    const hostile = 'a\n---\nb: "c';
    const text = write(
      style([
        { path: [hostile, '__proto__'], type: 'string', from: 'fixed', text: hostile },
        { path: ['list'], type: 'list', from: 'tags', list: flow },
      ]),
      { tags: [']', '{{', 'a, b'] },
    );
    expect(text.split('\n---\n')).toHaveLength(2);
    expect(text).toContain('list: ["]", "{{", "a, b"]');
  });
});
