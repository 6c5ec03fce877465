import type { LibraryFile } from '../backup/library-reader.ts';
import type { PictureInPieces } from '../backup/library-writer.ts';
import type { RestoreMode, RestoreReport, TextTable } from '../backup/restore-report.ts';
import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import type { BegunClip } from '../core/capture/begun-clip.ts';
import type { Capture, CaptureRequest } from '../core/capture/capture.ts';
import type { CapturedMedia } from '../core/capture/captured-media.ts';
import type { TabBox } from '../core/capture/clip-intent.ts';
import type { ConfirmationState } from '../core/capture/confirmation-state.ts';
import type { FrameAnswer } from '../core/capture/frame-answer.ts';
import type { LastFailure } from '../core/capture/last-failure.ts';
import type { LoadingPicture } from '../core/capture/loading-picture.ts';
import type { UnsavedClip } from '../core/capture/unsaved-clip.ts';
import type { Purge, Purged, TrashEntry } from '../core/library/trash.ts';
import type { Asset } from '../core/media/asset.ts';
import type { Playback } from '../core/media/recording.ts';
import type {
  AppliedChange,
  ChangeKind,
  ChangeOrigin,
  ChangePlan,
  ChangeView,
  StepOutcome,
} from '../core/post/change.ts';
import type { Item, ItemChanges, Original, Section, SourcedClip } from '../core/post/item.ts';
import type { LandingGap, PostLanding } from '../core/post/landing.ts';
import type { LastExport } from '../core/post/last-export.ts';
import type { StoredPlace } from '../core/post/order.ts';
import type { Profile } from '../core/post/profile.ts';
import type { SitePost } from '../core/post/site-post.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';

/**
 * The services that the use cases need. One file at an edge (`lib/store`, `lib/browser`) implements
 * each; so does a fake in the tests. Writes resolve once they are durable, and reject with a
 * `StoreError` (storage-full, storage-failed).
 */
export interface WrapUpStore {
  /** Returns all that are not deleted, the most recently changed first. */
  list(): Promise<WrapUp[]>;
  get(id: string): Promise<WrapUp | undefined>;
  put(wrapUp: WrapUp): Promise<void>;
  /** Changes some fields and `updatedAt` in one transaction; undefined if there is no such record. */
  update(id: string, changes: Partial<WrapUp>): Promise<WrapUp | undefined>;
}

export interface ItemStore {
  /** Returns the items of a wrap-up (or `inboxId`) that are not deleted, in their order. */
  list(wrapUpId: string): Promise<Item[]>;
  get(id: string): Promise<Item | undefined>;
  /** Where in a wrap-up something lands; default: at the end of the post. */
  gapAt(wrapUpId: string, landing?: PostLanding): Promise<LandingGap>;
  /**
   * Returns the sections among the `rows` items of a post before a key (undefined: the last ones),
   * the nearest first.
   */
  sectionsAbove(wrapUpId: string, order: string | undefined, rows: number): Promise<Section[]>;
  /** Returns the places of all items of a wrap-up in their order, including deleted ones. */
  places(wrapUpId: string): Promise<StoredPlace[]>;
  /**
   * Returns the file names that begin with `stem`, of pictures in a wrap-up that are not deleted.
   */
  pictureNames(wrapUpId: string, stem: string): Promise<ReadonlySet<string>>;
  /** Returns the items with this fingerprint that are not deleted, from any wrap-up. */
  withFingerprint(fingerprint: string): Promise<Item[]>;
  /**
   * Returns the clips of the paper with this key (`paperKeyOf`) that are not deleted, from any
   * wrap-up.
   */
  ofPaper(key: string): Promise<SourcedClip[]>;
  /** Writes an item and its original in one transaction; the same id twice is one record. */
  put(item: Item, original?: Original): Promise<void>;
  /** Changes some fields and `updatedAt`; undefined if there is no such record. */
  update(id: string, changes: ItemChanges): Promise<Item | undefined>;
  /**
   * Does the same for several items in one transaction: all or none. Resolves to those that exist.
   */
  updateMany(changes: ReadonlyMap<string, ItemChanges>): Promise<Item[]>;
  /** Cleaned HTML of a quote as captured. */
  original(id: string): Promise<Original | undefined>;
}

/** Every edit by the note-taker, stored together with its inverse (ADR 31). */
export interface ChangeStore {
  /**
   * Writes a step in one transaction. If an edit with its id was written before, nothing changes.
   * @param plan returns what to write, depending on what it reads in that transaction; undefined:
   * nothing
   */
  apply(
    origin: ChangeOrigin,
    plan: (view: ChangeView) => Promise<ChangePlan | undefined> | ChangePlan | undefined,
  ): Promise<AppliedChange>;
  /** True if the edit with this id was written. */
  has(id: string): Promise<boolean>;
  /** Undoes the newest step of a history; a step that can't be undone is skipped. */
  undo(history: string): Promise<StepOutcome>;
  /** Redoes what was undone last. */
  redo(history: string): Promise<StepOutcome>;
  /**
   * Undoes the step that contains this edit, whatever was done since.
   * @param only undoes a step only if it is of that kind, of that item and nothing else; any other
   * stays
   */
  undoOne(id: string, only?: { kind: ChangeKind; itemId: string }): Promise<StepOutcome>;
  /** Drops the oldest steps of long histories. Call it when idle. */
  prune(): Promise<void>;
}

/**
 * Returns a drawing's (SVG) bytes without anything that could run or load something; undefined if
 * it is no drawing that a browser would show. `removed`: something visible, or something that ran,
 * was taken out.
 */
export type CleanDrawing = (
  bytes: ArrayBuffer,
) => { bytes: Uint8Array<ArrayBuffer>; removed: boolean } | undefined;

/** What was deleted, until it is purged. */
export interface TrashStore {
  /**
   * Returns everything that can be restored, the latest first.
   * @param limit how many items are read; default: all
   * @param wrapUpId only what belongs to this wrap-up, which is not deleted itself
   */
  list(limit?: number, wrapUpId?: string): Promise<TrashEntry[]>;
  isEmpty(): Promise<boolean>;
  /** Removes items for good, with all that only they needed; what was restored meanwhile stays. */
  purge(purge: Purge): Promise<Purged>;
}

export interface AssetStore {
  /** The returned bytes belong to the caller. */
  get(id: string): Promise<Asset | undefined>;
  put(asset: Asset): Promise<void>;
  /** Returns those ids whose bytes are stored; reads no bytes. */
  kept(ids: readonly string[]): Promise<ReadonlySet<string>>;
}

/** The bytes of stored pictures, one picture at a time, for callers that pass all of them on. */
export interface StoredPictures {
  /** Undefined if there is none; the previous picture can no longer be read. */
  open(id: string): Promise<PictureInPieces | undefined>;
  /** Releases what it holds; a pending read rejects with `export-cancelled`. */
  end(): void;
}

/** The whole library: what a backup contains, and what a restore changes. */
export interface LibraryStore {
  /**
   * Passes on every row of every text table as it is stored, all from one moment; writes meanwhile
   * wait.
   */
  readAll(take: (table: TextTable, rows: unknown[]) => Promise<void>): Promise<void>;
  pictureIds(): Promise<string[]>;
  /** Returns what a merge would do, and changes nothing. */
  compare(file: LibraryFile): Promise<RestoreReport>;
  /** Stores the file's pictures that are missing here; an error thrown by `onPicture` ends it. */
  restorePictures(
    file: LibraryFile,
    onPicture: (done: number, total: number) => void,
  ): Promise<void>;
  /** Restores all or nothing; the pictures come before. */
  restore(file: LibraryFile, mode: RestoreMode): Promise<RestoreReport>;
  /** Removes every record, in one transaction. */
  eraseAll(): Promise<void>;
}

/** The files that earlier exports of a wrap-up left in the site's folder. */
export interface ExportStore {
  last(wrapUpId: string): Promise<LastExport>;
  setLast(wrapUpId: string, last: LastExport): Promise<void>;
}

/**
 * The folder of a site on the user's disk. Paths are relative, with `/`. Rejects with a code:
 * `folder-gone`, `folder-refused`, `folder-full`, `folder-failed`; for single files
 * `file-in-the-way`, `file-locked`, `file-refused`.
 */
export interface SiteFolder {
  /** Undefined if there is no such file. */
  read(path: string): Promise<ArrayBuffer | undefined>;
  /** All or nothing: the old file stays until all new bytes are on the disk. */
  write(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

/** Small values by name: the current wrap-up, and the profile. */
export interface SettingStore {
  /** Id of the wrap-up where new clips go, or `inboxId`; undefined before the first. */
  activeWrapUpId(): Promise<string | undefined>;
  setActiveWrapUpId(id: string): Promise<void>;
  /**
   * The house style with this id; the first one if no id is given, or that style no longer exists.
   */
  profile(id?: string): Promise<Profile>;
  setProfile(profile: Profile): Promise<void>;
  /** The style that was chosen last, for the next wrap-up; undefined if none was. */
  nextStyleId(): Promise<string | undefined>;
  setNextStyleId(id: string): Promise<void>;
  /**
   * Id of the quote in an opened post that the note-taker wants to clip again; undefined if none.
   */
  wantedQuoteId(): Promise<string | undefined>;
  setWantedQuoteId(id: string): Promise<void>;
  /** The posts of the site whose files were read, the newest first. */
  sitePosts(): Promise<SitePost[]>;
  addSitePosts(posts: readonly SitePost[]): Promise<void>;
}

export interface Stores {
  wrapUps: WrapUpStore;
  items: ItemStore;
  assets: AssetStore;
  settings: SettingStore;
  changes: ChangeStore;
  trash: TrashStore;
  /**
   * Runs `task` as one read-write transaction: what it reads stays true until its writes are
   * durable, and if it rejects, nothing is written. Inside it, await only these stores: a
   * transaction ends when it has nothing to do, as during a fetch or a hash. It can't be nested,
   * except in `changes.apply`.
   */
  atomically<T>(task: () => Promise<T>): Promise<T>;
}

export interface ReadOptions {
  /** Called and awaited if reading will block the page, so the page can say so first. */
  beforeLongRead?: (() => Promise<void>) | undefined;
  /** True if the page's own answer is enough, so that no frame has to be awaited. */
  isEnough?: ((page: Capture) => Promise<boolean>) | undefined;
}

/** Reads a page and all its readable frames; their answers are validated. */
export interface PageReader {
  read(
    tabId: number,
    request: CaptureRequest,
    options?: ReadOptions,
  ): Promise<Result<FrameAnswer<Capture>[], Failure>>;
}

/**
 * Reads a calendar file that a page links to. Fails with `calendar-unreachable`, or with
 * `calendar-unreadable` if the response is no calendar (a sign-in page). Never rejects.
 */
export interface CalendarReader {
  read(tabId: number, url: string): Promise<Result<string, Failure>>;
}

/** Where a clipped picture's bytes are, and where the tab shows it. */
export interface PictureRequest {
  tabId: number;
  url: string;
  /** Where it is shown in the tab, CSS px; null if it isn't. */
  box: { x: number; y: number; width: number; height: number } | null;
  viewport: { width: number; height: number };
}

export interface ReadPicture {
  bytes: ArrayBuffer;
  mediaType: string;
  /** True if it was cut from a screenshot because its own bytes can't be read. */
  cut?: boolean;
}

/** Reads a picture's bytes, or fails within half a minute. Never rejects. */
export interface PictureReader {
  read(request: PictureRequest): Promise<Result<ReadPicture, Failure>>;
}

/**
 * The pictures whose bytes are still loading, kept until the browser closes because the worker may
 * be stopped meanwhile. Best effort: nothing rejects.
 */
export interface LoadingPictures {
  add(loading: LoadingPicture): Promise<void>;
  remove(itemId: string): Promise<void>;
  list(): Promise<LoadingPicture[]>;
}

/**
 * The requested clips whose outcome was not shown yet, kept until the browser closes because the
 * background may be stopped meanwhile. Best effort: nothing rejects.
 */
export interface BegunClips {
  add(begun: BegunClip): Promise<void>;
  remove(id: string): Promise<void>;
  list(): Promise<BegunClip[]>;
}

/**
 * The clips that could not be saved, kept in memory until the browser closes, and the last failure
 * that lost no words. Never rejects.
 */
export interface UnsavedClips {
  /** Replaces what has its id, unless that was typed later. False if there is no room for it. */
  keep(clip: UnsavedClip): Promise<boolean>;
  get(id: string): Promise<UnsavedClip | undefined>;
  /** With `turn`, what was typed later stays. */
  discard(id: string, turn?: number): Promise<void>;
  /** The failure to show until the next clip succeeds; undefined: none. */
  setFailure(failure: LastFailure | undefined): Promise<void>;
}

/** Reads what plays in a page. */
export interface MediaReader {
  /** Reads the time before anything else; returns one answer for each frame. */
  read(tabId: number): Promise<Result<FrameAnswer<CapturedMedia>[], Failure>>;
  /** What the captions showed when that frame was read; '' if nothing. Never rejects. */
  caption(tabId: number, frameId: number): Promise<string>;
  /** Returns the position of the recording that was found there last; null if it is gone. */
  playback(tabId: number, frameId: number): Promise<Playback | null>;
  /** Seeks to a time; false if the recording is gone. Playing or paused stays as it is. */
  seek(tabId: number, frameId: number, seconds: number): Promise<boolean>;
}

export interface TakenPicture {
  bytes: ArrayBuffer;
  mediaType: string;
  /** All of one colour: a protected video, or nothing visible. */
  uniform: boolean;
  /** Smaller than the original, which would be too large for a post. */
  reduced?: boolean | undefined;
  /** The time in the recording, if the picture is a frame of one. */
  seconds?: number | undefined;
}

/** Takes pictures of what a tab shows. */
export interface Camera {
  /** Takes the frame of the video that `MediaReader.read` found, at its native size. */
  takeFrame(tabId: number, frameId: number): Promise<Result<TakenPicture, Failure>>;
  /** Takes what the tab shows, or the part of it in `where`. */
  takeTab(tabId: number, where: TabBox | null): Promise<Result<TakenPicture, Failure>>;
  /** Lets the note-taker draw a region; the region arrives as a separate request. */
  askRegion(tabId: number): Promise<Result<boolean, Failure>>;
}

/** Shows the confirmation in the page; false if the page cannot show it. Never rejects. */
export interface Confirmer {
  /** Prepares the page while it is still unknown what it will have to show. Never throws. */
  prepare?(tabId: number): void;
  show(tabId: number, state: ConfirmationState): Promise<boolean>;
  /** Focuses the field of the card that shows there; false if none does. Never rejects. */
  focus?(tabId: number): Promise<boolean>;
}

export interface Badge {
  /**
   * Shows over one tab that its page is being read, instead of everything else, until told
   * otherwise.
   */
  showReading(tabId: number, reading: boolean): Promise<void>;
}

export interface Clock {
  /** ISO instant in UTC. */
  now(): string;
  /** Minutes east of UTC of the local time at `instant`. */
  offsetMinutes(instant: string): number;
}

export interface OwnFile {
  name: string;
  /** Bytes. */
  size: number;
  /** Milliseconds since 1970. */
  changedMs: number;
}

/**
 * Our own files, which the browser keeps apart from the database. A file is either there whole or
 * not at all. Rejects with the browser's error.
 */
export interface OwnFiles {
  /** Only files that were written to their end. */
  list(folder: string): Promise<OwnFile[]>;
  /** @param fill passes on the bytes, and waits until each piece is written */
  write(
    folder: string,
    name: string,
    fill: (out: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>) => Promise<void>,
  ): Promise<void>;
  /** Undefined if there is none. */
  read(folder: string, name: string): Promise<Blob | undefined>;
  remove(folder: string, name: string): Promise<void>;
}
