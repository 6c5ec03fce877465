import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { clickInConfirmation, confirmed } from '../support/confirmation.ts';
import { splitPost } from '../support/draft-text.ts';
import { inBothBrowsers, openPanel, openPopup } from '../support/journeys.ts';
import type { PopupDriver } from '../support/popup-driver.ts';
import { waitFor } from '../support/wait.ts';

const recording = {
  type: 'video/webm',
  body: readFileSync(new URL('../fixtures/media/talk.webm', import.meta.url)),
};
const talk = 'https://talks.example/12/';
const other = 'https://other.example/13/';
const nothing = 'https://talks.example/nothing';
const embed = 'https://blog.example/post';
const profile = 'https://social.example/@ada';
const event = 'https://events.example/12';
const notGranted = 'Wrapup reads a page only once you ask it to';
const video = (title: string, src = 'https://talks.example/12/talk.webm') =>
  `<!doctype html><title>${title}</title><h1>${title}</h1>
  <video src="${src}" width="640" height="360" muted></video>`;

/** Opens the panel, where notes of a talk are taken. */
const openTalk: typeof openPanel = async (harness, page) => {
  const panel = await openPanel(harness, page);
  await panel.tab('Talk');
  await panel.settled();
  return panel;
};

inBothBrowsers('the talk', (harness, name) => {
  beforeAll(() => {
    harness().site.addAll({
      'https://talks.example/12/talk.webm': recording,
      'https://other.example/13/other.webm': recording,
      [talk]: video('Rings all the way'),
      [other]: video('Another talk', 'other.webm'),
      [nothing]: '<!doctype html><title>Nothing</title><p>Nothing plays here.</p>',
      [embed]: `<!doctype html><title>A post</title>
        <iframe src="https://www.youtube-nocookie.com/embed/aaaaaaaaaaa"></iframe>`,
      'https://www.youtube-nocookie.com/embed/aaaaaaaaaaa': video('Embedded'),
      [profile]:
        '<!doctype html><title>Ada Example</title><h1 class="h-card"><span class="p-name">Ada Example</span></h1>',
      [event]: `<!doctype html><title>Meetup</title><script type="application/ld+json">{
        "@context": "https://schema.org", "@type": "Event", "name": "Rustling Meetup #12",
        "startDate": "2026-03-17T19:00:00+01:00" }</script><h1>Meetup</h1>`,
      'https://talks.example/live': `<!doctype html><title>Live</title><video muted autoplay></video><script>
        const canvas = document.createElement('canvas');
        const draw = canvas.getContext('2d');
        setInterval(() => draw.fillRect(Math.random() * 9, 0, 9, 9), 50);
        document.querySelector('video').srcObject = canvas.captureStream(20);
        </script>`,
    });
  });

  const opened: Page[] = [];
  afterEach(async () => {
    await harness().closePanel();
    await harness().closePopup();
    for (const page of opened.splice(0)) await page.close();
  });
  const visit = async (url: string) => {
    const page = await harness().open(url);
    opened.push(page);
    return page;
  };
  /** Stops at `seconds`, or plays from there. */
  const stand = (page: Page, seconds: number, plays = false) =>
    page.$eval(
      'video',
      async (element, at, on) => {
        const media = element as HTMLVideoElement;
        if (media.readyState < 1) {
          await new Promise((resolve) => media.addEventListener('loadedmetadata', resolve));
        }
        const seeked = new Promise((resolve) => media.addEventListener('seeked', resolve));
        media.currentTime = at;
        await seeked;
        if (on) await media.play();
      },
      seconds,
      plays,
    );
  const textOf = (driver: PopupDriver) =>
    driver.page.evaluate(() => document.body.textContent?.replace(/\s+/g, ' ') ?? '');
  const says = (driver: PopupDriver, words: string) =>
    waitFor(`“${words}”`, async () => (await textOf(driver)).includes(words));
  /** Returns the time and words of each entry. */
  const timeline = (driver: PopupDriver) =>
    driver.page.$$eval('.entry', (rows) =>
      rows.map((row) => {
        const words = row.querySelector('textarea')?.value ?? '';
        return `${row.querySelector('.entry-time')?.textContent} ${words}`;
      }),
    );
  const noted = (driver: PopupDriver, entry: string | RegExp) =>
    waitFor(`the entry ${entry}`, async () =>
      (await timeline(driver)).some((each) =>
        typeof entry === 'string' ? each === entry : entry.test(each),
      ),
    );
  const field = (driver: PopupDriver) => driver.find('textbox', 'Next note');
  const draft = async (driver: PopupDriver) => {
    await driver.tab('Draft');
    const { body } = splitPost(await driver.draft());
    await driver.tab('Talk');
    return body;
  };

  describe('the popup offers what the page has', () => {
    it('the moment and the frame where a recording plays', async () => {
      const page = await visit(talk);
      await stand(page, 20.2);
      const popup = await openPopup(harness(), page);
      await popup.press('Clip moment');
      await waitFor('the moment', async () => (await popup.rowTexts()).at(-1) === '[0:20]');
      await popup.press('Clip frame of the video');
      await waitFor('the frame', async () => (await popup.rows()).length === 2);
      expect(await axeViolations(popup.page)).toEqual([]);
    });

    it('the person whose page it is, and the way to the event’s details', async () => {
      const popup = await openPopup(harness(), await visit(profile));
      await popup.press('Add speaker');
      await waitFor('the word on it', async () =>
        (await popup.status()).includes('Ada Example is a speaker'),
      );
      const again = await openPopup(harness(), await visit(event));
      await again.press('Fill the details');
      await waitFor('the focus on the fill', () =>
        again.page.evaluate(() => document.activeElement?.textContent === 'Fill from this page'),
      );
      await again.tab('Clips');
    });
  });

  describe('the panel', () => {
    it('follows the tab in front, and says how to open a page to it', async () => {
      const first = await visit(talk);
      const panel = await openTalk(harness(), first);
      await says(panel, 'Rings all the way');
      const second = await visit(other);
      await says(panel, notGranted);
      expect(await axeViolations(panel.page)).toEqual([]);
      await harness().shortcut(second, 'clip-moment');
      await says(panel, 'Another talk');
      await first.bringToFront();
      await says(panel, 'Rings all the way');
    });

    // Only in Firefox, see `Harness.panel`.
    it.runIf(name === 'firefox')(
      'is opened by its key, also where the background slept',
      async () => {
        const page = await visit(talk);
        await harness().stopBackground();
        const panel = await harness().panel(page, 'key');
        await waitFor('the talk in it', () =>
          panel.evaluate(() => document.body.textContent?.includes('Rings all the way') ?? false),
        );
      },
    );

    it('goes along with a soft navigation, and loses a page of another site', async () => {
      const page = await visit(talk);
      const panel = await openTalk(harness(), page);
      await says(panel, 'Rings all the way');
      await page.evaluate(() => {
        history.pushState({}, '', '/14/');
        document.title = 'Tides';
      });
      await says(panel, 'Tides');
      await page.goto(nothing.replace('talks', 'blog')).catch(() => {});
      await says(panel, notGranted);
    });
  });

  describe('a note', () => {
    it('has the time of its first letter, and the talk goes on', async () => {
      const page = await visit(talk);
      await stand(page, 30.5, true);
      const panel = await openTalk(harness(), page);
      await says(panel, '/ 1:30');
      const before = await page.$eval('video', (each) => (each as HTMLVideoElement).currentTime);
      await (await field(panel)).type('W');
      const after = await page.$eval('video', (each) => (each as HTMLVideoElement).currentTime);
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      await panel.page.keyboard.type('hy compaction was dropped');
      await panel.page.keyboard.press('Enter');
      await noted(panel, /^0:\d\d Why compaction was dropped$/);
      const [entry = ''] = (await timeline(panel)).filter((each) => each.includes('compaction'));
      const seconds = Number(entry.slice(2, 4));
      expect(seconds).toBeGreaterThanOrEqual(Math.floor(before));
      expect(seconds).toBeLessThanOrEqual(Math.ceil(after));
      expect(await page.$eval('video', (each) => (each as HTMLVideoElement).paused)).toBe(false);
      expect(
        await (await field(panel)).evaluate((each) => (each as HTMLTextAreaElement).value),
      ).toBe('');
      expect(await draft(panel)).toMatch(
        /\* \[0:\d\d\]\(https:\/\/talks\.example\/12\/talk\.webm#t=\d\d\) Why compaction was dropped/,
      );
    });

    it('survives that the panel is closed in the middle of a word', async () => {
      const page = await visit(talk);
      await stand(page, 40.5);
      const panel = await openTalk(harness(), page);
      await says(panel, '0:40');
      await (await field(panel)).type('A ring of segm');
      await harness().closePanel();
      await stand(page, 50.5);
      const again = await openPanel(harness(), page);
      const next = await field(again);
      expect(await next.evaluate((each) => (each as HTMLTextAreaElement).value)).toBe(
        'A ring of segm',
      );
      await next.focus();
      await again.page.keyboard.press('End');
      await again.page.keyboard.type('ents');
      await again.page.keyboard.press('Enter');
      await noted(again, '0:40 A ring of segments');
    });

    it('that was sent as the panel was closed is in the post, whatever is opened next', async () => {
      const page = await visit(talk);
      const panel = await openTalk(harness(), page);
      await says(panel, '0:00');
      await (await field(panel)).type('Sent at the last moment');
      // As if the panel closed before the database answers.
      await panel.page.evaluate(() => {
        const note = localStorage.getItem('wrapup:talk:draft') ?? '';
        localStorage.setItem(`wrapup:talk:out:${JSON.parse(note).id}`, note);
        localStorage.removeItem('wrapup:talk:draft');
      });
      await harness().closePanel();
      const popup = await openPopup(harness(), page);
      await popup.tab('Clips');
      await waitFor('its row', async () =>
        (await popup.rowTexts()).some((row) => row.includes('Sent at the last moment')),
      );
    });

    it('is moved, edited in place and gone to by keyboard alone', async () => {
      const page = await visit(talk);
      await stand(page, 60.5);
      const panel = await openTalk(harness(), page);
      await says(panel, '1:00');
      const { keyboard } = panel.page;
      await (await field(panel)).focus();
      await keyboard.type('Recovery');
      await keyboard.press('Enter');
      await noted(panel, '1:00 Recovery');
      const time = await waitFor('the time', () => panel.find('textbox', 'Next note')).then(() =>
        panel.page.evaluateHandle(() =>
          [...document.querySelectorAll<HTMLElement>('a.entry-time')].find(
            (each) => each.textContent === '1:00',
          ),
        ),
      );
      await (time as never as { focus(): Promise<void> }).focus();
      await keyboard.down('Alt');
      await keyboard.press('ArrowLeft');
      await keyboard.down('Shift');
      await keyboard.press('ArrowLeft');
      await keyboard.up('Shift');
      await keyboard.up('Alt');
      await noted(panel, '0:54 Recovery');
      await keyboard.press('Enter');
      await waitFor('the recording to go there', async () => {
        const at = await page.$eval('video', (each) => (each as HTMLVideoElement).currentTime);
        return Math.round(at) === 54;
      });
      await keyboard.press('Tab');
      await keyboard.press('End');
      await keyboard.type(' is a single scan');
      await panel.saved();
      await noted(panel, '0:54 Recovery is a single scan');
      expect(await draft(panel)).toContain('Recovery is a single scan');
    });

    it('that cannot be stored stays in sight, and is stored when it can be', async () => {
      const page = await visit(talk);
      await stand(page, 70.5);
      const panel = await openTalk(harness(), page);
      await says(panel, '1:10');
      await panel.page.evaluate(() => {
        const { put } = IDBObjectStore.prototype;
        const emptyDisk = () => {
          IDBObjectStore.prototype.put = put;
        };
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('No space is left', 'QuotaExceededError');
        };
        Object.assign(globalThis, { emptyDisk });
      });
      await (await field(panel)).type('Kept anyway');
      await panel.page.keyboard.press('Enter');
      await says(panel, 'kept here: 1');
      await panel.page.evaluate(() => (globalThis as never as { emptyDisk(): void }).emptyDisk());
      await panel.press('Try again');
      await noted(panel, '1:10 Kept anyway');
      await waitFor('nothing to be left', async () => !(await textOf(panel)).includes('kept here'));
    });

    it('leads to its recording in a new tab where another page is in front', async () => {
      const page = await visit(talk);
      await stand(page, 80.5);
      const panel = await openTalk(harness(), page);
      await says(panel, '1:20');
      await (await field(panel)).type('The end');
      await panel.page.keyboard.press('Enter');
      await noted(panel, '1:20 The end');
      const other = await visit(nothing);
      await harness().popup(other);
      await harness().closePopup();
      await says(panel, 'Nothing is playing in this tab');
      const before = await harness().pages();
      await panel.page.evaluate(() => {
        const links = [...document.querySelectorAll<HTMLElement>('a.entry-time')];
        links.find((each) => each.textContent === '1:20')?.click();
      });
      // It has no network, so it shows no address. The unit tests check the link's address.
      const opened = await waitFor('the recording in a tab', async () =>
        (await harness().pages()).find((each) => !before.includes(each)),
      );
      await opened.close();
    });

    it('taken after going back gets its place in the post by one click, and an Undo', async () => {
      const page = await visit(talk);
      await stand(page, 70.5);
      const panel = await openTalk(harness(), page);
      await says(panel, '1:10');
      await (await field(panel)).type('Kept anyway');
      await panel.page.keyboard.press('Enter');
      await noted(panel, '1:10 Kept anyway');
      await stand(page, 5.5);
      await says(panel, '0:05');
      await (await field(panel)).type('The very start');
      await panel.page.keyboard.press('Enter');
      await noted(panel, '0:05 The very start');
      const place = async (words: string) => (await draft(panel)).indexOf(words);
      expect(await place('The very start')).toBeGreaterThan(await place('Kept anyway'));
      await panel.press('Use this order in the post');
      await waitFor(
        'the new order',
        async () => (await place('The very start')) < (await place('Kept anyway')),
      );
      await panel.press('Undo');
      await waitFor(
        'the old order',
        async () => (await place('The very start')) > (await place('Kept anyway')),
      );
    });

    it('of a live stream has its time, to be checked', async () => {
      const page = await visit('https://talks.example/live');
      await waitFor('the stream', () =>
        page.$eval('video', (each) => (each as HTMLVideoElement).currentTime > 0),
      );
      const panel = await openTalk(harness(), page);
      await says(panel, 'live');
      await (await field(panel)).type('Said live');
      await panel.page.keyboard.press('Enter');
      await noted(panel, /^\d+:\d\d Said live$/);
      await says(panel, 'Check the time');
    });

    it('without a recording is kept with the time of day, which the post does not have', async () => {
      const panel = await openTalk(harness(), await visit(nothing));
      await says(panel, 'Nothing is playing in this tab');
      await (await field(panel)).type('Said in the room');
      await panel.page.keyboard.press('Enter');
      await noted(panel, /^\d\d:\d\d Said in the room$/);
      expect(await draft(panel)).toContain('* Said in the room\n');
      for (const scheme of ['light', 'dark'] as const) {
        await harness().colorScheme(panel.page, scheme);
        expect(await axeViolations(panel.page)).toEqual([]);
      }
      await harness().colorScheme(panel.page, 'light');
    });
  });

  describe('a recording in a frame of another site', () => {
    it('gives a moment at the time that one types, by the shortcut', async () => {
      const page = await visit(embed);
      await harness().shortcut(page, 'clip-moment');
      await confirmed(harness(), page, 'Open the recording');
      await clickInConfirmation(harness(), page, 'Time that the player shows');
      await page.keyboard.type('12:34');
      await page.keyboard.press('Enter');
      await confirmed(harness(), page, 'Clipped to');
      const panel = await openTalk(harness(), page);
      await noted(panel, /^12:34 $/);
      expect(await draft(panel)).toContain('[12:34](https://youtu.be/aaaaaaaaaaa?t=754)');
    });

    it('gives notes the time that they begin with', async () => {
      const panel = await openTalk(harness(), await visit(embed));
      await says(panel, 'start each note with the time');
      await panel.find('textbox', 'Next note');
      expect(await panel.page.$eval('.talk-head a', (link) => link.getAttribute('href'))).toBe(
        'https://youtu.be/aaaaaaaaaaa',
      );
      await (await field(panel)).type('20:02 The second ring');
      await panel.page.keyboard.press('Enter');
      await noted(panel, '20:02 The second ring');
      expect(await axeViolations(panel.page)).toEqual([]);
    });
  });
});
