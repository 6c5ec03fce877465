import { writeFileSync } from 'node:fs';
import { launchChromium } from './tests/support/browsers/chromium.ts';
import { uuid, wrapUp } from './tests/support/records.ts';
import { putRows } from './tests/bench/bare-extension.ts';
import { itemRows } from './tests/bench/popup-records.ts';
import { watchPreview } from './tests/bench/desk-page.ts';
import { pause } from './tests/bench/shown-list.ts';
const [, , dir = '/tmp/new2', out = '/tmp/prof/type', count = '10000'] = process.argv;
const browser = await launchChromium({ extensionDir: dir });
try {
  const id = uuid(1);
  const page0 = await browser.openOwn('popup.html');
  await page0.waitForSelector('.panel');
  await putRows(page0, { wrapUps: [{ ...wrapUp({ id }), live: 1 }], items: [] });
  const rows = itemRows(Number(count), id, 1_000_000);
  for (let from = 0; from < rows.length; from += 5000) await putRows(page0, { items: rows.slice(from, from + 5000) });
  await page0.close();
  const page = await browser.openOwn('manifest.json');
  await page.setViewport({ width: 1366, height: 900 });
  const cdp = await page.createCDPSession();
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
  for (const part of ['start', 'typing']) {
    if (part === 'typing') {
      await page.evaluate(() => document.querySelectorAll<HTMLElement>('.block .block-body')[2]?.click());
      const field = await page.waitForSelector('.block-editor [data-field=note]');
      await field?.focus();
      await pause(1500);
      await page.evaluate(watchPreview);
    }
    await cdp.send('Profiler.start');
    await page.tracing.start({ categories: ['toplevel', 'blink.user_timing', 'devtools.timeline', 'v8', 'disabled-by-default-devtools.timeline'] });
    if (part === 'start') {
      await page.goto(`${browser.origin}/desk.html#${id}`);
      await page.waitForSelector('.as-post[aria-busy=false]', { timeout: 120_000 });
      await pause(3000);
    } else {
      for (const [at, key] of [...'thewordsthat'].entries()) {
        await page.keyboard.type(key);
        await page.waitForFunction((n) => (window.previewMs?.length ?? 0) >= n, {}, at + 1);
      }
      await pause(4000);
    }
    await page.evaluate(() => performance.mark('list-shown'));
    const trace = await page.tracing.stop();
    writeFileSync(`${out}-${part}.trace.json`, trace);
    const { profile } = await cdp.send('Profiler.stop');
    writeFileSync(`${out}-${part}.cpuprofile`, JSON.stringify(profile));
  }
} finally { await browser.close(); }
