import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../../lib/core/post/profile.ts';
import { learnStyle } from '../../../lib/posts/learn-style.ts';
import { withSettings } from '../../../lib/posts/style/setting.ts';
import { composeDraft } from '../../../lib/render/compose.ts';
import { goldenItems, goldenWrapUp } from '../../fixtures/golden/wrap-up.ts';
import { houses } from '../../support/houses.ts';
import { createSpeaker, createWrapUp } from '../../support/items.ts';
import { tries } from '../../support/property-tries.ts';

const post = (n: number, more = '') => `---
title: "Evening #${n}"
date: 2031-03-0${n}T10:30:00+01:00
draft: false
tags:
- a
---

## Highlights

A sentence that goes on for as long as it takes to fill a line of
exactly this many columns, and then it ends.

* one
* two
${more}
> q -- [a.example](https://a.example)

[![](/img/a.png)](https://www.youtube.com/watch?v=abcdefghijk)

----

Join us.
`;

const files = (texts: readonly string[]) => texts.map((text, at) => ({ name: `${at}.md`, text }));

const said = (texts: string[], id: string) => {
  const setting = learnStyle(files(texts)).find((each) => each.id === id);
  return setting && `${setting.does}: ${setting.count} of ${setting.all}`;
};

/** The front matters of posts, from the oldest to the newest. */
const dated = (...fronts: string[]) =>
  fronts.map((front, at) => `---\ndate: 2031-01-${String(at + 10)}\n${front}---\n\nWords.\n`);
/** The style of fields that posts teach. */
const fieldOf = (texts: string[], name: string) =>
  learnStyle(files(texts)).find(({ id }) => id === `field.${name}`)?.field;

const houseOf = (name: string) => {
  const found = houses.find((house) => house.name === name);
  if (!found) throw new Error(`no house ${name}`);
  return found;
};

describe('what is learned of a house that changes, or does not always do the same', () => {
  it('has the quotes that the newest three chose', () => {
    const old = Array.from({ length: 12 }, (_, at) => `title: Old ${at}\n`);
    const fresh = ['title: "One"\n', 'title: "Two"\n', 'title: "Three"\n'];
    expect(fieldOf(dated(...old, ...fresh), 'title')?.quotes).toBe('double');
    // What cannot stand without them is no choice.
    const forced = ['title: "One: a"\n', 'title: "Two: b"\n', 'title: "Three: c"\n'];
    expect(fieldOf(dated(...old, ...forced), 'title')?.quotes).toBe('plain');
  });

  it('is what the newest 200 posts do, in whatever order they come and wherever their date is', () => {
    const name = (at: number) => `20${10 + (at % 50)}-01-${10 + Math.floor(at / 50)}-post-${at}.md`;
    const all = Array.from({ length: 300 }, (_, at) => {
      const isNew = at % 50 >= 20;
      const author = isNew ? 'author: "New"\n' : 'writer: Old\n';
      const date = at % 2 === 0 ? `date: ${name(at).slice(0, 10)}\n` : '';
      return { name: name(at), text: `---\n${date}${author}---\n\nWords.\n` };
    });
    const settings = learnStyle(all);
    // 180 are new.
    expect(settings.find(({ id }) => id === 'field.author')).toMatchObject({
      count: 180,
      all: 200,
    });
    const sorted = all.toSorted((one, other) => other.name.localeCompare(one.name));
    const newest = new Set(sorted.slice(0, 200));
    expect(settings).toEqual(learnStyle(all.filter((file) => newest.has(file))));
  });

  it('has the order of fields that most posts have, the newest weighing more', () => {
    const order = (texts: string[]) =>
      learnStyle(files(texts)).flatMap(({ field }) => field?.path[0] ?? []);
    const usual = Array.from({ length: 8 }, () => 'author: a\ntags: [b]\nimage: c\n');
    expect(order(dated(...usual, 'tags: [b]\nimage: c\nauthor: a\n'))).toEqual([
      ...['date', 'author', 'tags', 'image'],
    ]);
    const fresh = Array.from({ length: 4 }, () => 'tags: [b]\nimage: c\nauthor: a\n');
    expect(order(dated(...usual, ...fresh))).toEqual(['date', 'tags', 'image', 'author']);
  });

  it('has the lists of the newest three, and what is below the last field', () => {
    const old = Array.from({ length: 12 }, () => 'tags: [ a, b ]\n');
    const fresh = Array.from({ length: 3 }, () => 'tags: [a, b]\n\n# The end.\n');
    const settings = learnStyle(files(dated(...old, ...fresh)));
    expect(settings.find(({ id }) => id === 'field.tags')?.field?.list?.open).toBe('[');
    expect(settings.find(({ frontMatter }) => frontMatter)?.frontMatter?.below).toBe(
      '\n# The end.\n',
    );
  });

  it('breaks a list over lines where its line is too long for the posts', () => {
    const long = Array.from({ length: 6 }, (_, at) => `somebody-${at}`);
    const broken = `authors:\n  [\n${long.map((name) => `    ${name},\n`).join('')}  ]\n`;
    const field = fieldOf(dated('authors: [ann]\n', broken, 'authors: [bob, cy]\n'), 'authors');
    expect(field?.list?.open).toBe('[');
    expect(field?.wideList).toEqual({
      ...{ columns: 80, open: '\n  [\n    ', between: ',\n    ', close: ',\n  ]' },
    });
    // A long list in one line shows that length is not the reason.
    const line = `authors: [${long.join(', ')}, one-more]\n`;
    expect(
      fieldOf(dated('authors: [ann]\n', broken, line, line, line), 'authors'),
    ).not.toHaveProperty('wideList');
  });

  it('has the quotes that posts use where they need some', () => {
    const needed = ["a: 'One: a'\nb: plain\n", 'a: plain\nb: plain\n', 'a: plain\nb: plain\n'];
    expect(fieldOf(dated(...needed), 'b')).toMatchObject({ quotes: 'plain', needed: 'single' });
    const doubles = dated('a: \'Say "b"\'\n', 'a: "c"\n', 'a: "d"\n', 'a: "e"\n');
    expect(fieldOf(doubles, 'a')).toMatchObject({ quotes: 'double', fewEscapes: true });
    const escaped = dated('a: "Say \\"b\\""\n', 'a: "c"\n', 'a: "d"\n');
    expect(fieldOf(escaped, 'a')).not.toHaveProperty('fewEscapes');
  });

  it('is no other type because of posts in which a field says nothing', () => {
    const field = fieldOf(dated('a: words\n', 'a:\n', 'a:\n', 'a:\n', 'a:\n'), 'a');
    expect(field).toMatchObject({ type: 'string', bare: true });
    expect(fieldOf(dated('a: words\n', 'a: ""\n', 'a: more\n'), 'a')).not.toHaveProperty('bare');
  });

  it('leaves a field out only where most leave it out rather than empty', () => {
    const filled = ['tags: [a]\n', 'tags: [a]\n', 'tags: [a]\n'];
    expect(fieldOf(dated(...filled, 'tags: []\n', 'tags: []\n', 'a: b\n'), 'tags')).toMatchObject({
      omitEmpty: false,
    });
    expect(fieldOf(dated(...filled, 'tags: []\n', 'a: b\n', 'a: b\n'), 'tags')).toMatchObject({
      omitEmpty: true,
    });
  });

  it('has the dots that end a front matter, and days and hours without a zero', () => {
    const text = (day: string, at: string) =>
      `---\ntitle: Evening\ndate: ${day}\nstart: ${at}\n...\n\nWords.\n`;
    const texts = [text('December 25, 2031', '2031-12-25 9:30:00')];
    const learned = learnStyle(files(texts));
    const field = (name: string) => learned.find(({ id }) => id === `field.${name}`)?.field;
    expect(learned.find(({ id }) => id === 'frontMatter')?.frontMatter).toMatchObject({
      closing: '...',
    });
    expect(field('date')).toMatchObject({ from: 'date', form: '%B %-d, %Y' });
    expect(field('start')).toMatchObject({ type: 'date' });
    expect(
      fieldOf(['---\npublished_at: 2031-04-01 9:30:00\n---\n\nA\n'], 'published_at'),
    ).toMatchObject({ from: 'date', form: '%Y-%m-%d %-H:%M:%S' });
  });

  it('keeps the time of an evening apart from the day of its post', () => {
    const texts = dated('start: 2031-01-10 18:00:00\n', 'start: 2031-01-11 18:30:00\n');
    expect(fieldOf(texts, 'start')).toMatchObject({ type: 'date', from: 'typed' });
    const sameDay = dated('day: 2031-01-10\n', 'day: 2031-01-11\n');
    expect(fieldOf(sameDay, 'day')).toMatchObject({ from: 'date' });
  });

  it('writes no slug where most posts have none', () => {
    const bare = ['a: b\n', 'a: b\n', 'a: b\n', 'a: b\n'];
    const texts = dated(...bare, 'slug: own\n').map((text, at) => ({ name: `own${at}.md`, text }));
    const field = learnStyle([
      ...texts.slice(0, 4),
      { name: 'own.md', text: texts[4]?.text ?? '' },
    ]).find(({ id }) => id === 'field.slug')?.field;
    expect(field).toMatchObject({ from: 'typed', omitEmpty: true });
  });

  it('says nothing of what one post of many does', () => {
    const words = (at: number) =>
      `---\ntitle: Evening of ${'abcdef'[at]}${at}b\n---\n\nWords ${at}.\n`;
    const once = [0, 1, 2, 3, 4].map(words);
    const told = [
      ...once,
      '---\ntitle: Part 7\n---\n\nWords.\n\nThanks to Ada.\n\n----\n\nOnce.\n',
    ];
    const ids = learnStyle(files(told)).map(({ id }) => id);
    for (const id of ['titlePattern', 'number', 'slugPattern', 'part.thanks', 'footer', 'tags']) {
      expect(ids).not.toContain(id);
    }
  });

  it('takes the generator that one post names for all', () => {
    const toml = (more: string, at: number) => ({
      name: `content/${at}.md`,
      text: `+++\ntitle = "a"\n${more}+++\n`,
    });
    const posts = [toml('', 1), toml('', 2), toml('[extra]\na = 1\n', 3), toml('', 4)];
    expect(learnStyle(posts).find(({ id }) => id === 'layout')?.does).toBe('zola');
  });

  it('knows bundles in languages, and folders of pictures for one post alone', () => {
    const post = (slug: string) => ({
      name: `content/post/${slug}/index.en.md`,
      text: `---\ntitle: ${slug}\n---\n\n![a](/img/${slug}/a.png)\n`,
    });
    const settings = learnStyle(['one', 'two', 'three'].map(post));
    expect(settings.find(({ id }) => id === 'contentFolder')?.does).toBe('content/post');
    expect(settings.map(({ id }) => id)).not.toContain('imagePath');
  });
});

describe('what is learned from posts', () => {
  it('comes with how many do it', () => {
    const posts = [post(1), post(2), post(3, '\n- three\n'), 'bare\r\n\r\ntext\r\n'];
    expect(said(posts, 'frontMatter')).toBe('yaml: 3 of 4');
    expect(said(posts, 'field.title')).toBe('string in " (title): 3 of 3');
    expect(said(posts, 'bullet')).toBe('*: 6 of 7');
    expect(said(posts, 'headings')).toBe('open: 3 of 3');
    expect(said(posts, 'attribution')).toBe('host-path: 3 of 3');
    expect(said(posts, 'linkPicture')).toBe('linked: 3 of 3');
    expect(said(posts, 'pictureForm')).toBe('markdown: 3 of 3');
    const figures =
      '\n{{< figure src="/img/b.png" alt="b" >}}\n\n{{< figure src="/img/c.png" >}}\n';
    expect(said([post(1, figures)], 'pictureForm')).toBe('shortcode: 2 of 3');
    expect(said([post(1, '\n<img src="/img/b.png">\n\n<img src="/c.png">\n')], 'pictureForm')).toBe(
      'img: 2 of 3',
    );
    expect(said(posts, 'headingFirst')).toBe('## Highlights: 3 of 4');
    expect(said(posts, 'footer')).toBe('Join us.: 3 of 4');
    expect(said(posts, 'titlePattern')).toBe('Evening #{{ number }}: 3 of 3');
    expect(said(posts, 'number')).toBe('3: 1 of 1');
  });

  it('is what the newest do where old ones did something else', () => {
    const old = Array.from({ length: 30 }, (_, at) => `---\ndate: 2020-01-01\n---\n\n- ${at}\n`);
    const newer = Array.from({ length: 20 }, (_, at) => `---\ndate: 2031-01-01\n---\n\n* ${at}\n`);
    expect(said([...old, ...newer], 'bullet')).toBe('*: 20 of 50');
  });

  it('is the column at which all lines are as long as they can be', () => {
    const [column, count] = said([post(1), post(2)], 'columns.note')?.split(': ') ?? [];
    expect(Number(column)).toBeGreaterThanOrEqual(65);
    expect(Number(column)).toBeLessThanOrEqual(72);
    expect(count).toBe('2 of 2');
  });

  it('is how many blank lines are below the front matter, none among them', () => {
    const withLines = (gap: string) =>
      learnStyle(files([`---\na: b\n---\n${gap}Words.\n`]))[0]?.frontMatter?.blankLines;
    expect(['', '\n', '\n\n'].map(withLines)).toEqual([0, 1, 2]);
  });

  it('is nothing of no posts, and of what none does', () => {
    expect(learnStyle([])).toEqual([]);
    expect(said([''], 'bullet')).toBeUndefined();
  });
});

describe('the sentences of a house', () => {
  it('make the golden post again, but for where its lines are broken', () => {
    const text = readFileSync(new URL('../../fixtures/golden/post.md', import.meta.url), 'utf8');
    const settings = learnStyle([{ name: 'golden.md', text }]).filter(
      ({ id }) => !id.startsWith('columns'),
    );
    expect(settings.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['part.intro', 'part.thanks', 'part.footer']),
    );
    const learned = composeDraft(goldenWrapUp, goldenItems, {
      ...withSettings(defaultProfile, settings),
      attribution: 'host-path',
    });
    expect(learned).toEqual({ ok: true, value: text });
  });

  it('have slots for what another evening says otherwise', () => {
    const { posts } = houseOf('Hugo, YAML');
    const settings = learnStyle(posts).filter(({ doubtful }) => !doubtful);
    const profile = withSettings(defaultProfile, settings);
    const wrapUp = createWrapUp({
      title: 'Hybrid Meetup #16 wrap-up',
      event: {
        ...{ name: 'Hybrid Meetup #16', url: 'https://events.example/16' },
        ...{ startsAt: '2031-12-09T20:15', timeZone: 'Europe/Berlin' },
      },
      venue: { name: 'Hall', url: 'https://hall.example' },
      speakers: [createSpeaker({ name: 'Grace Example', url: 'https://g.example' })],
      footer: 'Bye.',
    });
    const draft = composeDraft(wrapUp, [], {
      ...profile,
      columns: { ...profile.columns, prose: 0 },
    });
    const body = draft.ok ? draft.value.slice(draft.value.indexOf('\n---\n') + 5) : '';
    expect(body).toContain('## Evening 16\n');
    expect(body).toContain(
      'Hybrid Meetup #16 took place [2031-12-09](https://events.example/16) 20:15 at [Hall](https://hall.example) and we had a great presentation by [Grace Example](https://g.example).\n',
    );
    expect(body).toContain('Thanks again to [Grace](https://g.example) for');
    expect(body).not.toContain('Misc');
    expect(body).toMatch(/\n----\n\nBye\.\n$/);
  });

  it('offer a heading that returns, but take none for granted', () => {
    const misc = learnStyle(houseOf('Hugo, YAML').posts).find(({ id }) => id === 'part.misc');
    expect(misc).toMatchObject({ does: '## Misc', count: 4, all: 4, doubtful: true });
  });
});

describe('the site', () => {
  const changes = (name: string, site?: Parameters<typeof learnStyle>[1]) =>
    withSettings(defaultProfile, learnStyle(houseOf(name).posts, site));

  it('is told by where posts are and what is in them', () => {
    expect(changes('Hugo, YAML')).toMatchObject({
      layout: 'hugo-static',
      contentFolder: 'content/posts',
    });
    expect(changes('Hugo, TOML with tables')).toMatchObject({
      ...{ layout: 'hugo-bundle', contentFolder: 'content/blog', bullet: '-' },
      filePattern: '{{ date | date: "%Y-%m-%d" }}-{{ slug }}',
    });
    expect(changes('Jekyll')).toMatchObject({
      layout: 'jekyll',
      contentFolder: '_posts',
      emphasis: '_',
    });
    expect(changes('Zola').layout).toBe('zola');
    expect(changes('Astro')).toMatchObject({ layout: 'astro', contentFolder: 'src/content/blog' });
    expect(changes('Eleventy').layout).toBe('eleventy');
    expect(changes('no front matter').frontMatter?.format).toBe('none');
  });

  it('has the last word by its own settings', () => {
    const text =
      'contentDir = "text"\n[markup.goldmark.renderer]\nunsafe = true\n[permalinks]\nposts = "/:year/:slug/"\n';
    const site = {
      configs: [{ name: 'hugo.toml', text }],
      paths: ['hugo.toml', 'layouts/shortcodes/h2.html', 'layouts/_shortcodes/fig/wide.html'],
    };
    expect(changes('Hugo, YAML', site)).toMatchObject({
      ...{ contentFolder: 'text/posts', rawHtml: true, permalink: '/:year/:slug/' },
      shortcodes: ['fig/wide', 'h2'],
    });
    const broken = {
      configs: [
        { name: '_config.yml', text: 'a: b: c' },
        { name: 'astro.config.mjs', text: '((' },
      ],
      paths: [],
    };
    expect(changes('Jekyll', broken).layout).toBe('astro');
  });
});

describe('hostile and broken posts', () => {
  const pieces = [
    ...[
      '---\n',
      '+++\n',
      '{',
      '}',
      '"',
      "'",
      ': ',
      '=',
      '[',
      ']',
      '- a\n',
      'title: x\n',
      'a: b: c\n',
      '&a',
      '*a\n',
    ],
    ...[
      '<<: ',
      '__proto__: 1\n',
      'constructor:\n  x: 1\n',
      '[__proto__]\n',
      '#',
      '|\n  x\n',
      '>-\n',
      '\t',
      '\r\n',
    ],
    ...[
      '{{ x }}',
      '{% for i in (1..9) %}',
      '2031-01-01',
      ' took place ',
      'at [a](b)',
      ' by ',
      'Thanks to ',
      '----\n',
    ],
    ...['date: 2031-01-01\n', 'tags: [a, "b"]\n', '\n\n', '😀', '\ud800'],
  ];
  const text = fc
    .array(fc.constantFrom(...pieces), { maxLength: 25 })
    .map((parts) => parts.join(''));

  it('teach a style that can be stored and used, whatever they say', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        const profile = withSettings(defaultProfile, learnStyle(files(texts)));
        const draft = composeDraft(goldenWrapUp, [], profile);
        expect(draft).toMatchObject({ ok: true });
      }),
      tries(100),
    );
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it('teach nothing of a front matter that cannot be read', () => {
    expect(learnStyle(files(['---\na: b: c\n---\n\n* x\n'])).map(({ id }) => id)).not.toContain(
      'frontMatter',
    );
  });
});
