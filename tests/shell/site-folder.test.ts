import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  canPickFolder,
  openSiteFolder,
  permit,
  pickFolder,
} from '../../lib/browser/site-folder.ts';
import { FakeDirectory } from '../support/fake-directory.ts';

const path = 'static/images/ring.png';
const bytes = Uint8Array.of(1, 2, 3);
let root: FakeDirectory;
let folder: ReturnType<typeof openSiteFolder>;
const asHandle = (directory: unknown) => directory as FileSystemDirectoryHandle;

beforeEach(() => {
  root = new FakeDirectory();
  folder = openSiteFolder(asHandle(root));
  FakeDirectory.failure = undefined;
});
afterEach(() => vi.unstubAllGlobals());
const images = async () =>
  (await root.getDirectoryHandle('static', { create: true })).getDirectoryHandle('images', {
    create: true,
  });

describe('a folder', () => {
  it('takes files with the folders they are in, and gives them back', async () => {
    expect(await folder.read(path)).toBeUndefined();
    await folder.write(path, bytes);
    expect(new Uint8Array((await folder.read(path)) ?? new ArrayBuffer())).toEqual(bytes);
  });

  // The errors of Chromium 156 on a full, a read-only and a removed disk, and for a locked file.
  it.each([
    ['QuotaExceededError', 'folder-full'],
    ['NotAllowedError', 'folder-refused'],
    ['NotFoundError', 'folder-gone'],
    ['NoModificationAllowedError', 'file-locked'],
    ['AbortError', 'file-refused'],
    ['UnknownError', 'folder-failed'],
  ])('that fails with %s says %s, and leaves what was there', async (name, code) => {
    const there = Uint8Array.of(9);
    (await images()).files.set('ring.png', there);
    FakeDirectory.failure = new DOMException('', name);
    await expect(folder.write(path, bytes)).rejects.toMatchObject({ code });
    expect((await images()).files.get('ring.png')).toBe(there);
  });

  it('is left without the empty file that a failed write began', async () => {
    FakeDirectory.failure = new DOMException('', 'QuotaExceededError');
    await expect(folder.write(path, bytes)).rejects.toMatchObject({ code: 'folder-full' });
    expect((await images()).files.has('ring.png')).toBe(false);
  });

  it('may have a folder where a file should be, and a file where a folder should be', async () => {
    (await images()).files.set('ring.png', new FakeDirectory());
    await expect(folder.read(path)).rejects.toMatchObject({ code: 'file-in-the-way' });
    await expect(folder.write(path, bytes)).rejects.toMatchObject({ code: 'file-in-the-way' });
    root.files.set('static', bytes);
    await expect(folder.write(path, bytes)).rejects.toMatchObject({ code: 'file-in-the-way' });
  });

  it('that is gone is not taken for an empty one', async () => {
    root.gone = true;
    await expect(folder.read(path)).rejects.toMatchObject({ code: 'folder-gone' });
  });
});

describe('picking one', () => {
  it('is possible where the browser can', async () => {
    expect(canPickFolder()).toBe(false);
    vi.stubGlobal('showDirectoryPicker', async () => root);
    expect(canPickFolder()).toBe(true);
    expect(await pickFolder()).toEqual({ ok: true, value: root });
  });

  it.each([
    ['AbortError', { ok: true, value: undefined }],
    ['NotAllowedError', { ok: false, error: { code: 'folder-refused' } }],
  ])('%s', async (name, outcome) => {
    vi.stubGlobal('showDirectoryPicker', async () => {
      throw new DOMException('', name);
    });
    expect(await pickFolder()).toMatchObject(outcome);
  });

  it.each([
    ['granted', 'denied', true, 0],
    ['prompt', 'granted', true, 1],
    ['prompt', 'denied', false, 1],
  ])('may be written to: %s, then %s', async (state, answer, permitted, asked) => {
    const requestPermission = vi.fn(async () => answer);
    const handle = asHandle({ queryPermission: async () => state, requestPermission });
    expect(await permit(handle)).toBe(permitted);
    expect(requestPermission).toHaveBeenCalledTimes(asked);
  });
});
