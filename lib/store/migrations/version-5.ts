/**
 * The database's fifth shape: posts of blocks (ADR 43). No store and no record changes: a record of
 * an earlier version is read as it is. The number keeps earlier versions of Wrapup, which do not
 * know parts, raw text and the tray, from opening it. Frozen.
 */
export const version5 = {} as const;
