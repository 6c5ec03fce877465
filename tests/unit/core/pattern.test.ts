import { expect, it } from 'vitest';
import { fillPattern } from '../../../lib/core/text/pattern.ts';

const slots = { title: 'Evening #7', slug: 'evening-7', date: '2026-11-20T10:30:00Z', number: '7' };

it('a pattern is filled with what it names', () => {
  expect(fillPattern('{{ date | date: "%Y-%m-%d" }}-{{slug}}', slots)).toBe('2026-11-20-evening-7');
  expect(fillPattern('Meetup #{{ number }}: {{ date }}', slots)).toBe('Meetup #7: 2026-11-20');
  expect(fillPattern('{{ else }} {% if %}', slots)).toBe('{{ else }} {% if %}');
});

it('a pattern that names what is not there makes nothing', () => {
  expect(fillPattern('Meetup #{{ number }}', { ...slots, number: undefined })).toBeUndefined();
  expect(fillPattern('{{ date | date: "%Y" }}', { date: 'soon' })).toBeUndefined();
});
