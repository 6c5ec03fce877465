import * as v from 'valibot';
import { runScript, type ScriptAnswer, type Target } from './run-script.ts';
import { type Answer, pageScripts, type Question, type ScriptName } from './scripts.ts';
import { createSerialQueues } from './serial-queues.ts';
import { now, PageSilentError } from './time-limit.ts';
import type {} from './world.ts';

/** What one frame answered; 0 is the page itself, -1 a frame of which only that is known. */
export type FrameAnswer<T> =
  | { frameId: number; answer: T; late?: never }
  /** It had not answered when the time was over. */
  | { frameId: number; answer?: never; late: true };

/** How long frames may take; later ones are left out. */
const framesMs = 2_000;

const inTurn = createSerialQueues();

const fileOf = (name: ScriptName) => `/${name}.js`;

/**
 * Asks a script in the page of a tab and in all frames of it that the browser lets us into; the page's
 * answer comes first. The page is asked by calls of its own, so that no frame holds it up. Answers that
 * are not of the script's schema are left out. Rejects where the page itself gives no answer, with the
 * browser's words or with `PageSilentError`.
 * @param filesBefore what to inject before the script, by the page's address
 */
export function askFrames<Name extends ScriptName>(
  tabId: number,
  name: Name,
  question: Question<Name>,
  filesBefore: (pageAddress: string) => readonly string[] = () => [],
): Promise<FrameAnswer<Answer<Name>>[]> {
  return inTurn(`${tabId} ${name}`, pageScripts[name].limitMs, async (until) => {
    const filesFor = (address: unknown) => [
      ...filesBefore(typeof address === 'string' ? address : ''),
      fileOf(name),
    ];
    const run = (address: unknown) =>
      runScript({ target: { tabId }, files: filesFor(address) }, until);
    // What asks nothing is run at once: of a recording, the time counts.
    const address =
      question === null
        ? undefined
        : put({ tabId }, name, question, until).then(([page]) => page?.result);
    const asking = address ? address.then(run) : run('');
    const framesUntil = Math.min(until, now() + framesMs);
    const [page, frames] = await Promise.all([
      asking,
      askOtherFrames(tabId, name, question, async () => filesFor(await address), framesUntil),
    ]);
    const answers = page.map(({ frameId, result }) => ({ frameId, answer: result }));
    return [...answers, ...frames].flatMap((answer) => parsed(name, answer));
  });
}

/** Asks a script in one frame, the page itself where none is named. Rejects where it gives no answer. */
export function askFrame<Name extends ScriptName>(
  { tabId, frameId = 0 }: { tabId: number; frameId?: number },
  name: Name,
  question: Question<Name>,
): Promise<Answer<Name>> {
  const { limitMs, answer: schema } = pageScripts[name];
  return inTurn(`${tabId} ${name}`, limitMs, async (until) => {
    const target = { tabId, frameIds: [frameId] };
    if (question !== null) await put(target, name, question, until);
    const [answer] = await runScript({ target, files: [fileOf(name)] }, until);
    return v.parse(schema, answer?.result) as Answer<Name>;
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

function parsed<Name extends ScriptName>(
  name: Name,
  answer: FrameAnswer<unknown>,
): FrameAnswer<Answer<Name>>[] {
  if (answer.late) return [answer];
  const checked = v.safeParse(pageScripts[name].answer, answer.answer);
  const { frameId } = answer;
  return checked.success ? [{ frameId, answer: checked.output as Answer<Name> }] : [];
}

function put<Name extends ScriptName>(
  target: Target,
  name: Name,
  question: Question<Name>,
  until: number,
): Promise<ScriptAnswer[]> {
  const isForFramesAlone = target.allFrames === true;
  return runScript({ target, func: putQuestion, args: [name, question, isForFramesAlone] }, until);
}

/** Runs in a frame, in our isolated world: leaves the question there, and returns the frame's address. */
function putQuestion(name: ScriptName, question: unknown, isForFramesAlone: boolean): string {
  // The page itself is asked by calls of its own, and may be answering already.
  if (question !== null && !(isForFramesAlone && self === top)) {
    globalThis.wrapup ??= { asked: {} };
    Object.assign(globalThis.wrapup.asked, { [name]: question });
  }
  return location.href;
}
