/**
 * Runs as a page of the extension: Preact and one line; with `#row` it first reads one row of the
 * database.
 */
import { render } from 'preact';

const show = () => {
  render(
    <div class="panel">
      <p class="empty">Nothing here</p>
    </div>,
    document.body,
  );
};

if (location.hash === '#row') {
  const opening = indexedDB.open('wrapup');
  opening.onsuccess = () => {
    const store = opening.result.transaction('settings').objectStore('settings');
    store.get('activeWrapUpId').onsuccess = show;
  };
} else show();
