import { runScript } from './run-script.ts';

/** A calendar of a group's events is a few kilobytes. */
const maxLength = 5_000_000;

/** Runs in the page, in our isolated world: only its own server is asked, as its own link would. */
async function fetchOwn(address: string, max: number): Promise<string> {
  const url = URL.parse(address, location.href);
  if (url?.origin !== location.origin) return '';
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok || Number(response.headers.get('content-length') ?? 0) > max) return '';
  return (await response.text()).slice(0, max);
}

/** Reads iCalendar files that a page links to (`CalendarReader` in `lib/app/ports.ts`). */
export const calendarReader = {
  async read(tabId: number, url: string): Promise<string> {
    try {
      const [answer] = await runScript({
        target: { tabId },
        func: fetchOwn,
        args: [url, maxLength],
      });
      return typeof answer?.result === 'string' ? answer.result : '';
    } catch {
      return '';
    }
  },
};
