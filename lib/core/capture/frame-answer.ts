/** What one frame of a page answered; 0 is the page itself, -1 a frame of unknown id. */
export type FrameAnswer<T> =
  | { frameId: number; answer: T; late?: never }
  /** It had not answered when the time was up. */
  | { frameId: number; answer?: never; late: true };
