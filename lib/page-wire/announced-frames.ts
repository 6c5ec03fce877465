import * as v from 'valibot';
import { browser } from 'wxt/browser';

/** What a frame sends when it gets a question; `ask` identifies the call. */
const AnnouncementSchema = v.object({ wrapupFrame: v.string() });

const SenderSchema = v.object({
  id: v.string(),
  tab: v.object({ id: v.number() }),
  frameId: v.pipe(v.number(), v.minValue(1)),
});

/**
 * Calls back with each frame of a tab when it announces itself for this call. The browser
 * identifies the sender. Returns a function that ends it.
 */
export function hearFrames(
  tabId: number,
  call: string,
  callback: (frameId: number) => void,
): () => void {
  const listener = (message: unknown, from: unknown): undefined => {
    if (!v.is(AnnouncementSchema, message) || message.wrapupFrame !== call) return;
    if (!v.is(SenderSchema, from) || from.id !== browser.runtime.id || from.tab.id !== tabId)
      return;
    callback(from.frameId);
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
