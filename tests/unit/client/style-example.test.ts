import { describe, expect, it } from 'vitest';
import { styleExample } from '../../../lib/client/style-example.ts';
import { defaultProfile, type Profile } from '../../../lib/core/post/profile.ts';
import { type FieldShape, fieldStyle } from '../../../lib/render/front-matter/usual.ts';

const words = {
  event: 'Tidal Evening #7',
  talk: 'Reading a gauge',
  quote: 'A gauge knows *nothing* of the moon.',
  note: 'Bring a tide table next time, and a second one for the friend who forgot to bring hers along.',
  heading: 'Further reading',
  picture: 'A gauge in the harbour',
  footer: 'See you at the next evening.',
};
const example = (changes: Partial<Profile> = {}) =>
  styleExample({ ...defaultProfile, ...changes }, words);
const withFields = (fields: FieldShape[], format: 'yaml' | 'toml' = 'yaml') => ({
  frontMatter: { format, fields: fields.map(fieldStyle), indent: '  ', blankLines: 1 },
});
const title: FieldShape = { path: ['title'], type: 'string', from: 'title' };

describe('the example of a house style', () => {
  it('is a front matter and a small post with everything that a style says', () => {
    const { frontMatter, body, problems } = example({ bullet: '-', headings: 'closed' });
    expect(frontMatter).toMatch(/^---\ntitle: "Tidal Evening #7"\ndate: /);
    expect(body).toContain('## Further reading ##');
    expect(body).toContain('\n- Bring a tide table');
    expect(body).toContain('> A gauge knows *nothing* of the moon.');
    expect(body).toContain('![A gauge in the harbour](/images/');
    expect(body).toContain('on “Reading a gauge”');
    expect(problems).toEqual({ fields: {}, parts: {}, template: '', patterns: {} });
  });

  it('names what a title, a slug and a file are called', () => {
    const {
      title: made,
      slug,
      file,
    } = example({
      titlePattern: 'Tides #{{ number }}',
      slugPattern: 'tides-{{ number }}',
      filePattern: '{{ date | date: "%Y-%m-%d" }}-{{ slug }}',
    });
    expect([made, slug, file]).toEqual([
      ...['Tides #7', 'tides-7', 'content/posts/2026-11-20-tides-7.md'],
    ]);
  });

  it('says at the field what of it does not work', () => {
    const { problems, frontMatter } = example(
      withFields([
        title,
        { path: ['a'], type: 'string', from: 'computed', text: '{{ x | nope }}' },
        { path: ['b'], type: 'number', from: 'fixed', text: 'many' },
        { path: ['c'], type: 'date', from: 'date', zone: 'Nowhere/Else' },
        { path: ['d'], type: 'raw', from: 'fixed', text: '[a' },
        { path: ['e'], type: 'raw', from: 'fixed', text: '[{x: 1}]' },
        { path: ['f'], type: 'number', from: 'fixed', text: '1.5' },
        { path: ['g'], type: 'boolean', from: 'fixed', text: 'yes' },
      ]),
    );
    expect(problems.fields).toEqual({
      1: { reason: 'liquid', detail: expect.stringContaining('nope') },
      2: { reason: 'number', detail: '' },
      3: { reason: 'zone', detail: '' },
      4: { reason: 'raw', detail: 'YAML' },
      7: { reason: 'boolean', detail: '' },
    });
    // The working parts are still shown.
    expect(frontMatter).toContain('title: "Tidal Evening #7"\n');
    expect(frontMatter).not.toContain('\na:');
  });

  it('takes raw text for what the format takes', () => {
    const raw: FieldShape = { path: ['d'], type: 'raw', from: 'fixed', text: '{ x = 1 }' };
    expect(example(withFields([title, raw], 'toml')).problems.fields).toEqual({});
    expect(example(withFields([title, { ...raw, text: 'a: b: c' }])).problems.fields).toEqual({
      1: { reason: 'raw', detail: 'YAML' },
    });
    const tables = { ...raw, path: ['res'], tables: true, text: '[[res]]\nsrc = "a"' };
    expect(example(withFields([title, tables], 'toml')).problems.fields).toEqual({});
    const other = { ...tables, text: '[[res]]\nsrc = "a"\n[evil]\nx = 1' };
    expect(example(withFields([title, other], 'toml')).problems.fields).toHaveProperty('1');
    const broken = { ...raw, text: 'x\n---\nmore: 1' };
    expect(example(withFields([title, broken])).problems.fields).toHaveProperty('1');
  });

  it('says at a part and at a pattern what of it does not work', () => {
    const { problems, body } = example({
      parts: [
        { part: 'intro', template: 'Fine.', side: 'leading' },
        { part: 'end', template: '{% if %}', side: 'closing' },
      ],
      titlePattern: 'On {{ weekday }}',
      filePattern: '{% if x %}',
    });
    expect(problems.parts).toEqual({ 1: { reason: 'liquid', detail: expect.any(String) } });
    expect(problems.patterns).toEqual({ titlePattern: '{{ weekday }}', filePattern: '{% if x %}' });
    expect(body).toContain('Fine.');
  });

  it('tries a part for each talk, which there is only one of here', () => {
    const problems = (template: string) =>
      example({ parts: [{ part: 'talk', template, side: 'leading', forEachTalk: true }] }).problems;
    expect(problems('On {{ talk.title }}').parts).toEqual({});
    expect(problems('{{ talk | nope }}').parts).toHaveProperty('0');
  });

  it('says what is wrong with a template that is one text', () => {
    expect(example({ template: 'Over.\n\n{{ items }}' }).body).toMatch(/^Over\.\n\n> A gauge/);
    expect(example({ template: '{% for %}' }).problems.template).toContain('for');
  });
});
