import type { CheckContext } from '../../lib/checks/check.ts';
import { createImage, createMoment, createQuote, createSource } from './items.ts';

/** A post, what a check finds in it, and its text after the fixes. */
export interface CheckExample {
  post: string;
  /** The text at each finding; empty: there is nothing to find. */
  found: readonly string[];
  /** Absent: no fix is offered. */
  fixed?: string;
  context?: CheckContext;
}

const at = (firstLine: number, lineCount = 1) => ({ firstLine, lineCount });
const passes = (...posts: string[]): CheckExample[] => posts.map((post) => ({ post, found: [] }));
const earlier: CheckContext = {
  linkedBefore: (key) =>
    key === 'ring.example/docs'
      ? { title: 'Ferret Evening #28 wrap-up', url: 'https://ferrets.example/28/' }
      : undefined,
};
const ada = { speakers: [{ name: 'Dr. Ada Berg' }] };
const source = createSource({ canonicalUrl: 'https://ring.example/docs' });
const quote = createQuote({ markdown: 'A ring has no end.', editedMarkdown: 'A ring has an end.' });
const halves = [
  createQuote({ markdown: 'One. Two.', editedMarkdown: 'Two.', clipId: quote.id }),
  createQuote({ markdown: 'One. Two.', editedMarkdown: 'One.', clipId: quote.id }),
];

/** Written by hand: for each check what it finds, and what looks similar but is right. */
export const checkExamples: Record<string, readonly CheckExample[]> = {
  'quote-source': [
    { post: 'Some words.\n\n> “A ring has no end.”', found: ['> “A ring has no end.”'] },
    { post: '> "A ring\n> has no end."\n\nMore.', found: ['> "A ring\n> has no end."'] },
    { post: '* a\n\n  > „b“\n', found: ['  > „b“'] },
    {
      post: '> »It has no end« -- and no beginning.',
      found: ['> »It has no end« -- and no beginning.'],
    },
    { post: 'They say:\n\n> A ring.', found: ['> A ring.'] },
    { post: 'One of the best quotes on it:\n\n> A ring.', found: ['> A ring.'] },
    // Where others say where they are from, one that does not was forgotten.
    { post: '> No end. -- Ada\n\nWords.\n\n> No beginning.', found: ['> No beginning.'] },
    // A clip's words are not the writer's, however they begin.
    {
      post: 'Words.\n\n> Note that it has no end.\n',
      found: ['> Note that it has no end.'],
      context: { items: [{ item: quote, ...at(2) }] },
    },
    // There is too much between them for one to be the other's half.
    { post: '[a](https://a.example):\n\n> b\n\nWords.\n\nMore:\n\n> c', found: ['> c'] },
    ...passes(
      '> A ring. -- [a](https://a.example)',
      '> A ring. --\n> [a.example/docs](https://a.example/docs)',
      '> A ring.\n>\n> — Ada Berg, 12:30',
      '> A ring. – Ada Berg',
      '> A ring. -- a.example',
      '> A ring, <https://a.example>.',
      '> A ring (https://a.example)',
      '> Ada wrote:\n>\n> A ring.',
      '> A ring.\n> <cite>Ada</cite>',
      '> [!NOTE]\n> A ring.',
      '[Ring](https://a.example) says of itself:\n\n> No end.',
      '[Ring](https://a.example):\n\n<!-- later -->\n\n> No end.',
      '* [ring](https://a.example) a buffer\n\n> No end.',
      '[Ring](https://a.example):\n\n> No end.\n\nAnd further:\n\n> No beginning.',
      '> No end.\n\nAnd further:\n\n> No beginning. -- [a](https://a.example)',
      '[![](/a.png)](https://a.example)\n\n> No end.',
      'As Ada Berg wrote in spring:\n\n> No end.',
      'According to Ada:\n\n> No end.',
      '> No end.\n\n-- [Ada](https://ada.example)',
      '> No end.\n\n- [Ada on rings](https://ada.example).',
      '[Ring][1] says:\n\n> No end.\n\n[1]: https://a.example',
      'A [Ring]:\n\n> No end.\n\n[ring]: https://a.example',
      '> **Note:** the slides follow.',
      '> UPDATE: they are there.',
      '> **Takeaway:** rings have no end.',
      '> *Question* – does it end?',
      '> Antwort: nein.',
      '> 💡 It has no end.',
      '> (We had pizza afterwards.)',
      '> By the way, the ring was round.',
      '> Übrigens gab es Pizza.',
      // Set off, and no quote.
      'In short:\n\n> A ring has no end.',
      '> For 20 June\n\n## Talks',
      '> TLDR: no end.',
      'What they say most is:\n\n> Has it an end?',
      '> No end. -- Ada\n\nWords.\n\n> And a beginning?\n\nNo.',
      '> “No end.”\nAda Berg from Aachen',
      'Ada Berg adds:\n\n> No end.',
      '> “No end.”\n\nRead more on [rings](https://a.example)',
      '> More of that at [rings](https://ring.example), and on its list.',
      '> See you in March!',
      '> No end.\n\n(via [Ada](https://ada.example))',
      '> ---',
      '    > code',
      '{{< notice >}}\n> No end.\n{{< /notice >}}',
    ),
  ],
  'quote-words': [
    {
      post: 'Words.\n\n> A ring has an end.\n',
      found: ['> A ring has an end.'],
      context: { items: [{ item: quote, ...at(2) }] },
    },
    {
      post: '> Two.\n\n> One.\n',
      found: ['> One.'],
      context: { items: halves.map((item, each) => ({ item, ...at(each * 2) })) },
    },
    {
      post: '> A ring [...] no *end*.',
      found: [],
      context: {
        items: [{ item: { ...quote, editedMarkdown: 'A ring [...] no *end*.' }, ...at(0) }],
      },
    },
    {
      post: '<!-- A ring has an end. -->',
      found: [],
      context: { items: [{ item: { ...quote, hidden: true }, ...at(0) }] },
    },
    { post: '> A ring.', found: [] },
  ],
  'picture-alt': [
    { post: 'a ![](/a.png) b', found: ['![](/a.png)'] },
    { post: '[![ ](/a.png)](https://a.example)', found: ['![ ](/a.png)'] },
    { post: '* ![](a.png "A title")', found: ['![](a.png "A title")'] },
    { post: '<p>\n<img src="a.png">\n</p>', found: ['<img src="a.png">'] },
    { post: 'A <img data-alt="x" src=a.png> b', found: ['<img data-alt="x" src=a.png>'] },
    { post: '{{< figure src="/a.png" >}}', found: ['{{< figure src="/a.png" >}}'] },
    ...passes(
      '![A hall](/a.png)',
      '<img src="a.png" alt="A hall">',
      '<img alt="" src="a.png">',
      '<img src="a.png" alt>',
      '<!-- ![](/a.png) <img src="a.png"> -->',
      '<div>\n<!-- <img src="a.png"> -->\n</div>',
      '`![](/a.png)`',
      '```\n![](/a.png)\n```',
      '{{< figure src="/a.png" caption="A hall" >}}',
      '{{< figure src="/a.png" alt="A hall" />}}',
      '![][hall]\n\n[hall]: /a.png',
    ),
  ],
  'picture-missing': [
    {
      post: '![A hall](/a.png) ![A ring](/b.png)',
      found: ['![A hall](/a.png)'],
      context: { missingPictures: new Set(['/a.png']) },
    },
    {
      post: '<!-- ![A hall](/a.png) -->\n\n`![](/a.png)` [a](/a.png)',
      found: [],
      context: { missingPictures: new Set(['/a.png']) },
    },
    { post: '![A hall](/a.png)', found: [] },
  ],
  'address-local': [
    {
      post: 'See http://localhost:8080/x, then.',
      found: ['http://localhost:8080/x'],
      fixed: 'See `http://localhost:8080/x`, then.',
    },
    { post: '[a](http://127.0.0.1:4000)', found: ['http://127.0.0.1:4000'] },
    { post: '[a](<http://192.168.1.7/>)', found: ['http://192.168.1.7/'] },
    { post: '![a](http://[::1]/a.png)', found: ['http://[::1]/a.png'] },
    { post: '<http://printer.local/>', found: ['http://printer.local/'] },
    { post: '[a][b]\n\n[b]: https://wiki.internal/x', found: ['https://wiki.internal/x'] },
    { post: '[a](http://intranet/x)', found: ['http://intranet/x'] },
    { post: '[a](https://172.20.0.1/)', found: ['https://172.20.0.1/'] },
    ...passes(
      'Run `curl http://localhost:8080`.',
      '```\nhttp://localhost\n```',
      '[a](https://localhost.example/)',
      '[a](https://172.32.0.1/)',
      '[a](https://1.1.1.1/)',
      '[a](https://11.0.0.1/)',
      '[a](/localhost)',
      '[a](mailto:a@localhost)',
      '[a](https://a.example/?u=http://localhost/)',
      '<!-- http://localhost -->',
      'www.localhost.example and localhost:8080',
    ),
  ],
  'address-http': [
    {
      post: '[a](http://a.example/x) and [b](https://a.example/x)',
      found: ['http://a.example/x'],
      fixed: '[a](https://a.example/x) and [b](https://a.example/x)',
    },
    {
      post: '[a](http://ring.example/docs)',
      found: ['http://ring.example/docs'],
      fixed: '[a](https://ring.example/docs)',
      context: { items: [{ item: createQuote({ source }), ...at(3) }] },
    },
    ...passes(
      '[a](http://a.example/x) and [b](https://a.example/y)',
      '[a](http://a.example/)',
      '[a](https://a.example/) and [b](https://a.example/)',
      '[a](https://a.example) `http://a.example`',
    ),
  ],
  'address-tracking': [
    {
      post: '[a](https://a.example/x?id=7&utm_source=mail)',
      found: ['https://a.example/x?id=7&utm_source=mail'],
      fixed: '[a](https://a.example/x?id=7)',
    },
    {
      post: 'See https://a.example/?fbclid=abc.',
      found: ['https://a.example/?fbclid=abc'],
      fixed: 'See https://a.example/.',
    },
    {
      post: '<https://youtu.be/abc?si=xyz>',
      found: ['https://youtu.be/abc?si=xyz'],
      fixed: '<https://youtu.be/abc>',
    },
    {
      post: '[a](https://www.google.com/url?q=https%3A%2F%2Fa.example%2Fx)',
      found: ['https://www.google.com/url?q=https%3A%2F%2Fa.example%2Fx'],
      fixed: '[a](https://a.example/x)',
    },
    {
      post: '[a](https://a.example/?a=1&amp;utm_source=b)',
      found: ['https://a.example/?a=1&amp;utm_source=b'],
    },
    ...passes(
      '[a](https://a.example/x?id=7&source=b)',
      '[a](https://a.example/x#:~:text=a%20ring)',
      '[a](https://a.example/x?)',
      '[a](https://video.example/watch?v=a&t=750)',
      '[a](https://a.example/a.pdf#page=25)',
      '[a](https://blob.example/x?utm_source=a&X-Amz-Signature=abc)',
      '`https://a.example/?utm_source=b`',
      '[a](mailto:a@b.example?utm_source=c)',
    ),
  ],
  'address-secret': [
    {
      post: '[a](https://a.example/x?access_token=a1b2c3d4e5&b=c)',
      found: ['https://a.example/x?access_token=a1b2c3d4e5&b=c'],
      fixed: '[a](https://a.example/x?b=c)',
    },
    {
      post: '[a](https://ada:opensesame1@a.example/x)',
      found: ['https://ada:opensesame1@a.example/x'],
      fixed: '[a](https://a.example/x)',
    },
    {
      post: '![a](https://a.example/a.png?sig=a1b2c3d4e5f6)',
      found: ['https://a.example/a.png?sig=a1b2c3d4e5f6'],
      fixed: '![a](https://a.example/a.png)',
    },
    ...passes(
      '[a](https://a.example/token)',
      '[a](https://twitter.com/ada/status/1?s=20&t=0kECRUOhaXrf31ECygGJ8w)',
      '[a](https://a.example/?key=rings)',
      '[a](https://a.example/commit/0a1b2c3d4e5f60718293a4b5c6d7e8f901234567)',
      '`https://a.example/?access_token=a1b2c3d4e5`',
    ),
  ],
  'link-twice': [
    {
      post: 'Intro.\n\n* [ring](https://a.example/ring)\n* [the ring](https://www.a.example/ring/)',
      found: ['[the ring](https://www.a.example/ring/)'],
    },
    {
      post: 'Intro.\n\nSee [a](https://a.example/x).\n\nSee https://a.example/x.',
      found: ['https://a.example/x'],
    },
    ...passes(
      'With [Ada](https://ada.example).\n\n* [Ada](https://ada.example) said so',
      'Intro.\n\n* [Ada](https://ada.example)\n\nThanks to [Ada](https://ada.example)!',
      'Intro.\n\n[ring](https://a.example):\n\n> No end. -- [a](https://a.example)',
      'Intro.\n\n* [ring](https://a.example)\n\n## References\n\n* [ring](https://a.example)',
      'Intro.\n\n* [Us](https://a.example)\n\n----\n\n[Join us](https://a.example)',
      'Intro.\n\n* [12:30](https://v.example/?t=750)\n* [12:31](https://v.example/?t=751)',
      'Intro.\n\n* [p. 1](https://a.example/a.pdf#page=1)\n* [p. 2](https://a.example/a.pdf#page=2)',
      'Intro.\n\n[![a](/a.png)](https://a.example)\n\n[a](https://a.example)',
      'Intro.\n\nShe read a ring ([code](https://a.example)).\n\n* [ring](https://a.example), small',
      'Intro.\n\n## Rings\n\n[a](https://a.example/x) is one.\n\n## Queues\n\nSo is [a](https://a.example/x).',
      `Intro.\n\n[a](https://a.example/x) is one.\n\n${'A word.\n\n'.repeat(25)}So is [a](https://a.example/x).`,
      'Intro.\n\n[https://a.example](https://a.example)',
      // Lists and tables of changes name their people in each row.
      'Intro.\n\n* Rings, by [Ada](https://a.example/x)\n* Queues, by [Ada](https://a.example/x)',
      'Intro.\n\n| [Ada](https://a.example/x) | rings |\n| --- | --- |\n| [Ada](https://a.example/x) | queues |',
      'Intro.\n\nFixed in [#12](https://a.example/x). So is [#12](https://a.example/x).',
      'Intro.\n\nTry [`map()`](https://a.example/x). Use [`map()`](https://a.example/x).',
      'Intro.\n\n* [a](https://a.example)\n* [b](https://a.example)\n* [c](https://a.example)\n* [d](https://a.example)',
    ),
  ],
  'linked-earlier': [
    {
      post: 'Intro.\n\n* [ring](https://ring.example/docs), again',
      found: ['[ring](https://ring.example/docs)'],
      fixed:
        'Intro.\n\n* [ring](https://ring.example/docs) (see [#28](https://ferrets.example/28/)), again',
      context: earlier,
    },
    {
      post: 'Intro.\n\nSee https://ring.example/docs',
      found: ['https://ring.example/docs'],
      context: earlier,
    },
    { post: 'Intro, [ring](https://ring.example/docs).', found: [], context: earlier },
    {
      post: 'Intro.\n\n> A ring. -- [a](https://ring.example/docs)',
      found: [],
      context: earlier,
    },
    { post: 'Intro.\n\n* [ring](https://ring.example/docs)', found: [] },
    {
      // A person's page continues no subject.
      ...{
        post: 'Intro.\n\nBy [Ada](https://github.com/ada), who reads [`map()`](https://a.example/map)',
      },
      ...{ found: [], context: { linkedBefore: () => ({ title: 'Wrap-up #28', url: '' }) } },
    },
    {
      // The same post in another language.
      post: 'Einleitung.\n\n[a](https://a.example/1), [b](https://a.example/2), [c](https://a.example/3), [d](https://a.example/new)',
      found: [],
      context: {
        linkedBefore: (key) => (key.endsWith('new') ? undefined : { title: 'Rings', url: '' }),
      },
    },
  ],
  'doubled-word': [
    { post: 'moving from from there', found: ['from'], fixed: 'moving from there' },
    { post: 'A ring. The the ring', found: ['the'], fixed: 'A ring. The ring' },
    {
      post: '[a](https://a.example) from from',
      found: ['from'],
      fixed: '[a](https://a.example) from',
    },
    { post: '* The the ring', found: ['the'], fixed: '* The ring' },
    { post: '> a\n\nin the\nthe ring', found: ['the'], fixed: '> a\n\nin the ring' },
    { post: '## A a ring\n', found: ['a'], fixed: '## A ring\n' },
    ...passes(
      'He knew that that had had an end, very very far',
      'Nous nous voyons, vous vous voyez',
      'Das Haus, das das Ende sah, die die Ringe sahen',
      'from, from; from. From',
      'Duran Duran and New New York, and the Team team',
      'done done done',
      'C minus minus and C plus plus, a super super fast ring',
      'Dat dat boek er is, en ganz ganz viel',
      'Fixed threads:on on i386 and ring.for for loops',
      '[Loops for for and while](https://a.example)',
      '10 10 and x2 x2',
      'use `a` use',
      'see [ring](https://a.example) ring',
      '> from from',
      '`from from`',
      'from{{< x >}}from',
      'from-from from',
      'https://a.example a https://a.example',
      'a from\\\nfrom',
    ),
  ],
  'empty-section': [
    { post: 'a\n\n## Misc\n', found: ['## Misc'] },
    { post: 'a\n\n## Notes\n', found: ['## Notes'] },
    { post: '## Misc\n\n## Thanks\n\nTo all.', found: ['## Misc'] },
    { post: '### Misc\n\n## Thanks\n\nTo all.', found: ['### Misc'] },
    { post: 'Misc\n----\n\n<!-- later -->\n', found: ['Misc\n----'] },
    { post: 'a\n\n## Misc\n\n----\n\n[Join us](https://a.example)', found: ['## Misc'] },
    ...passes(
      // No footer: a section of its own.
      'a\n\n---\n\n## Misc\n\na',
      '# Misc\n\n---\n\na',
      '# Evening\n\n## Talks\n\na',
      '## Misc\n\n* a',
      '## Misc\n\n![](/a.png)',
      '## Misc\n\n{{< youtube abc >}}',
      '## Misc\n\n---\n\na\n\nb\n\nc\n\nd',
      '> ## Misc\n\na',
      '```\n## Misc\n```',
      '## Misc\n\n[a]: https://a.example',
      'a[^1]\n\n[^1]: b\n\n## Footnotes\n',
      '{{< h2 >}}Evening{{< /h2 >}}\n\n{{< h2 >}}Misc{{< /h2 >}}',
    ),
  ],
  'heading-skipped': [
    {
      post: '## Talks\n\na\n\n#### Rings\n\nb',
      found: ['#### Rings'],
      fixed: '## Talks\n\na\n\n### Rings\n\nb',
    },
    {
      post: 'Evening\n===\n\n### Rings\n\nb',
      found: ['### Rings'],
      fixed: 'Evening\n===\n\n## Rings\n\nb',
    },
    {
      post: '{{< h2 >}}Evening{{< /h2 >}}\n\n#### Rings\n',
      found: ['#### Rings'],
      fixed: '{{< h2 >}}Evening{{< /h2 >}}\n\n### Rings\n',
    },
    ...passes(
      '### Rings\n\na\n\n### Queues',
      '## A\n\n### B\n\n#### C\n\n## D',
      '{{< h3 >}}Evening{{< /h3 >}}\n\n#### Rings',
      '> ## A\n\n#### B',
      '## A\n\n```\n#### B\n```',
    ),
  ],
  'unclosed-fence': [
    { post: 'a\n\n```sh\n$ ls\n', found: ['```sh'] },
    { post: '~~~~\na\n~~~\n', found: ['~~~~'] },
    ...passes('```\na\n```', '> ```\n> a\n\nb', '* ```\n  a\n\nb', '`` ``` ``', '<!--\n```\n-->'),
  ],
  'unclosed-comment': [
    { post: 'a\n\n<!-- b\n\nc', found: ['<!--'] },
    { post: 'a <!-- b\n\nc', found: ['<!--'] },
    ...passes(
      '<!-- a\n\nb -->\n\nc',
      'a <!-- b --> c',
      '`<!--` begins one',
      '```\n<!--\n```',
      '\\<!-- a',
      '<!--more-->',
    ),
  ],
  'unclosed-shortcode': [
    { post: 'a\n\n{{< youtube abc >\n\nb', found: ['{{< youtube'] },
    { post: '{{% notice', found: ['{{% notice'] },
    { post: 'a {{< /notice >}} b', found: ['{{< /notice >}}'] },
    { post: '{{< highlight go >}}\na', found: ['{{< highlight go >}}'] },
    ...passes(
      '{{< youtube abc >}}',
      '{{< notice >}}a{{< /notice >}}',
      '{{< note >}}a{{< note >}}b{{< /note >}}c{{< /note >}}',
      '{{</* youtube abc */>}} and {{</* /youtube */>}}',
      '{{% highlight go %}}\na\n{{% /highlight %}}',
      'Shortcodes begin with {{<, or {{%.',
      '{% if a %}b{% endif %} {{ c }}',
    ),
  ],
  'unknown-shortcode': [
    {
      post: '{{< youtube a >}} {{< talk b >}} {{% slides c %}}',
      found: ['{{% slides c %}}'],
      context: { shortcodes: new Set(['talk']) },
    },
    {
      post: '{{</* slides */>}} {{< figure.html src="a" alt="b" >}} {% slides %}',
      found: [],
      context: { shortcodes: new Set() },
    },
    { post: '{{< slides c >}}', found: [] },
  ],
  'speaker-thanks': [
    { post: 'By Ada Berg.\n\nThanks to Bo!', found: ['Thanks to Bo!'], context: ada },
    { post: 'By Ada Berg.', found: [''], context: ada },
    { post: 'a\n\nThanks again to [Ada](https://ada.example).', found: [], context: ada },
    { post: 'a\n\n## Thanks\n\nTo Ms. Berg.', found: [], context: ada },
    { post: 'a\n\nWir danken Ada.', found: [], context: ada },
    { post: 'a\n\nThanks to all speakers.', found: [], context: ada },
    { post: 'By Ada Berg.', found: [] },
  ],
  'talk-speaker': [
    {
      post: '## On Rings\n\nWords.',
      found: ['## On Rings'],
      context: { talks: [{ title: 'On Rings', speakers: [] }] },
    },
    {
      post: '## On Rings\n\nWords.',
      found: [],
      context: {
        talks: [
          { title: 'On Rings', speakers: [{}] },
          { title: '', speakers: [] },
        ],
      },
    },
    { post: '## On Rings\n\nWords.', found: [] },
  ],
  'file-unlinked': [
    { post: 'Words.\n', found: [''], context: { unlinkedFiles: ['slides.pdf'] } },
    { post: 'Words.', found: [], context: { unlinkedFiles: [] } },
    { post: 'Words.', found: [] },
  ],
  'future-date': [
    {
      post: '---\ndate: 2031-03-02T19:00:00+01:00\n---\na',
      found: ['2031-03-02T19:00:00+01:00'],
      context: { now: '2031-03-02T17:59:59Z' },
    },
    {
      post: '+++\ndate = 2031-03-03\n+++\na',
      found: ['2031-03-03'],
      context: { now: '2031-03-02T23:00:00Z' },
    },
    {
      post: '---\ndate: 2031-03-01\npublishDate: 2031-03-09\n---\na',
      found: ['2031-03-09'],
      context: { now: '2031-03-02T00:00:00Z' },
    },
    {
      post: '---\ndate: 2031-03-02T19:00:00+0100\n---\na',
      found: [],
      context: { now: '2031-03-02T18:00:01Z' },
    },
    { post: '---\ndate: someday\n---\na', found: [], context: { now: '2031-03-02T00:00:00Z' } },
    {
      post: '---\nextra:\n  date: 2031-03-09\n---\na',
      found: [],
      context: { now: '2031-03-02T00:00:00Z' },
    },
    { post: '---\ndate: 2031-03-09\n---\na', found: [] },
  ],
  'draft-flag': [
    {
      post: '---\ntitle: a\ndraft: true\n---\n',
      found: ['true'],
      fixed: '---\ntitle: a\ndraft: false\n---\n',
    },
    {
      post: '+++\ndraft = true # yet\n+++\n',
      found: ['true'],
      fixed: '+++\ndraft = false # yet\n+++\n',
    },
    { post: '{\n"draft": true\n}\n', found: ['true'], fixed: '{\n"draft": false\n}\n' },
    ...passes('---\ndraft: false\n---\n', 'draft: true', '---\nextra:\n  draft: true\n---\n'),
  ],
  'check-time': [
    {
      post: '* [1:02](https://v.example) a\n* b\n',
      found: ['* [1:02](https://v.example) a'],
      context: { items: [{ item: createMoment({ checkTime: true }), ...at(0) }] },
    },
    {
      post: '* [1:02](https://v.example) a\n',
      found: [],
      context: {
        items: [
          { item: createMoment({ checkTime: false }), ...at(0) },
          { item: createMoment({ checkTime: true, hidden: true }), ...at(0) },
          { item: createMoment({ checkTime: true }), ...at(0, 0) },
          { item: createImage({}), ...at(0) },
        ],
      },
    },
  ],
};
