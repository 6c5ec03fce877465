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
 * The edges the use cases need. Each is implemented by one file at an edge (`lib/store`,
 * `lib/browser`) and by a fake in the tests. Writes resolve once they are durable, and reject with
 * a `StoreError` (storage-full, storage-failed).
 */
export interface WrapUpStore {
  /** All that are not deleted, the most recently changed first. */
  list(): Promise<WrapUp[]>;
  get(id: string): Promise<WrapUp | undefined>;
  put(wrapUp: WrapUp): Promise<void>;
  /** Changes some fields and `updatedAt` in one transaction; undefined if there is no such record. */
  update(id: string, changes: Partial<WrapUp>): Promise<WrapUp | undefined>;
}

export interface ItemStore {
  /** The items of a wrap-up (or `inboxId`) that are not deleted, in their order. */
  list(wrapUpId: string): Promise<Item[]>;
  get(id: string): Promise<Item | undefined>;
  /** Where in a wrap-up something lands; default: at the end of the post. */
  gapAt(wrapUpId: string, landing?: PostLanding): Promise<LandingGap>;
  /**
   * The sections among the `rows` items of a post that stand before a key (undefined: the last ones), the nearest
   * first.
   */
  sectionsAbove(wrapUpId: string, order: string | undefined, rows: number): Promise<Section[]>;
  /** The places of all items of a wrap-up in their order, also of those that are deleted. */
  places(wrapUpId: string): Promise<StoredPlace[]>;
  /** File names of the pictures in a wrap-up that begin with `stem` and are not deleted. */
  pictureNames(wrapUpId: string, stem: string): Promise<ReadonlySet<string>>;
  /** Items with this fingerprint that are not deleted, in any wrap-up. */
  withFingerprint(fingerprint: string): Promise<Item[]>;
  /** Clips of the paper with this key (`paperKeyOf`) that are not deleted, in any wrap-up. */
  ofPaper(key: string): Promise<SourcedClip[]>;
  /** Writes an item and its original in one transaction; the same id twice is one record. */
  put(item: Item, original?: Original): Promise<void>;
  /** Changes some fields and `updatedAt`; undefined if there is no such record. */
  update(id: string, changes: ItemChanges): Promise<Item | undefined>;
  /** The same for several, in one transaction: all or none. Resolves to those that are there. */
  updateMany(changes: ReadonlyMap<string, ItemChanges>): Promise<Item[]>;
  /** Cleaned HTML of a quote as captured. */
  original(id: string): Promise<Original | undefined>;
}

/** Every edit by the note-taker, written together with its inverse (ADR 31). */
export interface ChangeStore {
  /**
   * Writes a step in one transaction. Where an edit with its id was written before, nothing is changed.
   * @param plan says what to write, by what it reads in that transaction; undefined: nothing
   */
  apply(
    origin: ChangeOrigin,
    plan: (view: ChangeView) => Promise<ChangePlan | undefined> | ChangePlan | undefined,
  ): Promise<AppliedChange>;
  /** True if the edit with this id was written. */
  has(id: string): Promise<boolean>;
  /** Takes back the newest step of a history; once it cannot be, it is skipped. */
  undo(history: string): Promise<StepOutcome>;
  /** Does again what was undone last. */
  redo(history: string): Promise<StepOutcome>;
  /**
   * Takes back the step that holds this edit, whatever was done since.
   * @param only a step of that kind, of that item and nothing else: any other stays as it is
   */
  undoOne(id: string, only?: { kind: ChangeKind; itemId: string }): Promise<StepOutcome>;
  /** Drops the oldest steps of long histories; for an idle moment. */
  prune(): Promise<void>;
}

/**
 * A drawing's (SVG) bytes without what could run or load anything; undefined for what is no drawing that a
 * browser would show. `removed`: something of it was taken out that was to be seen, or that ran.
 */
export type CleanDrawing = (
  bytes: ArrayBuffer,
) => { bytes: Uint8Array<ArrayBuffer>; removed: boolean } | undefined;

/** What is deleted, until it is removed for good. */
export interface TrashStore {
  /**
   * Everything that can be put back, the latest first.
   * @param limit of items that are read; default: all
   * @param wrapUpId only what is of this wrap-up, which is not deleted itself
   */
  list(limit?: number, wrapUpId?: string): Promise<TrashEntry[]>;
  isEmpty(): Promise<boolean>;
  /** Removes for good, with all that only it needed; what was put back meanwhile stays. */
  purge(purge: Purge): Promise<Purged>;
}

export interface AssetStore {
  /** Its bytes are the caller's own. */
  get(id: string): Promise<Asset | undefined>;
  put(asset: Asset): Promise<void>;
  /** Those of the ids whose bytes are there; reads no bytes. */
  kept(ids: readonly string[]): Promise<ReadonlySet<string>>;
}

/** The bytes of stored pictures, one picture at a time, for who passes all of them on. */
export interface StoredPictures {
  /** Undefined if there is none; the one before is not read any more. */
  open(id: string): Promise<PictureInPieces | undefined>;
  /** Lets go of what it holds; what is being read rejects with `export-cancelled`. */
  end(): void;
}

/** Everything at once: what a backup is made of, and what a restore changes. */
export interface LibraryStore {
  /**
   * Hands on every row of every table of texts as it is stored, all of one moment; what is written
   * meanwhile waits.
   */
  readAll(take: (table: TextTable, rows: unknown[]) => Promise<void>): Promise<void>;
  pictureIds(): Promise<string[]>;
  /** Says what a merge would do, and changes nothing. */
  compare(file: LibraryFile): Promise<RestoreReport>;
  /** Stores the pictures of the file that are not there yet; what `onPicture` throws ends it. */
  restorePictures(
    file: LibraryFile,
    onPicture: (done: number, total: number) => void,
  ): Promise<void>;
  /** All of it or nothing; the pictures come before. */
  restore(file: LibraryFile, mode: RestoreMode): Promise<RestoreReport>;
  /** Removes every record, in one transaction. */
  eraseAll(): Promise<void>;
}

/** What earlier exports of a wrap-up left in the site's folder. */
export interface ExportStore {
  last(wrapUpId: string): Promise<LastExport>;
  setLast(wrapUpId: string, last: LastExport): Promise<void>;
}

/**
 * The folder of a site on the user's disk. Paths are relative, with `/`. Rejects with a code:
 * `folder-gone`, `folder-refused`, `folder-full`, `folder-failed`; for one file `file-in-the-way`,
 * `file-locked`, `file-refused`.
 */
export interface SiteFolder {
  /** Undefined if there is no such file. */
  read(path: string): Promise<ArrayBuffer | undefined>;
  /** All or nothing: what was there stays as it was until the new bytes are all on the disk. */
  write(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

/** Small values by name: where clips go, and the profile. */
export interface SettingStore {
  /** Id of the wrap-up that takes the clips, or `inboxId`; undefined before the first. */
  activeWrapUpId(): Promise<string | undefined>;
  setActiveWrapUpId(id: string): Promise<void>;
  /** The house style with this id; the first one where none is given, or there is no such style any more. */
  profile(id?: string): Promise<Profile>;
  setProfile(profile: Profile): Promise<void>;
  /** The style that was chosen last, for the next wrap-up; undefined: none was. */
  nextStyleId(): Promise<string | undefined>;
  setNextStyleId(id: string): Promise<void>;
  /** Id of the quote of an opened post that its note-taker wants to clip again; undefined: of none. */
  wantedQuoteId(): Promise<string | undefined>;
  setWantedQuoteId(id: string): Promise<void>;
  /** Posts of the site whose files were read, the newest first. */
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
   * Runs `task` as one read-write transaction: what it reads stays true until what it writes is durable,
   * and if it rejects, nothing is written. Inside it, await these stores only: a transaction ends when
   * it has nothing to do, as it would during a fetch or a hash. Not nested, but for `changes.apply`.
   */
  atomically<T>(task: () => Promise<T>): Promise<T>;
}

export interface ReadOptions {
  /** Waited for where reading will hold the page up, so that it can be told before. */
  beforeLongRead?: (() => Promise<void>) | undefined;
  /** True if the page's own answer will do, so that no frame need be waited for. */
  isEnough?: ((page: Capture) => Promise<boolean>) | undefined;
}

/** Reads a page and all frames of it that can be read; their answers have been checked. */
export interface PageReader {
  read(
    tabId: number,
    request: CaptureRequest,
    options?: ReadOptions,
  ): Promise<Result<FrameAnswer<Capture>[], Failure>>;
}

/**
 * Reads a calendar's file that a page links to. Fails with `calendar-unreachable`, or with
 * `calendar-unreadable` where what came is no calendar (a page to sign in). Never rejects.
 */
export interface CalendarReader {
  read(tabId: number, url: string): Promise<Result<string, Failure>>;
}

/** Where a clipped picture's bytes are, and where it is shown. */
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
 * The pictures whose bytes are still loading, kept until the browser closes: the worker may be stopped
 * meanwhile. Best effort: nothing rejects.
 */
export interface LoadingPictures {
  add(loading: LoadingPicture): Promise<void>;
  remove(itemId: string): Promise<void>;
  list(): Promise<LoadingPicture[]>;
}

/**
 * The clips that were asked for and whose outcome was not told yet, kept until the browser closes: the
 * background may be stopped meanwhile. Best effort: nothing rejects.
 */
export interface BegunClips {
  add(begun: BegunClip): Promise<void>;
  remove(id: string): Promise<void>;
  list(): Promise<BegunClip[]>;
}

/**
 * The clips that could not be saved, kept in memory until the browser closes, and the last failure that
 * cost no words. Never rejects.
 */
export interface UnsavedClips {
  /** False if there is no room for it. */
  keep(clip: UnsavedClip): Promise<boolean>;
  get(id: string): Promise<UnsavedClip | undefined>;
  discard(id: string): Promise<void>;
  /** The failure to show until the next clip succeeds; undefined: none. */
  setFailure(failure: LastFailure | undefined): Promise<void>;
}

/** Knows what plays in a page. */
export interface MediaReader {
  /** The time first of all; one answer for each frame. */
  read(tabId: number): Promise<Result<FrameAnswer<CapturedMedia>[], Failure>>;
  /** What the captions showed when that frame was read; '' for nothing. Never rejects. */
  caption(tabId: number, frameId: number): Promise<string>;
  /** Where the recording stands that was found there last; null if it is gone. */
  playback(tabId: number, frameId: number): Promise<Playback | null>;
  /** Makes it go to a time; false if it is gone. Whether it plays stays as it is. */
  seek(tabId: number, frameId: number, seconds: number): Promise<boolean>;
}

export interface TakenPicture {
  bytes: ArrayBuffer;
  mediaType: string;
  /** All of one colour: a protected video, or nothing to see. */
  uniform: boolean;
  /** Smaller than what was to be seen: more would be too much for a post. */
  reduced?: boolean | undefined;
  /** When in the recording the picture is from, where it is a frame of one. */
  seconds?: number | undefined;
}

/** Takes pictures of what a tab shows. */
export interface Camera {
  /** The frame of the video that `MediaReader.read` found in a frame, at its native size. */
  takeFrame(tabId: number, frameId: number): Promise<Result<TakenPicture, Failure>>;
  /** What the tab shows, or the part of it in `where`. */
  takeTab(tabId: number, where: TabBox | null): Promise<Result<TakenPicture, Failure>>;
  /** Lets the note-taker draw a region; what he takes comes as a request of its own. */
  askRegion(tabId: number): Promise<Result<boolean, Failure>>;
}

/** Shows the confirmation in the page; false if the page cannot show it. Never rejects. */
export interface Confirmer {
  /** Makes the page ready, while that is still being found out which it will have to show. Never throws. */
  prepare?(tabId: number): void;
  show(tabId: number, state: ConfirmationState): Promise<boolean>;
  /**
   * Puts the keyboard into the field of the card that shows there; false if none does. Never
   * rejects.
   */
  focus?(tabId: number): Promise<boolean>;
}

export interface Badge {
  /** Shows over one tab that its page is being read, in place of all else, until it is not. */
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
 * Files of our own that the browser keeps apart from the database. A file is there whole or not at all.
 * Rejects with what the browser says.
 */
export interface OwnFiles {
  /** Those that were written to their end. */
  list(folder: string): Promise<OwnFile[]>;
  /** @param fill hands on the bytes, and waits for each to be taken */
  write(
    folder: string,
    name: string,
    fill: (out: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>) => Promise<void>,
  ): Promise<void>;
  /** Undefined if there is none. */
  read(folder: string, name: string): Promise<Blob | undefined>;
  remove(folder: string, name: string): Promise<void>;
}
