import { browser } from 'wxt/browser';
import { languageKey, sentinelKeys, tornKey } from '../browser/storage-keys.ts';
import { type FirstRows, readFirstRows, readMarkRow } from '../store/first-rows.ts';
import { databaseName, databaseVersion } from '../store/library-name.ts';
import { attend, openRaw } from '../store/open-raw.ts';
import { leftAt } from './left-at.ts';

/** What a page reads before its code is there; nothing of it is checked yet. Neither promise rejects. */
export interface EarlyLook {
  /** From `storage.local`, read before the database: the language, and what was written last. */
  local: Promise<Record<string, unknown> | undefined>;
  /** Undefined where the database is to be opened with more care, or could not be read. */
  library: Promise<EarlyLibrary | undefined>;
}

export interface EarlyLibrary {
  db: IDBDatabase;
  /** The library's mark. */
  mark: unknown;
  /** What a list shows first; undefined in the desk, which begins at the other end. */
  rows: FirstRows | undefined;
  /** True once another page deletes or changes the database, or the browser closes it. */
  isWanted(): boolean;
}

declare global {
  /** Made by `entrypoints/early-look`; undefined in other pages. */
  var wrapupEarly: EarlyLook | undefined;
}

/** The popup's height in `controls.css`, and the least of a row's, px. */
const popupPx = 580;
const rowPx = 40;
/** Firefox rolls back what it could not write whole. */
const mayBeTorn = import.meta.env.BROWSER !== 'firefox';

/** How many rows are seen at first. */
export const rowsAtFirst = () => Math.ceil(Math.max(popupPx, innerHeight) / rowPx);

const showsList = () => location.pathname !== '/desk.html';

/** Has the browser read what the page shows first, while it loads the code that shows it. */
export function lookEarly(): EarlyLook {
  const local = browser.storage.local.get([languageKey, ...sentinelKeys]).catch(nothing);
  return { local, library: readEarly(local).catch(nothing) };
}

/** Whoever needs it reads it, and tells why that cannot be done. */
const nothing = () => undefined;

async function readEarly(local: Promise<unknown>): Promise<EarlyLibrary | undefined> {
  // A log that may be torn is renewed before anything opens the database (ADR 57).
  if (mayBeTorn && (await browser.storage.session.get(tornKey))[tornKey] === true) return undefined;
  const db = await openRaw(databaseName);
  if (db?.version !== databaseVersion) {
    db?.close();
    return undefined;
  }
  const isWanted = attend(db, () => db.close());
  try {
    // What is written between the two makes the database newer than what is remembered of it, never older (ADR 32).
    await local;
    if (!showsList()) return { db, mark: await readMarkRow(db), rows: undefined, isWanted };
    const rows = await readFirstRows(db, { ...leftAt(), rows: rowsAtFirst() });
    return { db, mark: rows.mark, rows, isWanted };
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}
