import type { BegunDeps } from '../../lib/app/capture/begun-clips.ts';
import { type AnywhereConfirmer, confirmAnywhere } from '../../lib/app/confirm-anywhere.ts';
import type { CalendarReader, Confirmer } from '../../lib/app/ports.ts';
import * as takeCopies from '../../lib/app/snapshots/take-copies.ts';
import { actionBadge } from '../../lib/browser/badge.ts';
import { begunClips } from '../../lib/browser/begun-clips.ts';
import { calendarReader } from '../../lib/browser/calendar-reader.ts';
import { camera } from '../../lib/browser/camera.ts';
import { systemClock } from '../../lib/browser/clock.ts';
import { confirmer } from '../../lib/browser/confirmer.ts';
import { loadingPictures } from '../../lib/browser/loading-pictures.ts';
import { mediaReader } from '../../lib/browser/media-reader.ts';
import { createOutcomePopup } from '../../lib/browser/outcome-popup.ts';
import { pageReader } from '../../lib/browser/page-reader.ts';
import { pictureReader } from '../../lib/browser/picture-reader.ts';
import { unsavedClips } from '../../lib/browser/unsaved-clips.ts';
import { openLibrary } from '../../lib/client/open-library.ts';
import type { Database } from '../../lib/store/database.ts';
import { createStores } from '../../lib/store/stores.ts';

export interface BackgroundDeps extends BegunDeps {
  db: Database;
  calendars: CalendarReader;
  /** Shows an outcome only in the page; `confirmer` shows it elsewhere if the page can't. */
  pageConfirmer: Confirmer;
  confirmer: AnywhereConfirmer;
}

/** The real services behind the use cases' ports. */
export function createDeps(): BackgroundDeps {
  const { database: db, following } = openLibrary('background', async () => takeCopies);
  // The background wakes for every gesture, so this checks often enough.
  following.checkAll();
  return {
    db,
    stores: createStores(db),
    pages: pageReader,
    calendars: calendarReader,
    pictures: pictureReader,
    loadingPictures,
    begunClips,
    unsavedClips,
    media: mediaReader,
    camera,
    pageConfirmer: confirmer,
    confirmer: confirmAnywhere(confirmer, createOutcomePopup()),
    badge: actionBadge,
    clock: systemClock,
  };
}
