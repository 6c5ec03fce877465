/** Who sent a message: one of our pages, or our script in a tab's page. */
export type Sender = { from: 'page' } | { from: 'content'; tabId: number };

/** What the browser says of the sender; the page cannot forge it. */
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
 * Decides by the sender's id, then its origin: a page of ours that is open in a tab has a `tab`,
 * too, so that says nothing. Undefined: not to be trusted.
 */
export function identify(sender: RawSender, self: Self): Sender | undefined {
  if (sender.id !== self.id || typeof sender.origin !== 'string') return undefined;
  if (sender.origin === self.origin) return { from: 'page' };
  const tabId = sender.tab?.id;
  // Our confirmation lives in the page itself, never in what is embedded there.
  if (tabId === undefined || sender.frameId !== 0) return undefined;
  return { from: 'content', tabId };
}
