import { openedComposer } from '../../lib/app/opened-composer.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { t } from '../../lib/client/i18n.ts';
import { loadRenderer, type Renderer } from '../../lib/client/loaded-later.ts';
import { keepSameMap } from '../../lib/client/same-record.ts';
import { type Failure, toFailure } from '../../lib/core/base/errors.ts';
import { noteProblem } from '../../lib/core/base/problem.ts';
import type { Item } from '../../lib/core/post/item.ts';
import type { Profile } from '../../lib/core/post/profile.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import type { IsKept } from '../../lib/exporters/draft-parts.ts';
import type { ComposePost } from '../../lib/render/compose.ts';
import type { BlockCache } from '../../lib/render/items/block-cache.ts';
import type { DraftState } from './DraftView.tsx';

/** What a draft is composed of. */
export interface DraftInputs {
  wrapUp: WrapUp;
  items: readonly Item[];
  profile: Profile;
  isKept: IsKept;
}

export interface DraftWork {
  /** Renders the blocks; true once that is done. */
  takeTurn(): boolean;
  /** Assembles the draft of the rendered blocks, or says what is wrong with the template. */
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
