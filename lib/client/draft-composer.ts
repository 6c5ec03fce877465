import { openedComposer } from '../app/opened-composer.ts';
import { type Failure, toFailure } from '../core/base/errors.ts';
import { noteProblem } from '../core/base/problem.ts';
import type { Item } from '../core/post/item.ts';
import type { Profile } from '../core/post/profile.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import type { IsKept } from '../exporters/draft-parts.ts';
import type { MissingPicture } from '../exporters/exporter.ts';
import type { PlacedFile } from '../exporters/site-files.ts';
import type { ComposePost } from '../render/compose.ts';
import type { BlockCache } from '../render/items/block-cache.ts';
import type { Piece } from '../render/parts/pieces.ts';
import { errorText } from './error-text.ts';
import { t } from './i18n.ts';
import { loadRenderer, type Renderer } from './loaded-later.ts';
import { keepSameMap } from './same-record.ts';

/**
 * The composed draft; `error` is the message about why there is none, usually a template that does
 * not work.
 */
export type DraftState =
  | { state: 'composing' }
  /** The beginning of a long draft; the rest is still to come. */
  | {
      state: 'begun';
      text: string;
      pieces: readonly Piece[];
      pictures: ReadonlyMap<string, string>;
    }
  | {
      state: 'ready';
      /** What it was composed of; the page may already show something newer. */
      of: { wrapUp: WrapUp; items: readonly Item[]; profile: Profile };
      text: string;
      pieces: readonly Piece[];
      /** The template contains the items, and can't be separated from them. */
      whole?: boolean;
      missing: readonly MissingPicture[];
      /** The wrap-up's files, as they are exported. */
      placed: readonly PlacedFile[];
      /** Paths of the exported files: the post, then its pictures. */
      files: readonly string[];
      /** Ids of its pictures' stored bytes, by `pictureKey`. */
      pictures: ReadonlyMap<string, string>;
    }
  | { state: 'failed'; error: string; isOfTemplate: boolean };

/** What a draft is composed of. */
export interface DraftInputs {
  wrapUp: WrapUp;
  items: readonly Item[];
  profile: Profile;
  isKept: IsKept;
}

/** A draft that is being composed. */
export interface DraftWork {
  /** Renders blocks for at most 16 ms; true once all are rendered. */
  takeTurn(): boolean;
  /** Assembles the draft of the rendered blocks: `ready`, or `failed` because of the template. */
  assemble(): DraftState;
}

/**
 * How long blocks are rendered before keys and frames get a turn; a long post takes several turns.
 */
const turnMs = 16;

/** Composes the drafts of a page, each from the blocks that were rendered for the one before. */
export class DraftComposer {
  #code: { renderer: Renderer; opened: ComposePost | undefined } | undefined;
  #cache: BlockCache | undefined;
  /**
   * It stays the same object while the pictures do, because otherwise the preview would draw every
   * block again with each letter.
   */
  #pictures: ReadonlyMap<string, string> | undefined;

  /** Loads the code that a post needs. Rejects with `code-not-loaded`. */
  async load(wrapUp: WrapUp): Promise<void> {
    const [renderer, opened] = await Promise.all([loadRenderer(), openedComposer(wrapUp)]);
    this.#code = { renderer, opened: opened ?? this.#code?.opened };
  }

  /** Begins a draft; undefined until the code for it is loaded. */
  begin({ wrapUp, items, profile, isKept }: DraftInputs): DraftWork | undefined {
    if (!this.#code || (wrapUp.opened && !this.#code.opened)) return undefined;
    const { BlockCache, draftProfile, exportWrapUp } = this.#code.renderer;
    const composer = wrapUp.opened && this.#code.opened;
    this.#cache ??= new BlockCache();
    const cache = this.#cache;
    // In an opened post only additions are rendered.
    const rendering = cache.fill(composer ? [] : items, draftProfile(profile));
    return {
      takeTurn: () => takeTurn(rendering),
      assemble: () => {
        const exported = exportWrapUp(wrapUp, items, profile, isKept, cache, composer);
        if (!exported.ok) {
          return { state: 'failed', error: templateText(exported.error), isOfTemplate: true };
        }
        const { draft: text, post, missing, placed, files, pictures } = exported.value;
        this.#pictures = keepSameMap(this.#pictures, pictures);
        return {
          state: 'ready',
          of: { wrapUp, items, profile },
          ...{ text, missing, placed, pieces: post.pieces, whole: post.whole },
          files: files.map(({ path }) => path),
          pictures: this.#pictures,
        };
      },
    };
  }
}

/** Says why there is no draft; undefined if the page reports that by itself. */
export function draftFailure(thrown: unknown): DraftState | undefined {
  const failed = toFailure(thrown, 'draft-failed');
  if (failed.code === 'code-not-loaded') return undefined;
  noteProblem('draft.compose', thrown);
  return { state: 'failed', error: errorText(failed), isOfTemplate: false };
}

/**
 * Returns what is wrong with a template: the engine's message, which names the place, or why it was
 * stopped.
 */
function templateText(failure: Failure): string {
  return failure.code === 'template-broken'
    ? t('popup_template_broken', failure.detail ?? '')
    : errorText(failure);
}

function takeTurn(work: Iterator<void>): boolean {
  const end = performance.now() + turnMs;
  do {
    if (work.next().done) return true;
  } while (performance.now() < end);
  return false;
}
