import * as v from 'valibot';
import { noteProblem, passProblem } from '../core/base/problem.ts';
import type { FrameAnswer } from '../core/capture/frame-answer.ts';
import { hearFrames } from './announced-frames.ts';
import { runScript, type Target } from './run-script.ts';
import { type Answer, pageScripts, type Question, type ScriptName } from './scripts.ts';
import { createSerialQueues } from './serial-queues.ts';
import { now, PageSilentError, untilTime } from './time-limit.ts';
import type {} from './world.ts';

/** How long frames may take; slower ones are left out. */
const framesMs = 2_000;

/**
 * Extra time for a page that has answered, and has so many elements that the browser needs seconds
 * to draw it; it is not stuck.
 */
const largePageMs = 4_000;

/** With this many elements around the selection, reading it may block the page for a second. */
const manyElements = 30_000;

/** With this many elements in the whole page, the browser's own work in it may take seconds. */
const manyInPage = 200_000;

export interface AskOptions<T> {
  /** Returns what to inject before the script, by the page's address. */
  filesBefore?: (pageAddress: string) => readonly string[];
  /**
   * Awaited before a page is read that this will block, because afterwards it shows nothing for a
   * while.
   */
  beforeLongRead?: (() => Promise<void>) | undefined;
  /** True if the page's own answer is enough, so no frame is awaited. */
  isEnough?: ((page: T) => Promise<boolean>) | undefined;
}

/**
 * How long the scripts of frames wait for the page's own answer, which may make them unnecessary.
 */
const spareMs = 300;

const inTurn = createSerialQueues();

const fileOf = (name: ScriptName) => `/${name}.js`;

/**
 * Asks a script in the page of a tab and in all its frames that the browser lets us enter; the
 * page's answer comes first. The page is asked with separate calls, so no frame delays it. A frame
 * whose answer does not match the script's schema is left out. Rejects if the page itself gives no
 * valid answer, with the browser's error or with `PageSilentError`.
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
    const run = async ({ address, selected, elements, answered }: Place) => {
      if (answered) return answered.answer;
      const isLong = selected > manyElements;
      if (isLong) await beforeLongRead?.();
      const injection = { target: { tabId }, files: filesFor(address) };
      const isLarge = isLong || elements > manyInPage;
      const [page] = await runScript(injection, isLarge ? last : until);
      return page?.result;
    };
    // A script without a question runs at once, because for a recording the time matters.
    const place =
      question === null
        ? undefined
        : put({ tabId }, name, question, until).then(([page]) => page ?? nowhere);
    const asking = place ? place.then(run) : run(nowhere);
    const files = async () => filesFor((await place)?.address ?? '');
    const framesUntil = Math.min(until, now() + framesMs);
    const answering = asking.then((result) => parse(name, result));
    const enough = answering.then(async (answer) => (await isEnough?.(answer)) ?? false);
    // Frames don't get the script if it soon turns out to be unnecessary.
    const soon = knownSoon(enough);
    const spared = isEnough ? soon : Promise.resolve(false);
    const others = askOtherFrames(tabId, name, question, files, { until: framesUntil, spared });
    const answer = await answering;
    const frames = (await enough) ? [] : await others;
    return [{ frameId: 0, answer }, ...frames.flatMap((each) => parseFrame(name, each))];
  });
}

/** Asks a script in one frame, by default the page itself. Rejects if it gives no answer. */
export function askFrame<Name extends ScriptName>(
  { tabId, frameId = 0 }: { tabId: number; frameId?: number },
  name: Name,
  question: Question<Name>,
  limitMs: number = pageScripts[name].limitMs,
): Promise<Answer<Name>> {
  return inTurn(`${tabId} ${name}`, limitMs, async (until) => {
    const target = { tabId, frameIds: [frameId] };
    const [place] = question === null ? [] : await put(target, name, question, until);
    if (place?.answered) return parse(name, place.answered.answer);
    const [answer] = await runScript({ target, files: [fileOf(name)] }, until);
    return parse(name, answer?.result);
  });
}

/**
 * Injects a script into a page before it is asked anything, so that the answer takes only one call,
 * and lets it prepare. It waits in the same queue as questions. Rejects like `askFrame`.
 */
export function makeReady(tabId: number, name: ScriptName): Promise<void> {
  return inTurn(`${tabId} ${name}`, pageScripts[name].limitMs, async (until) => {
    const target = { tabId, frameIds: [0] };
    const [there] = await runScript({ target, func: getReady, args: [name] }, until);
    if (there?.result !== true) await runScript({ target, files: [fileOf(name)] }, until);
  });
}

/** Runs a function of ours in one frame; it can use only its arguments and that frame. */
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

/** False if it is not known yet, or never. */
function knownSoon(enough: Promise<boolean>): Promise<boolean> {
  return untilTime(enough, now() + spareMs).catch(() => false);
}

/** Never rejects: a frame that does not answer is left out. */
async function askOtherFrames<Name extends ScriptName>(
  tabId: number,
  name: Name,
  question: Question<Name>,
  files: () => Promise<readonly string[]>,
  { until, spared }: { until: number; spared: Promise<boolean> },
): Promise<FrameAnswer<unknown>[]> {
  const ask = async (frameId: number): Promise<FrameAnswer<unknown>[]> => {
    if (await spared) return [];
    try {
      const target = { tabId, frameIds: [frameId] };
      const answers = await runScript({ target, files: await files() }, until);
      return answers.map(({ result }) => ({ frameId, answer: result }));
    } catch (thrown) {
      return lateIfSilent(thrown, frameId);
    }
  };
  const asked = new Map<number, Promise<FrameAnswer<unknown>[]>>();
  const askOnce = (frameId: number) => {
    if (frameId !== 0 && !asked.has(frameId)) asked.set(frameId, ask(frameId));
  };
  const call = crypto.randomUUID();
  const endHearing = hearFrames(tabId, call, askOnce);
  let unknown: FrameAnswer<never>[] = [];
  try {
    // Its answers show which frames exist, but only once all have come, and a stuck frame delays
    // them, so each frame also announces itself.
    const there = await put({ tabId, allFrames: true }, name, question, until, call);
    for (const { frameId } of there) askOnce(frameId);
  } catch (thrown) {
    unknown = lateIfSilent(thrown, -1);
  }
  endHearing();
  return [...(await Promise.all(asked.values())).flat(), ...unknown];
}

/** A frame that was removed meanwhile, or that keeps scripts out, has nothing to say. */
function lateIfSilent(thrown: unknown, frameId: number): FrameAnswer<never>[] {
  return thrown instanceof PageSilentError ? [{ frameId, late: true }] : [];
}

function parse<Name extends ScriptName>(name: Name, answer: unknown): Answer<Name> {
  const checked = v.safeParse(pageScripts[name].answer, answer);
  // This reports where the answer is wrong, but not its content, which belongs to the page.
  if (!checked.success) {
    noteProblem(`answer ${name}`, { code: 'message-invalid' });
    throw new Error(`unusable answer of ${name}: ${wrongAt(checked.issues)}`);
  }
  passProblems(checked.output);
  // The table's entry for the name has the schema of its answer.
  return checked.output as Answer<Name>;
}

/** Records what went wrong in the page, with the page's host. */
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
    // `parse` has recorded it.
    return [];
  }
}

/** What a frame says when it gets a question. */
interface Place {
  address: string;
  /** How many elements are around the selection, in it or not. */
  selected: number;
  /** How many elements the whole page has. */
  elements: number;
  /** The answer, if the script is ready there. */
  answered?: { answer: unknown } | undefined;
}

const nowhere: Place = { address: '', selected: 0, elements: 0 };

const PlaceSchema = v.object({
  address: v.fallback(v.string(), ''),
  selected: v.fallback(v.number(), 0),
  elements: v.fallback(v.number(), 0),
  answered: v.fallback(v.optional(v.object({ answer: v.unknown() })), undefined),
});

/** @param call the id with which the frames should announce themselves, if all of them are asked */
async function put<Name extends ScriptName>(
  target: Target,
  name: Name,
  question: Question<Name>,
  until: number,
  call?: string,
): Promise<(Place & { frameId: number })[]> {
  const lateAt = Date.now() + until - now();
  const most = { selected: manyElements, elements: manyInPage };
  const how: Putting = { lateAt, readyUpTo: most, ...(call === undefined ? {} : { call }) };
  const args = [name, how, ...(question === null ? [] : [question])];
  const answers = await runScript({ target, func: putQuestion, args }, until);
  return answers.map(({ frameId, result }) => {
    const said = v.safeParse(PlaceSchema, result);
    return { ...(said.success ? said.output : nowhere), frameId };
  });
}

interface Putting {
  /** When nobody waits for it any more, ms since 1970; a page that was stuck would still run it. */
  lateAt: number;
  /** A script that is ready is asked at once if there are no more elements than this. */
  readyUpTo: Pick<Place, 'selected' | 'elements'>;
  /** Given if all frames are asked: the id with which they announce themselves. */
  call?: string;
}

/** What injected functions may use; they can't import anything. */
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

/**
 * Runs in a frame, in our isolated world: leaves the question there, or asks the script that is
 * ready.
 */
function putQuestion<Name extends ScriptName>(
  name: Name,
  { lateAt, readyUpTo, call }: Putting,
  question?: Question<Name>,
): Place {
  const selection = getSelection();
  const around = selection?.rangeCount ? selection.getRangeAt(0).commonAncestorContainer : null;
  const selected = around instanceof Element ? around.getElementsByTagName('*').length : 0;
  // It is taken from the prototype, because a page may give an element this name.
  const elements = Document.prototype.getElementsByTagName.call(document, '*').length;
  const place = { address: location.href, selected, elements };
  // The page itself is asked with separate calls, and may already be answering.
  if (Date.now() > lateAt || (call !== undefined && self === top)) return place;
  // This need not reach anybody, because the answer also shows which frames exist.
  if (call !== undefined) chrome.runtime.sendMessage({ wrapupFrame: call }).catch(() => undefined);
  if (question === undefined) return place;
  // It must be an own property, see `world`.
  if (!Object.hasOwn(globalThis, 'wrapup')) globalThis.wrapup = { asked: {}, ready: {} };
  const ready = globalThis.wrapup?.ready[name];
  const isHere = ready && (ready.address === undefined || ready.address === location.href);
  const isSmall = selected <= readyUpTo.selected && elements <= readyUpTo.elements;
  if (isHere && call === undefined && isSmall) {
    return { ...place, answered: { answer: ready.answer(question) } };
  }
  Object.assign(globalThis.wrapup?.asked ?? {}, { [name]: question });
  return place;
}

/**
 * Runs in a frame, in our isolated world: prepares the script without a question. False if it is
 * not there.
 */
function getReady(name: ScriptName): boolean {
  const ready = Object.hasOwn(globalThis, 'wrapup') ? globalThis.wrapup?.ready[name] : undefined;
  ready?.answer(undefined);
  return ready !== undefined;
}
