import { expect, it } from 'vitest';
import { learnStyle } from '../../../lib/posts/learn-style.ts';

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

[![](/a.png)](https://v.example)

Join us.
`;

const said = (texts: string[], of: string) => {
  const habit = learnStyle(texts).find((each) => each.of === of);
  return habit && `${habit.does}: ${habit.count} of ${habit.all}`;
};

it('what most posts do is told with how many do it', () => {
  const posts = [post(1), post(2), post(3, '\n- three\n'), 'bare\r\n\r\ntext\r\n'];
  expect(said(posts, 'line ends')).toBe('LF: 3 of 4');
  expect(said(posts, 'front matter')).toBe('yaml: 3 of 4');
  expect(said(posts, 'order of its fields')).toBe('title, date, draft, tags: 3 of 3');
  expect(said(posts, 'field title')).toBe('text in ": 3 of 4');
  expect(said(posts, 'field date')).toBe('date and time, with its offset: 3 of 4');
  expect(said(posts, 'field draft')).toBe('boolean: 3 of 4');
  expect(said(posts, 'field tags')).toBe('list, a line each: 3 of 4');
  expect(said(posts, 'bullets')).toBe('*·: 6 of 7');
  expect(said(posts, 'headings')).toBe('##: 3 of 3');
  expect(said(posts, 'attribution of quotes')).toBe('host-path: 3 of 3');
  expect(said(posts, 'pictures')).toBe('linked: 3 of 3');
  expect(said(posts, 'heading that returns')).toBe('## Highlights: 3 of 4');
  expect(said(posts, 'last block')).toBe('Join us.: 3 of 4');
});

it('the column is one at which all lines are as long as they can be', () => {
  const [column, count] = said([post(1), post(2)], 'fill column of paragraphs')?.split(': ') ?? [];
  expect(Number(column)).toBeGreaterThanOrEqual(65);
  expect(Number(column)).toBeLessThanOrEqual(72);
  expect(count).toBe('2 of 2');
});

it('nothing is told of no posts, or of what none does', () => {
  expect(learnStyle([])).toEqual([]);
  expect(said([''], 'bullets')).toBeUndefined();
});
