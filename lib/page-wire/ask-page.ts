import * as v from 'valibot';
import type { FrameAnswer } from '../core/frame-answer.ts';
import { noteProblem, passProblem } from '../core/problem.ts';
import { runScript, type ScriptAnswer, type Target } from './run-script.ts';
import { type Answer, pageScripts, type Question, type ScriptName } from './scripts.ts';
import { createSerialQueues } from './serial-queues.ts';
import { now, PageSilentError } from './time-limit.ts';
import type {} from './world.ts';

/** How long frames may take; later ones are left out. */
const framesMs = 2_000;

/**
 * How much longer a page may take that has answered, and has so many elements that the browser needs
 * seconds to draw it: it is not stuck.
 */
const largePageMs = 4_000;

/** With that many elements around the selection, reading it may hold the page up for a second. */
const manyElements = 30_000;

export interface AskOptions<T> {
  /** What to inject before the script, by the page's address. */
  filesBefore?: (pageAddress: string) => readonly string[];
  /** Waited for before a page is read that this will hold up: afterwards it shows nothing for a while. */
  beforeLongRead?: (() => Promise<void>) | undefined;
  /** Whether the page's own answer will do: then no frame is waited for. */
  isEnough?: ((page: T) => Promise<boolean>) | undefined;
}

const inTurn = createSerialQueues();

const fileOf = (name: ScriptName) => `/${name}.js`;

/**
 * Asks a script in the page of a tab and in all frames of it that the browser lets us into; the page's
 * answer comes first. The page is asked by calls of its own, so that no frame holds it up. A frame whose
 * answer is not of the script's schema is left out. Rejects where the page itself gives no such answer,
 * with the browser's words or with `PageSilentError`.
 */
export function askFrames<Name extends ScriptName>(
  tabId: number,
  name: Name,
  question: Question<Name>,
  { filesBefore = () => [], beforeLongRead, isEnough }: AskOptions<Answer<Name>> = {},
): Promise<FrameAnswer<Answer<Name>>[]> {
  return inTurn(`${tabId} ${name}`, pageScripts[name].limitMs + largePageMs, async (last) => {
    const until = last - largePageMs;
    const filesFor = (address: string) => [...filesBefore(address), fileOf(name)];
    const run = async ({ address, selected }: Place) => {
      const isLarge = selected > manyElements;
      if (isLarge) await beforeLongRead?.();
      return runScript({ target: { tabId }, files: filesFor(address) }, isLarge ? last : until);
    };
    // What asks nothing is run at once: of a recording, the time counts.
    const place =
      question === null
        ? undefined
        : put({ tabId }, name, question, until).then(([page]) => placeOf(page?.result));
    const asking = place ? place.then(run) : run(placeOf(undefined));
    const files = async () => filesFor((await place)?.address ?? '');
    const framesUntil = Math.min(until, now() + framesMs);
    const others = askOtherFrames(tabId, name, question, files, framesUntil);
    const [page] = await asking;
    const answer = parse(name, page?.result);
    const frames = (await isEnough?.(answer)) ? [] : await others;
    return [{ frameId: 0, answer }, ...frames.flatMap((each) => parseFrame(name, each))];
  });
}

/** Asks a script in one frame, the page itself where none is named. Rejects where it gives no answer. */
export function askFrame<Name extends ScriptName>(
  { tabId, frameId = 0 }: { tabId: number; frameId?: number },
  name: Name,
  question: Question<Name>,
  limitMs: number = pageScripts[name].limitMs,
): Promise<Answer<Name>> {
  return inTurn(`${tabId} ${name}`, limitMs, async (until) => {
    const target = { tabId, frameIds: [frameId] };
    if (question !== null) await put(target, name, question, until);
    const [answer] = await runScript({ target, files: [fileOf(name)] }, until);
    return parse(name, answer?.result);
  });
}

/** Runs a function of ours in one frame; it sees nothing but its arguments and that frame. */
export async function runInFrame<Arguments extends unknown[]>(
  { tabId, frameId = 0 }: { tabId: number; frameId?: number },
  func: (...args: Arguments) => unknown,
  args: Arguments,
  limitMs: number,
): Promise<unknown> {
  const target = { tabId, frameIds: [frameId] };
  const [answer] = await runScript({ target, func, args }, now() + limitMs);
  return answer?.result;
}

/** Never rejects: what a frame does not answer is left out. */
async function askOtherFrames<Name extends ScriptName>(
  tabId: number,
  name: Name,
  question: Question<Name>,
  files: () => Promise<readonly string[]>,
  until: number,
): Promise<FrameAnswer<unknown>[]> {
  const ask = async (frameId: number): Promise<FrameAnswer<unknown>[]> => {
    try {
      const target = { tabId, frameIds: [frameId] };
      const answers = await runScript({ target, files: await files() }, until);
      return answers.map(({ result }) => ({ frameId, answer: result }));
    } catch (thrown) {
      return lateIfSilent(thrown, frameId);
    }
  };
  try {
    // Its answers say which frames there are.
    const there = await put({ tabId, allFrames: true }, name, question, until);
    const others = there.map(({ frameId }) => frameId).filter((frameId) => frameId !== 0);
    return (await Promise.all(others.map(ask))).flat();
  } catch (thrown) {
    return lateIfSilent(thrown, -1);
  }
}

/** One that was removed meanwhile, or that keeps scripts out, has nothing to say. */
function lateIfSilent(thrown: unknown, frameId: number): FrameAnswer<never>[] {
  return thrown instanceof PageSilentError ? [{ frameId, late: true }] : [];
}

function parse<Name extends ScriptName>(name: Name, answer: unknown): Answer<Name> {
  const checked = v.safeParse(pageScripts[name].answer, answer);
  // Where it is wrong, not what stands there: that is the page's.
  if (!checked.success) {
    noteProblem(`answer ${name}`, { code: 'message-invalid' });
    throw new Error(`unusable answer of ${name}: ${wrongAt(checked.issues)}`);
  }
  passProblems(checked.output);
  // The table's entry for the name has the schema of the name's answer.
  return checked.output as Answer<Name>;
}

/** Notes what went wrong in the page, with the page's host. */
function passProblems(answer: v.InferOutput<(typeof pageScripts)[ScriptName]['answer']>): void {
  if (typeof answer !== 'object' || !('problems' in answer)) return;
  const address = 'page' in answer ? answer.page.url : answer.url;
  const host = URL.parse(address)?.hostname ?? '';
  for (const problem of answer.problems ?? []) passProblem(problem, host);
}

function wrongAt([issue]: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  return `${v.getDotPath(issue) ?? 'all of it'} (${issue.type})`;
}

function parseFrame<Name extends ScriptName>(
  name: Name,
  { frameId, answer, late }: FrameAnswer<unknown>,
): FrameAnswer<Answer<Name>>[] {
  if (late) return [{ frameId, late }];
  try {
    return [{ frameId, answer: parse(name, answer) }];
  } catch {
    // Noted by `parse`.
    return [];
  }
}

function put<Name extends ScriptName>(
  target: Target,
  name: Name,
  question: Question<Name>,
  until: number,
): Promise<ScriptAnswer[]> {
  const args = [name, target.allFrames === true, ...(question === null ? [] : [question])];
  return runScript({ target, func: putQuestion, args }, until);
}

/** What a page says when the question is put to it. */
interface Place {
  address: string;
  /** How many elements there are around the selection, in it or not. */
  selected: number;
}

function placeOf(said: unknown): Place {
  const { address, selected } = (said ?? {}) as Partial<Record<keyof Place, unknown>>;
  return {
    address: typeof address === 'string' ? address : '',
    selected: typeof selected === 'number' ? selected : 0,
  };
}

/** Runs in a frame, in our isolated world: leaves the question there. */
function putQuestion(name: ScriptName, isForFramesAlone: boolean, question?: unknown): Place {
  // The page itself is asked by calls of its own, and may be answering already.
  if (question !== undefined && !(isForFramesAlone && self === top)) {
    // Its own: see `world`.
    if (!Object.hasOwn(globalThis, 'wrapup')) globalThis.wrapup = { asked: {} };
    Object.assign(globalThis.wrapup?.asked ?? {}, { [name]: question });
  }
  const selection = getSelection();
  const around = selection?.rangeCount ? selection.getRangeAt(0).commonAncestorContainer : null;
  const selected = around instanceof Element ? around.getElementsByTagName('*').length : 0;
  return { address: location.href, selected };
}
