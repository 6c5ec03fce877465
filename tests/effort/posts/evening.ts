import type { Details } from '../steps/details.ts';

/** What is said of an evening of a group that never was. */
export function evening(
  details: Pick<Details, 'title' | 'date' | 'event'> & Partial<Details>,
): Details {
  return {
    tags: ['summary', 'meetup'],
    venue: { name: 'Kontor 7', url: 'https://kontor7.example/' },
    speakers: [],
    recording: { url: '', picture: '', pictureAlt: '' },
    footer: '[Join the Rustling meetup](https://events.example/rustling/) to hear of the next one.',
    ...details,
  };
}
