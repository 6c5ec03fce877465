import { describe, expect, it } from 'vitest';
import { talksOf } from '../../../../lib/core/post/talks.ts';
import { wrapUp } from '../../../support/records.ts';

const id = (n: number) => `00000000-0000-4000-8000-0000000000${n}`;
const speaker = (n: number) => ({
  id: id(n),
  name: `Speaker ${n}`,
  url: '',
  role: '',
  rolePosition: 'after' as const,
  affiliation: { name: '', url: '' },
});
const recording = (url: string) => ({ url, picture: '', pictureAlt: '' });
const speakers = [speaker(11), speaker(12), speaker(13)];
const evening = { ...wrapUp(), speakers, recording: recording('https://video.example/1') };
const talk = (n: number, speakerIds: string[], url = '') => ({
  id: id(n),
  title: `Talk ${n}`,
  speakerIds,
  slides: '',
  repository: '',
  recording: recording(url),
});

describe('the talks of an evening', () => {
  it('are one by all speakers where nobody told them apart', () => {
    const [only, ...others] = talksOf(evening);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ title: '', speakers, recording: evening.recording });
    expect(only).not.toHaveProperty('id');
  });

  it('have the speakers that they name, the first also those whom none names', () => {
    const talks = talksOf({
      ...evening,
      talks: [talk(21, [id(12)]), talk(22, [id(13)], 'https://video.example/2')],
    });
    expect(talks.map((each) => [each.title, each.speakers.map(({ name }) => name)])).toEqual([
      ['Talk 21', ['Speaker 12', 'Speaker 11']],
      ['Talk 22', ['Speaker 13']],
    ]);
    expect(talks.map((each) => each.recording.url)).toEqual([
      'https://video.example/1',
      'https://video.example/2',
    ]);
  });
});
