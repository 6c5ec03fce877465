import { expect, test } from 'vitest';
import { isPageKey, suggestedKeys } from '../../../../lib/core/capture/page-keys.ts';

const linux = { isFirefox: true, isMac: false };
const mac = { isFirefox: true, isMac: true };

test.each([
  ['Alt+Shift+Q', linux, true],
  ['Alt+Shift+9', linux, true],
  // With real keys, the page does nothing, and the command runs.
  ['Alt+Shift+Period', linux, false],
  ['Alt+Q', linux, false],
  ['Ctrl+Shift+Y', linux, false],
  ['', linux, false],
  ['Alt+Shift+Q', mac, false],
  ['MacCtrl+Alt+Q', mac, true],
  ['Alt+Shift+Q', { isFirefox: false, isMac: false }, false],
])('a page can take %s in %j: %s', (keys, place, expected) => {
  expect(isPageKey(keys, place)).toBe(expected);
});

test('the manifest may ask for another key on macOS', () => {
  const suggestion = { default: 'Alt+K', mac: 'Alt+Shift+M' };
  expect(suggestedKeys(suggestion, linux)).toBe('Alt+K');
  expect(suggestedKeys(suggestion, mac)).toBe('Alt+Shift+M');
  expect(suggestedKeys({ default: 'Alt+Shift+Q' }, mac)).toBe('Alt+Shift+Q');
  expect(suggestedKeys(undefined, linux)).toBe('');
});
