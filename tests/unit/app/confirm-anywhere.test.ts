import { expect, it } from 'vitest';
import { confirmAnywhere } from '../../../lib/app/confirm-anywhere.ts';
import type { ConfirmationState } from '../../../lib/core/capture/confirmation-state.ts';
import { uuid } from '../../support/records.ts';

const clipped: ConfirmationState = {
  state: 'clipped',
  itemId: uuid(1),
  wrapUpTitle: 'Post',
  note: '',
};
const failed = (markdown: string): ConfirmationState => ({
  state: 'failed',
  failure: { code: 'storage-full' },
  markdown,
});

/** Shows a state if the page can or cannot, and returns where it was shown. */
async function show(state: ConfirmationState, pageCan: boolean, popupCan = true) {
  const places: string[] = [];
  const place = (name: string, can: boolean) => ({
    show: async () => {
      if (can) places.push(name);
      return can;
    },
  });
  const isShown = await confirmAnywhere(place('page', pageCan), place('popup', popupCan)).show(
    7,
    state,
  );
  return { places, isShown };
}

it('shows in the page what the page can show', async () => {
  expect(await show(clipped, true)).toEqual({ places: ['page'], isShown: true });
});

it('shows in the popup, once, the last outcome that a page kept from being seen', async () => {
  const shown: unknown[] = [];
  const popup = { show: async (...what: unknown[]) => shown.push(what) > 0 };
  const confirmer = confirmAnywhere({ show: async () => true }, popup);
  await confirmer.show(7, failed(''));
  await confirmer.show(7, clipped);
  await confirmer.showUnseen(8);
  await confirmer.showUnseen(7);
  await confirmer.showUnseen(7);
  expect(shown).toEqual([[7, clipped]]);
});

it('forgets the outcomes of pages that were clipped from long ago', async () => {
  const shown: unknown[] = [];
  const popup = { show: async (...what: unknown[]) => shown.push(what) > 0 };
  const confirmer = confirmAnywhere({ show: async () => true }, popup);
  await confirmer.show(7, failed('> Every append'));
  for (let tabId = 100; tabId < 120; tabId++) await confirmer.show(tabId, clipped);
  await confirmer.showUnseen(7);
  await confirmer.showUnseen(119);
  expect(shown).toEqual([[119, clipped]]);
});

it('shows in the popup what it cannot', async () => {
  expect(await show(clipped, false)).toEqual({ places: ['popup'], isShown: true });
  expect(await show(failed(''), false)).toEqual({ places: ['popup'], isShown: true });
  expect(await show(clipped, false, false)).toEqual({ places: [], isShown: false });
});

it('lets words be kept elsewhere, too, that would go with the popup', async () => {
  expect(await show(failed('> Every append'), false)).toEqual({
    places: ['popup'],
    isShown: false,
  });
  expect(await show(failed('> Every append'), true)).toEqual({ places: ['page'], isShown: true });
});

it('tells what became of a picture wherever its clip may show', async () => {
  const picture: ConfirmationState = { state: 'picture', clipId: uuid(1), outcome: 'kept' };
  expect(await show(picture, true)).toEqual({ places: ['page', 'popup'], isShown: true });
  expect(await show(picture, true, false)).toEqual({ places: ['page'], isShown: true });
});

it('opens no popup to say that a page is being read', async () => {
  expect(await show({ state: 'reading' }, false)).toEqual({ places: [], isShown: false });
});
