import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askFrame, askFrames, makeReady } from '../../lib/page-wire/ask-page.ts';
import type { Injection } from '../../lib/page-wire/run-script.ts';
import { PageSilentError } from '../../lib/page-wire/time-limit.ts';
import { pageInfo } from '../support/records.ts';

type Answered = { frameId: number; result?: unknown }[];

const { executeScript, listeners, onMessage } = vi.hoisted(() => {
  const hearing = new Set<(message: unknown, from: unknown) => void>();
  return {
    executeScript: vi.fn(),
    listeners: hearing,
    onMessage: {
      addListener: (each: () => void) => hearing.add(each),
      removeListener: (each: () => void) => hearing.delete(each),
    },
  };
});
vi.mock('wxt/browser', () => ({
  browser: { scripting: { executeScript }, runtime: { id: 'wrapup-id', onMessage } },
}));

const never = () => new Promise<never>(() => {});
const capture = (title: string) => ({
  frame: { top: true, focused: true },
  page: pageInfo({ title }),
  hasSelection: false,
  selectionPreview: '',
  hasEvent: false,
});
/** Answers like the capture scripts do; the title identifies the frame. */
const says = (title: string) => async () => capture(title);
/** How each tab answers: frames of the page by their ids; 0 is the page. */
let tabs: Record<number, Record<number, () => Promise<unknown>>>;

/** A stuck tab stays stuck, so each test has separate tabs. */
let tab = 0;

beforeEach(() => {
  tab += 2;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  tabs = {};
  executeScript.mockReset().mockImplementation(async (injection: Injection): Promise<Answered> => {
    const frames = tabs[injection.target.tabId] ?? {};
    const { allFrames, frameIds = [0] } = injection.target;
    const ids = allFrames ? Object.keys(frames).map(Number) : frameIds;
    return Promise.all(
      ids.map(async (frameId) => {
        if (!(frameId in frames)) throw new Error(`No frame with id ${frameId}`);
        // If it is known, it is ready; the answer may take longer.
        return { frameId, result: 'func' in injection ? '' : await frames[frameId]?.() };
      }),
    );
  });
});
afterEach(() => vi.useRealTimers());

const ask = async (tabId: number) => {
  const answers = await askFrames(tabId, 'capture-page', { want: 'inspect' });
  return answers.map(({ frameId, answer, late }) => ({ frameId, title: answer?.page.title, late }));
};
const pass = async (ms: number) => {
  await vi.advanceTimersByTimeAsync(ms);
  await new Promise((resolve) => setImmediate(resolve));
};
const settled = (asking: Promise<unknown>) => asking.catch((thrown) => thrown);
const soFar = (settling: Promise<unknown>) => Promise.race([settling, 'waiting']);
/** Returns the result after `ms`; 'waiting' if there is none. */
const outcome = async (ms: number, asking: Promise<unknown>) => {
  const settling = settled(asking);
  await pass(ms);
  return soFar(settling);
};
const answered = (...frames: [number, string][]) =>
  frames.map(([frameId, title]) => ({ frameId, title }));

it('nothing waits for a document to be ready', async () => {
  tabs[tab] = { 0: says('page'), 5: says('frame') };
  await outcome(0, ask(tab));
  const immediate = executeScript.mock.calls.map(([injection]) => injection.injectImmediately);
  expect(immediate.length).toBeGreaterThan(2);
  expect(new Set(immediate)).toEqual(new Set([true]));
});

it('the page and its frames answer, the page first', async () => {
  tabs[tab] = { 0: says('page'), 5: says('5'), 7: says('7') };
  expect(await outcome(0, ask(tab))).toEqual(answered([0, 'page'], [5, '5'], [7, '7']));
});

describe('a page that never answers', () => {
  it('keeps no other tab waiting', async () => {
    tabs = { [tab]: { 0: never }, [tab + 1]: { 0: says('two') } };
    const stuck = outcome(0, ask(tab));
    expect(await outcome(0, ask(tab + 1))).toEqual(answered([0, 'two']));
    expect(await stuck).toBe('waiting');
  });

  it('is given up in time, however often it is asked, and can be asked again', async () => {
    tabs[tab] = { 0: never };
    const first = settled(ask(tab));
    await pass(1_000);
    const second = settled(ask(tab));
    await pass(3_200);
    expect(await soFar(first)).toBeInstanceOf(PageSilentError);
    expect(await soFar(second)).toBe('waiting');
    await pass(1_000);
    expect(await soFar(second)).toBeInstanceOf(PageSilentError);
    tabs[tab] = { 0: says('well again') };
    expect(await outcome(0, ask(tab))).toEqual(answered([0, 'well again']));
  });

  it('is told from one that is asked much: that answers every question', async () => {
    tabs[tab] = {
      0: () => new Promise((resolve) => setTimeout(() => resolve(capture('slow')), 500)),
    };
    const all = Promise.all(Array.from({ length: 30 }, () => ask(tab)));
    const answers = await outcome(20_000, all);
    expect(answers).toHaveLength(30);
    expect(answers).toContainEqual(answered([0, 'slow']));
  });
});

describe('a frame', () => {
  it('that never answers is left out, and said to be late', async () => {
    tabs[tab] = { 0: says('page'), 5: never, 7: says('7') };
    expect(await outcome(2_000, ask(tab))).toEqual([
      { frameId: 0, title: 'page' },
      { frameId: 5, late: true },
      { frameId: 7, title: '7' },
    ]);
  });

  it('that holds up the asking which frames there are is said to be late', async () => {
    tabs[tab] = { 0: says('page') };
    const asked = executeScript.getMockImplementation();
    executeScript.mockImplementation((injection: Injection) =>
      injection.target.allFrames ? never() : asked?.(injection),
    );
    expect(await outcome(2_000, ask(tab))).toEqual([
      { frameId: 0, title: 'page' },
      { frameId: -1, late: true },
    ]);
  });

  describe('beside one that holds up the asking', () => {
    /** The frames that announce themselves, and with which message. */
    let announcements: { frameId: number; tabId?: number; id?: string; call?: string }[];

    beforeEach(() => {
      tabs[tab] = { 0: says('page'), 5: never, 7: says('7'), 9: says('9') };
      const asked = executeScript.getMockImplementation();
      executeScript.mockImplementation((injection: Injection) => {
        if (!injection.target.allFrames || !('args' in injection)) return asked?.(injection);
        const { call: ours } = injection.args[1] as { call: string };
        for (const { frameId, tabId = tab, id = 'wrapup-id', call = ours } of announcements) {
          const from = { id, tab: { id: tabId }, frameId };
          for (const hear of listeners) hear({ wrapupFrame: call }, from);
        }
        return never();
      });
    });

    it('is read, because it announces itself', async () => {
      announcements = [{ frameId: 7 }, { frameId: 9 }, { frameId: 7 }];
      expect(await outcome(2_000, ask(tab))).toEqual([
        { frameId: 0, title: 'page' },
        { frameId: 7, title: '7' },
        { frameId: 9, title: '9' },
        { frameId: -1, late: true },
      ]);
      expect(listeners.size).toBe(0);
    });

    it.each([
      [{ frameId: 7, tabId: 9_999 }],
      [{ frameId: 7, id: 'another' }],
      [{ frameId: 7, call: 'an older one' }],
      [{ frameId: 0 }],
    ])('is not read for what is no announcement of it: %o', async (announced) => {
      announcements = [announced];
      expect(await outcome(2_000, ask(tab))).toEqual([
        { frameId: 0, title: 'page' },
        { frameId: -1, late: true },
      ]);
    });
  });

  it('is not waited for where the page’s own answer will do', async () => {
    tabs[tab] = { 0: says('page'), 5: never };
    const isEnough = async ({ page }: { page: { title: string } }) => page.title === 'page';
    const asking = askFrames(tab, 'capture-page', { want: 'page' }, { isEnough });
    expect(await outcome(0, asking)).toMatchObject([{ frameId: 0 }]);
    tabs[tab + 1] = { 0: says('other'), 5: never };
    const other = askFrames(tab + 1, 'capture-page', { want: 'page' }, { isEnough });
    expect(await outcome(0, other)).toBe('waiting');
  });

  it('gets no script where the page’s own answer will do', async () => {
    tabs[tab] = { 0: says('page'), 5: says('5') };
    const asking = askFrames(tab, 'capture-page', { want: 'page' }, { isEnough: async () => true });
    await outcome(1_000, asking);
    const files = executeScript.mock.calls.filter(([injection]) => 'files' in injection);
    expect(files.map(([{ target }]) => target.frameIds)).toEqual([undefined]);
  });

  it('is asked beside a page that takes its time', async () => {
    tabs[tab] = {
      0: () => new Promise((resolve) => setTimeout(() => resolve(capture('slow')), 3_000)),
      5: says('5'),
    };
    const asking = askFrames(
      tab,
      'capture-page',
      { want: 'page' },
      { isEnough: async () => false },
    );
    expect(await outcome(3_000, asking)).toMatchObject([{ frameId: 0 }, { frameId: 5 }]);
  });

  it('that was removed meanwhile has nothing to say', async () => {
    tabs[tab] = { 0: says('page'), 5: () => Promise.reject(new Error('Frame was removed')) };
    expect(await outcome(0, ask(tab))).toEqual(answered([0, 'page']));
  });
});

it.each([
  [100_000, ['told', 'read']],
  [1_000, ['read']],
])('a page with %d elements around the selection is read after: %o', async (selected, steps) => {
  const done: string[] = [];
  tabs[tab] = {
    0: async () => {
      done.push('read');
      return capture('page');
    },
  };
  const asked = executeScript.getMockImplementation();
  executeScript.mockImplementation(async (injection: Injection) =>
    'func' in injection
      ? [{ frameId: 0, result: { address: 'https://a.example/', selected } }]
      : asked?.(injection),
  );
  const beforeLongRead = async () => void done.push('told');
  await outcome(0, askFrames(tab, 'capture-page', { want: 'inspect' }, { beforeLongRead }));
  expect(done).toEqual(steps);
});

it.each([
  [{ selected: 100_000 }, answered([0, 'slow'])],
  [{ elements: 300_000 }, answered([0, 'slow'])],
  [{ selected: 1_000, elements: 30_000 }, expect.any(PageSilentError)],
])('a page with %o that answers after 6 seconds: %o', async (large, came) => {
  tabs[tab] = {
    0: () => new Promise((resolve) => setTimeout(() => resolve(capture('slow')), 6_000)),
  };
  const asked = executeScript.getMockImplementation();
  executeScript.mockImplementation(async (injection: Injection) =>
    'func' in injection
      ? [{ frameId: 0, result: { address: 'https://a.example/', ...large } }]
      : asked?.(injection),
  );
  expect(await outcome(6_000, ask(tab))).toEqual(came);
});

describe('a script that is ready in its page', () => {
  const files = () =>
    executeScript.mock.calls.flatMap(([injection]) =>
      'files' in injection ? injection.files : [],
    );
  const answering = (answer: unknown) =>
    executeScript.mockImplementation(async (injection: Injection) => [
      {
        frameId: 0,
        result:
          'func' in injection
            ? { address: 'https://a.example/', selected: 0, answered: { answer } }
            : capture('injected'),
      },
    ]);

  it('answers where it is asked, and is not injected', async () => {
    answering(capture('ready'));
    expect(await outcome(0, ask(tab))).toEqual(answered([0, 'ready']));
    answering(true);
    const region = askFrame({ tabId: tab }, 'draw-region', { requestId: 'r' });
    expect(await outcome(0, region)).toBe(true);
    expect(files()).toEqual([]);
  });

  it('has its answer checked like any other', async () => {
    answering({ page: 7 });
    expect(await outcome(0, ask(tab))).toBeInstanceOf(Error);
  });

  it('is brought there once; who asks meanwhile waits for it', async () => {
    const steps: string[] = [];
    let isThere = false;
    executeScript.mockImplementation(async (injection: Injection) => {
      if ('files' in injection) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        isThere = true;
        steps.push('brought');
        return [{ frameId: 0, result: false }];
      }
      if (injection.args.length === 1) return [{ frameId: 0, result: isThere }];
      steps.push('asked');
      return [{ frameId: 0, result: { answered: { answer: true } } }];
    });
    const ready = makeReady(tab, 'confirmation');
    const asking = askFrame({ tabId: tab }, 'confirmation', { state: 'reading' });
    expect(await outcome(100, asking)).toBe(true);
    await ready;
    await makeReady(tab, 'confirmation');
    expect(steps).toEqual(['brought', 'asked']);
  });

  it('gets ready anew where it is there already', async () => {
    const asked: unknown[] = [];
    const answer = (question: unknown) => asked.push(question);
    vi.stubGlobal('wrapup', { asked: {}, ready: { confirmation: { address: undefined, answer } } });
    executeScript.mockImplementation(async ({ func, args }) => [
      { frameId: 0, result: func(...args) },
    ]);
    await makeReady(tab, 'confirmation');
    vi.unstubAllGlobals();
    expect(asked).toEqual([undefined]);
    expect(files()).toEqual([]);
  });

  it('that can’t be brought there keeps nobody from asking', async () => {
    tabs[tab] = { 0: () => Promise.reject(new Error('Cannot access this page')) };
    const ready = settled(makeReady(tab, 'confirmation'));
    tabs[tab] = { 0: async () => true };
    const asking = askFrame({ tabId: tab }, 'confirmation', { state: 'reading' });
    expect(await outcome(0, asking)).toBe(true);
    await ready;
  });
});

describe('an answer', () => {
  it('that is wrong is said to be, without its words', async () => {
    const page = { ...pageInfo(), url: 7, title: 'Secret' };
    tabs[tab] = { 0: async () => ({ ...capture(''), page }) };
    const thrown = (await outcome(0, ask(tab))) as Error;
    expect(thrown.message).toBe('unusable answer of capture-page: page.url (string)');
  });

  it.each([[{ selection: { text: 7 } }], [null], ['x'], [undefined]])(
    'that is none is left out of a frame, and is a failure of the page: %o',
    async (answer) => {
      tabs[tab] = { 0: says('page'), 5: async () => answer };
      expect(await outcome(0, ask(tab))).toEqual(answered([0, 'page']));
      tabs[tab] = { 0: async () => answer };
      expect(await outcome(0, ask(tab))).toBeInstanceOf(Error);
    },
  );

  it('of one frame is checked, too', async () => {
    tabs[tab] = { 0: async () => 'yes' };
    const asking = askFrame({ tabId: tab }, 'draw-region', { requestId: 'r' });
    expect(await outcome(0, asking)).toBeInstanceOf(Error);
    tabs[tab] = { 0: async () => true };
    const again = askFrame({ tabId: tab }, 'draw-region', { requestId: 'r' });
    expect(await outcome(0, again)).toBe(true);
  });
});
