/** The sender of a message: one of our pages, or our script in a tab's page. */
export type Sender = { from: 'page' } | { from: 'content'; tabId: number };

/** What the browser says about the sender; the page can't forge it. */
export interface RawSender {
  id?: string | undefined;
  origin?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
  frameId?: number | undefined;
}

/** Our own extension's id, and the origin of its pages. */
export interface Self {
  id: string;
  origin: string;
}

/**
 * Identifies the sender by its id, then its origin: a page of ours that is open in a tab has a
 * `tab`, too, so that proves nothing. Undefined: untrusted.
 */
export function identify(sender: RawSender, self: Self): Sender | undefined {
  if (sender.id !== self.id || typeof sender.origin !== 'string') return undefined;
  if (sender.origin === self.origin) return { from: 'page' };
  const tabId = sender.tab?.id;
  // Our confirmation is in the page itself, never in an embedded frame.
  if (tabId === undefined || sender.frameId !== 0) return undefined;
  return { from: 'content', tabId };
}
