import './fake-browser.ts';
import { expect, it } from 'vitest';
import { whyUnread } from '../../../components/clips/why-unread.ts';
import { failure } from '../../../lib/core/base/errors.ts';

it.each([
  ['page-not-clippable', 'The browser doesn’t let extensions read this page.'],
  ['store-page', 'The browser doesn’t let extensions read an extension store.'],
] as const)(
  'says of %s only why it is not read: nobody has clipped anything yet',
  (code, words) => {
    expect(whyUnread(failure(code), undefined)).toBe(words);
  },
);

it('says with which key a page is read that was not opened to us', () => {
  const keys = { 'open-panel': 'Alt+Shift+J' } as Parameters<typeof whyUnread>[1];
  expect(whyUnread(failure('page-not-granted'), keys)).toMatch(/then go on here\. .*Alt⇧J/);
});
