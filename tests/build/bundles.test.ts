import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { adapterScripts } from '../../lib/core/address/site.ts';
import { builtFiles, loadedBy, marks, readBuilt } from '../support/bundles.ts';
import { filesIn, read } from '../support/source-files.ts';

const kilobyte = 1000;

/**
 * Limit for one script that goes into a page: size is no goal (ADR 8), but no library may slip in
 * unnoticed.
 */
const injectedLimit = 250 * kilobyte;

describe.each(['chromium', 'firefox'] as const)('the bundles for %s', (build) => {
  const background = loadedBy(build, 'background.js');
  const popup = loadedBy(build, 'popup.html');
  // The files at the top level, except the background, are injected into pages, one each.
  const injected = builtFiles(build)
    .filter((path) => /^[\w-]+\.js$/.test(path) && path !== 'background.js')
    .map((path) => [path, readBuilt(build, path)] as const);

  it('hold what they should (the marks of the libraries are right)', () => {
    expect(popup).toMatch(marks.Preact);
    expect(popup).toMatch(marks.Dexie);
    expect(popup).toMatch(marks.Valibot);
    expect(background).toMatch(marks.Dexie);
    expect(background).toMatch(marks.Valibot);
    expect(readBuilt(build, 'capture-selection.js')).toMatch(marks.Turndown);
  });

  it('start the popup with few files: fetching them takes longer than running them', () => {
    const files = [...readBuilt(build, 'popup.html').matchAll(/(?:src|href)="[^"]+\.(?:js|css)"/g)];
    expect(files.length).toBeLessThanOrEqual(8);
  });

  it.each(['popup', 'sidepanel', 'desk'])(
    'have %s read the database before anything else of it is loaded',
    (page) => {
      const [, first] = /<script[^>]* src="([^"]+)"/.exec(readBuilt(build, `${page}.html`)) ?? [];
      expect(first).toBe('/early-look.js');
      // It is small enough to be loaded before everything else.
      expect(Buffer.byteLength(readBuilt(build, 'early-look.js'))).toBeLessThan(5 * kilobyte);
    },
  );

  it('start the popup without the code of what it does not show at first', () => {
    const files = readBuilt(build, 'popup.html').matchAll(/(?:src|href)="\/([^"]+\.js)"/g);
    const start = [...files].map(([, path = '']) => readBuilt(build, path)).join('\n');
    const inflating = 'invalid block type';
    for (const mark of ['person-name', 'draft-chunk', 'entry-check', inflating]) {
      expect(popup).toContain(mark);
      expect(start).not.toContain(mark);
    }
  });

  it('start the desk with few files, too, and without what reads and writes Markdown and front matter', () => {
    const scripts = [
      ...readBuilt(build, 'desk.html').matchAll(/<(?:script|link)[^>]*\.js"[^>]*>/g),
    ];
    const [start, soon] = [false, true].map((isSoon) =>
      scripts
        .filter(([tag]) => tag.includes('fetchpriority="low"') === isSoon)
        .map(([tag]) => /(?:src|href)="\/([^"]+)"/.exec(tag)?.[1] ?? ''),
    ) as [string[], string[]];
    expect(start.length).toBeLessThanOrEqual(8);
    const text = (files: readonly string[]) =>
      files.map((path) => readBuilt(build, path)).join('\n');
    const readingYaml = /Implicit keys need to be on a single line/;
    for (const mark of [readingYaml, marks.Liquid, marks.micromark]) {
      expect(loadedBy(build, 'desk.html')).toMatch(mark);
      expect(text(start)).not.toMatch(mark);
    }
    // What draws the first blocks is loaded meanwhile.
    for (const mark of [marks.Liquid, marks.micromark]) expect(text(soon)).toMatch(mark);
    expect(text(soon)).not.toMatch(readingYaml);
  });

  it('run the desk where it is shown, and not in a page that loads some of its code', () => {
    const [, path = ''] =
      /<script type="module"[^>]* src="\/([^"]+)"/.exec(readBuilt(build, 'desk.html')) ?? [];
    const shows = readBuilt(build, path);
    expect(shows).toContain('.dataset.view=');
    for (const page of ['popup.html', 'library.html', 'options.html', 'welcome.html'])
      expect(loadedBy(build, page)).not.toContain(shows);
  });

  it('run the popup where it is shown, and not in a page that loads some of its code', () => {
    const scripts = [...readBuilt(build, 'popup.html').matchAll(/src="\/([^"]+\.js)"/g)];
    const shows = readBuilt(build, scripts.at(-1)?.[1] ?? '');
    for (const page of ['desk.html', 'library.html', 'options.html', 'welcome.html'])
      expect(loadedBy(build, page)).not.toContain(shows);
  });

  it('have nothing of WXT that nobody asked for', () => {
    expect(popup).not.toContain('@wxt-dev/storage');
  });

  it('have neither the database nor Preact in the card of outcome.html', () => {
    const outcome = loadedBy(build, 'outcome.html');
    expect(outcome).not.toMatch(marks.Dexie);
    expect(outcome).not.toMatch(marks.Preact);
  });

  it('have no Turndown and no Preact in the background', () => {
    expect(background).not.toMatch(marks.Turndown);
    expect(background).not.toMatch(marks.Preact);
  });

  it.each(injected)(
    'have no Dexie, no Valibot and no Preact in what goes into a page: %s',
    (_name, code) => {
      expect(code).not.toMatch(marks.Dexie);
      expect(code).not.toMatch(marks.Valibot);
      expect(code).not.toMatch(marks.Preact);
    },
  );

  it.each(injected)('go into a page as one file: %s', (_name, code) => {
    expect(code).not.toMatch(/\bimport\s*[("'{]/);
  });

  it.each(injected)('bring no library unseen into a page: %s', (_name, code) => {
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(injectedLimit);
  });

  it('read PDFs in a worker alone, and hold nothing that writes them', () => {
    const worker = builtFiles(build).filter((path) => /^assets\/worker-.*\.js$/.test(path));
    expect(worker).toHaveLength(1);
    const code = readBuilt(build, worker[0] as string);
    expect(code).toMatch(marks['pdf-lib']);
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(120 * kilobyte);
    for (const other of builtFiles(build).filter((path) => /\.js$/.test(path))) {
      if (other !== worker[0]) expect(readBuilt(build, other), other).not.toMatch(marks['pdf-lib']);
    }
  });

  it('hold a script for every kind of site with an adapter, and keep each small', () => {
    for (const name of adapterScripts) {
      const code = Buffer.from(readBuilt(build, `${name}.js`));
      expect(code.length, name).toBeLessThanOrEqual(32 * kilobyte);
      expect(gzipSync(code).length, name).toBeLessThanOrEqual(12 * kilobyte);
    }
  });

  it('never evaluate text as code', () => {
    for (const path of builtFiles(build).filter((name) => name.endsWith('.js'))) {
      expect(readBuilt(build, path), path).not.toMatch(/\bnew Function\(|[^.\w]eval\(/);
    }
  });

  it('make HTML of text in one place, which loads and runs nothing of it', () => {
    // Turndown's parser is never reached, because it gets elements. `innerHTML` remains in Preact's
    // code for an attribute that nobody sets (`dangerouslySetInnerHTML`).
    const sinks =
      /\.innerHTML\s*=(?!=)|insertAdjacentHTML|createContextualFragment|document\.write|\.srcdoc\s*=|parseFromString\((?!.<x-turndown)/g;
    const found = builtFiles(build)
      .filter((path) => path.endsWith('.js'))
      .flatMap((path) => readBuilt(build, path).match(sinks) ?? []);
    // One of each is in DOMPurify's code for text, but it gets documents, and our policy.
    const each = ['.innerHTML=', 'parseFromString('];
    expect(found.toSorted()).toEqual([...each, ...each].toSorted());
    for (const file of filesIn('components', 'entrypoints'))
      expect(read(file), file).not.toContain('dangerouslySetInnerHTML');
  });

  it('know nothing of the machine that built them', () => {
    for (const path of builtFiles(build).filter((name) => /\.(?:js|html|json|css)$/.test(name))) {
      expect(readBuilt(build, path), path).not.toContain(process.cwd());
    }
  });
});
