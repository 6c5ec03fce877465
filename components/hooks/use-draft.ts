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

/** The front matter as it is exported. */
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

/** What is wrong with a template: in the engine's words, which name the place, or why it was ended. */
export function templateText(failure: Failure): string {
  return failure.code === 'template-broken'
    ? t('popup_template_broken', failure.detail ?? '')
    : errorText(failure);
}

/** How long blocks are rendered before keys and frames get a turn; a long post takes a few such turns. */
const turnMs = 16;
/** A post of more items is composed after the frame: putting its text together takes long enough to be felt. */
const mostAtOnce = 4_000;
const nextTurn = () => new Promise<void>((done) => setTimeout(done));

/**
 * The draft of what is shown, as it is exported, composed again with every change; the last one
 * stays meanwhile. The first text of a long one is there before all its items are read.
 * @param fromStart false if the first text is not what is seen at first
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
  // The same while they are: else the preview draws every block anew with each letter.
  const pictures = useRef<ReadonlyMap<string, string>>(undefined);
  const isBegun = fromStart && wrapUp !== undefined && profile !== undefined;
  const wrapUpId = wrapUp?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for a wrap-up, as it only stands until all of it is composed
  useEffect(() => {
    if (!isBegun) return;
    let outdated = false;
    begin(wrapUp, profile).then(
      (begun) => {
        if (begun && !outdated)
          setDraft((before) => (before.state === 'composing' ? begun : before));
      },
      // What composes all of it fails, too, and says so.
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
  /** Begins; gives what is to be rendered, and what puts the draft together once it is. Undefined: code is missing. */
  const begun = () => {
    if (!wrapUp || !items || !profile || !code.current) return undefined;
    const composer = wrapUp.opened && code.current.opened;
    if (wrapUp.opened && !composer) return undefined;
    const { BlockCache, draftProfile, exportWrapUp } = code.current.renderer;
    cache.current ??= new BlockCache();
    const known = cache.current;
    const finish = () => {
      const exported = exportWrapUp(wrapUp, items, profile, isKept, known, composer);
      composed.current = inputs;
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
    // Of an opened post nothing but what was added is rendered.
    return { rendering: known.fill(composer ? [] : items, draftProfile(profile)), finish };
  };
  const fail = (thrown: unknown) => {
    const failed = toFailure(thrown, 'draft-failed');
    // The page says that by itself.
    if (failed.code === 'code-not-loaded') return;
    noteProblem('draft.compose', thrown);
    setDraft({ state: 'failed', error: errorText(failed), isOfTemplate: false });
  };
  // A letter and its preview are seen in the same frame, where that takes no longer than a turn.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `inputs` stands for all that is composed, and the functions are of the same render
  useLayoutEffect(() => {
    if (draft.state !== 'ready' || (items?.length ?? 0) > mostAtOnce) return;
    try {
      const work = begun();
      if (work && takeTurn(work.rendering)) work.finish();
    } catch (thrown) {
      composed.current = inputs;
      fail(thrown);
    }
  }, [inputs]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `inputs` stands for all that is composed, and the functions are of the same render
  useEffect(() => {
    if (!wrapUp || !items || !profile || composed.current === inputs) return;
    let isEnded = false;
    // An effect is ended after the next frame: what is newer may be composed before that.
    const isOutdated = () => isEnded || latest.current !== inputs;
    const compose = async () => {
      const [renderer, composer] = await Promise.all([loadRenderer(), openedComposer(wrapUp)]);
      code.current = { renderer, opened: composer ?? code.current?.opened };
      const work = begun();
      while (!isOutdated() && work && !takeTurn(work.rendering)) await nextTurn();
      if (!isOutdated()) work?.finish();
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

/** The beginning of a long draft; undefined if all of it will be there as soon. */
async function begin(wrapUp: WrapUp, profile: Profile): Promise<DraftState | undefined> {
  const [items, { draftStart }] = await Promise.all([readFirstItems(wrapUp.id), loadRenderer()]);
  const start = items && draftStart(wrapUp, items, profile);
  return start && { state: 'begun', ...start };
}

/** Goes on with it for a turn; true once it is done. */
function takeTurn(work: Iterator<void>): boolean {
  const end = performance.now() + turnMs;
  do {
    if (work.next().done) return true;
  } while (performance.now() < end);
  return false;
}
