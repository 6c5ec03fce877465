import { expect, test } from 'vitest';
import { withoutInvisible } from '../../../lib/page/invisible.ts';

test.each([
  ['soft hyphens and zero-width spaces', 'Tide\u00adta\u200bble\ufeff', 'Tidetable'],
  ['no-break spaces stay', '10\u00a0km', '10\u00a0km'],
  ['joined emoji stay', '👩\u200d🚀 👋🏽\u200d', '👩\u200d🚀 👋🏽'],
  ['a rainbow flag', '🏳\ufe0f\u200d🌈', '🏳\ufe0f\u200d🌈'],
  [
    'a flag written by tags',
    '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
  ],
  ['tags that say something to machines', 'a\u{e0041}\u{e0042}b', 'ab'],
  ['the half space of Persian', 'می\u200cخواهم', 'می\u200cخواهم'],
  ['the same in German', 'Auf\u200clage', 'Auflage'],
  ['a joiner in Hindi', 'क्\u200dष', 'क्\u200dष'],
  ['spaces between the words of Khmer', 'ខ្ញុំ\u200bទៅ', 'ខ្ញុំ\u200bទៅ'],
  ['marks of direction in English', 'a\u200eb \u202dc\u202c \u2068d\u2069', 'ab c d'],
  ['an override that nothing closes', 'gpj.\u202eexe', 'gpj.exe'],
  ['marks of direction in Hebrew', 'שלום\u200f!', 'שלום\u200f!'],
  ['in Hebrew they are closed', 'א \u2067ב', 'א \u2067ב\u2069'],
  ['an end of what did not begin', 'א\u202c ב', 'א ב'],
])('%s', (_name, text, wanted) => {
  expect(withoutInvisible(text)).toBe(wanted);
});
