/** A word on what just happened; a bad one stays until the next. */
export interface Notice {
  text: string;
  bad?: boolean;
}

/** The way back from the last thing done. */
export interface Undo {
  text: string;
  /** What the button says; "Undo" where it is not given. */
  label?: string;
  /** Takes back what was done, or does what was held back. */
  run(): void;
}

/** How a page says what was done, and offers the way back. */
export interface Telling {
  showNotice(notice: Notice | null): void;
  offerUndo(undo: Undo): void;
}
