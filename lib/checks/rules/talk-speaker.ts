import type { Check } from '../check.ts';

/** Finds a talk of the evening without speakers. */
export const talkSpeaker: Check = {
  id: 'talk-speaker',
  *find({ bodyStart, blocks, readable }, { talks = [] }) {
    for (const { title, speakers } of talks) {
      if (speakers.length > 0 || title.trim() === '') continue;
      const at = blocks.find(({ prose }) => prose.includes(title))?.block;
      const start = at?.start ?? Math.min(bodyStart, readable.length);
      const end = at?.end ?? start;
      yield { start, end, message: { key: 'check_talk_speaker', values: [title] } };
    }
  },
};
