import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type ActiveTab, isGranted } from '../../lib/client/active-tab.ts';
import { pageFrame } from '../../lib/client/page-frame.ts';
import { type Failure, failure } from '../../lib/core/base/errors.ts';
import { fail, type Result } from '../../lib/core/base/result.ts';
import type { PageOverview, Playback } from '../../lib/core/media/recording.ts';
import { request } from '../../lib/messages/client.ts';
import type { Reply } from '../../lib/messages/protocol.ts';
import type { ClipKind } from '../clips/ThisPage.tsx';
import { useActiveTab } from './use-active-tab.ts';

/** What the tab's page offers; undefined while it is being read. */
export type InspectedPage = Result<PageOverview, Failure> | undefined;

export interface PageEdge {
  inspected: InspectedPage;
  /** The window of the tab; undefined until it is known. */
  windowId: number | undefined;
  /** Reads again what the page offers, and shows it. */
  look(): Promise<Result<PageOverview, Failure>>;
  refresh(): void;
  /** @param afterId item to insert it after, wherever others land */
  clip(what: ClipKind, afterId?: string): Promise<Result<Reply<'clip.capture'>, Failure>>;
  clipSpeaker(): Promise<Result<Reply<'speaker.clip'>, Failure>>;
  readEvents(): Promise<Result<Reply<'event.read'>, Failure>>;
  readPlayback(frameId: number | null): Promise<Result<Playback | null, Failure>>;
  seek(mediaUrl: string, seconds: number): Promise<Result<{ sought: boolean }, Failure>>;
}

/** True in a tab of our own, which has no page beside it. */
export const isAlone = (inspected: InspectedPage): boolean =>
  pageFrame() === 'tab' && inspected?.ok !== true;

const noTab = fail(failure('tab-gone'));
const notGranted = fail(failure('page-not-granted'));
/** How often to check whether the user has opened the page to us. */
const grantPollMs = 1_000;

export function usePage(): PageEdge {
  const [inspected, setInspected] = useState<InspectedPage>();
  const asked = useRef(0);
  const about = useRef<number>(undefined);

  const inspect = useCallback(async (tab: ActiveTab | null) => {
    const turn = ++asked.current;
    const show = <T extends InspectedPage>(answer: T): T => {
      if (turn === asked.current) setInspected(answer);
      return answer;
    };
    if (tab?.id !== about.current) show(undefined);
    about.current = tab?.id;
    if (tab === null) return show(noTab);
    // The click on the popup's button is a grant, but it may not have arrived yet.
    if (pageFrame() !== 'popup' && !(await isGranted(tab.id))) return show(notGranted);
    return show(await request('page.inspect', { tabId: tab.id }));
  }, []);
  const tab = useActiveTab(inspect);
  const look = useCallback(async () => inspect(tab ?? null), [tab, inspect]);
  const refresh = useCallback(() => void look(), [look]);

  const waiting = inspected?.ok === false && inspected.error.code === 'page-not-granted';
  useEffect(() => {
    if (!waiting || !tab) return;
    const timer = setInterval(async () => {
      if (!document.hidden && (await isGranted(tab.id))) refresh();
    }, grantPollMs);
    return () => clearInterval(timer);
  }, [waiting, tab, refresh]);

  const tabId = tab?.id;
  return useMemo(() => {
    const ask = async <T>(about: (tabId: number) => Promise<Result<T, Failure>>) =>
      tabId === undefined ? noTab : about(tabId);
    return {
      inspected,
      windowId: tab?.windowId,
      look,
      refresh,
      clip: (what, afterId) =>
        ask((id) =>
          request('clip.capture', { requestId: crypto.randomUUID(), tabId: id, what, afterId }),
        ),
      clipSpeaker: () => ask((id) => request('speaker.clip', { tabId: id })),
      readEvents: () => ask((id) => request('event.read', { tabId: id })),
      readPlayback: (frameId) => ask((id) => request('playback.read', { tabId: id, frameId })),
      seek: (mediaUrl, seconds) =>
        ask((id) => request('playback.seek', { tabId: id, mediaUrl, seconds })),
    } satisfies PageEdge;
  }, [inspected, tabId, tab?.windowId, look, refresh]);
}
