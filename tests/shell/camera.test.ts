import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { camera } from '../../lib/browser/camera.ts';
import { limits } from '../../lib/core/base/limits.ts';

const { screenshot, runScript } = vi.hoisted(() => ({
  screenshot: { captureTab: vi.fn(), cut: vi.fn(), toPng: vi.fn(), showsNothing: vi.fn() },
  runScript: vi.fn(),
}));
vi.mock('../../lib/browser/screenshot.ts', () => screenshot);
vi.mock('../../lib/page-wire/run-script.ts', () => ({ runScript }));
vi.mock('../../lib/browser/asked-regions.ts', () => ({ rememberRegion: vi.fn() }));
vi.mock('../../lib/browser/page-failure.ts', () => ({ pageFailure: vi.fn() }));

beforeEach(() => {
  vi.useFakeTimers();
  for (const mock of Object.values(screenshot)) mock.mockReset();
  runScript.mockReset().mockResolvedValue([]);
  screenshot.captureTab.mockResolvedValue({ close: vi.fn() });
  screenshot.cut.mockImplementation((_bitmap, _where, scale = 1) => ({ scale }));
  screenshot.toPng.mockResolvedValue(new ArrayBuffer(8));
  screenshot.showsNothing.mockReturnValue(false);
});
afterEach(() => vi.useRealTimers());

async function takeTab() {
  const taking = camera.takeTab(7, null);
  await vi.runAllTimersAsync();
  return taking;
}

it('a picture of one colour is taken again, no oftener than the browser allows', async () => {
  screenshot.showsNothing.mockReturnValueOnce(true).mockReturnValueOnce(true);
  const times: number[] = [];
  screenshot.captureTab.mockImplementation(async () => {
    times.push(Date.now());
    return { close: vi.fn() };
  });
  expect(await takeTab()).toMatchObject({ ok: true, value: { uniform: false } });
  expect(times).toHaveLength(3);
  // Chromium allows two a second.
  expect((times[2] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(1_000);
});

it('one that stays of one colour is kept, and said to be: a protected video', async () => {
  screenshot.showsNothing.mockReturnValue(true);
  expect(await takeTab()).toMatchObject({ ok: true, value: { uniform: true } });
  expect(screenshot.captureTab).toHaveBeenCalledTimes(3);
});

it('what failed after one of one colour does not lose that', async () => {
  screenshot.showsNothing.mockReturnValueOnce(true);
  screenshot.captureTab
    .mockResolvedValueOnce({ close: vi.fn() })
    .mockRejectedValue(new Error('MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND'));
  expect(await takeTab()).toMatchObject({ ok: true, value: { uniform: true } });
});

it('one that is too much for a clip is kept smaller, and said to be', async () => {
  screenshot.toPng.mockImplementation(async ({ scale }: { scale: number }) =>
    scale > 0.25 ? new ArrayBuffer(limits.assetBytes + 1) : new ArrayBuffer(8),
  );
  expect(await takeTab()).toMatchObject({ ok: true, value: { reduced: true } });
});

it('a page that is stuck is waited for, but not for ever', async () => {
  screenshot.captureTab.mockReturnValue(new Promise(() => {}));
  expect(await takeTab()).toMatchObject({ ok: false, error: { code: 'screenshot-failed' } });
});

it('what cannot be taken at all fails', async () => {
  screenshot.captureTab.mockRejectedValue(new Error('another tab is shown'));
  expect(await takeTab()).toMatchObject({ ok: false, error: { code: 'screenshot-failed' } });
});

it.each([
  [{ drawn: true, base64: btoa('<html>'), uniform: false, reduced: false, seconds: 1 }],
  [{ drawn: true, base64: 7 }],
  [{ drawn: false, reason: 'tainted' }],
  [undefined],
])('a page that answers for its frame with %o gives none', async (result) => {
  runScript.mockResolvedValue([{ result }]);
  expect(await camera.takeFrame(7, 0)).toMatchObject({
    ok: false,
    error: { code: 'screenshot-failed' },
  });
});
