import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../../lib/core/post/profile.ts';
import { draftStart, exportWrapUp } from '../../../lib/exporters/export-wrap-up.ts';
import {
  createNote,
  createPart,
  createQuote,
  createSource,
  createWrapUp,
} from '../../support/items.ts';

const wrapUp = createWrapUp();
const whole = (items: Parameters<typeof draftStart>[1]) => {
  const made = exportWrapUp(wrapUp, items, defaultProfile, () => true);
  if (!made.ok) throw new Error(made.error.detail);
  return made.value;
};

describe('how a long draft begins', () => {
  const source = createSource();
  const items = [
    createNote({ note: 'A beginning.' }),
    createPart({ part: 'thanks', byHand: true, note: 'Thanks, first of all.' }),
    ...Array.from({ length: 20 }, (_, at) => createNote({ note: `* Bullet ${at}` })),
    ...Array.from({ length: 20 }, () => createQuote({ source })),
  ].map((item, at) => ({ ...item, order: `a${String(at).padStart(3, '0')}` }));

  it.each([2, 10, 25, 41])('is how all of it does, with the first %s items', (count) => {
    const start = draftStart(wrapUp, items.slice(0, count), defaultProfile);
    expect(whole(items).draft.startsWith(start?.text ?? '?')).toBe(true);
    expect(start?.pieces).toEqual(whole(items).post.pieces.slice(0, start?.pieces.length));
    expect(start?.pieces.length).toBeGreaterThanOrEqual(count - 1);
  });

  it('is not told of a template that may look at all items', () => {
    const own = { ...defaultProfile, template: '{{ items | size }}\n\n{{ content }}' };
    expect(draftStart(wrapUp, items, own)).toBeUndefined();
  });
});
