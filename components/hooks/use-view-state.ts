import { useCallback, useState } from 'preact/hooks';
import { keepViewPart, openView, type ViewState } from '../../lib/client/view-state.ts';

/**
 * What the popup shows, read before the first paint and stored with every change, so that reopening
 * shows the same place in the list, and the same field.
 */
export function useViewState(): [ViewState, (changes: Partial<ViewState>) => void] {
  const [view, setView] = useState(openView);
  const change = useCallback((changes: Partial<ViewState>) => {
    keepViewPart(changes);
    setView((before) => ({ ...before, ...changes }));
  }, []);
  return [view, change];
}
