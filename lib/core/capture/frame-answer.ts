/** What one frame of a page answered; 0 is the page itself, -1 a frame of which only that is known. */
export type FrameAnswer<T> =
  | { frameId: number; answer: T; late?: never }
  /** It had not answered when the time was over. */
  | { frameId: number; answer?: never; late: true };
