import { expect, test } from 'vitest';
import { undoFill } from '../../../lib/core/undo-fill.ts';
import type { WrapUpDetails } from '../../../lib/core/wrap-up.ts';
import { uuid, wrapUp } from '../../support/records.ts';

const speaker = (n: number, name: string) => ({
  id: uuid(n),
  name,
  url: '',
  role: '',
  rolePosition: 'before' as const,
  affiliation: { name: '', url: '' },
});
const before = wrapUp({ speakers: [speaker(1, 'Bo Sample')] });
const filled: Partial<WrapUpDetails> = {
  title: 'Filled',
  event: { name: 'Meetup', url: 'https://m.example', startsAt: '2026-03-17', timeZone: '' },
  speakers: [speaker(1, 'Bo Sample'), speaker(2, 'Ada Example'), speaker(3, 'Cy Sample')],
};
const after = (changes: Partial<WrapUpDetails> = {}) => ({ ...before, ...filled, ...changes });

test('a filling is taken back whole', () => {
  const { title, event, speakers } = before;
  expect(undoFill(after(), before, filled)).toEqual({ title, event, speakers });
});

test('what was typed since stays', () => {
  const now = after({
    title: 'Mine',
    footer: 'Bye.',
    event: { ...after().event, timeZone: 'Europe/Berlin' },
    speakers: [
      speaker(1, 'Bo Sample'),
      { ...speaker(2, 'Ada Example'), role: 'Architect' },
      speaker(3, 'Cy Sample'),
      speaker(4, 'Di Sample'),
    ],
  });
  expect(undoFill(now, before, filled)).toEqual({
    event: { name: '', url: '', startsAt: '', timeZone: 'Europe/Berlin' },
    speakers: [
      speaker(1, 'Bo Sample'),
      { ...speaker(2, 'Ada Example'), role: 'Architect' },
      speaker(4, 'Di Sample'),
    ],
  });
});

test('taken back twice, it changes nothing more', () => {
  const back = { ...after(), ...undoFill(after(), before, filled) };
  expect(undoFill(back, before, filled)).toEqual({});
});
