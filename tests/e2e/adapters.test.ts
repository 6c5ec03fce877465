import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { selectText } from '../support/browsers/gestures.ts';
import { confirmed } from '../support/confirmation.ts';
import { joinLines, splitPost } from '../support/draft-text.ts';
import { createWrapUp } from '../support/items.ts';
import { inBothBrowsers, openPopup } from '../support/journeys.ts';
import { root } from '../support/source-files.ts';
import { storePost } from '../support/stored-post.ts';
import { waitFor } from '../support/wait.ts';

/** Returns a fixture of the adapters at the address that it names, without its marks. */
function fixture(path: string): { url: string; html: string } {
  const text = readFileSync(join(root, 'tests/fixtures/sites', path), 'utf8');
  const url = /^<!-- url: (\S+) -->/.exec(text)?.[1] ?? '';
  const html = text.slice(text.indexOf('\n') + 1).replaceAll(/\[\[|\]\]/g, '');
  return { url, html: `<!doctype html>${html}` };
}

inBothBrowsers('sites with an adapter', (harness) => {
  const open = (path: string) => {
    const { url, html } = fixture(path);
    harness().site.add(url, html);
    return harness().open(url);
  };
  const draft = async (page: Awaited<ReturnType<typeof open>>) => {
    const popup = await openPopup(harness(), page);
    await popup.tab('Draft');
    const text = await popup.draft();
    await harness().closePopup();
    return text.replaceAll(/\n> ?/g, ' ');
  };
  const paragraphs = async (page: Awaited<ReturnType<typeof open>>) => {
    const popup = await openPopup(harness(), page);
    await popup.tab('Draft');
    const lines = joinLines(splitPost(await popup.draft()).body);
    await harness().closePopup();
    return lines;
  };

  it('a quote leads to the comment that says it', async () => {
    const page = await open('github/issue.html');
    await selectText(page, { from: 'It stops at', to: 'segments' });
    await harness().shortcut(page);
    await confirmed(harness(), page, 'Clipped');
    expect(await draft(page)).toContain(
      '(https://github.com/tide/pool/issues/4#issuecomment-3000000007)',
    );
    await page.close();
  });

  it('lines of code are fenced in their language, and lead to the commit', async () => {
    const page = await open('github/file.html');
    await page.$eval('textarea', (field) => {
      field.focus();
      const start = field.value.indexOf('func');
      field.setSelectionRange(start, field.value.indexOf('}\n'));
    });
    await harness().shortcut(page);
    await confirmed(harness(), page, 'Clipped');
    const text = await draft(page);
    expect(text).toContain('```go func Append(s Sample) { \ttail.Put(s) ```');
    expect(text).toContain(
      '(https://github.com/tide/pool/blob/1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d/src/ring.go#L3-L4)',
    );
    await page.close();
  });

  /** Clips the page as a link and, if the fixture has marks, the marked text as a quote. */
  const clipBoth = async (path: string, words?: { from: string; to?: string }) => {
    const page = await open(path);
    const popup = await openPopup(harness(), page);
    await popup.tab('Clips');
    await popup.newWrapUp();
    await harness().closePopup();
    await page.bringToFront();
    await harness().shortcut(page);
    await waitFor('the link', async () => (await harness().badge()) === '1');
    if (words) {
      await selectText(page, words);
      await harness().shortcut(page);
      await waitFor('the quote', async () => (await harness().badge()) === '2');
    }
    const lines = await paragraphs(page);
    await page.close();
    return lines;
  };

  it.each([
    [
      'github/repository.html',
      { from: 'append lands' },
      '* [tide/pool](https://github.com/tide/pool), a time-series store\n> append lands -- [github.com/tide/pool](https://github.com/tide/pool)',
    ],
    [
      'gitlab/work-item.html',
      { from: 'It does not' },
      '* [Rings leak · tide/labs/pool#4](https://gitlab.com/tide/labs/pool/-/work_items/4)\n> It does not -- Bo Example, [gitlab.com/tide/labs/pool/-/work_items/4](https://gitlab.com/tide/labs/pool/-/work_items/4#note_30)',
    ],
    [
      'pypi/project.html',
      undefined,
      '* [tide-pool 1.2.0](https://pypi.org/project/tide-pool/1.2.0/), A time-series store for tides',
    ],
    [
      'wikipedia/article.html',
      { from: 'circular' },
      '* [Ring buffer, section Uses](https://en.wikipedia.org/wiki/Ring_buffer#Uses)\n> circular -- [en.wikipedia.org/wiki/Ring_buffer](https://en.wikipedia.org/wiki/Ring_buffer)',
    ],
    [
      'hacker-news/thread.html',
      { from: 'four', to: 'them' },
      '* [Rings all the way down](https://news.ycombinator.com/item?id=45000001)\n> four of them -- cleo, [news.ycombinator.com/item](https://news.ycombinator.com/item?id=45000003)',
    ],
    [
      'stack-exchange/question.html',
      { from: 'megabytes' },
      '* [How large is a ring?](https://stackoverflow.com/questions/7001/how-large-is-a-ring)\n> megabytes -- bo, [stackoverflow.com/questions/7001/how-large-is-a-ring](https://stackoverflow.com/a/7002)',
    ],
  ])('a link and a quote say where they are from: %s', async (path, words, expected) => {
    expect((await clipBoth(path, words)).join('\n')).toBe(expected);
  });

  it('links and quotes lead to the version that was read once that is chosen', async () => {
    const openOptions = async () => {
      const options = await harness().openOwn('options.html');
      await options.waitForSelector('.check-box');
      /** Returns whether the box is checked now, perhaps after a click. */
      const box = (click: boolean) =>
        options.$$eval(
          '.check-box',
          (labels, clicks) => {
            const label = labels.find((each) => each.textContent === 'Link to the version I read');
            const input = label?.querySelector('input');
            if (clicks) input?.click();
            return input?.checked;
          },
          click,
        );
      return { box, close: () => options.close() };
    };
    /** Chooses it on one page, and checks on another that it was stored. */
    const choose = async (wanted: boolean) => {
      const options = await openOptions();
      expect(await options.box(true)).toBe(wanted);
      await waitFor('the choice to be kept', async () => {
        const again = await openOptions();
        const kept = await again.box(false);
        await again.close();
        return kept === wanted;
      });
      await options.close();
    };
    await choose(true);
    // No other test has clipped these words: "circular" would have been a duplicate.
    expect(await clipBoth('wikipedia/article.html', { from: 'A ring' })).toEqual([
      '* [Ring buffer, section Uses](https://en.wikipedia.org/w/index.php?title=Ring_buffer&oldid=1200000001#Uses)',
      '> A ring -- [en.wikipedia.org/wiki/Ring_buffer](https://en.wikipedia.org/w/index.php?title=Ring_buffer&oldid=1200000001#Uses)',
    ]);
    await choose(false);
  });

  it('a quote names its section once that is chosen', async () => {
    const url = 'https://docs.tide.example/config';
    harness().site.add(
      url,
      '<!doctype html><title>Configuration</title><main><h1>Configuration</h1><h2 id="services">Services<a href="#services">¶</a></h2><p>Each service has a port.</p></main>',
    );
    const page = await harness().open(url);
    await selectText(page, { from: 'Each service', to: 'port.' });
    await harness().shortcut(page);
    await confirmed(harness(), page, 'Clipped');
    const popup = await openPopup(harness(), page);
    await popup.tab('Clips');
    await popup.choose('Cite source as', 'Section', await popup.openRow(-1));
    await popup.saved();
    await harness().closePopup();
    expect((await paragraphs(page)).at(-1)).toBe(
      `> Each service has a port. -- [section Services](${url}#services)`,
    );
    await page.close();
  });

  it('an issue that came without loading is itself, not the one before', async () => {
    const { url, html } = fixture('github/issue.html');
    const next = `<button id="next" style="position:fixed;top:0;right:0">Next</button><script>
      document.getElementById('next').onclick = () => {
        history.pushState({}, '', '/tide/pool/issues/9');
        document.title = 'Tides turn · Issue #9 · tide/pool · GitHub';
        const main = document.querySelector('main');
        main.innerHTML = main.innerHTML.replaceAll('issues/4', 'issues/9').replaceAll('Rings leak', 'Tides turn').replaceAll('bo-example', 'dora').replace('four', 'nine').replaceAll('3000000007', '77');
      };
    </script>`;
    harness().site.add(url, html.replace('</body>', `${next}</body>`));
    const page = await harness().open(url);
    await page.click('#next');
    const popup = await openPopup(harness(), page);
    await popup.tab('Clips');
    await popup.newWrapUp();
    await harness().closePopup();
    await page.bringToFront();
    await harness().shortcut(page);
    await waitFor('the link', async () => (await harness().badge()) === '1');
    await selectText(page, { from: 'nine', to: 'segments' });
    await harness().shortcut(page);
    await waitFor('the quote', async () => (await harness().badge()) === '2');
    expect(await paragraphs(page)).toEqual([
      '* [Tides turn · Issue #9 · tide/pool](https://github.com/tide/pool/issues/9)',
      '> *nine* segments -- dora, [github.com/tide/pool/issues/9](https://github.com/tide/pool/issues/9#issuecomment-77)',
    ]);
    await page.close();
  });

  it('an event page fills in the zone that it means', async () => {
    await storePost(harness(), createWrapUp(), []);
    const page = await open('luma/event.html');
    const popup = await openPopup(harness(), page);
    await popup.tab('Details');
    await waitFor('what would change', async () =>
      (await popup.page.$eval('main', (main) => main.textContent ?? '')).includes('Europe/Berlin'),
    );
    const shown = await popup.page.$eval('main', (main) => main.textContent ?? '');
    expect(shown).toContain('luma.com/rustlings12');
    await harness().closePopup();
    await page.close();
  });

  it('an event page that only links to a calendar fills in what that says', async () => {
    const url = 'https://meet.tide.example/12';
    harness()
      .site.add(url, '<!doctype html><title>Meetup</title><p><a href="/12.ics">Calendar</a></p>')
      .add('https://meet.tide.example/12.ics', {
        type: 'text/calendar',
        body: 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Ebb Night\r\nDTSTART;TZID=Europe/Lisbon:20990317T190000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
      });
    await storePost(harness(), createWrapUp(), []);
    const page = await harness().open(url);
    const popup = await openPopup(harness(), page);
    await popup.tab('Details');
    await popup.press('Read the calendar');
    await waitFor('what would change', async () =>
      (await popup.page.$eval('main', (main) => main.textContent ?? '')).includes('Europe/Lisbon'),
    );
    await harness().closePopup();
    await page.close();
  });

  it('the menu clips the person whose page it is as a speaker, once', async () => {
    const page = await open('sessionize/profile.html');
    const heading = await page.$('h1');
    if (!heading) throw new Error('No heading');
    await harness().menu(page, 'clip-speaker', heading);
    await confirmed(harness(), page, 'Ada Example is a speaker of');
    await harness().menu(page, 'clip-speaker', heading);
    await confirmed(harness(), page, 'already');
    const popup = await openPopup(harness(), page);
    await popup.tab('Details');
    const people = () =>
      popup.page.$$eval('.person-text', (texts) =>
        texts.map((text) => Array.from(text.children, (part) => part.textContent?.trim())),
      );
    await waitFor('the speaker', async () => (await people()).length > 0);
    expect(await people()).toEqual([['Ada Example', 'Architect, Tidepool']]);
    await harness().closePopup();
    await page.close();
  });

  it('a page of a site without an adapter is clipped, too', async () => {
    const url = 'https://blog.tide.example/rings';
    harness().site.add(
      url,
      '<!doctype html><title>Rings · Tidepool</title><main><h1>Rings</h1><p>Every append lands in a ring.</p></main>',
    );
    const page = await harness().open(url);
    await selectText(page, { from: 'Every append', to: 'ring' });
    await harness().shortcut(page);
    await confirmed(harness(), page, 'Clipped');
    expect(await draft(page)).toContain(`[blog.tide.example/rings](${url})`);
    await page.close();
  });
});
