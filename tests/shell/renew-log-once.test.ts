import { beforeEach, expect, it, vi } from 'vitest';
import { isDiskFull } from '../../lib/browser/disk-room.ts';
import { mayOpenAgain, noteClosed } from '../../lib/client/renew-log-once.ts';
import { renewLog } from '../../lib/store/renew-log.ts';
import { shell } from '../support/shell-browser.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../support/shell-browser.ts')).shellBrowser,
}));
vi.mock('../../lib/store/renew-log.ts', () => ({ renewLog: vi.fn() }));
vi.mock('../../lib/browser/disk-room.ts', { spy: true });

beforeEach(() => {
  shell.reset();
  vi.mocked(renewLog).mockReset();
  vi.mocked(isDiskFull).mockResolvedValue(false);
});

it('lets a database be opened that nobody closed', async () => {
  expect(await mayOpenAgain()).toBe(true);
  expect(renewLog).not.toHaveBeenCalled();
});

it('renews the log of a database that the browser closed, once there is room', async () => {
  await noteClosed();
  vi.mocked(isDiskFull).mockResolvedValueOnce(true);
  expect(await mayOpenAgain()).toBe(false);
  expect(renewLog).not.toHaveBeenCalled();
  expect(await mayOpenAgain()).toBe(true);
  expect(await mayOpenAgain()).toBe(true);
  expect(renewLog).toHaveBeenCalledOnce();
});

it('says why the log could not be renewed, rather than that there is no room', async () => {
  await noteClosed();
  vi.mocked(renewLog).mockRejectedValueOnce(new DOMException('Damaged', 'UnknownError'));
  await expect(mayOpenAgain()).rejects.toThrow('Damaged');
  expect(await mayOpenAgain()).toBe(true);
});
