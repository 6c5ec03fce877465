import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Item } from '../../../../lib/core/post/item.ts';
import { defaultProfile } from '../../../../lib/core/post/profile.ts';
import type { WrapUp } from '../../../../lib/core/post/wrap-up.ts';
import { composeDraft } from '../../../../lib/render/compose.ts';
import {
  createLink,
  createNote,
  createQuote,
  createSource,
  createSpeaker,
  createWrapUp,
} from '../../../support/items.ts';
import { renderBody } from '../../../support/render-body.ts';

const unfilled = { ...defaultProfile, columns: { quote: 0, prose: 0, bullet: 0, note: 0 } };

function body(
  changes: Partial<WrapUp>,
  template = '',
  items: readonly Item[] = [createNote({ note: 'Own words.' })],
) {
  const result = renderBody(createWrapUp(changes), items, { ...unfilled, template });
  return result.ok ? result.value : result.error;
}

const event = {
  name: 'Meetup #1',
  url: 'https://e.example/1',
  startsAt: '2026-11-18T19:00',
  timeZone: '',
};
const venue = { name: 'Kontor', url: 'https://k.example' };
const org = { name: 'Org', url: 'https://o.example' };
const ada = createSpeaker({ name: 'Ada Example', url: 'https://a.example' });
const bo = createSpeaker({ name: 'Bo Sample' });
const recording = { url: 'https://r.example', picture: '/r.png', pictureAlt: '' };
const words = 'Own words.\n';

describe('the shipped template', () => {
  it.each<[string, Partial<WrapUp>, string]>([
    ['nothing', {}, words],
    [
      'everything',
      { event, venue, speakers: [ada], recording, footer: '[Join](https://j.example)' },
      `Meetup #1 took place [2026-11-18](https://e.example/1) 19:00 at [Kontor](https://k.example) and we had a great presentation by [Ada Example](https://a.example). A recording can be found [here](https://r.example):

![](/r.png)

Own words.

Thanks again to [Ada](https://a.example) for the inspiring presentation.

----

[Join](https://j.example)
`,
    ],
    [
      'an event only',
      { event },
      `Meetup #1 took place [2026-11-18](https://e.example/1) 19:00.\n\n${words}`,
    ],
    [
      'an event without its time',
      { event: { ...event, startsAt: '2026-11-18' }, venue },
      `Meetup #1 took place [2026-11-18](https://e.example/1) at [Kontor](https://k.example).\n\n${words}`,
    ],
    [
      'an event without a date',
      { event: { ...event, startsAt: '' }, venue: { name: 'Kontor', url: '' } },
      `[Meetup #1](https://e.example/1) took place at Kontor.\n\n${words}`,
    ],
    [
      'an event without an address',
      { event: { ...event, url: '' } },
      `Meetup #1 took place 2026-11-18 19:00.\n\n${words}`,
    ],
    ['a venue only', { venue }, words],
    [
      'a venue’s address beside its name',
      { event, venue, venueAddress: 'Quay 1, Leipzig' },
      `Meetup #1 took place [2026-11-18](https://e.example/1) 19:00 at [Kontor](https://k.example).\n\n${words}`,
    ],
    [
      'a venue that is known by its address alone',
      { event, venueAddress: 'Quay 1, Leipzig' },
      `Meetup #1 took place [2026-11-18](https://e.example/1) 19:00 at Quay 1, Leipzig.\n\n${words}`,
    ],
    [
      'speakers only',
      { speakers: [ada, bo] },
      `We had a great presentation by [Ada Example](https://a.example) and Bo Sample.

Own words.

Thanks again to [Ada](https://a.example) and Bo for the inspiring presentation.
`,
    ],
    ['a speaker without a name', { speakers: [createSpeaker({ name: ' ' })] }, words],
    [
      'a recording only',
      { recording },
      `A recording can be found [here](https://r.example):\n\n![](/r.png)\n\n${words}`,
    ],
    [
      'a recording without its picture',
      { event, recording: { ...recording, picture: '' } },
      `Meetup #1 took place [2026-11-18](https://e.example/1) 19:00. A recording can be found [here](https://r.example).\n\n${words}`,
    ],
    [
      'a picture without the recording',
      { recording: { ...recording, url: '' } },
      `![](/r.png)\n\n${words}`,
    ],
    ['a footer only', { footer: 'Bye.' }, `${words}\n----\n\nBye.\n`],
  ])('with %s', (_, details, expected) => {
    expect(body(details)).toBe(expected);
  });

  it('names an organisation once for the speakers who share it', () => {
    const from = (name: string, affiliation = org) => createSpeaker({ name, affiliation });
    const intro = (...speakers: WrapUp['speakers']) =>
      String(body({ speakers })).split('\n')[0]?.replace('We had a great presentation by ', '');
    expect(intro(from('A'), from('B'))).toBe('A and B from [Org](https://o.example).');
    expect(intro(from('A'), from('B'), from('C'))).toBe(
      'A, B and C from [Org](https://o.example).',
    );
    expect(intro(from('A'), from('B', { name: 'Other', url: '' }))).toBe(
      'A from [Org](https://o.example) and B from Other.',
    );
    expect(intro(from('A'), bo, from('C'))).toBe(
      'A from [Org](https://o.example), Bo Sample and C from [Org](https://o.example).',
    );
  });

  it('puts roles where they belong', () => {
    const intro = (role: string, rolePosition: 'before' | 'after') =>
      String(body({ speakers: [createSpeaker({ name: 'A', role, rolePosition })] })).split('\n')[0];
    expect(intro('CTO', 'after')).toBe('We had a great presentation by A (CTO).');
    expect(intro('Architect', 'before')).toBe('We had a great presentation by Architect A.');
  });

  it('fills its sentences, and nothing else, at the prose column', () => {
    const long = 'word '.repeat(30).trim();
    const profile = { ...unfilled, columns: { ...unfilled.columns, prose: 40 } };
    const wrapUp = createWrapUp({ event, venue, footer: long });
    const result = renderBody(wrapUp, [createNote({ note: long })], profile);
    expect(result).toEqual({
      ok: true,
      value: `Meetup #1 took place
[2026-11-18](https://e.example/1) 19:00
at [Kontor](https://k.example).

${long}

----

${long}
`,
    });
  });

  it('says nothing where there is nothing to say', () => {
    expect(renderBody(createWrapUp(), [], unfilled)).toEqual({ ok: true, value: '' });
    const draft = composeDraft(createWrapUp(), [], unfilled);
    expect(draft.ok && draft.value.endsWith('\n---\n')).toBe(true);
  });
});

describe('a template of the user’s own', () => {
  it('has its outputs escaped unless they are Markdown', () => {
    expect(
      body(
        { title: '*a* <b>', footer: '*c*' },
        '{{ wrap_up.title }} {{ footer }} {{ footer | markdown }}',
      ),
    ).toBe('\\*a\\* \\<b> \\*c\\* *c*\n');
  });

  it('can loop over the clips', () => {
    const items = [
      createLink({ title: 'a_', url: 'https://a.example' }),
      createQuote({ markdown: 'x\ny', attribution: 'none' }),
    ];
    expect(
      body(
        {},
        '{% for clip in clips %}{{ clip.kind }}: {{ clip.title | link: clip.url }}\n\n{{ clip.markdown }}\n\n{% endfor %}',
        items,
      ),
    ).toBe(
      `link: [a\\_](https://a.example)

* [a\\_](https://a.example)

quote: [Introduction](https://example.org/docs/intro/)

> x
> y
`,
    );
  });

  it('knows of a comment who says it, when and where, not who opened the page', () => {
    const place = {
      ...{ kind: 'comment' as const, url: 'https://a.example/4#c7', author: 'Bo', number: 4 },
      ...{ published: '2025-10-30', label: '' },
    };
    const source = createSource({ author: 'Ada', published: '2025-10-28', place });
    const template =
      '{% for clip in clips %}{{ clip.author }} {{ clip.published }} {{ clip.url }}{% endfor %}';
    expect(body({}, template, [createQuote({ source })])).toBe(
      'Bo 2025-10-30 https://a.example/4#c7\n',
    );
    const article = createSource({ author: 'Ada', published: '2025-10-28' });
    expect(body({}, template, [createQuote({ source: article })])).toMatch(/^Ada 2025-10-28 /);
  });

  it('can put clips into a quote or list of its own', () => {
    const items = [createNote({ note: 'a\n\nb' })];
    expect(body({}, '> {{ items }}', items)).toBe('> a\n> \n> b\n');
    expect(body({}, '1. {{ items }}', items)).toBe('1. a\n   \n   b\n');
  });

  it.each([
    ['{% if %}', /line:1/],
    ['a\n{{ b | nonsense }}', /nonsense.*line:2/],
    ['{% include "x" %}', /x/],
    ['{% render "../secret" %}', /secret/],
    ['{{ "x', /line:1/],
  ])('%j fails with a sentence', (template, detail) => {
    expect(body({}, template)).toEqual({
      code: 'template-broken',
      detail: expect.stringMatching(detail),
    });
  });

  describe('on a machine that pauses', () => {
    afterEach(() => vi.restoreAllMocks());

    /** The clock goes on by so many ms after each time that it is asked. */
    const pausesFor = (ms: number) => {
      let now = 0;
      vi.spyOn(performance, 'now').mockImplementation(() => (now += ms));
    };

    it('comes out as on any other', () => {
      const made = body({}, '{% if true %}One{% endif %} {{ "two" }}.');
      pausesFor(180);
      expect(body({}, '{% if true %}One{% endif %} {{ "two" }}.')).toBe(made);
    });

    it('is ended where it takes too long all the same', () => {
      pausesFor(180);
      expect(body({}, '{{ 1 }}'.repeat(20))).toMatchObject({ code: 'template-slow' });
    });
  });

  const many = '{% assign x = "a,a,a,a,a,a,a,a,a,a" | split: "," %}';
  const loops = (count: number, inside: string) =>
    many +
    Array.from({ length: count }, (_, at) => `{% for i${at} in x %}`).join('') +
    inside +
    '{% endfor %}'.repeat(count);
  const doubled = (times: number) =>
    `{% assign t = "0123456789" %}${'{% assign t = t | append: t %}'.repeat(times)}`;

  it.each([
    ['a loop of nothing', loops(12, ''), 'template-slow'],
    ['a loop of filters', loops(12, '{% assign y = "a" | upcase %}'), 'template-slow'],
    ['a long loop', '{% for i in (1..100000000) %}{{ i }}{% endfor %}', 'template-large'],
    ['a loop of words', loops(6, 'x'.repeat(50_000)), 'template-large'],
    ['more words than a post has', loops(3, 'wave '.repeat(60)), 'template-large'],
    ['very many short lines', loops(3, '- a\n'.repeat(11)), 'template-large'],
    [
      'words that are kept',
      `{% capture c %}${loops(6, 'x'.repeat(50_000))}{% endcapture %}`,
      'template-large',
    ],
    ['words that double', doubled(40), 'template-large'],
    ['many puts of one text', `${doubled(16)}${loops(6, '{{ t }}')}`, /template-(?:large|slow)/],
    ['the clips again and again', loops(6, '{{ items }}'), 'template-large'],
    [
      'one clip again and again',
      loops(6, '{% for c in clips %}{{ c.markdown }}{% endfor %}'),
      'template-large',
    ],
    [
      'a text of many parts',
      `${doubled(17)}{{ t | split: "" | join: "xxxxxxxxxxxxxxxxxxxx" }}`,
      'template-large',
    ],
    [
      'a replacement that grows',
      `${doubled(17)}{{ t | replace: "1", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }}`,
      'template-large',
    ],
    [
      'a table',
      `${many}${'{% tablerow i in x %}'.repeat(8)}${'x'.repeat(900)}${'{% endtablerow %}'.repeat(8)}`,
      'template-large',
    ],
    ['ifs in ifs', '{% if true %}'.repeat(7_000) + '{% endif %}'.repeat(7_000), 'template-broken'],
  ])('is ended before it makes too much of it: %s', (_what, template, code) => {
    const items = [createNote({ note: 'word '.repeat(2_000) })];
    expect(body({}, template, items)).toMatchObject({ code: expect.stringMatching(code) });
  });

  it('has room for a post that is large because its clips are', () => {
    const items = Array.from({ length: 4 }, () => createNote({ note: 'ab '.repeat(66_000) }));
    const template = '{% for clip in clips %}{{ clip.markdown }}\n\n{% endfor %}{{ items }}';
    expect(body({}, template, items)).toEqual(expect.stringMatching(/^ab ab/));
  });

  it('has room for long words of its own', () => {
    const template = `${loops(2, '- A line of words as they stand in a post.\n'.repeat(50))}{{ items }}`;
    expect(body({}, template, [])).toEqual(expect.stringMatching(/^- A line/));
  });

  it('sees only the data, not what objects inherit', () => {
    expect(
      body({}, 'a{{ event.constructor }}{{ speakers.__proto__ }}{{ wrap_up.toString }}b'),
    ).toBe('ab\n');
  });
});

it('survives half a character at the end of a clamped text', () => {
  expect(body({}, '', [createNote({ note: 'a \ud83d' })])).toBe('a \ufffd\n');
});
