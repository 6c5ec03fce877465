import type { Speaker, WrapUpDetails } from '../../../lib/core/post/wrap-up.ts';
import { waitFor } from '../../support/wait.ts';
import type { Hands } from '../hands.ts';
import { textIn } from '../sight.ts';
import { collectPage } from './clips.ts';
import { openDesk } from './desk.ts';
import { toTab } from './tabs.ts';
import { addressesIn, choose, fill, typeWords } from './words.ts';

export type Details = Pick<
  WrapUpDetails,
  'title' | 'date' | 'tags' | 'event' | 'venue' | 'speakers' | 'recording' | 'footer'
>;

/**
 * Enters everything about the post except its clips, starting at its event's page, where the panel
 * is opened.
 * @param where the post is finished; at the desk, the footer's links are clipped before
 */
export async function enterDetails(
  hands: Hands,
  details: Details,
  where: 'panel' | 'desk' = 'panel',
): Promise<void> {
  await hands.tally.during('details', async () => {
    await hands.visit(details.event.url);
    await hands.openPanel();
    const { panel, tally } = hands;
    await toTab(hands, 'Clips');
    await hands.click(await panel.find('button', 'Fill the details'));
    await hands.click(await panel.find('button', 'Fill from this page'));
    const event = await panel.group('Event');
    await waitFor(
      'the event to be filled in',
      async () => (await textIn(await panel.find('textbox', 'Name', event))) !== '',
    );
    tally.clipped(details.event.url, details.event.name);
    if (where === 'desk') {
      await openDesk(hands);
      for (const address of addressesIn(details.footer)) await collectPage(hands, address);
    }

    const field = (label: string) => panel.find('textbox', label);
    await fill(hands, await field('Title'), details.title);
    const [, day, time, offset] = /^(.{10})T(.{5}):00(.+)$/.exec(details.date) ?? [];
    await fill(hands, await field('Date'), `${day} ${time} ${offset}`);
    if (details.tags.length > 0) {
      await hands.click(await field('Tags'));
      await hands.type(details.tags.map((tag) => `${tag},`).join(''));
    }
    const ofEvent = (label: string) => panel.find('textbox', label, event);
    await fill(hands, await ofEvent('Name'), details.event.name);
    await fill(hands, await ofEvent('Starts'), details.event.startsAt.replace('T', ' '));
    await fill(hands, await ofEvent('Venue'), details.venue.name);
    await fill(hands, await ofEvent('Venue’s web address'), details.venue.url);
    tally.offered(details.venue.url, details.venue.name);
    for (const speaker of details.speakers) await clipSpeaker(hands, speaker);
    for (const [at, speaker] of details.speakers.entries())
      await completeSpeaker(hands, speaker, at);
    const recording = await panel.group('Recording');
    const ofRecording = (label: string) => panel.find('textbox', label, recording);
    if (details.recording.url !== '') await useRecording(hands, details.recording.url);
    await fill(hands, await ofRecording('Address'), details.recording.url);
    if (details.recording.picture !== '') hands.takePicture();
    await fill(hands, await ofRecording('Picture path or address'), details.recording.picture);
    await fill(hands, await ofRecording('Picture alt text'), details.recording.pictureAlt);
    if (details.footer !== '') {
      const footer = await field('Footer');
      await hands.click(footer);
      await typeWords(hands, footer, details.footer);
    }
    await panel.saved();
  });
}

/** On the page of a speaker: uses the toolbar's button, and what it offers there. */
async function clipSpeaker(hands: Hands, speaker: Speaker): Promise<void> {
  await hands.visit(speaker.url);
  const popup = await hands.openPopup();
  await hands.click(await popup.find('button', 'Add speaker'));
  await waitFor('the speaker', async () => (await popup.status()).includes(' is a speaker '));
  hands.tally.clipped(speaker.url, speaker.name);
}

/** Does the same on the page of the recording. */
async function useRecording(hands: Hands, url: string): Promise<void> {
  await hands.visit(url);
  const popup = await hands.openPopup();
  await hands.click(await popup.find('button', 'Use as Recording'));
  await waitFor('the recording', async () => (await popup.status()).includes('Recording set'));
  hands.tally.clipped(url);
}

async function completeSpeaker(hands: Hands, speaker: Speaker, at: number): Promise<void> {
  const { panel } = hands;
  const line = await waitFor(`speaker ${at + 1}`, () =>
    hands.see(`li.person:nth-child(${at + 1})`),
  );
  const main = await waitFor('their line', () => line.$('.person-main'));
  await hands.click(main);
  const field = (label: string) => panel.find('textbox', label, line);
  await fill(hands, await field('Name'), speaker.name);
  if (speaker.role !== '') {
    // It is typed as the post has it; without parentheses it stays where it goes at first.
    const isAfter = speaker.rolePosition === 'after';
    await fill(hands, await field('Role'), isAfter ? `(${speaker.role})` : speaker.role);
    const place = isAfter ? 'after the name' : 'before the name';
    await choose(hands, await panel.find('combobox', 'Role goes', line), place);
  }
  await fill(hands, await field('Organisation'), speaker.affiliation.name);
  await fill(hands, await field('Organisation address'), speaker.affiliation.url);
  hands.tally.offered(speaker.affiliation.url, speaker.affiliation.name);
}
