import type { Details } from '../steps/details.ts';

/** The data of an evening of a fictional group. */
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
