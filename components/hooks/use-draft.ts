import { useEffect, useState } from 'preact/hooks';
import type { Item } from '../../lib/core/item.ts';
import type { Profile } from '../../lib/core/profile.ts';
import type { WrapUp } from '../../lib/core/wrap-up.ts';
import type { DraftState } from '../preview/DraftView.tsx';
import { t } from './i18n.ts';

/** The renderer with its template engine, loaded when it is first needed. */
export const loadRenderer = () => import('./renderer.ts');

/** The draft of what is shown, composed again with every change; the last one stays meanwhile. */
export function useDraft(
  wrapUp: WrapUp | undefined,
  items: readonly Item[] | undefined,
  profile: Profile | undefined,
): DraftState {
  const [draft, setDraft] = useState<DraftState>({ state: 'composing' });
  useEffect(() => {
    if (!wrapUp || !items || !profile) return;
    let outdated = false;
    void loadRenderer().then(({ composeDraft }) => {
      if (outdated) return;
      const composed = composeDraft(wrapUp, items, profile);
      setDraft(
        composed.ok
          ? { state: 'ready', text: composed.value }
          : { state: 'failed', error: t('popup_template_broken', composed.error.detail ?? '') },
      );
    });
    return () => {
      outdated = true;
    };
  }, [wrapUp, items, profile]);
  return draft;
}
