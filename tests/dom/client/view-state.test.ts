import { beforeEach, expect, it } from 'vitest';
import { keepViewPart, loadView, openView } from '../../../lib/client/view-state.ts';

beforeEach(() => localStorage.clear());

it('opens at the beginning the first time', () => {
  expect(loadView()).toMatchObject({ tab: 'clips', openId: null, query: null, typed: {} });
});

it('opens where it was left, with what was searched', () => {
  keepViewPart({ tab: 'draft', query: 'ring' });
  keepViewPart({ draftTopPx: 120 });
  expect(loadView()).toMatchObject({ tab: 'draft', query: 'ring', draftTopPx: 120 });
});

it('opens on the clips, unless it was closed in the middle of a field elsewhere', () => {
  keepViewPart({ tab: 'draft', draftTopPx: 120 });
  expect(openView()).toMatchObject({ tab: 'clips', draftTopPx: 120 });
  expect(loadView().tab).toBe('clips');
  keepViewPart({ tab: 'details', inField: true });
  expect(openView().tab).toBe('details');
});

it.each(['{', '[]', 'null', '{"tab":"gone","query":7,"openId":{}}'])(
  'opens at the beginning where what was kept is %s',
  (kept) => {
    localStorage.setItem('wrapup:popup', kept);
    expect(loadView()).toMatchObject({ tab: 'clips', openId: null, query: null });
  },
);
