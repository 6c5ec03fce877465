import { useEffect, useState } from 'preact/hooks';
import { errorText } from '../../lib/client/error-text.ts';
import { t } from '../../lib/client/i18n.ts';
import type { Failure } from '../../lib/core/base/errors.ts';
import type { Item } from '../../lib/core/post/item.ts';
import type { Profile } from '../../lib/core/post/profile.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import type { DraftState } from '../preview/DraftView.tsx';
import { useKeptPictures } from './use-kept-pictures.ts';

/** The renderer with its template engine, loaded when it is first needed. */
export const loadRenderer = () => import('../../lib/client/renderer.ts');

/** What is wrong with a template: in the engine's words, which name the place, or why it was ended. */
export function templateText(failure: Failure): string {
  return failure.code === 'template-broken'
    ? t('popup_template_broken', failure.detail ?? '')
    : errorText(failure);
}

/**
 * The draft of what is shown, as it is exported, composed again with every change; the last one
 * stays meanwhile.
 */
export function useDraft(
  wrapUp: WrapUp | undefined,
  items: readonly Item[] | undefined,
  profile: Profile | undefined,
): DraftState {
  const [draft, setDraft] = useState<DraftState>({ state: 'composing' });
  const isKept = useKeptPictures(wrapUp, items);
  useEffect(() => {
    if (!wrapUp || !items || !profile) return;
    let outdated = false;
    void loadRenderer().then(({ exportWrapUp }) => {
      if (outdated) return;
      const exported = exportWrapUp(wrapUp, items, profile, isKept);
      setDraft(
        exported.ok
          ? { state: 'ready', text: exported.value.draft, missing: exported.value.missing }
          : { state: 'failed', error: templateText(exported.error) },
      );
    });
    return () => {
      outdated = true;
    };
  }, [wrapUp, items, profile, isKept]);
  return draft;
}
