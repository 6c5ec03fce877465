import type { Failure } from '../base/errors.ts';
import type { ClipIntent } from './clip-intent.ts';

/** `cut`: from a screenshot, because its own bytes can't be read. */
export type PictureOutcome = 'kept' | 'cut' | 'missing';

/** What the card in the page tells, and what it needs for what it offers. */
export type ConfirmationState =
  /** Takes longer than a moment; what comes of it takes its place. */
  | { state: 'reading' }
  | {
      state: 'clipped' | 'clipped-before';
      itemId: string;
      wrapUpTitle: string;
      /** When it was clipped before (ISO instant); for `clipped-before`. */
      before?: string;
      note: string;
      /** Id of the step that tied a quote of an opened post to this page; absent: it is a clip of its own. */
      tieId?: string;
      /** Titles of other wrap-ups that have a clip of the same thing; '' for the inbox. */
      alsoIn?: string[];
      /** True while the bytes of the clip's picture are loading. */
      pictureLoading?: boolean;
      /** True if the bytes of the clip's picture can't be had. */
      pictureMissing?: boolean;
      /** True if the keyboard was in a frame that did not answer in time, and was left out. */
      frameLate?: boolean;
      /** True if the page's link was clipped because what is selected cannot be known. */
      selectionUnseen?: boolean;
      /**
       * True if a video, drawing or embedded page in the selection could not be clipped with it.
       */
      partsMissing?: boolean;
      /** True if the picture is all of one colour. */
      pictureUniform?: boolean;
      /** True if the picture is smaller than what was to be seen. */
      pictureReduced?: boolean;
      /** True if pipes cannot say all of a table in the quote. */
      tableSimplified?: boolean;
      /** True if the clip's address holds what looks like a password. */
      secretInAddress?: boolean;
      /** What the field takes, if not the note-taker's words. */
      field?: 'alt';
      /**
       * For a quote from a PDF: its page, absent while it is not known. Chromium (156) drops what is null
       * from a script's arguments.
       */
      pdf?: { page?: number };
      /** For a moment: where it starts, and whether that is to be checked. */
      moment?: { startSeconds: number; checkTime: boolean };
    }
  | {
      /** A person, among the speakers of a wrap-up now. */
      state: 'speaker';
      name: string;
      wrapUpTitle: string;
      outcome: 'added' | 'completed' | 'present';
    }
  | {
      /** What became of a picture that was loading: for the confirmation of its clip, if it still shows. */
      state: 'picture';
      clipId: string;
      outcome: PictureOutcome;
    }
  /**
   * The shortcut was pressed once more: the keyboard goes into the card's field, if one shows. A page that hears
   * of it late (ms since 1970) lets it be: by then the note-taker writes elsewhere.
   */
  | { state: 'focus'; untilMs: number }
  | {
      state: 'failed';
      failure: Failure;
      markdown: string;
      /** Id of the unsaved clip that the popup offers until it is taken; absent if it has none. */
      unsavedId?: string;
      /** What to ask for again, or instead, where that may help. */
      retry?: { requestId: string; intent: ClipIntent };
      /** A recording that cannot be read, of which the note-taker may say the time. */
      embedded?: { requestId: string; mediaUrl: string };
    };
