import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type Failure, failure } from '../../lib/core/errors.ts';
import { fail, type Result } from '../../lib/core/result.ts';
import { request } from '../../lib/messages/client.ts';
import type { Reply } from '../../lib/messages/protocol.ts';

/** What the page in the tab offers; undefined while it is being read. */
export type InspectedPage = Result<Reply<'page.inspect'>, Failure> | undefined;

export interface PageEdge {
  inspected: InspectedPage;
  clip(what: 'selection' | 'page'): Promise<Result<Reply<'clip.capture'>, Failure>>;
  readEvents(): Promise<Result<Reply<'event.read'>, Failure>>;
}

const noTab = fail(failure('tab-gone'));

/** The tab the popup is about: the active one, or `?tab=` where the popup is opened as a page. */
async function findTabId(): Promise<number | undefined> {
  const asked = new URLSearchParams(location.search).get('tab');
  if (asked !== null) return Number(asked);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

export function usePage(): PageEdge {
  const [tabId, setTabId] = useState<number | null>();
  const [inspected, setInspected] = useState<InspectedPage>();

  const inspect = useCallback(async (id: number) => {
    setInspected(await request('page.inspect', { tabId: id }));
  }, []);
  useEffect(() => {
    const look = () =>
      void findTabId().then((id) => {
        setTabId(id ?? null);
        if (id === undefined) setInspected(noTab);
        else void inspect(id);
      });
    look();
    // In a tab of its own the popup stays open while the page changes.
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [inspect]);

  return {
    inspected,
    clip: async (what) =>
      tabId == null
        ? noTab
        : request('clip.capture', { requestId: crypto.randomUUID(), tabId, what }),
    readEvents: async () => (tabId == null ? noTab : request('event.read', { tabId })),
  };
}
