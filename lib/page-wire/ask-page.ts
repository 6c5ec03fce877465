import { runScript, type ScriptAnswer } from './run-script.ts';
import { createSerialQueues } from './serial-queues.ts';
import { now, PageSilentError } from './time-limit.ts';

/** How long the page itself may take: with a confirmation after it, the outcome comes within 6 s. */
const pageMs = 4_000;
/** How long the frames in it may take; later ones are left out. */
const framesMs = 2_000;

/** What is asked of a page by injected scripts. */
export interface PageQuestion {
  /** Questions with the same name are asked one after the other in a tab. */
  name: string;
  /**
   * Runs in every frame, in our isolated world, before the files: puts the question where they find
   * it, and returns the frame's address. Self-contained. `isPage`: in the page itself alone, else in
   * the frames in it alone.
   */
  put?: (question: never, isPage: boolean) => unknown;
  question?: unknown;
  /** What to inject, in this order; the last one's value is the answer. */
  files: (pageAddress: unknown) => readonly string[];
}

/** What one frame answered, as it comes. */
export interface RawAnswer {
  frameId: number;
  answer: unknown;
  /** The frame had not answered when the time was over; -1 where it is not known which one that is. */
  late?: true;
}

const queues = createSerialQueues(pageMs);

/**
 * Asks the page in a tab and all frames of it that the browser lets us into; the page's answer comes
 * first. The page is asked by calls of its own, so that no frame holds it up. Rejects where the page
 * itself gives no answer, with the browser's words or with `PageSilentError`.
 */
export function askPage(tabId: number, asked: PageQuestion): Promise<RawAnswer[]> {
  return queues(`${tabId} ${asked.name}`, async (until) => {
    const ask = (address: unknown) =>
      runScript({ target: { tabId }, files: asked.files(address) }, until);
    // What needs no question is asked at once: of a recording, the time counts.
    const address = asked.put && put({ tabId }, asked, true, until).then(([page]) => page?.result);
    const asking = address ? address.then(ask) : ask(undefined);
    const framesUntil = Math.min(until, now() + framesMs);
    const [page, frames] = await Promise.all([
      asking,
      askFrames(tabId, asked, address, framesUntil),
    ]);
    return [...page.map(({ frameId, result }) => ({ frameId, answer: result })), ...frames];
  });
}

/** Never rejects: what a frame does not answer is left out. */
async function askFrames(
  tabId: number,
  asked: PageQuestion,
  address: Promise<unknown> | undefined,
  until: number,
): Promise<RawAnswer[]> {
  try {
    // Its answers say which frames there are.
    const there = await put({ tabId, allFrames: true }, asked, false, until);
    const files = asked.files(await address);
    const ids = there.map(({ frameId }) => frameId).filter((frameId) => frameId !== 0);
    const answers = await Promise.all(ids.map((id) => askFrame(tabId, id, files, until)));
    return answers.flat();
  } catch (thrown) {
    return thrown instanceof PageSilentError
      ? [{ frameId: -1, answer: undefined, late: true }]
      : [];
  }
}

async function askFrame(
  tabId: number,
  frameId: number,
  files: readonly string[],
  until: number,
): Promise<RawAnswer[]> {
  try {
    const answers = await runScript({ target: { tabId, frameIds: [frameId] }, files }, until);
    return answers.map(({ result }) => ({ frameId, answer: result }));
  } catch (thrown) {
    // One that was removed meanwhile has nothing to say.
    return thrown instanceof PageSilentError ? [{ frameId, answer: undefined, late: true }] : [];
  }
}

function put(
  target: { tabId: number; allFrames?: true },
  { put: func = sayAddress, question }: PageQuestion,
  isPage: boolean,
  until: number,
): Promise<ScriptAnswer[]> {
  return runScript({ target, func, args: [question ?? null, isPage] }, until);
}

/** Runs in the page. */
function sayAddress(): string {
  return (globalThis as { location?: { href: string } }).location?.href ?? '';
}
