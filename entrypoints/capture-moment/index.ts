import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { withProblems } from '../../lib/core/base/problem.ts';
import { captureMedia } from '../../lib/page/media/capture-media.ts';
import type { Answered } from '../../lib/page-wire/scripts.ts';
import { type PageWorld, world } from '../../lib/page-wire/world.ts';
import { players } from '../../lib/sites/registry/pages/players.ts';

/** Runs on demand, in every frame the browser lets us into; its value is the frame's answer. */
export default defineUnlistedScript({
  main(): Answered<'capture-moment'> {
    const { answer, found, problems } = withProblems(() =>
      captureMedia(document, { top: window === window.top }, players),
    );
    const medium: PageWorld['medium'] = found && { media: found.media };
    world().medium = medium;
    // The caption is read later, so that saving the moment does not wait for it.
    if (medium && found) setTimeout(() => Object.assign(medium, { text: found.caption() }));
    return problems ? { ...answer, problems } : answer;
  },
});
