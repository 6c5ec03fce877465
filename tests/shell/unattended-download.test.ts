import { beforeEach, expect, it, vi } from 'vitest';
import { downloadUnattended } from '../../lib/browser/unattended-download.ts';

type Listener = (change: { id: number; state?: { current: string } }) => void;
const downloads = vi.hoisted(() => ({
  listeners: new Set<Listener>(),
  /** What the browser does on request. */
  answer: async (): Promise<number> => 7,
}));
vi.mock('wxt/browser', () => ({
  browser: {
    downloads: {
      download: () => downloads.answer(),
      onChanged: {
        addListener: (listener: Listener) => downloads.listeners.add(listener),
        removeListener: (listener: Listener) => downloads.listeners.delete(listener),
      },
    },
  },
}));

const tell = (id: number, current: string) => {
  for (const listener of [...downloads.listeners]) listener({ id, state: { current } });
};
const held = new Set<string>();
URL.createObjectURL = () => {
  const url = `blob:${crypto.randomUUID()}`;
  held.add(url);
  return url;
};
URL.revokeObjectURL = (url) => void held.delete(url);
const file = new Blob(['words']);

beforeEach(() => {
  downloads.answer = async () => 7;
  downloads.listeners.clear();
  held.clear();
});

it.each(['complete', 'interrupted'])('holds the file until its download is %s', async (state) => {
  await downloadUnattended('backup.zip', file);
  tell(8, state);
  tell(7, 'in_progress');
  expect(held.size).toBe(1);
  tell(7, state);
  expect(held.size).toBe(0);
  expect(downloads.listeners.size).toBe(0);
});

it('gives up a file whose download was over before its id was known', async () => {
  downloads.answer = async () => {
    tell(7, 'complete');
    return 7;
  };
  await downloadUnattended('backup.zip', file);
  expect([held.size, downloads.listeners.size]).toEqual([0, 0]);
});

it('gives up a file that the browser does not download, and says why', async () => {
  downloads.answer = () => Promise.reject(new Error('Invalid filename'));
  await expect(downloadUnattended('backup.zip', file)).rejects.toThrow('Invalid filename');
  expect([held.size, downloads.listeners.size]).toEqual([0, 0]);
});
