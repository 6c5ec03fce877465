import { useCallback, useState } from 'preact/hooks';
import { keepViewPart, loadView, type ViewState } from '../../lib/client/view-state.ts';

/**
 * What the popup showed last, read before the first paint and kept with every change, so that
 * reopening shows the same place.
 */
export function useViewState(): [ViewState, (changes: Partial<ViewState>) => void] {
  const [view, setView] = useState(loadView);
  const change = useCallback((changes: Partial<ViewState>) => {
    keepViewPart(changes);
    setView((before) => ({ ...before, ...changes }));
  }, []);
  return [view, change];
}
