import type { Page } from 'puppeteer-core';
import type { Item } from '../../lib/core/post/item.ts';
import type { Speaker, WrapUp } from '../../lib/core/post/wrap-up.ts';
import { selectText } from './browsers/gestures.ts';
import type { Harness } from './browsers/harness.ts';
import { openPopup } from './journeys.ts';
import type { PopupDriver } from './popup-driver.ts';
import { waitFor } from './wait.ts';

/** Where a note-taker finds an item. */
export interface Place {
  /** Address of the page to visit. */
  url: string;
  /** First and last words of a quote on that page; default: all its words. */
  words?: { from: string; to?: string };
  /** For a link: the element to open the context menu on; default: the page itself is clipped. */
  link?: string;
}

type Written = Extract<Item, { kind: 'note' | 'section' | 'moment' }>;
type Clipped = Extract<Item, { kind: 'quote' | 'link' | 'image' }>;

const sectionForms = {
  'lead-in': 'Lead-in line',
  h1: 'Large heading',
  h2: 'Heading',
  h3: 'Small heading',
  h4: 'Smallest heading',
};

function isWritten(item: Item): item is Written {
  return item.kind === 'note' || item.kind === 'section' || item.kind === 'moment';
}

function isClipped(item: Item): item is Clipped {
  return item.kind === 'quote' || item.kind === 'link' || item.kind === 'image';
}

export interface Post {
  wrapUp: WrapUp;
  items: readonly Item[];
  /** Returns where each clip is found; notes and sections are nowhere. */
  find(item: Item): Place;
}

/**
 * Makes a post as a note-taker would: visits the pages, selects with the mouse, clips by shortcut
 * and menu, and types the rest into the real popup.
 */
export class NoteTaker {
  readonly #harness: Harness;
  #page: Page | undefined;
  /** The popup over that page, while it is open. */
  #popup: PopupDriver | undefined;

  constructor(harness: Harness) {
    this.#harness = harness;
  }

  /** Clips and writes everything in its order; ends on the page of the event. */
  async makePost(post: Post): Promise<PopupDriver> {
    let count = 0;
    for (const item of post.items) {
      count++;
      if (isWritten(item)) await this.#write(item);
      else if (isClipped(item)) await this.#clip(item, post.find(item), count);
    }
    await this.visit(post.wrapUp.event.url);
    const popup = await this.#overPage();
    await fillDetails(popup, post.wrapUp);
    return popup;
  }

  async visit(url: string): Promise<Page> {
    await this.#harness.closePopup();
    this.#popup = undefined;
    const before = this.#page;
    this.#page = await this.#harness.open(url);
    await before?.close();
    return this.#page;
  }

  async #overPage(): Promise<PopupDriver> {
    if (!this.#page) throw new Error('No page is open yet');
    this.#popup = await openPopup(this.#harness, this.#page);
    return this.#popup;
  }

  async #clip(item: Clipped, place: Place, count: number): Promise<void> {
    const page = await this.visit(place.url);
    const menu = async (entry: 'clip-link' | 'clip-picture', selector: string) => {
      const target = await page.$(selector);
      if (!target) throw new Error(`${place.url} has no ${selector}`);
      await this.#harness.menu(page, entry, target);
    };
    if (item.kind === 'image') await menu('clip-picture', 'main img');
    else if (item.kind === 'link' && place.link) await menu('clip-link', place.link);
    else {
      if (item.kind === 'quote') await selectText(page, place.words ?? { from: item.text });
      await this.#harness.shortcut(page);
    }
    const popup = await this.#overPage();
    await waitFor(
      `clip ${count} (${place.url})`,
      async () => (await popup.rows()).length === count,
    );
    await this.#editClip(popup, item);
  }

  async #editClip(popup: PopupDriver, item: Clipped): Promise<void> {
    const row = await popup.openRow(-1);
    if (item.kind === 'quote') {
      await popup.type('Your words', item.note, row);
      if (item.attributionLabel !== '') {
        await popup.choose('Cite source as', 'Custom text', row);
        await popup.type('Custom text for the source', item.attributionLabel, row);
      }
      const names = {
        'host-path': 'Host and path',
        title: 'Page title',
        section: 'Section',
        custom: 'Custom text',
        none: 'None',
      };
      await popup.choose('Cite source as', names[item.attribution], row);
    } else if (item.kind === 'link') {
      await popup.type('Title', item.title, row);
      await popup.type('Your words', item.note, row);
      await popup.choose('Show as', item.form === 'bullet' ? 'Bullet' : 'Paragraph', row);
    } else {
      await popup.type('Alt text', item.alt, row);
      await popup.type('Links to', item.linkUrl, row);
      const path = item.path || (item.fileName && `/images/${item.fileName}`);
      if (path) await popup.type('Path in the post', path, row);
    }
    await popup.check('Hidden in the post', item.hidden, row);
    await popup.saved();
    await popup.press('Done', row);
  }

  /** Writes notes and sections; a moment is written as a note with its link. */
  async #write(item: Written): Promise<void> {
    if (!this.#page) await this.visit('https://start.example/');
    const popup = this.#popup ?? (await this.#overPage());
    if (!(await popup.has('button', 'Add note'))) {
      await popup.press('New wrap-up');
      await popup.find('button', 'Add note');
      await popup.settled();
    }
    const row = await popup.add(item.kind === 'section' ? 'section' : 'note');
    if (item.kind === 'section') {
      await popup.type('Text', item.note, row);
      await popup.choose('Show as', sectionForms[item.form], row);
    } else {
      await popup.type('Your words', item.kind === 'moment' ? momentWords(item) : item.note, row);
      await popup.choose('Show as', item.form === 'bullet' ? 'Bullet' : 'Paragraph', row);
    }
    await popup.check('Hidden in the post', item.hidden, row);
    await popup.saved();
    await popup.press('Done', row);
  }
}

function momentWords({ startSeconds, mediaUrl, note }: Extract<Item, { kind: 'moment' }>): string {
  const [minutes, seconds] = [Math.floor(startSeconds / 60), startSeconds % 60];
  return `[${minutes}:${String(seconds).padStart(2, '0')}](${mediaUrl}?start=${minutes}m${seconds}s) ${note}`;
}

/** Fills the details from the open page's event, then types what that did not say. */
export async function fillDetails(popup: PopupDriver, wrapUp: WrapUp): Promise<void> {
  await popup.tab('Details');
  await popup.press('Fill from this page');
  await waitFor('the event to be filled in', async () => {
    const field = await popup.find('textbox', 'Name', await popup.group('Event'));
    return field.evaluate((node) => (node as HTMLInputElement).value !== '');
  });
  await popup.type('Title', wrapUp.title);
  await popup.type('Slug', wrapUp.slug);
  const [, day, time, offset] = /^(.{10})T(.{5}):00(.+)$/.exec(wrapUp.date) ?? [];
  await popup.type('Date', `${day} ${time} ${offset}`);
  await popup.check('Unpublished (draft: true)', wrapUp.draft);
  await popup.addTags(wrapUp.tags);
  const event = await popup.group('Event');
  await popup.type('Name', wrapUp.event.name, event);
  await popup.type('Address', wrapUp.event.url, event);
  await popup.type('Starts', wrapUp.event.startsAt.replace('T', ' '), event);
  await popup.type('Time zone', wrapUp.event.timeZone, event);
  await popup.type('Venue', wrapUp.venue.name, event);
  await popup.type('Venue’s web address', wrapUp.venue.url, event);
  for (const [at, speaker] of wrapUp.speakers.entries()) await addSpeaker(popup, speaker, at);
  const recording = await popup.group('Recording');
  await popup.type('Address', wrapUp.recording.url, recording);
  await popup.type('Picture path or address', wrapUp.recording.picture, recording);
  await popup.type('Picture alt text', wrapUp.recording.pictureAlt, recording);
  await popup.type('Footer', wrapUp.footer);
  await popup.saved();
}

async function addSpeaker(popup: PopupDriver, speaker: Speaker, at: number): Promise<void> {
  await popup.press('Add speaker');
  const people = await waitFor('the new speaker to be open', async () =>
    (await popup.page.$$('li.person.on, li.person:has([aria-expanded=true])')).length === 1
      ? popup.page.$(`li.person:nth-child(${at + 1}):has([aria-expanded=true])`)
      : null,
  );
  await popup.type('Name', speaker.name, people);
  await popup.type('Address', speaker.url, people);
  await popup.type('Role', speaker.role, people);
  await popup.choose(
    'Role goes',
    speaker.rolePosition === 'before' ? 'before the name' : 'after the name',
    people,
  );
  await popup.type('Organisation', speaker.affiliation.name, people);
  await popup.type('Organisation address', speaker.affiliation.url, people);
}
