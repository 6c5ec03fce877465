import { options } from 'preact';

/**
 * Renders the result of a change before it returns, so that a key pressed right after it finds the
 * new field.
 */
export function renderNow(change: () => void): void {
  const { debounceRendering } = options;
  options.debounceRendering = (render) => render();
  try {
    change();
  } finally {
    if (debounceRendering) options.debounceRendering = debounceRendering;
    else delete options.debounceRendering;
  }
}
