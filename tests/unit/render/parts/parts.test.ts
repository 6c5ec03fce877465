import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item, Part } from '../../../../lib/core/post/item.ts';
import { defaultProfile, type Profile } from '../../../../lib/core/post/profile.ts';
import type { WrapUp } from '../../../../lib/core/post/wrap-up.ts';
import { composeBody } from '../../../../lib/render/body.ts';
import { composePost } from '../../../../lib/render/compose.ts';
import { hostileItem, hostileWrapUp } from '../../../support/hostile-items.ts';
import {
  createNote,
  createPart,
  createRaw,
  createSection,
  createSpeaker,
  createWrapUp,
} from '../../../support/items.ts';
import { tries } from '../../../support/property-tries.ts';

const event = { name: 'Meetup #1', url: '', startsAt: '2026-11-18', timeZone: '' };
const ada = createSpeaker({ name: 'Ada Example' });
const bo = createSpeaker({ name: 'Bo Sample' });
const recording = { url: 'https://r.example', picture: '/r.png', pictureAlt: '' };
const full = { event, speakers: [ada], recording, footer: 'Bye.' };
const note = createNote({ note: 'Own words.' });

function compose(changes: Partial<WrapUp>, items: readonly Item[], style: Partial<Profile> = {}) {
  const profile = { ...defaultProfile, ...style };
  const body = composeBody(createWrapUp(changes), items, profile);
  if (!body.ok) throw new Error(body.error.detail ?? body.error.code);
  return body.value;
}
const textOf = (...of: Parameters<typeof compose>) => compose(...of).text;
/** Returns the names of the post's contents, in order. */
const order = (...of: Parameters<typeof compose>) =>
  compose(...of).pieces.map((piece) => (piece.kind === 'item' ? 'item' : piece.part));

describe('the parts of the shipped template', () => {
  it('are its sentences, in their order, each with what it says', () => {
    const { pieces, whole } = compose(full, [note]);
    expect(whole).toBe(false);
    expect(
      pieces.map((piece) => [piece.kind === 'part' ? piece.part : '', piece.markdown]),
    ).toEqual([
      [
        'intro',
        'Meetup #1 took place 2026-11-18 and we had a great presentation by Ada\nExample. A recording can be found [here](https://r.example):',
      ],
      ['recording', '![](/r.png)'],
      ['', 'Own words.'],
      ['thanks', 'Thanks again to Ada for the inspiring presentation.'],
      ['footer', '----\n\nBye.'],
    ]);
  });

  it('are there, and print nothing, where there is nothing to say', () => {
    const { pieces, text } = compose({}, [note]);
    expect(text).toBe('Own words.\n');
    expect(pieces.map(({ lineCount }) => lineCount)).toEqual([0, 0, 1, 0, 0]);
  });
});

describe('the evening', () => {
  const talks = [
    {
      id: 'a0000000-0000-4000-8000-000000000001',
      title: 'Tide clocks',
      speakerIds: [ada.id],
      slides: 'https://s.example/1',
      repository: '',
      recording: { url: '', picture: '', pictureAlt: '' },
    },
    {
      id: 'a0000000-0000-4000-8000-000000000002',
      title: '*Rings*',
      speakerIds: [bo.id],
      slides: 'https://s.example/2',
      repository: 'https://c.example/2',
      recording: { url: 'https://r.example/2', picture: '/2.png', pictureAlt: 'Ring' },
    },
  ];
  const several = { event, speakers: [ada, bo], recording, talks };

  it('with several talks has each under its title, with its speakers and links', () => {
    expect(
      textOf(several, [note]),
    ).toBe(`Meetup #1 took place 2026-11-18 and we had great presentations by Ada Example
and Bo Sample.

## Tide clocks

Ada Example

[Slides](https://s.example/1) · [Recording](https://r.example)

![](/r.png)

## \\*Rings\\*

Bo Sample

[Slides](https://s.example/2) · [Repository](https://c.example/2) ·
[Recording](https://r.example/2)

![Ring](/2.png)

Own words.

Thanks again to Ada and Bo for the inspiring presentations.
`);
  });

  it('names each talk’s part by its talk', () => {
    const parts = compose(several, []).pieces.flatMap((piece) =>
      piece.kind === 'part' && piece.part === 'talk' ? [piece.talkId] : [],
    );
    expect(parts).toEqual(talks.map(({ id }) => id));
  });

  it('with one talk says what it was on, and where its slides and code are', () => {
    const intro = (talk: Partial<(typeof talks)[0]>) =>
      compose(
        { event, speakers: [ada], talks: [{ ...talks[0], ...talk } as (typeof talks)[0]] },
        [],
      ).pieces[0]?.markdown.replaceAll('\n', ' ');
    expect(intro({})).toBe(
      'Meetup #1 took place 2026-11-18 and we had a great presentation by Ada Example on “Tide clocks”. See also the [slides](https://s.example/1).',
    );
    expect(intro({ title: '', repository: 'https://c.example' })).toBe(
      'Meetup #1 took place 2026-11-18 and we had a great presentation by Ada Example. See also the [slides](https://s.example/1) and the [repository](https://c.example).',
    );
  });

  it('without a talk has a sentence without one, and no thanks', () => {
    expect(textOf({ event }, [])).toBe('Meetup #1 took place 2026-11-18.\n');
  });

  it('with talks of which nothing is known is as if there were none', () => {
    const unknown = talks.map((talk) => ({
      ...{ ...talk, title: '', slides: '', repository: '', speakerIds: [] },
      recording: { url: '', picture: '', pictureAlt: '' },
    }));
    expect(textOf({ event, talks: unknown }, [])).toBe('Meetup #1 took place 2026-11-18.\n');
  });
});

describe('a part with a row of its own', () => {
  const heading = createSection({ form: 'h2', note: 'Evening' });
  const part = (name: string, changes: Partial<Part> = {}) =>
    createPart({ part: name, ...changes });

  it('stands where the row does, and takes those along that are behind it in the template', () => {
    expect(order(full, [heading, part('intro'), note])).toEqual([
      ...['item', 'intro', 'recording', 'item', 'thanks', 'footer'],
    ]);
    expect(order(full, [note, part('recording')])).toEqual([
      ...['intro', 'item', 'recording', 'thanks', 'footer'],
    ]);
    expect(order(full, [note, part('intro'), heading, part('recording')])).toEqual([
      ...['item', 'intro', 'item', 'recording', 'thanks', 'footer'],
    ]);
  });

  it('of the closing ones takes those along that are before it in the template', () => {
    expect(order(full, [note, part('footer'), heading])).toEqual([
      ...['intro', 'recording', 'item', 'thanks', 'footer', 'item'],
    ]);
    expect(order(full, [part('thanks'), note])).toEqual([
      ...['intro', 'recording', 'thanks', 'item', 'footer'],
    ]);
  });

  it('prints nothing while it is hidden, and can be seen to be there', () => {
    const { text, pieces } = compose(full, [part('intro', { hidden: true }), note]);
    expect(text.startsWith('![](/r.png)\n\nOwn words.')).toBe(true);
    expect(pieces[0]).toMatchObject({ part: 'intro', markdown: '', lineCount: 0 });
    expect(pieces[0]).toHaveProperty('output', expect.stringContaining('took place'));
  });

  it('that was written by hand says what was typed, byte for byte', () => {
    const typed = 'By *hand* {{< figure src="/a.png" >}}\n<b>x</b>';
    const row = part('intro', { byHand: true, note: typed });
    expect(textOf({ event }, [row, note])).toBe(`${typed}\n\nOwn words.\n`);
  });

  it('says when what it was written over has changed, but not for other line ends', () => {
    const asItWas = compose(full, []).pieces[0];
    const base = (asItWas?.kind === 'part' && asItWas.output) || '';
    const row = part('intro', { byHand: true, note: 'Mine', base });
    const outdated = (changes: Partial<WrapUp>, style: Partial<Profile> = {}) =>
      compose({ ...full, ...changes }, [row], style).pieces[0];
    expect(outdated({})).toMatchObject({ outdated: false });
    const columns = { ...defaultProfile.columns, prose: 20 };
    expect(outdated({}, { columns })).toMatchObject({ outdated: false });
    expect(outdated({ speakers: [bo] })).toMatchObject({
      outdated: true,
      output: expect.stringContaining('Bo Sample'),
      row: { base },
    });
  });

  it('stays by hand where the template no longer has it, and goes where it is not', () => {
    const own = { template: 'A\n\n{{ items }}\n\nB' };
    const byHand = part('intro', { byHand: true, note: 'Mine' });
    expect(textOf({}, [note, byHand, part('thanks')], own)).toBe('A\n\nOwn words.\n\nMine\n\nB\n');
    expect(compose({}, [byHand], own).pieces[1]).not.toHaveProperty('output');
  });

  it('goes by its talk', () => {
    const other = part('talk', { talkId: 'a0000000-0000-4000-8000-000000000009', byHand: true });
    expect(textOf(full, [{ ...other, note: 'Of a talk that is gone.' }])).toContain(
      'Of a talk that is gone.',
    );
  });
});

describe('a template of the user’s own', () => {
  const row = (part: string, note: string) => createPart({ part, byHand: true, note });

  it('is cut at its items', () => {
    const own = { template: '## Links\n{{ items }}\n\nBye {{ event.name }}' };
    const { pieces, text, whole } = compose({ event }, [note], own);
    expect(text).toBe('## Links\nOwn words.\n\nBye Meetup #1\n');
    expect(whole).toBe(false);
    expect(pieces.map(({ firstLine, lineCount }) => [firstLine, lineCount])).toEqual([
      ...[
        [0, 1],
        [1, 1],
        [3, 1],
      ],
    ]);
    expect(textOf({ event }, [note, row('after', 'See you.')], own)).toBe(
      '## Links\nOwn words.\n\nSee you.\n',
    );
  });

  it.each([
    'Intro {{ items }}',
    '* {{ items }}',
    '{{ items }}{{ items }}',
    'no items',
    '> {{ items }}',
  ])('that cannot be cut is one part: %j', (template) => {
    const { pieces, whole } = compose({}, [note], { template });
    expect(whole).toBe(true);
    expect(pieces).toMatchObject([{ kind: 'part', part: 'body' }]);
    expect(textOf({}, [note, row('body', 'All mine.')], { template })).toBe('All mine.\n');
  });

  it('writes what is as typed as it is, wherever it puts it', () => {
    const raw = createRaw({ note: '{{< a >}}\n<b>' });
    const quoted = createNote({ note: '{{< b >}}' });
    expect(textOf({}, [raw, quoted], { template: '> {{ items }}' })).toBe(
      '> {{< a >}}\n> <b>\n> \n> {\\{< b >}}\n',
    );
    const loop = '{% for clip in clips %}{{ clip.markdown }} {{ clip.kind }}\n\n{% endfor %}';
    expect(textOf({}, [raw], { template: loop })).toBe('{{< a >}}\n<b> raw\n');
  });

  it('sees no parts among its items', () => {
    const template = '{% for clip in clips %}{{ clip.kind }} {% endfor %}';
    expect(textOf({}, [row('intro', 'x'), note], { template })).toBe('note\n\nx\n');
  });
});

describe('the style', () => {
  it('can have a line before the intro', () => {
    const style = { headingFirst: '## {{ event.name }}' };
    expect(textOf({ event }, [note], style)).toBe(
      '## Meetup #1\n\nMeetup #1 took place 2026-11-18.\n\nOwn words.\n',
    );
    expect(order({ event }, [note], style)[0]).toBe('heading');
    expect(textOf({}, [note], style)).toBe('Own words.\n');
  });

  it('can link the recording’s picture to the recording', () => {
    expect(textOf({ recording }, [], { linkPicture: true })).toContain(
      '[![](/r.png)](https://r.example)',
    );
    const template = '{{ recording.picture | image: "", recording.picture_link }}';
    expect(textOf({ recording }, [], { template, linkPicture: true })).toBe(
      '[![](/r.png)](https://r.example)\n',
    );
    expect(textOf({ recording }, [], { template })).toBe('![](/r.png)\n');
  });

  it('can have its own words of thanks, to somebody', () => {
    const thanks = 'Cheers, {{ speakers | first_name | sentence: "and" }}!';
    expect(textOf({ speakers: [ada, bo] }, [note], { thanks })).toMatch(/\nCheers, Ada and Bo!\n$/);
    expect(textOf({}, [note], { thanks })).toBe('Own words.\n');
    expect(textOf({}, [note], { thanks: 'Thanks, all.' })).toBe('Own words.\n\nThanks, all.\n');
  });

  it.each<Partial<Profile>>([{ headingFirst: '{% if %}' }, { thanks: '{{ x | nonsense }}' }])(
    'that cannot be read fails with a sentence: %j',
    (style) => {
      const made = composeBody(createWrapUp(), [note], { ...defaultProfile, ...style });
      expect(made).toMatchObject({ ok: false, error: { code: 'template-broken' } });
    },
  );
});

describe('the source map', () => {
  const anyItem: fc.Arbitrary<Item> = fc.oneof(
    { weight: 4, arbitrary: hostileItem },
    fc.constantFrom(
      createRaw({ note: '<div>\n\n{{< x >}}\n' }),
      createNote({ note: '    {{< y >}}', asTyped: true }),
      createPart({ part: 'intro' }),
      createPart({ part: 'footer', byHand: true, note: 'Mine\n\n{{< z >}}' }),
      createPart({ part: 'before', byHand: true, note: '* mine' }),
      createPart({ part: 'after', hidden: true }),
      createNote({ note: 'put aside', tray: 'aside' }),
    ),
  );
  const templates = fc.constantFrom('', '', '# A\n{{ items }}\n# {{ footer }}', '* {{ items }}');

  it('says of each piece which lines of the draft it is', () => {
    fc.assert(
      fc.property(hostileWrapUp, fc.array(anyItem, { maxLength: 8 }), templates, (...of) => {
        const [wrapUp, items, template] = of;
        const post = composePost(wrapUp, items, { ...defaultProfile, template });
        if (!post.ok) throw new Error(post.error.detail);
        const lines = post.value.text.split('\n');
        let end = 0;
        for (const { firstLine, lineCount, markdown } of post.value.pieces) {
          expect(lines.slice(firstLine, firstLine + lineCount).join('\n')).toBe(markdown);
          expect(firstLine).toBeGreaterThanOrEqual(end);
          end = firstLine + lineCount;
        }
        const inPieces = post.value.pieces.map(({ markdown }) => markdown).join('');
        const body = lines.slice(post.value.pieces[0]?.firstLine).join('\n');
        const bare = (text: string) => text.replace(/<!-- -->|\s/g, '');
        expect(bare(inPieces)).toBe(bare(body));
      }),
      tries(200),
    );
  }, 120_000);
});
