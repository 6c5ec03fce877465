import { clampText, limits } from '../core/base/limits.ts';
import type { CapturedEvent } from '../core/capture/capture.ts';
import type { NamedLink } from '../core/post/wrap-up.ts';
import { isLinkable } from '../markdown/address.ts';
import { plainAddress } from '../markdown/linked-addresses.ts';
import { readBlocks } from '../markdown/read.ts';
import { parseMediaAddress } from '../sites/media-address.ts';
import { parseProfileAddress } from '../sites/profile-address.ts';
import { parseSlidesAddress } from '../sites/slides-address.ts';
import { seeDate } from './style/date-forms.ts';

/** What the first sentences of a post seem to say about the evening; every part may be empty. */
export interface FirstSentences {
  captured: CapturedEvent;
  /** Addresses, or ''. */
  recording: string;
  slides: string;
  /** Title of the first talk, or ''. */
  talkTitle: string;
}

/** A link in a sentence, with the words around it. */
interface Said extends NamedLink {
  before: string;
  /** Its position in the sentence's words. */
  at: number;
}

/** Longer sentences are not only about time and place. */
const longest = 3_000;

const dates =
  /\b\d{4}-\d\d-\d\d\b|\b\d{1,2}\.\d{1,2}\.\d{4}\b|\b\d{1,2}\.? [A-Z][a-z]{2,8} \d{4}\b|\b[A-Z][a-z]{2,8} \d{1,2},? \d{4}\b/;
const clock = /\b([01]?\d|2[0-3]):([0-5]\d)\b(?:\s*Uhr)?(?:\s*\(?(CET|CEST|MEZ|MESZ|UTC|GMT)\b)?/;
const offsets: Readonly<Record<string, string>> = {
  ...{ CET: '+01:00', MEZ: '+01:00', CEST: '+02:00', MESZ: '+02:00', UTC: '+00:00', GMT: '+00:00' },
};
const happened =
  /^(.{3,120}?)\s+(?:took place|was held|happened|was on|fand|war am|hat am|wurde am)\b/u;
const atPlace = /(?:^|\s)(?:at|in|@|im|in der|in den|bei|bei der|beim)\s+(?:the\s+)?$/iu;
const byPerson =
  /(?:^|[\s(])(?:by|with|and|von|mit|und|welcomed?|speakers?:?|where|Dr\.|Prof\.)\s+(?:[\p{L}.]+\s+){0,3}$/iu;
const fromGroup = /(?:^|\s)(?:from|of|at|about|on|in|aus|bei|über|vom|von der)\s+(?:the\s+)?$/iu;
const person =
  /^(?:(?:Dr|Prof)\.\s+)*\p{Lu}[\p{L}'’.-]*(?:\s+(?:\p{Lu}[\p{L}'’.-]*|von|van|de|der|den|da|di|la|le)){1,4}$/u;
const recorded = /\b(?:record|video|youtube|aufzeichnung|aufnahme|mitschnitt)/iu;
const shown = /\b(?:slides?|slide deck|folien|presentation slides)\b/iu;

/**
 * Reads the first sentences of an opened post: when and where the evening was, who spoke, and what
 * was recorded. All of it is guessed from the words around links and must be confirmed; nothing is
 * applied automatically.
 * @param paragraphs Markdown of the first ones, in their order
 */
export function readFirstSentences(paragraphs: readonly string[]): FirstSentences {
  const links: Said[] = [];
  let words = '';
  for (const paragraph of paragraphs) {
    if (words.length > longest) break;
    const read = readSentences(clampText(paragraph, longest));
    links.push(...read.links.map((link) => ({ ...link, at: link.at + words.length })));
    words += `${read.words}\n`;
  }
  const found = dates.exec(words);
  const date = found ? seeDate(found[0])?.date.slice(0, 10) : undefined;
  const dateAt = found?.index ?? 0;
  const dated = links.find(({ at, name }) => at <= dateAt && dateAt < at + name.length);
  const [, hours = '', minutes = '', zone = ''] =
    clock.exec(words.slice(dateAt, dateAt + 80)) ?? [];
  const isTimed = date !== undefined && hours !== '';
  const [, subject = ''] = happened.exec(words.trim()) ?? [];
  const named = links.find(({ name, at }) => name === subject && at < 3);
  // Without a date the sentences are not about an evening.
  const ofEvening = date === undefined ? [] : links;
  const venue = ofEvening.find(
    (link) => link.at > dateAt && link !== dated && atPlace.test(link.before),
  );
  const speakers = ofEvening.filter((link) => link !== venue && isSpeaker(link));
  const eventUrl = dated?.url ?? named?.url ?? '';
  return {
    captured: {
      event: {
        name: date === undefined && eventUrl === '' ? '' : subject,
        url: eventUrl,
        startsAt: isTimed ? `${date}T${hours.padStart(2, '0')}:${minutes}` : (date ?? ''),
        timeZone: isTimed ? (offsets[zone] ?? '') : '',
      },
      venue: { name: venue?.name ?? '', url: venue?.url ?? '' },
      organiser: { name: '', url: '' },
      performers: once(speakers).slice(0, limits.speakers),
    },
    recording: links.find(isRecording)?.url ?? '',
    slides: links.find(isSlides)?.url ?? '',
    talkTitle: date === undefined ? '' : talkTitleIn(words),
  };
}

const inSentence = '(?:[^.!?]|\\b(?:Dr|Prof|St)\\.|\\.(?=\\S)){0,250}?';
const aboutTalk = new RegExp(
  `\\b(?:talk(?:ed|ing|s)?|presentation|presented|spoke|speaking|vortrag|sprach|sprechen)\\b${inSentence}` +
    '(?:(?<!\\p{L})(?:about|on|titled|called|über|zum Thema|mit dem Titel)\\s+|:\\s+(?=["“„«]))' +
    '(?:["“„«»](?<quoted>[^"”“«»]{3,150})["”“«»]|(?<plain>[^,;:!?"“”]{3,150}?)(?=[.!?;,:](?:\\s|$)))',
  'iu',
);
/** Dates, days and months: `on 18 November` is no title. */
const isTime =
  /^(?:the\s+)?(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|[jfmasond][a-z]{2,8} \d)/i;

/** Returns what a sentence says a talk was about, or ''. */
function talkTitleIn(words: string): string {
  const { quoted, plain = '' } = aboutTalk.exec(words)?.groups ?? {};
  const title = (quoted ?? plain).trim();
  return isTime.test(title) ? '' : title;
}

const isRecording = ({ name, url, before }: Said): boolean =>
  parseMediaAddress(url) !== undefined && recorded.test(`${before.slice(-80)} ${name}`);

const isSlides = ({ name, url }: Said): boolean =>
  shown.test(name) || parseSlidesAddress(url) !== undefined;

function isSpeaker({ name, url, before }: Said): boolean {
  if (!person.test(name)) return false;
  if (parseProfileAddress(url) !== undefined) return true;
  return byPerson.test(before) && !fromGroup.test(before);
}

function once(people: readonly NamedLink[]): NamedLink[] {
  const names = new Set<string>();
  return people.flatMap(({ name, url }) => {
    if (names.has(name)) return [];
    names.add(name);
    return [{ name, url }];
  });
}

/** Returns a text's words, with link texts for links, and its links. Pictures are left out. */
function readSentences(markdown: string): { words: string; links: Said[] } {
  let words = '';
  let at = 0;
  const links: Said[] = [];
  const plain = (text: string) => text.replace(/[*_`\\]/g, '').replace(/\s+/g, ' ');
  for (const { links: found } of readBlocks(markdown)) {
    for (const { start, end, label, address, isImage } of found) {
      if (start < at) continue;
      words += plain(markdown.slice(at, start));
      at = end;
      if (isImage) continue;
      const name = clampText(plain(markdown.slice(label.start, label.end)).trim(), limits.label);
      const url = plainAddress(markdown.slice(address.start, address.end));
      const isSafe = isLinkable(url) && url.length <= limits.url && !name.startsWith('!');
      if (isSafe) links.push({ name, url, before: words.slice(-120), at: words.length });
      words += name;
    }
  }
  return { words: words + plain(markdown.slice(at)), links };
}
