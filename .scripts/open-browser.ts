/**
 * Opens a browser with Wrapup in it and a page to try it on; ends when the browser is closed. The
 * profile stays in `.cache`, so that the clips are there the next time.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { builtExtension, requireBrowser } from '../tests/support/binaries.ts';
import { isRoot } from './tools.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const pages = join(root, 'tests', 'fixtures', 'start');
const name = process.argv[2] === 'firefox' ? 'firefox' : 'chromium';
/** A fixed port: the pages keep their address, as the clips' sources, from one start to the next. */
const port = 4729;

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const file = path === '/' ? 'index.html' : path.slice(1);
  const type = types[extname(file)];
  if (!type || !/^[\w-]+\.\w+$/.test(file)) {
    response.writeHead(404).end('Not found');
    return;
  }
  response.writeHead(200, { 'content-type': type }).end(readFileSync(join(pages, file)));
});

await new Promise<void>((resolve, reject) => {
  server.once('error', reject);
  server.listen(port, '127.0.0.1', resolve);
});

const shared = {
  executablePath: requireBrowser(name),
  headless: false,
  defaultViewport: null,
  userDataDir: join(root, '.cache', `profile-${name}`),
} as const;
const browser: Browser =
  name === 'chromium'
    ? await puppeteer.launch({
        ...shared,
        pipe: true,
        enableExtensions: true,
        args: ['--no-first-run', '--no-default-browser-check', ...(isRoot ? ['--no-sandbox'] : [])],
      })
    : await puppeteer.launch({
        ...shared,
        browser: 'firefox',
        extraPrefsFirefox: {
          // Firefox makes up a host for each install; a fixed one keeps the clips.
          'extensions.webextensions.uuids': JSON.stringify({
            'wrapup@wrapup.example': '5f2c1f0e-6d0b-4a39-9a55-3f0d5f6b7a11',
          }),
          'extensions.webextensions.keepStorageOnUninstall': true,
          'extensions.webextensions.keepUuidOnUninstall': true,
        },
      });
await browser.installExtension(builtExtension(name));
const page = (await browser.pages())[0] ?? (await browser.newPage());
await page.goto(`http://127.0.0.1:${port}/`);
console.log('Wrapup is in the browser that has just opened. Close it to end.');
browser.once('disconnected', () => process.exit());
