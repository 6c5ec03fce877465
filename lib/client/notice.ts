/** A message about what just happened; an error stays until the next message. */
export interface Notice {
  text: string;
  bad?: boolean;
}

/** How to undo the last action. */
export interface Undo {
  text: string;
  /** The button's label; "Undo" if not given. */
  label?: string;
  /** Undoes what was done, or does what was held back. */
  run(): void;
}

/** How a page reports an action, and offers to undo it. */
export interface Telling {
  showNotice(notice: Notice | null): void;
  offerUndo(undo: Undo): void;
}
