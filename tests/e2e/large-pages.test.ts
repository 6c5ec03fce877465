import type { Page } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import { databaseName } from '../../lib/store/database.ts';
import { confirmed } from '../support/confirmation.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { seen } from '../support/outcome.ts';
import { waitFor } from '../support/wait.ts';

const address = (name: string) => `https://tides.example/large/${name.replaceAll(' ', '-')}`;

/** A page that fills itself after loading, because sending it as HTML would take as long again. */
const filledBy = (fill: () => void) =>
  `<!doctype html><title>Tide tables</title><body><script>(${fill})()</script>`;

/** Pages that are selected entirely, and how the clip reads in the list. */
const clippable: Record<string, string> = {
  'JSON-LD of 8 MB': filledBy(() => {
    const offer = `{"@type":"Offer","name":"${'x'.repeat(200)}","url":"https://a.example/"}`;
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.textContent = `[${`${offer},`.repeat(31_000)}{}]`;
    document.body.innerHTML = '<p>low tide</p>';
    document.head.append(script);
  }),
  'a thousand shadow trees': filledBy(() => {
    document.body.replaceChildren();
    for (let at = 0; at < 1_000; at++) {
      const host = document.body.appendChild(document.createElement('tide-row'));
      host.attachShadow({ mode: at % 2 ? 'open' : 'closed' }).innerHTML =
        '<p>low <slot></slot></p>';
      host.append('tide');
    }
  }),
  'data addresses of 20 MB': filledBy(() => {
    const picture = `<img alt="tide" src="data:image/png;base64,${'A'.repeat(2_000_000)}">`;
    document.body.innerHTML = `<p>low ${picture}</p>`.repeat(10);
  }),
};

const tooLong: Record<string, string> = {
  'a text of 50 MB': filledBy(() => {
    document.body.textContent = 'tide '.repeat(10_000_000);
  }),
};

/** Pages in which only a sentence is selected. */
const lengthy: Record<string, string> = {
  'half a million elements': filledBy(() => {
    const row = '<tide-row>low tide</tide-row>';
    document.body.innerHTML = `<p id="words">Low water came at six.</p>${row.repeat(500_000)}`;
  }),
  'a million elements': filledBy(() => {
    const row = '<tide-row>low tide</tide-row>';
    document.body.innerHTML = `<p id="words">Low water came at six.</p>${row.repeat(1_000_000)}`;
  }),
};

/**
 * The browser itself takes long to draw it fully selected, so the outcome depends on the machine.
 */
const vast: Record<string, string> = {
  'a hundred thousand links': filledBy(() => {
    document.body.innerHTML = '<a href="/tide">low tide</a> '.repeat(100_000);
  }),
};

/** On a slow machine such a large page takes longer to load than a driver waits. */
const slowMs = 150_000;

/** Returns the quotes, oldest first. Runs in a page of the extension. */
async function readQuotes(name: string): Promise<{ kind: string; text: string }[]> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await settled(indexedDB.open(name));
  const rows: { kind: string; createdAt: string; text?: string }[] = await settled(
    db.transaction('items').objectStore('items').getAll(),
  );
  db.close();
  return rows
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
    .map(({ kind, text = '' }) => ({ kind, text: text.slice(0, 9) }));
}

inBothBrowsers('pages that are too large', (harness) => {
  let own: Page;
  const clips = () => own.evaluate(readQuotes, databaseName);

  beforeEach(async () => {
    for (const [name, page] of Object.entries({ ...clippable, ...tooLong, ...lengthy, ...vast })) {
      harness().site.add(address(name), page);
    }
    own = await harness().openOwn('options.html');
  });

  const openSelected = async (name: string) => select(await harness().open(address(name)));
  const openSlowly = async (name: string, selected?: string) => {
    const page = await harness().openLoading(address(name));
    const isThere = () => page.evaluate(() => document.readyState === 'complete');
    await waitFor('the page', isThere, slowMs);
    return select(page, selected);
  };
  const select = async (page: Page, selected = 'body') => {
    await page.evaluate((what) => {
      getSelection()?.selectAllChildren(document.querySelector(what) ?? document.body);
      // It is laid out before the gesture, like any selection of a reader.
      return document.body.offsetHeight;
    }, selected);
    return page;
  };

  const ends = /Clipped to|could not be read with its links|isn’t responding/;

  it.each(Object.keys(clippable))('%s: clipped as a quote', async (name) => {
    const before = (await clips()).length;
    const page = await openSelected(name);
    await harness().shortcut(page);
    // This does not use the card, which may be gone before a busy machine looks.
    const clip = await waitFor('the clip', async () => (await clips())[before]);
    await page.close();
    expect(clip.kind).toBe('quote');
    expect(clip.text).toMatch(/^low\s+(?:low|tide)/);
  });

  it.each(Object.keys(tooLong))(
    '%s: told to be too long, and nothing is clipped',
    async (name) => {
      const before = await clips();
      const page = await openSlowly(name);
      await harness().shortcut(page);
      const said = await confirmed(harness(), page, 'too long to clip in one piece', slowMs);
      expect(said.role).toBe('alert');
      await page.close();
      expect(await clips()).toEqual(before);
    },
    400_000,
  );

  it.each(Object.keys(lengthy))(
    'a sentence of %s: clipped as a quote',
    async (name) => {
      const before = (await clips()).length;
      const page = await openSlowly(name, '#words');
      await harness().shortcut(page);
      const end = await seen(harness(), page, ends, slowMs);
      await page.close();
      expect(end.text).toContain('Clipped to');
      expect((await clips()).slice(before)).toEqual([{ kind: 'quote', text: 'Low water' }]);
    },
    400_000,
  );

  it.each(Object.keys(vast))(
    '%s: ends in a quote, or in words that say why not',
    async (name) => {
      const before = (await clips()).length;
      const page = await openSlowly(name);
      await harness().shortcut(page);
      const end = await seen(harness(), page, ends, slowMs);
      await page.close();
      const added = (await clips()).slice(before);
      const isClipped = end.text.includes('Clipped to');
      expect(end.role).toBe(isClipped ? 'status' : 'alert');
      expect(added.map(({ kind }) => kind)).toEqual(isClipped ? ['quote'] : []);
    },
    400_000,
  );
});
