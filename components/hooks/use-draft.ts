import { useEffect, useRef, useState } from 'preact/hooks';
import { openedComposer } from '../../lib/app/opened-composer.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { t } from '../../lib/client/i18n.ts';
import { readFirstItems } from '../../lib/client/read-items.ts';
import type { Failure } from '../../lib/core/base/errors.ts';
import type { Item } from '../../lib/core/post/item.ts';
import type { Profile } from '../../lib/core/post/profile.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import type { BlockCache } from '../../lib/render/items/block-cache.ts';
import type { DraftState } from '../preview/DraftView.tsx';
import { useKeptPictures } from './use-kept-pictures.ts';

/** The renderer with its template engine, loaded when it is first needed. */
export const loadRenderer = () => import('../../lib/client/renderer.ts');

/** The front matter as it is exported. */
export async function readFrontMatter(wrapUp: WrapUp, profile: Profile): Promise<string> {
  if (wrapUp.opened) {
    const { openedFrontMatter } = await import('../../lib/posts/compose-opened.ts');
    return openedFrontMatter({ ...wrapUp, opened: wrapUp.opened });
  }
  const { renderFrontMatter } = await loadRenderer();
  return renderFrontMatter(wrapUp, profile);
}

/** What is wrong with a template: in the engine's words, which name the place, or why it was ended. */
export function templateText(failure: Failure): string {
  return failure.code === 'template-broken'
    ? t('popup_template_broken', failure.detail ?? '')
    : errorText(failure);
}

/** How long blocks are rendered before keys and frames get a turn; a long post takes a few such turns. */
const turnMs = 16;
const nextTurn = () => new Promise<void>((done) => setTimeout(done));

/**
 * The draft of what is shown, as it is exported, composed again with every change; the last one
 * stays meanwhile. The first text of a long one is there before all its items are read.
 * @param fromStart false where the first text is not what is seen at first
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
  const isBegun = fromStart && wrapUp !== undefined && profile !== undefined;
  useEffect(() => {
    if (!isBegun) return;
    void begin(wrapUp, profile).then((begun) => {
      if (begun) setDraft((before) => (before.state === 'composing' ? begun : before));
    });
    // Once: it only stands until all of it is composed.
  }, [isBegun]);
  useEffect(() => {
    if (!wrapUp || !items || !profile) return;
    let outdated = false;
    const compose = async () => {
      const [{ BlockCache, draftProfile, exportWrapUp }, composer] = await Promise.all([
        loadRenderer(),
        openedComposer(wrapUp),
      ]);
      cache.current ??= new BlockCache();
      // Of an opened post nothing but what was added is rendered.
      const rendering = cache.current.fill(composer ? [] : items, draftProfile(profile));
      while (!outdated && !takeTurn(rendering)) await nextTurn();
      if (outdated) return;
      const exported = exportWrapUp(wrapUp, items, profile, isKept, cache.current, composer);
      setDraft(
        exported.ok
          ? {
              state: 'ready',
              text: exported.value.draft,
              pieces: exported.value.post.pieces,
              missing: exported.value.missing,
              pictures: exported.value.pictures,
            }
          : { state: 'failed', error: templateText(exported.error) },
      );
    };
    void compose();
    return () => {
      outdated = true;
    };
  }, [wrapUp, items, profile, isKept]);
  return draft;
}

/** The beginning of a long draft; undefined where all of it will be there as soon. */
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
