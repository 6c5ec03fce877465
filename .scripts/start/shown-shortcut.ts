import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { builtExtension } from '../../tests/support/binaries.ts';

/**
 * Returns the key of a command as HTML, as the browser has it: `<kbd>Alt</kbd>+<kbd>Q</kbd>`; '' if
 * the browser gave it none. Firefox is not asked, because it accepts every suggested key.
 */
export async function shownShortcut(
  browser: Browser,
  name: 'chromium' | 'firefox',
  command: string,
): Promise<string> {
  const keys =
    name === 'chromium' ? await assigned(browser, command) : suggested(command, process.platform);
  // macOS writes symbols without separators, so they stay together.
  return keys
    .split('+')
    .filter(Boolean)
    .map((key) => `<kbd>${key}</kbd>`)
    .join('+');
}

async function assigned(browser: Browser, command: string): Promise<string> {
  const target = await browser.waitForTarget(
    (each) => each.type() === 'service_worker' && each.url().startsWith('chrome-extension:'),
    { timeout: 10_000 },
  );
  const worker = await target.worker();
  const all = await worker?.evaluate(() => chrome.commands.getAll());
  return all?.find(({ name }) => name === command)?.shortcut ?? '';
}

function suggested(command: string, platform: string): string {
  const manifest = readFileSync(join(builtExtension('firefox'), 'manifest.json'), 'utf8');
  const suggestion = JSON.parse(manifest).commands?.[command]?.suggested_key ?? {};
  if (platform !== 'darwin') return suggestion.default ?? '';
  const keys: string = suggestion.mac ?? suggestion.default ?? '';
  const signs: Record<string, string> = { Alt: '⌥', Shift: '⇧', Ctrl: '⌘' };
  return keys
    .split('+')
    .map((key) => signs[key] ?? key)
    .join('');
}
