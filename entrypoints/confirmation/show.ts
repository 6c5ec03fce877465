import { speak } from '../../lib/browser/i18n.ts';
import type { Question } from '../../lib/page-wire/scripts.ts';
import { world } from '../../lib/page-wire/world.ts';
import { ask, requestsOf } from './ask.ts';
import { Confirmation } from './confirmation.ts';
import { prepareHost, showHost } from './host.ts';
import { removeLeftOvers } from './overlay.ts';
import { readWords } from './words.ts';

/**
 * Shows the card instead of the previous one; until it knows what to show, it prepares what it can.
 * Returns whether the page could show it.
 */
export function show(state: Question<'confirmation'> | undefined): boolean {
  if (!state) {
    prepareHost();
    return false;
  }
  if (state.state === 'picture') {
    world().confirmation?.tellPicture(state.clipId, state.outcome);
    return true;
  }
  if (state.state === 'focus') {
    return Date.now() <= state.untilMs && world().confirmation?.takeFocus() === true;
  }
  world().confirmation?.close();
  removeLeftOvers(document, 'confirmation');
  speak(state.messages);
  const words = readWords(state.state === 'failed' ? state.failure.code : undefined);
  const host = showHost(document, words.rightToLeft, words.language);
  if (!host) return false;
  const confirmation = new Confirmation(
    {
      host,
      words,
      ...requestsOf(state),
      retry: (again) => ask('clip.retry', again),
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
