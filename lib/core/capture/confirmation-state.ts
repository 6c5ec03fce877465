import type { Failure } from '../base/errors.ts';
import type { ClipIntent } from './clip-intent.ts';

/** `cut`: taken from a screenshot, because its own bytes can't be read. */
export type PictureOutcome = 'kept' | 'cut' | 'missing';

/** What the card in the page shows, and what it needs for its actions. */
export type ConfirmationState =
  /** Reading takes longer than a moment; the outcome replaces this state. */
  | { state: 'reading' }
  | {
      state: 'clipped' | 'clipped-before';
      itemId: string;
      wrapUpTitle: string;
      /** When it was clipped before (ISO instant), for `clipped-before`. */
      before?: string;
      note: string;
      /**
       * Id of the step that tied a quote of an opened post to this page; absent if the clip stands
       * alone.
       */
      tieId?: string;
      /** Titles of other wrap-ups that have a clip of the same thing; '' for the inbox. */
      alsoIn?: string[];
      /** True while the bytes of the clip's picture are loading. */
      pictureLoading?: boolean;
      /** True if the bytes of the clip's picture are unavailable. */
      pictureMissing?: boolean;
      /** True if the keyboard was in a frame that did not answer in time, and was left out. */
      frameLate?: boolean;
      /** True if the page's link was clipped because the selection can't be read. */
      selectionUnseen?: boolean;
      /**
       * True if a video, drawing or embedded page in the selection could not be clipped with it.
       */
      partsMissing?: boolean;
      /** True if the picture has only one colour. */
      pictureUniform?: boolean;
      /** True if the picture is smaller than the original. */
      pictureReduced?: boolean;
      /** True if a pipe table can't express all of a table in the quote. */
      tableSimplified?: boolean;
      /** True if the clip's address contains what looks like a password. */
      secretInAddress?: boolean;
      /** What the field is for, if not for the note-taker's words. */
      field?: 'alt';
      /**
       * For a quote from a PDF: its page, absent while it is unknown. Chromium (156) drops null
       * values from a script's arguments.
       */
      pdf?: { page?: number };
      /** For a moment: where it starts, and whether the time should be checked. */
      moment?: { startSeconds: number; checkTime: boolean };
    }
  | {
      /** A person who is now among the speakers of a wrap-up. */
      state: 'speaker';
      name: string;
      wrapUpTitle: string;
      outcome: 'added' | 'completed' | 'present';
    }
  | {
      /** The result of loading a picture, for the confirmation of its clip, if it still shows. */
      state: 'picture';
      clipId: string;
      outcome: PictureOutcome;
    }
  /**
   * The shortcut was pressed again, so the keyboard goes into the card's field, if one shows. A
   * page that gets this late (ms since 1970) ignores it, because by then the note-taker writes
   * elsewhere.
   */
  | { state: 'focus'; untilMs: number }
  | {
      state: 'failed';
      failure: Failure;
      markdown: string;
      /** Id of the unsaved clip that the popup offers until it is used; absent if there is none. */
      unsavedId?: string;
      /** What to request again, or instead, if that may help. */
      retry?: { requestId: string; intent: ClipIntent };
      /** A recording that cannot be read, whose time the note-taker may type. */
      embedded?: { requestId: string; mediaUrl: string };
    };
