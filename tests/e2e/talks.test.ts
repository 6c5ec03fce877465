import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import type { Talk } from '../../lib/core/post/wrap-up.ts';
import { axeViolations } from '../support/axe.ts';
import { createWrapUp } from '../support/items.ts';
import { inBothBrowsers, openPopup } from '../support/journeys.ts';
import { clickWhenStill, PopupDriver } from '../support/popup-driver.ts';
import { uuid } from '../support/records.ts';
import { storePost } from '../support/stored-post.ts';
import { waitFor } from '../support/wait.ts';

const repository = 'https://github.com/tidepool-db/tidepool';
const slides = 'https://speakerdeck.com/ada/rings';
const recording = 'https://video.example/w/kkGMgK9ZtnKfYAgnEtQxbv';
const film = {
  type: 'video/webm',
  body: readFileSync(new URL('../fixtures/media/talk.webm', import.meta.url)),
};
const page = (title: string) =>
  `<!doctype html><title>${title}</title><h1>${title}</h1><p>Text.</p>`;

const evening = createWrapUp();
const talkOf = (changes: Partial<Talk>): Talk => ({
  ...{ id: evening.id, title: '', speakerIds: [], slides: '', repository: '' },
  recording: { url: '', picture: '', pictureAlt: '' },
  ...changes,
});
const [rings, clocks] = [
  talkOf({ title: 'Rings', slides, repository }),
  talkOf({
    ...{ id: uuid(2), title: 'Clocks', slides: 'https://slides.example/clocks' },
    recording: { url: 'https://video.example/clocks', picture: '', pictureAlt: '' },
  }),
];

inBothBrowsers('an evening with several talks', (harness) => {
  const keep = (...talks: Talk[]) => storePost(harness(), { ...evening, talks }, []);
  beforeAll(() => {
    harness().site.addAll({
      [repository]: page('tidepool-db/tidepool'),
      [slides]: page('Rings'),
      [recording]: `${page('Rings')}<video src="/talk.webm" width="640" height="360" muted></video>`,
      'https://video.example/talk.webm': film,
    });
  });

  const over = async (url: string) => {
    const tab = await harness().open(url);
    const popup = await openPopup(harness(), tab);
    return {
      popup,
      close: async () => {
        await harness().closePopup();
        await tab.close();
      },
    };
  };
  const value = async (popup: PopupDriver, field: string) => {
    await popup.page.waitForSelector(`[data-field="${field}"]`);
    return popup.page.$eval(`[data-field="${field}"]`, (node) => (node as HTMLInputElement).value);
  };
  const statusSays = (popup: PopupDriver, text: string) =>
    waitFor(`"${text}"`, async () => (await popup.status()).includes(text));
  /** Opens a talk's line, by its position from 1 on; returns the line. */
  const talk = async (popup: PopupDriver, at: number) => {
    const line = await waitFor(`talk ${at}`, () => popup.page.$(`ol.people > li:nth-child(${at})`));
    const button = await line.$('.person-main');
    if (!button) throw new Error('The talk has no button');
    if ((await button.evaluate((node) => node.getAttribute('aria-expanded'))) !== 'true') {
      await clickWhenStill(button);
    }
    await waitFor('its fields', () => line.$('.person-fields'));
    return line;
  };

  it('takes repository and slides from their pages with one click, and Undo takes them back', async () => {
    const first = await over(repository);
    await first.popup.press('New wrap-up');
    await first.popup.find('button', 'Add note');
    await first.popup.press('Use as Repository');
    await statusSays(first.popup, 'Repository set.');
    await waitFor('the tick', () => first.popup.page.$('.fact.there'));
    expect(await axeViolations(first.popup.page)).toEqual([]);
    await first.popup.press('Undo');
    await first.popup.press('Use as Repository');
    await first.popup.saved();
    await first.close();

    const second = await over(slides);
    await second.popup.press('Use as Slides');
    await second.popup.saved();
    await second.popup.tab('Details');
    expect(await value(second.popup, 'talk.repository')).toBe(repository);
    expect(await value(second.popup, 'talk.slides')).toBe(slides);
    await second.close();
  });

  it('takes a date as people write it, in the zone of the browser', async () => {
    await keep();
    const { popup, close } = await over(slides);
    await popup.tab('Details');
    const event = await popup.group('Event');
    await popup.type('Starts', '17 March 2026 7 pm', event);
    await popup.saved();
    expect(await value(popup, 'event.timeZone')).toBe(
      await popup.page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
    );
    await popup.type('Date', '30 February 2026');
    await waitFor('the sentence', () => popup.page.$('.field-error'));
    await popup.type('Date', '19.3.2026 10:30 +01:00');
    await popup.saved();
    await popup.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await waitFor(
      'the start in full',
      async () => (await value(popup, 'event.startsAt')) === '2026-03-17 19:00',
    );
    expect(await value(popup, 'date')).toBe('2026-03-19 10:30 +01:00');
    await close();
  });

  it('has a list of talks, whose facts are in the draft; what is removed comes back with Undo', async () => {
    await keep(talkOf({ slides: 'https://slides.example/rings', repository }));
    const { popup, close } = await over(repository);
    await popup.tab('Details');
    await popup.type('Name', 'Rustling Meetup #12', await popup.group('Event'));
    await popup.press('Add another talk');
    const second = await talk(popup, 2);
    await popup.type('Talk title', 'Clocks', second);
    await popup.type('Slides', 'https://slides.example/clocks', second);
    await popup.type('Recording', 'https://video.example/clocks', second);
    const first = await talk(popup, 1);
    await popup.type('Talk title', 'Rings', first);
    await popup.saved();
    expect(await axeViolations(popup.page)).toEqual([]);

    await popup.tab('Draft');
    const draft = await popup.draft();
    for (const fact of [
      'Rings',
      'Clocks',
      'https://slides.example/rings',
      repository,
      'https://slides.example/clocks',
      'https://video.example/clocks',
    ]) {
      expect(draft).toContain(fact);
    }
    expect(draft.indexOf('Rings')).toBeLessThan(draft.indexOf('Clocks'));

    await popup.tab('Details');
    await popup.press('Remove “Clocks”');
    await statusSays(popup, 'Talk removed');
    expect(await popup.has('button', 'Remove “Rings”')).toBe(false);
    expect(await value(popup, 'talk.title')).toBe('Rings');
    await popup.press('Undo');
    await popup.find('button', 'Remove “Clocks”');
    // If there are several talks, the user must say which one a page belongs to.
    await popup.tab('Clips');
    await popup.press('Use as Slides');
    await clickWhenStill(await popup.find('menuitem', 'Clocks'));
    await statusSays(popup, 'Slides of “Clocks” set. It replaced');
    for (const width of [400, 360]) {
      await popup.page.evaluate(
        (px) => document.documentElement.style.setProperty('--popup-width', `${px}px`),
        width,
      );
      const isCut = await popup.page.$eval(
        '.undo-text',
        (text) => text.scrollWidth > text.clientWidth || text.scrollHeight > text.clientHeight + 1,
      );
      expect(isCut, `at ${width} px`).toBe(false);
    }
    await popup.saved();
    await close();
  });

  it('in two windows loses nothing that is typed in two talks', async () => {
    const openWindow = async () => {
      const driver = new PopupDriver(await harness().openOwn('popup.html'));
      await driver.page.waitForSelector('main.popup [role=tab]');
      await driver.settled();
      await driver.tab('Details');
      return driver;
    };
    await keep(rings, clocks);
    const one = await openWindow();
    const other = await openWindow();
    await one.page.bringToFront();
    await one.type('Talk title', 'Rings all the way', await talk(one, 1));
    await other.page.bringToFront();
    await other.type('Repository', 'https://code.example/clocks', await talk(other, 2));
    await other.saved();
    await one.page.bringToFront();
    await one.saved();
    const shown = async (driver: PopupDriver) => {
      const titles = await driver.page.$$eval('ol.people .person-name', (names) =>
        names.map((name) => name.textContent),
      );
      return titles.join('|');
    };
    for (const each of [one, other]) {
      await waitFor('both talks', async () => (await shown(each)) === 'Rings all the way|Clocks');
    }
    await one.page.bringToFront();
    const second = await talk(one, 2);
    const repositories = await second.$$eval('[data-field$=".repository"]', (fields) =>
      fields.map((field) => (field as HTMLInputElement).value),
    );
    expect(repositories).toEqual(['https://code.example/clocks']);
    await one.page.close();
    await other.page.close();
  });

  it('gives notes taken live their times in the recording of their talk', async () => {
    await keep(rings, clocks);
    const { popup, close } = await over(repository);
    await popup.tab('Talk');
    await popup.choose('Notes for', 'Clocks');
    for (const words of ['a clock with one hand', 'why it runs backwards']) {
      await popup.type('Next note', words);
      await popup.page.keyboard.press('Enter');
      await statusSays(popup, 'Noted');
    }
    await popup.press('Match to the recording…');
    await popup.type('was taken at', '1:00');
    await waitFor('the preview', () => popup.page.$('.match-preview li'));
    expect(await axeViolations(popup.page)).toEqual([]);
    await popup.press('Set 2 times');
    await statusSays(popup, 'The notes now have their times');
    await waitFor('the moments', async () => (await popup.page.$$('a.entry-time')).length === 2);
    await popup.press('Undo');
    await waitFor('the notes', async () => (await popup.page.$$('a.entry-time')).length === 0);
    await popup.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await close();
  });

  it('takes a clipped frame for the picture of a recording, and that for the recording', async () => {
    await keep(rings, clocks);
    const { popup, close } = await over(recording);
    await popup.tab('Clips');
    await popup.press('Clip frame of the video');
    await waitFor('the picture', () => popup.page.$('li[data-kind=image]'));
    await popup.press('Use as the recording’s picture');
    await clickWhenStill(await popup.find('menuitem', 'Rings'));
    await statusSays(popup, 'It is the recording’s picture now');
    await waitFor(
      'the clip to go',
      async () => (await popup.page.$('li[data-kind=image]')) === null,
    );
    await popup.tab('Details');
    await talk(popup, 1);
    const first = await popup.page.$eval('ol.people > li [data-field^="talk."]', (field) =>
      (field as HTMLElement).dataset.field?.replace('title', 'recording'),
    );
    expect(await value(popup, `${first}.url`)).toBe(recording);
    expect(await value(popup, `${first}.picture`)).toMatch(/^\/images\/screenshot-.*\.png$/);
    await close();
  });
});
