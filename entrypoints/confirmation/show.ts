import type { ConfirmationState } from '../../lib/core/confirmation-state.ts';
import { world } from '../../lib/page-wire/world.ts';
import { ask, askToSave } from './ask.ts';
import { Confirmation } from './confirmation.ts';
import { showHost } from './host.ts';
import { removeLeftOvers } from './overlay.ts';
import { readWords } from './words.ts';

/** Shows the card in the place of the one before. Returns whether the page could show it. */
export function show(state: ConfirmationState | undefined): boolean {
  if (!state) return false;
  if (state.state === 'picture') {
    world().confirmation?.tellPicture(state.clipId, state.outcome);
    return true;
  }
  world().confirmation?.close();
  removeLeftOvers(document, 'confirmation');
  const words = readWords(state.state === 'failed' ? state.failure.code : undefined);
  const host = showHost(document, words.rightToLeft, words.language);
  if (!host) return false;
  const confirmation = new Confirmation(
    {
      host,
      words,
      annotate: (itemId, text, over) =>
        'itemId' in state && state.field === 'alt'
          ? askToSave('clip.describe', { itemId, alt: text, over })
          : askToSave('clip.annotate', { itemId, note: text, over }),
      nudge: (itemId, startSeconds) => ask('moment.nudge', { itemId, startSeconds }),
      locate: (itemId, page) => ask('clip.locate', { itemId, page }),
      undo: (itemId) => ask('clip.undo', { itemId }),
      restore: (itemId) => ask('clip.restore', { itemId }),
      retry: (again) => ask('clip.retry', again),
      discard: (id) => ask('unsaved.discard', { id }),
    },
    state.state === 'failed',
  );
  world().confirmation = confirmation;
  confirmation.onClosed(() => {
    if (world().confirmation === confirmation) world().confirmation = undefined;
  });
  confirmation.show(state);
  return true;
}
