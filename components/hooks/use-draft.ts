import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { attempt } from '../../lib/app/attempt.ts';
import { loadOpened, openedComposer } from '../../lib/app/opened-composer.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { t } from '../../lib/client/i18n.ts';
import { loadRenderer, type Renderer } from '../../lib/client/loaded-later.ts';
import { readFirstItems } from '../../lib/client/read-items.ts';
import { keepSameMap } from '../../lib/client/same-record.ts';
import { type Failure, toFailure } from '../../lib/core/base/errors.ts';
import { noteProblem } from '../../lib/core/base/problem.ts';
import { ok, type Result } from '../../lib/core/base/result.ts';
import type { Item } from '../../lib/core/post/item.ts';
import type { Profile } from '../../lib/core/post/profile.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import type { ComposePost } from '../../lib/render/compose.ts';
import type { BlockCache } from '../../lib/render/items/block-cache.ts';
import type { DraftState } from '../preview/DraftView.tsx';
import { useKeptPictures } from './use-kept-pictures.ts';

/** Returns the front matter as it is exported. */
export async function readFrontMatter(
  wrapUp: WrapUp,
  profile: Profile,
): Promise<Result<string, Failure>> {
  const made = await attempt(async () => {
    const { opened } = wrapUp;
    if (opened) return ok((await loadOpened()).openedFrontMatter({ ...wrapUp, opened }));
    return (await loadRenderer()).renderFrontMatter(wrapUp, profile);
  });
  return made.ok ? made.value : made;
}

/**
 * Returns what is wrong with a template: the engine's message, which names the place, or why it was
 * stopped.
 */
export function templateText(failure: Failure): string {
  return failure.code === 'template-broken'
    ? t('popup_template_broken', failure.detail ?? '')
    : errorText(failure);
}

/**
 * How long blocks are rendered before keys and frames get a turn; a long post takes several turns.
 */
const turnMs = 16;
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
  const isKept = useKeptPictures(wrapUp, items);
  const cache = useRef<BlockCache>(undefined);
  // It stays the same object while the pictures do, because otherwise the preview would draw every
  // block again with each letter.
  const pictures = useRef<ReadonlyMap<string, string>>(undefined);
  const isBegun = fromStart && wrapUp !== undefined && profile !== undefined;
  const wrapUpId = wrapUp?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for a wrap-up, as it only shows until all of it is composed
  useEffect(() => {
    if (!isBegun) return;
    let outdated = false;
    begin(wrapUp, profile).then(
      (begun) => {
        if (begun && !outdated)
          setDraft((before) => (before.state === 'composing' ? begun : before));
      },
      // Composing all of it fails, too, and reports that.
      () => undefined,
    );
    return () => {
      outdated = true;
    };
  }, [isBegun, wrapUpId]);
  const code = useRef<{ renderer: Renderer; opened: ComposePost | undefined }>(undefined);
  const composed = useRef<object>(undefined);
  const inputs = useMemo(() => ({}), [wrapUp, items, profile, isKept]);
  const latest = useRef(inputs);
  latest.current = inputs;
  /**
   * Starts the work, and returns what to render, a function that assembles the draft afterwards,
   * and one that shows it. Returns undefined if code is missing.
   */
  const begun = () => {
    if (!wrapUp || !items || !profile || !code.current) return undefined;
    const composer = wrapUp.opened && code.current.opened;
    if (wrapUp.opened && !composer) return undefined;
    const { BlockCache, draftProfile, exportWrapUp } = code.current.renderer;
    cache.current ??= new BlockCache();
    const known = cache.current;
    const assemble = () => {
      composed.current = inputs;
      return exportWrapUp(wrapUp, items, profile, isKept, known, composer);
    };
    const show = (exported: ReturnType<typeof assemble>) => {
      if (!exported.ok) {
        setDraft({ state: 'failed', error: templateText(exported.error), isOfTemplate: true });
        return;
      }
      const { draft: text, post, missing, placed, files } = exported.value;
      pictures.current = keepSameMap(pictures.current, exported.value.pictures);
      setDraft({
        state: 'ready',
        of: { wrapUp, items, profile },
        ...{ text, missing, placed, pieces: post.pieces, whole: post.whole },
        files: files.map(({ path }) => path),
        pictures: pictures.current,
      });
    };
    // In an opened post only additions are rendered.
    return {
      rendering: known.fill(composer ? [] : items, draftProfile(profile)),
      assemble,
      show,
    };
  };
  const fail = (thrown: unknown) => {
    const failed = toFailure(thrown, 'draft-failed');
    // The page reports that by itself.
    if (failed.code === 'code-not-loaded') return;
    noteProblem('draft.compose', thrown);
    setDraft({ state: 'failed', error: errorText(failed), isOfTemplate: false });
  };
  // A letter and its preview appear in the same frame, if that takes no longer than a turn.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `inputs` stands for all that is composed, and the functions are of the same render
  useLayoutEffect(() => {
    if (draft.state !== 'ready' || (items?.length ?? 0) > mostAtOnce) return;
    try {
      const work = begun();
      if (work && takeTurn(work.rendering)) work.show(work.assemble());
    } catch (thrown) {
      composed.current = inputs;
      fail(thrown);
    }
  }, [inputs]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `inputs` stands for all that is composed, and the functions are of the same render
  useEffect(() => {
    if (!wrapUp || !items || !profile || composed.current === inputs) return;
    let isEnded = false;
    // An effect ends after the next frame; something newer may be composed before that.
    const isOutdated = () => isEnded || latest.current !== inputs;
    const compose = async () => {
      const [renderer, composer] = await Promise.all([loadRenderer(), openedComposer(wrapUp)]);
      code.current = { renderer, opened: composer ?? code.current?.opened };
      const work = begun();
      if (!work) return;
      while (!isOutdated() && !takeTurn(work.rendering)) await nextTurn();
      // No typed letter waits for the first draft, and one long task would hold up the page.
      const inTurns = items.length > mostAtOnce || draft.state !== 'ready';
      if (inTurns) await nextTurn();
      if (isOutdated()) return;
      const exported = work.assemble();
      // Showing a long draft takes as long as assembling it.
      if (inTurns) await nextTurn();
      if (!isOutdated()) work.show(exported);
    };
    compose().catch((thrown: unknown) => {
      if (!isOutdated()) fail(thrown);
    });
    return () => {
      isEnded = true;
    };
  }, [inputs]);
  return draft;
}

/** The beginning of a long draft; undefined if all of it will be ready as soon. */
async function begin(wrapUp: WrapUp, profile: Profile): Promise<DraftState | undefined> {
  const [items, { draftStart }] = await Promise.all([readFirstItems(wrapUp.id), loadRenderer()]);
  const start = items && draftStart(wrapUp, items, profile);
  return start && { state: 'begun', ...start };
}

/** Continues it for a turn; true once it is done. */
function takeTurn(work: Iterator<void>): boolean {
  const end = performance.now() + turnMs;
  do {
    if (work.next().done) return true;
  } while (performance.now() < end);
  return false;
}
