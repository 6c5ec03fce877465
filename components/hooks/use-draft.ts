import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  DraftComposer,
  type DraftInputs,
  type DraftState,
  draftFailure,
} from '../../lib/client/draft-composer.ts';
import { loadRenderer } from '../../lib/client/loaded-later.ts';
import { readFirstItems } from '../../lib/client/read-items.ts';
import type { Item } from '../../lib/core/post/item.ts';
import type { Profile } from '../../lib/core/post/profile.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import { useKeptPictures } from './use-kept-pictures.ts';

/**
 * A post with more items is composed after the frame, because assembling its text takes noticeably
 * long.
 */
const mostAtOnce = 4_000;
const nextTurn = () => new Promise<void>((done) => setTimeout(done));

/**
 * The draft of what is shown, as it is exported, composed again after every change; meanwhile the
 * last one stays. For a long post the first text appears before all its items are read.
 * @param fromStart false if the beginning is not what is visible at first
 */
export function useDraft(
  wrapUp: WrapUp | undefined,
  items: readonly Item[] | undefined,
  profile: Profile | undefined,
  fromStart: boolean,
): DraftState {
  const [draft, setDraft] = useState<DraftState>({ state: 'composing' });
  const begun = useBeginning(fromStart ? wrapUp : undefined, profile);
  const isKept = useKeptPictures(wrapUp, items);
  const [composer] = useState(() => new DraftComposer());
  const inputs = useMemo<DraftInputs | undefined>(
    () => wrapUp && items && profile && { wrapUp, items, profile, isKept },
    [wrapUp, items, profile, isKept],
  );
  const latest = useRef(inputs);
  latest.current = inputs;
  const composed = useRef<DraftInputs>(undefined);
  const isReady = draft.state === 'ready';

  const fail = (thrown: unknown) => {
    const failed = draftFailure(thrown);
    if (failed) setDraft(failed);
  };
  // A letter and its preview appear in the same frame, if that takes no longer than a turn.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for what is to be composed
  useLayoutEffect(() => {
    if (!inputs || !isReady || inputs.items.length > mostAtOnce) return;
    try {
      const work = composer.begin(inputs);
      if (!work?.takeTurn()) return;
      composed.current = inputs;
      setDraft(work.assemble());
    } catch (thrown) {
      composed.current = inputs;
      fail(thrown);
    }
  }, [inputs]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for what is to be composed
  useEffect(() => {
    if (!inputs || composed.current === inputs) return;
    let isEnded = false;
    // An effect ends after the next frame; something newer may be composed before that.
    const isOutdated = () => isEnded || latest.current !== inputs;
    const compose = async () => {
      await composer.load(inputs.wrapUp);
      const work = composer.begin(inputs);
      if (!work) return;
      while (!isOutdated() && !work.takeTurn()) await nextTurn();
      // No typed letter waits for the first draft, and one long task would hold up the page.
      const inTurns = inputs.items.length > mostAtOnce || !isReady;
      if (inTurns) await nextTurn();
      if (isOutdated()) return;
      composed.current = inputs;
      const made = work.assemble();
      // Showing a long draft takes as long as assembling it.
      if (inTurns) await nextTurn();
      if (!isOutdated()) setDraft(made);
    };
    compose().catch((thrown: unknown) => {
      if (!isOutdated()) fail(thrown);
    });
    return () => {
      isEnded = true;
    };
  }, [inputs]);
  return draft.state === 'composing' && begun ? begun : draft;
}

/** The beginning of a long draft, until all of it is composed; undefined if that is as soon. */
function useBeginning(
  wrapUp: WrapUp | undefined,
  profile: Profile | undefined,
): DraftState | undefined {
  const [begun, setBegun] = useState<DraftState>();
  const isKnown = wrapUp !== undefined && profile !== undefined;
  const wrapUpId = wrapUp?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for a wrap-up, as it only shows until all of it is composed
  useEffect(() => {
    if (!isKnown) return;
    let outdated = false;
    begin(wrapUp, profile).then(
      (state) => {
        if (!outdated) setBegun(state);
      },
      // Composing all of it fails, too, and reports that.
      () => undefined,
    );
    return () => {
      outdated = true;
    };
  }, [isKnown, wrapUpId]);
  return begun;
}

async function begin(wrapUp: WrapUp, profile: Profile): Promise<DraftState | undefined> {
  const [items, { draftStart }] = await Promise.all([readFirstItems(wrapUp.id), loadRenderer()]);
  const start = items && draftStart(wrapUp, items, profile);
  return start && { state: 'begun', ...start };
}
