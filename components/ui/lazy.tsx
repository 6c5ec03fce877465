import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { noteProblem } from '../../lib/core/base/problem.ts';

interface Lazy<P extends object> {
  /** What was loaded; nothing until it is there, and a sentence where it cannot be. */
  Part(props: P): VNode | null;
  /** Loads it, once. */
  load(): Promise<void>;
}

/** A part of a page whose code is no part of the page's start. */
export function lazy<P extends object>(fetchPart: () => Promise<ComponentType<P>>): Lazy<P> {
  let Loaded: ComponentType<P> | undefined;
  let loading: Promise<void> | undefined;
  const load = () => {
    loading ??= fetchPart().then(
      (part) => {
        Loaded = part;
      },
      (thrown: unknown) => {
        loading = undefined;
        throw thrown;
      },
    );
    return loading;
  };
  function Part(props: P) {
    const [state, setState] = useState<'loading' | 'loaded' | 'failed'>('loading');
    useEffect(() => {
      if (Loaded !== undefined) return;
      load().then(
        () => setState('loaded'),
        (thrown: unknown) => {
          noteProblem('page.load-part', thrown);
          setState('failed');
        },
      );
    }, []);
    if (Loaded) return <Loaded {...props} />;
    return state === 'failed' ? <NotLoaded /> : null;
  }
  return { Part, load };
}

/** A browser may keep to a failure for as long as the page lives: the page begins anew. */
function NotLoaded() {
  return (
    <div class="empty" role="alert">
      <p>{t('popup_not_loaded')}</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        {t('popup_retry')}
      </button>
    </div>
  );
}
