import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pictureReader } from '../../lib/browser/picture-reader.ts';
import { limits } from '../../lib/core/base/limits.ts';

const { runScript } = vi.hoisted(() => ({ runScript: vi.fn() }));
vi.mock('../../lib/page-wire/run-script.ts', () => ({ runScript }));
vi.mock('wxt/browser', async () => ({
  browser: (await import('../support/shell-browser.ts')).shellBrowser,
}));

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const fetched = vi.fn<typeof fetch>();
const viewport = { width: 800, height: 600 };
const read = (url: string) => pictureReader.read({ tabId: 7, url, box: null, viewport });

beforeEach(() => {
  vi.stubGlobal('fetch', fetched);
  fetched.mockReset();
  runScript.mockReset();
});
afterEach(() => vi.unstubAllGlobals());

const inPage = (bytes: Uint8Array | null) =>
  runScript.mockResolvedValue([{ result: bytes && btoa(String.fromCharCode(...bytes)) }]);

describe('a picture', () => {
  it('is fetched by the background, without cookies or referrer', async () => {
    fetched.mockResolvedValue(new Response(png, { headers: { 'content-type': 'text/html' } }));
    const picture = await read('https://a.example/x');
    expect(picture).toMatchObject({ ok: true, value: { mediaType: 'image/png' } });
    expect(picture.ok && new Uint8Array(picture.value.bytes)).toEqual(png);
    expect(fetched).toHaveBeenCalledExactlyOnceWith(
      'https://a.example/x',
      expect.objectContaining({ credentials: 'omit', referrerPolicy: 'no-referrer' }),
    );
    expect(runScript).not.toHaveBeenCalled();
  });

  it.each<[string, () => void]>([
    [
      'may not be fetched across hosts',
      () => fetched.mockRejectedValue(new TypeError('Failed to fetch')),
    ],
    ['is behind a log-in', () => fetched.mockResolvedValue(new Response(png, { status: 403 }))],
    ['is an error page', () => fetched.mockResolvedValue(new Response('<html>no</html>'))],
  ])('that %s is fetched by its page', async (_, prepare) => {
    prepare();
    inPage(png);
    const picture = await read('https://a.example/x.png');
    expect(picture.ok && new Uint8Array(picture.value.bytes)).toEqual(png);
  });

  it('that has a blob’s address is fetched by its page alone', async () => {
    inPage(png);
    expect(await read('blob:https://a.example/1')).toMatchObject({ ok: true });
    expect(fetched).not.toHaveBeenCalled();
  });

  it('that is too long is not read to its end', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 8 * 1024 * 1024;
        controller.enqueue(new Uint8Array(8 * 1024 * 1024));
      },
    });
    fetched.mockResolvedValue(new Response(endless));
    inPage(null);
    expect(await read('https://a.example/endless.png')).toMatchObject({
      ok: false,
      error: { code: 'picture-not-kept' },
    });
    expect(sent).toBeLessThan(limits.assetBytes + 32 * 1024 * 1024);
  });

  it('that is none is not kept', async () => {
    fetched.mockResolvedValue(new Response('hello'));
    inPage(new TextEncoder().encode('hello'));
    expect(await read('https://a.example/x.png')).toMatchObject({
      error: { code: 'picture-not-kept' },
    });
  });
});
