import { browser } from 'wxt/browser';
import { languageKey, sentinelKeys, tornKey } from '../browser/storage-keys.ts';
import { type FirstPost, readFirstPost } from '../store/first-post.ts';
import { type FirstRows, readFirstRows } from '../store/first-rows.ts';
import { databaseName, databaseVersion } from '../store/library-name.ts';
import { attend, openRaw } from '../store/open-raw.ts';
import { namedWrapUp } from './desk-address.ts';
import { leftAt } from './left-at.ts';

/**
 * The data that a page reads before its code is loaded; none of it is checked yet. Neither promise
 * rejects.
 */
export interface EarlyLook {
  /** From `storage.local`, read before the database: the language, and the last writes. */
  local: Promise<Record<string, unknown> | undefined>;
  /** Undefined if the database could not be read, or `openWithCare` must open it. */
  library: Promise<EarlyLibrary | undefined>;
}

export interface EarlyLibrary {
  db: IDBDatabase;
  /** The library's mark. */
  mark: unknown;
  /** The rows that the list shows first; undefined at the desk. */
  rows: FirstRows | undefined;
  /** The start of the post that the desk shows; undefined in other pages. */
  post: FirstPost | undefined;
  /** True after another page asked to delete or upgrade the database, or the browser closed it. */
  isWanted(): boolean;
}

declare global {
  /** Set by `entrypoints/early-look`; undefined in other pages. */
  var wrapupEarly: EarlyLook | undefined;
}

/** The popup's height (`controls.css`), px. */
const popupPx = 580;
/** The minimum height of a row, px. */
const rowPx = 40;
/** Firefox rolls back incomplete writes. */
const mayBeTorn = import.meta.env.BROWSER !== 'firefox';

/** Returns how many rows are visible at first. */
export const rowsAtFirst = () => Math.ceil(Math.max(popupPx, innerHeight) / rowPx);

/** Reads what the page shows first, while the browser loads the code that shows it. */
export function lookEarly(): EarlyLook {
  const local = browser.storage.local.get([languageKey, ...sentinelKeys]).catch(nothing);
  return { local, library: readEarly(local).catch(nothing) };
}

/** After a failure, the code that needs the data reads it itself, and reports its own failure. */
const nothing = () => undefined;

async function readEarly(local: Promise<unknown>): Promise<EarlyLibrary | undefined> {
  // A log that may be torn is replaced before anything opens the database (ADR 57).
  if (mayBeTorn && (await browser.storage.session.get(tornKey))[tornKey] === true) return undefined;
  const db = await openRaw(databaseName);
  if (db?.version !== databaseVersion) {
    db?.close();
    return undefined;
  }
  const isWanted = attend(db, () => db.close());
  try {
    // A write between the two reads makes the database newer than the remembered state, never older
    // (ADR 32).
    await local;
    const rows = rowsAtFirst();
    if (location.pathname === '/desk.html') {
      const post = await readFirstPost(db, namedWrapUp(), rows);
      return { db, mark: post.mark, rows: undefined, post, isWanted };
    }
    const list = await readFirstRows(db, { ...leftAt(), rows });
    return { db, mark: list.mark, rows: list, post: undefined, isWanted };
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}
