/**
 * Posts of ten fictional blogs, as their generators and editors write them: the same evening in
 * each.
 */
export interface House {
  name: string;
  posts: { name: string; text: string }[];
}

interface Evening {
  n: number;
  day: string;
  time: string;
  zone: string;
  topic: string;
}

const evenings: Evening[] = [
  { n: 12, day: '2031-03-18', time: '19:00', zone: '+01:00', topic: 'Rings of segments' },
  { n: 13, day: '2031-05-20', time: '19:00', zone: '+02:00', topic: 'Queues, and what they cost' },
  { n: 14, day: '2031-09-16', time: '18:30', zone: '+02:00', topic: 'A parser: by hand' },
  { n: 15, day: '2031-11-18', time: '19:00', zone: '+01:00', topic: "Nobody's clock" },
];

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const inWords = (day: string) =>
  `${months[Number(day.slice(5, 7)) - 1]?.slice(0, 3)} ${day.slice(8)} ${day.slice(0, 4)}`;

const house = (
  name: string,
  fileOf: (evening: Evening) => string,
  post: (evening: Evening) => string,
): House => ({
  name,
  posts: evenings.map((evening) => ({ name: fileOf(evening), text: post(evening) })),
});

export const houses: House[] = [
  house(
    'Hugo, YAML',
    ({ n }) => `content/posts/meetup-${n}.md`,
    ({ n, day, time, zone, topic }) => `---
title: "Hybrid Meetup #${n} wrap-up"
date: ${day}T10:30:00${zone}
draft: ${n > 14}
tags:
- summary
- meetup
---

## Evening ${n}

Hybrid Meetup #${n} took place
[${day}](https://events.example/${n}) ${time} at [Kontor](https://kontor.example) and we had a great presentation by
[Ada Example](https://social.example/@ada) (maintainer) from [Rings](https://rings.example). A recording can be found [here](https://www.youtube.com/watch?v=abcdefghij${n}):

[![](/images/rec-${n}.png)](https://www.youtube.com/watch?v=abcdefghij${n})

Some highlights of ${topic}:

* [one](https://a.example/1)
* two

> Words of a page. -- [a.example/1](https://a.example/1)

## Misc

* three

Thanks again to [Ada](https://social.example/@ada) for the inspiring presentation.

----

[Join our meetup](https://events.example/) to get notified of upcoming events.
`,
  ),
  house(
    'Hugo, TOML with tables',
    ({ n, day }) => `content/blog/${day}-meetup-${n}/index.md`,
    ({ n, day, topic }) => `+++
title      = "Meetup ${n}: ${topic.replaceAll('"', '\\"')}"
date       = ${day}T20:00:00Z
draft      = false
tags       = ["meetup", "talk"]
categories = ['events']

# what the theme wants
[params]
author = "Ada Example"
toc    = true

[params.cover]
image = "cover-${n}.jpg"
+++
Am ${day.split('-').reverse().join('.')} fand unser Treffen statt.

- eins
- zwei
`,
  ),
  house(
    'Hugo, TOML with dotted keys and lists of tables',
    ({ n }) => `content/evenings/${n}/index.md`,
    ({ n, day, topic }) => `+++
title = "Meetup ${n}: ${topic.replaceAll('"', '\\"')}"
params.author = "Ada Example" # who wrote it
params.cover.image = "cover-${n}.jpg"
date = ${day}
tags = ["meetup"]

[menu]
main.weight = 10
main.parent = "evenings"

[[resources]]
src = "cover-${n}.jpg"

  [resources.params]
  credits = "Ada"

[[resources]]
src = "slides-${n}.pdf"

[[cascade]]
type = "post"
+++

It took place on ${day}.
`,
  ),
  house(
    'Hugo, JSON',
    ({ n }) => `content/news/meetup-${n}.md`,
    ({ n, day, topic }) => `{
  "title": ${JSON.stringify(topic)},
  "date": "${day}",
  "draft": false,
  "tags": [
    "meetup",
    "n${n}"
  ],
  "params": {
    "series": "evenings",
    "weight": ${n}
  }
}

# ${topic}

Words.
`,
  ),
  house(
    'Jekyll',
    ({ n, day }) => `_posts/${day}-meetup-${n}.md`,
    ({ n, day, time, topic }) => `---
layout: post
title: 'Meetup ${n} – ${topic.replaceAll("'", "''")}'
date: ${day} ${time}:00 +0100
categories: [meetup, recap]
tags: [go, web]
comments: true
author: ada
image:
  path: /assets/img/meetup-${n}.png
  alt: ""
---

Another evening. {% include gallery.html %}

- _one_
- two
`,
  ),
  house(
    'Zola',
    ({ n }) => `content/blog/meetup-${n}.md`,
    ({ n, day, topic }) => `+++
title = ${JSON.stringify(topic)}
date = ${day}
slug = "meetup-${n}"

[taxonomies]
tags = ["meetup"]
people = ["ada", "grace"]

[extra]
hero = "hero-${n}.webp"
featured = ${n === 13}
+++

Words, and {{ youtube(id="abc") }}.
`,
  ),
  house(
    'Astro',
    ({ n }) => `src/content/blog/meetup-${n}.md`,
    ({ n, day, topic }) => `---
title: ${/: /.test(topic) ? JSON.stringify(topic) : topic}
description: 'What we heard on evening ${n}'
pubDate: '${inWords(day)}'
heroImage: '/blog-${n}.jpg'
---

Words.
`,
  ),
  house(
    'Eleventy',
    ({ n }) => `content/blog/meetup-${n}.md`,
    ({ n, day, topic }) => `---
title: "${topic}"
date: ${day}
tags:
  - meetup
  - recap
eleventyNavigation:
  key: Meetup ${n}
  order: ${n}
permalink: /meetups/${day.slice(0, 4)}/meetup-${n}/
---
Words.

1. one
2. two
`,
  ),
  house(
    'a list of maps, comments, optional fields',
    ({ n }) => `posts/${n}.md`,
    ({ n, day, topic }) => `---
# generated by archetype
title: "${topic}"
date: ${day}T18:00:00.000Z # UTC
${n === 13 ? 'series: special\n' : ''}speakers:
  - name: Ada
    url: https://a.example/${n}
  - name: Grace
    url: https://g.example
summary: >-
  An evening
  of ${n}.
math: false
tags: []
---

Words.
`,
  ),
  house(
    'no front matter',
    ({ n, day }) => `${day} Meetup ${n}.md`,
    ({ n, topic }) => `# Meetup ${n}: ${topic}

Words.

+ one
+ two
`,
  ),
];
