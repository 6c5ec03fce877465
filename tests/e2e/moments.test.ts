import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Frame, Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  clickInConfirmation,
  clipsOne,
  confirmed,
  readConfirmation,
} from '../support/confirmation.ts';
import { splitPost } from '../support/draft-text.ts';
import { inBothBrowsers, openPopup } from '../support/journeys.ts';
import { regionHost } from '../support/overlays.ts';
import { waitFor } from '../support/wait.ts';

const recording = (name: string) => ({
  type: 'video/webm',
  body: readFileSync(new URL(`../fixtures/media/${name}.webm`, import.meta.url)),
});
const talks = 'https://talks.example/12/';
const elsewhere = 'https://cdn.example';
const video = (src: string, extra = '') => `<!doctype html><title>Rings all the way – Talks</title>
  <meta property="og:site_name" content="Talks"><style>body { margin: 0; background: #ccc }</style>
  <h1>Rings all the way</h1>
  <video src="${src}" width="640" height="360" ${extra}></video>`;

inBothBrowsers('moments', (harness) => {
  beforeAll(() => {
    const { site } = harness();
    site.addAll({
      [`${talks}talk.webm`]: recording('talk'),
      [`${talks}black.webm`]: recording('black'),
      [`${talks}8k.webm`]: recording('8k'),
      [`${talks}8k`]: video('8k.webm'),
      [`${elsewhere}/black.webm`]: recording('black'),
      [`${talks}protected`]: video(`${elsewhere}/black.webm`),
      [`${elsewhere}/talk.webm`]: recording('talk'),
      [`${elsewhere}/free.webm`]: {
        ...recording('talk'),
        headers: { 'access-control-allow-origin': '*' },
      },
      [talks]: video('talk.webm'),
      [`${talks}black`]: video('black.webm'),
      [`${talks}elsewhere`]: video(`${elsewhere}/talk.webm`),
      [`${talks}free`]: video(`${elsewhere}/free.webm`, 'crossorigin="anonymous"'),
      [`${talks}framed`]: `<!doctype html><title>Framed</title>
        <iframe src="${talks}" width="800" height="500"></iframe>`,
      [`${talks}live`]: `<!doctype html><title>Live</title><video muted autoplay></video><script>
        const canvas = document.createElement('canvas');
        const draw = canvas.getContext('2d');
        setInterval(() => draw.fillRect(Math.random() * 9, 0, 9, 9), 50);
        document.querySelector('video').srcObject = canvas.captureStream(20);
        </script>`,
      [`${talks}nothing`]: '<!doctype html><title>Nothing</title><p>Nothing plays here.</p>',
      [`${talks}embed`]: `<!doctype html><title>Embed</title>
        <iframe src="https://www.youtube-nocookie.com/embed/aaaaaaaaaaa"></iframe>`,
      'https://www.youtube-nocookie.com/embed/aaaaaaaaaaa': video(`${elsewhere}/talk.webm`),
      'https://www.youtube.com/watch?v=aaaaaaaaaaa': `<!doctype html><title>Rings - YouTube</title>
        <ytd-watch-flexy video-id="aaaaaaaaaaa"><div class="html5-video-player">
        <video src="${elsewhere}/free.webm" crossorigin width="640" height="360"></video>
        <div class="ytp-chapter-title-content">The ring</div></div></ytd-watch-flexy>`,
    });
  });

  /** Plays from `seconds` on, muted. */
  const playFrom = (page: Page | Frame, seconds: number, playing = true) =>
    page.$eval(
      'video',
      async (element, at, plays) => {
        const media = element as HTMLVideoElement;
        media.muted = true;
        // A bare file plays as soon as it is opened.
        if (!plays) media.pause();
        if (media.readyState < 1) {
          await new Promise((resolve) => media.addEventListener('loadedmetadata', resolve));
        }
        const seeked = new Promise((resolve) => media.addEventListener('seeked', resolve));
        media.currentTime = at;
        await seeked;
        if (plays) await media.play();
      },
      seconds,
      playing,
    );
  const visit = async (url: string, seconds?: number, playing = true) => {
    const page = await harness().open(url);
    if (seconds !== undefined) await playFrom(page, seconds, playing);
    return page;
  };
  const takeMoment = async (page: Page) => {
    await clipsOne(harness(), () => harness().shortcut(page, 'clip-moment'));
    await confirmed(harness(), page, 'Clipped to');
  };
  const draft = async (page: Page) => {
    const popup = await openPopup(harness(), page);
    await popup.tab('Draft');
    const text = await popup.draft();
    await popup.tab('Clips');
    await harness().closePopup();
    return splitPost(text).body;
  };
  /** Width and height that a row's picture has. */
  const pictureSize = async (page: Page) => {
    const popup = await openPopup(harness(), page);
    const size = await waitFor('the picture', () =>
      popup.page.$$eval('img.thumb', (images) => {
        const image = images.at(-1);
        return image?.complete && image.naturalWidth > 0
          ? { width: image.naturalWidth, height: image.naturalHeight }
          : null;
      }),
    );
    await harness().closePopup();
    return size;
  };

  describe('Alt+Shift+M', () => {
    it('clips the moment of a recording that is playing, and moves it', async () => {
      const page = await visit(talks, 61.4);
      await takeMoment(page);
      const until = await page.$eval('video', (each) => {
        const media = each as HTMLVideoElement;
        const { paused, currentTime } = media;
        media.pause();
        return paused ? undefined : currentTime;
      });
      const text = (await readConfirmation(harness(), page))?.text ?? '';
      const [, minutes, seconds] = /−1(\d):(\d\d)\+1/.exec(text) ?? [];
      const taken = Number(minutes) * 60 + Number(seconds);
      expect(taken).toBeGreaterThanOrEqual(61);
      expect(taken).toBeLessThanOrEqual(Number(until));
      await clickInConfirmation(harness(), page, '5 seconds earlier');
      const moved = taken - 5;
      const time = `${Math.floor(moved / 60)}:${String(moved % 60).padStart(2, '0')}`;
      await waitFor('the moved moment in the draft', async () =>
        (await draft(page)).includes(`[${time}](https://talks.example/12/talk.webm#t=${moved})`),
      );
      await page.close();
    });

    it('recognizes the same second', async () => {
      const page = await visit(talks, 30.2, false);
      await takeMoment(page);
      await playFrom(page, 31.1, false);
      await harness().shortcut(page, 'clip-moment');
      await confirmed(harness(), page, 'Clip again');
      await page.close();
    });

    it('after a soft navigation, clips the recording that is playing, or asks to check it', async () => {
      const page = await visit('https://www.youtube.com/watch?v=aaaaaaaaaaa', 12.2, false);
      await takeMoment(page);
      expect((await readConfirmation(harness(), page))?.text).not.toContain('Check the time');
      const go = (player: string) =>
        page.evaluate((id) => {
          history.pushState({}, '', '/watch?v=bbbbbbbbbbb');
          document.title = 'Tides - YouTube';
          document.querySelector('ytd-watch-flexy')?.setAttribute('video-id', id);
        }, player);
      await go('bbbbbbbbbbb');
      await takeMoment(page);
      await go('aaaaaaaaaaa');
      await playFrom(page, 20.2, false);
      await harness().shortcut(page, 'clip-moment');
      await confirmed(harness(), page, 'Check the time');
      const body = await draft(page);
      expect(body).toContain('[0:12](https://youtu.be/aaaaaaaaaaa?t=12)');
      expect(body).toContain('[0:12](https://youtu.be/bbbbbbbbbbb?t=12)');
      expect(body).toContain('[0:20](https://youtu.be/aaaaaaaaaaa?t=20)');
      await page.close();
    });

    it('clips the moment of a media file, and of a player in a frame of the page itself', async () => {
      const file = await visit(`${talks}talk.webm`, 10.2, false);
      await takeMoment(file);
      expect(await draft(file)).toContain('[0:10](https://talks.example/12/talk.webm#t=10)');
      await file.close();
      const page = await visit(`${talks}framed`);
      const frame = await waitFor('the frame', async () =>
        page.frames().find((each) => each.url() === talks),
      );
      await playFrom(frame, 14.2, false);
      await takeMoment(page);
      expect(await draft(page)).toContain('[0:14](https://talks.example/12/talk.webm#t=14)');
      await page.close();
    });

    it('clips the moment of a live stream, and asks to check it', async () => {
      const page = await visit(`${talks}live`);
      await waitFor('the stream', () =>
        page.$eval('video', (each) => (each as HTMLVideoElement).currentTime > 0),
      );
      await harness().shortcut(page, 'clip-moment');
      await confirmed(harness(), page, 'Check the time');
      expect(await draft(page)).toMatch(/\[\d+:\d\d\]\(https:\/\/talks\.example\/12\/live\)/);
      await page.close();
    });

    it.each([
      [`${talks}nothing`, 'No recording is playing on this page'],
      [`${talks}embed`, 'The recording is embedded from another site'],
    ])('on %s says: %s', async (url, sentence) => {
      const page = await visit(url);
      await harness().shortcut(page, 'clip-moment');
      expect(await confirmed(harness(), page, sentence)).toMatchObject({ role: 'alert' });
      await page.close();
    });
  });

  describe('Alt+Shift+S', () => {
    const shoot = async (page: Page, words = 'Clipped to') => {
      await harness().shortcut(page, 'clip-screenshot');
      // Writing a large picture takes long on a busy machine.
      return confirmed(harness(), page, words, 60_000);
    };

    it.each([
      ['of the same site', talks, 40.2],
      ['of another site that allows it', `${talks}free`, 41.2],
    ])('keeps the frame of a video %s at its native size', async (_whose, url, at) => {
      const page = await visit(url, at, false);
      await shoot(page);
      expect(await pictureSize(page)).toEqual({ width: 320, height: 180 });
      await page.close();
    });

    it('crops the frame of another site’s video from the tab', async () => {
      const page = await visit(`${talks}elsewhere`, 42.2, false);
      await shoot(page);
      expect(await pictureSize(page)).toEqual({ width: 640, height: 360 });
      expect(await draft(page)).toMatch(
        /\[!\[\]\(\/images\/screenshot-\d{4}-\d\d-\d\d-\d{6}-rings-all-the-way\.png\)\]\(https:\/\/cdn\.example\/talk\.webm#t=42\)/,
      );
      await page.close();
    });

    it('keeps a picture of the tab if nothing is playing, and saves its alt text', async () => {
      const page = await visit(`${talks}nothing`);
      await shoot(page);
      await clickInConfirmation(harness(), page, 'Alt text');
      await page.keyboard.type('A page without a recording');
      await confirmed(harness(), page, 'Saved');
      expect(await draft(page)).toContain('![A page without a recording](/images/screenshot-');
      await page.close();
    });

    it('is made smaller for a video in 8K, and says so', async () => {
      const page = await visit(`${talks}8k`, 1.2, false);
      await shoot(page, 'It is kept smaller');
      expect(await pictureSize(page)).toEqual({ width: 3840, height: 2160 });
      await page.close();
    });

    it.each([
      ['a frame is black', `${talks}black`],
      // What a protected video looks like to everything but the screen.
      ['what the tab shows of a video is black', `${talks}protected`],
    ])('says when %s', async (_what, url) => {
      const page = await visit(url, 1.2, false);
      await shoot(page, 'only one colour');
      await page.close();
    });
  });

  it('pictures are in the zip with the post, in the places that the post names', async () => {
    const page = await visit(talks, 50.2, false);
    await harness().shortcut(page, 'clip-screenshot');
    await confirmed(harness(), page, 'Clipped to');
    const shown = [...(await draft(page)).matchAll(/\]\(\/images\/(screenshot-[^)]+\.png)\)/g)];
    const popup = await openPopup(harness(), page);
    await popup.tab('Draft');
    await popup.draft();
    await popup.press('Download .zip with all files');
    const zip = await waitFor('the zip', async () => {
      const name = readdirSync(harness().downloadDir).find((each) => each.endsWith('.zip'));
      const bytes = name ? readFileSync(join(harness().downloadDir, name)) : null;
      return bytes && bytes.length > 0 ? bytes : null;
    });
    const files = Object.keys(unzipSync(new Uint8Array(zip)));
    expect(files[0]).toMatch(/^content\/posts\/.+\.md$/);
    expect(shown.length).toBeGreaterThan(0);
    expect(files.slice(1).toSorted()).toEqual(
      shown.map(([, name]) => `static/images/${name}`).toSorted(),
    );
    await popup.tab('Clips');
    await harness().closePopup();
    await page.close();
  });

  describe('a region', () => {
    const choose = async (page: Page) => {
      const target = await page.$('p');
      if (!target) throw new Error('no paragraph');
      await harness().menu(page, 'clip-region', target);
      await waitFor('the drawing', () => page.$(regionHost));
    };

    it('is drawn with the mouse', async () => {
      const page = await visit(`${talks}nothing`);
      await choose(page);
      await page.mouse.move(20, 10);
      await page.mouse.down();
      await page.mouse.move(100, 40, { steps: 3 });
      await page.mouse.move(220, 110);
      await page.mouse.up();
      await confirmed(harness(), page, 'Clipped to');
      expect(await pictureSize(page)).toEqual({ width: 200, height: 100 });
      await page.close();
    });

    it('is drawn with the keyboard, or cancelled', async () => {
      const page = await visit(`${talks}nothing`);
      await choose(page);
      await page.keyboard.press('Escape');
      await waitFor('the drawing to go', async () => (await page.$(regionHost)) === null);
      await choose(page);
      const { width, height } = await page.evaluate(() => ({
        width: Math.round(innerWidth * 0.6),
        height: Math.round(innerHeight * 0.6),
      }));
      await page.keyboard.down('Shift');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.up('Shift');
      await page.keyboard.press('Enter');
      await confirmed(harness(), page, 'Clipped to');
      expect(await pictureSize(page)).toEqual({ width: width - 16, height });
      await page.close();
    });
  });
});
