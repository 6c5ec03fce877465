import { describe, expect, it } from 'vitest';
import { readFirstSentences } from '../../../lib/posts/first-sentences.ts';

const seen = (...paragraphs: string[]) => {
  const { captured, recording, slides } = readFirstSentences(paragraphs);
  const { event, venue, performers } = captured;
  return {
    ...{ event: event.name, url: event.url, starts: event.startsAt, zone: event.timeZone },
    venue: [venue.name, venue.url].filter(Boolean),
    speakers: performers.map(({ name, url }) => `${name} ${url}`.trim()),
    ...{ recording, slides },
  };
};

describe('the first sentences of a post', () => {
  it('say when, where, who, and where it was recorded', () => {
    const intro = `Rustling Meetup #12 took place
[2026-11-18](https://events.example/12) 19:00 CET at
[The Shed](https://shed.example/) and we had a talk by
[Ada Berg](https://www.linkedin.com/in/ada-berg/) (CTO) and Principal Architect
[Dr. Bo F. Lind](https://bo.example) from [OpenTide](https://tide.example). A recording can be
found [here](https://youtu.be/AbCdEfGhIjk).`;
    expect(seen(intro)).toEqual({
      event: 'Rustling Meetup #12',
      url: 'https://events.example/12',
      starts: '2026-11-18T19:00',
      zone: '+01:00',
      venue: ['The Shed', 'https://shed.example/'],
      speakers: [
        'Ada Berg https://www.linkedin.com/in/ada-berg/',
        'Dr. Bo F. Lind https://bo.example',
      ],
      recording: 'https://youtu.be/AbCdEfGhIjk',
      slides: '',
    });
  });

  it.each([
    [
      'and we had a talk by [Ada Berg](https://ada.example) about rings that end.',
      'rings that end',
    ],
    ['Dr. Bo Lind gave a talk titled "Rings: an end" to all.', 'Rings: an end'],
    ['[Ada Berg](https://ada.example) spoke on [Ends](https://s.example/a.pdf).', 'Ends'],
    ['Ein Vortrag von [Eva Moos](https://eva.example) über „Enden“ folgte.', 'Enden'],
    ['Ein Vortrag mit dem Titel "Enden" folgte.', 'Enden'],
    ['Then came the second presentation: "Ends, and no end" by Bo.', 'Ends, and no end'],
    ['The talk by Prof. Lind was about rings, mostly.', 'rings'],
    ['We had a talk at rings.example about rings.', 'rings'],
    ['Ada Berg talked about rings.', 'rings'],
    ['We saw a presentation by the salon and nobody slept.', ''],
    ['The talk was on Monday. It was about time.', ''],
    ['The talk was on November 18.', ''],
    ['There was pizza, and a walk about town.', ''],
  ])('say what the talk was about: %s', (sentence, title) => {
    const said = readFirstSentences([
      `Meetup #1 took place 2026-11-18 19:00 at the hall. ${sentence}`,
    ]);
    expect(said.talkTitle).toBe(title);
    expect(readFirstSentences([sentence]).talkTitle).toBe('');
  });

  it('may name the event with its link, and a date in words', () => {
    const intro =
      '[Ferret Evening](https://events.example/3) was held on 18 November 2026, 7 pm, in [Hall B](https://hall.example). [Slides](https://s.example/a.pdf) are there.';
    expect(seen(intro)).toMatchObject({
      ...{ event: 'Ferret Evening', url: 'https://events.example/3', starts: '2026-11-18' },
      venue: ['Hall B', 'https://hall.example'],
      slides: 'https://s.example/a.pdf',
    });
  });

  it('may have the time inside of the link, and be in German', () => {
    const intro =
      'Unser Treffen #4 fand am [18.11.2026 19:30](https://e.example/4) im [Laden](https://l.example) statt, mit einem Vortrag von [Eva Moos](https://eva.example).';
    expect(seen(intro)).toMatchObject({
      ...{ event: 'Unser Treffen #4', url: 'https://e.example/4', starts: '2026-11-18T19:30' },
      venue: ['Laden', 'https://l.example'],
      speakers: ['Eva Moos https://eva.example'],
    });
  });

  it.each([
    'Rings have [no end](https://ring.example), and [Go Modules](https://go.example) neither.',
    'Written with [Visual Studio](https://vs.example) at night, in [Rust](https://rust.example).',
    '`took place 2026-11-18 at` [x](javascript:alert(1))',
    '',
  ])('say nothing of it in %j', (words) => {
    expect(seen(words)).toMatchObject({ event: '', url: '', venue: [], recording: '', slides: '' });
  });

  it('read no venue or speaker from the text before the date', () => {
    const intro = 'Thanks to all at [Group](https://g.example)! It took place 2026-11-18.';
    expect(seen(intro).venue).toEqual([]);
  });

  it('is read quickly, whatever is in it', () => {
    const hostile = [
      `${'[a]('.repeat(5_000)}`,
      'by A B '.repeat(20_000),
      `${'A'.repeat(100_000)} took`,
    ];
    for (const words of hostile) expect(seen(words).recording).toBe('');
  });
});
