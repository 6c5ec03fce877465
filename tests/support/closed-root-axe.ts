import type { Page } from 'puppeteer-core';
import { axeViolations } from './axe.ts';
import type { Harness } from './browsers/harness.ts';

interface Taken {
  html: string;
  css: string;
}

const blank = 'https://blank.example/';

/**
 * Returns axe's violations in a closed shadow root, which axe can't examine: its HTML and styles
 * are put into an open one on an empty page.
 */
export async function closedRootViolations(
  harness: Harness,
  page: Page,
  host: string,
): Promise<Record<'light' | 'dark', string[]>> {
  const taken = await harness.inClosedRoot(page, host, (root) => {
    const rules = Array.from(root.adoptedStyleSheets, (sheet) =>
      Array.from(sheet.cssRules, (rule) => rule.cssText).join('\n'),
    );
    return { html: root.innerHTML, css: rules.join('\n') };
  });
  if (!taken) throw new Error(`No ${host}`);
  harness.site.add(
    blank,
    '<!doctype html><html lang="en"><title>Blank</title><main><h1>Blank</h1></main></html>',
  );
  const copy = await harness.open(blank);
  await copy.evaluate(mount, taken);
  const found = { light: [] as string[], dark: [] as string[] };
  for (const scheme of ['light', 'dark'] as const) {
    await harness.colorScheme(copy, scheme);
    found[scheme] = await axeViolations(copy);
  }
  await copy.close();
  return found;
}

/** Runs in the blank page. Nothing fades in, because half of a colour must not be judged. */
function mount({ html, css }: Taken): void {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const still = '*, ::before, ::after { transition: none !important; animation: none !important; }';
  root.innerHTML = `<style>${css}${still}</style>${html}`;
  document.querySelector('main')?.append(host);
  if (getComputedStyle(host).position !== 'fixed') throw new Error('The styles were lost');
}
