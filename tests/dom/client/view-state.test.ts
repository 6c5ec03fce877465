import { beforeEach, expect, it } from 'vitest';
import { keepViewPart, loadView } from '../../../lib/client/view-state.ts';

beforeEach(() => localStorage.clear());

it('opens at the beginning the first time', () => {
  expect(loadView()).toMatchObject({ tab: 'clips', openId: null, query: null, typed: {} });
});

it('opens where it was left, with what was searched', () => {
  keepViewPart({ tab: 'draft', query: 'ring' });
  keepViewPart({ draftTopPx: 120 });
  expect(loadView()).toMatchObject({ tab: 'draft', query: 'ring', draftTopPx: 120 });
});

it.each(['{', '[]', 'null', '{"tab":"gone","query":7,"openId":{}}'])(
  'opens at the beginning where what was kept is %s',
  (kept) => {
    localStorage.setItem('wrapup:popup', kept);
    expect(loadView()).toMatchObject({ tab: 'clips', openId: null, query: null });
  },
);
