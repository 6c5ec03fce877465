import './fake-browser.ts';
import { expect, it } from 'vitest';
import { removedEntry } from '../../../components/wrap-up/removed-entry.ts';
import { wrapUp } from '../../support/records.ts';

const speaker = {
  id: '00000000-0000-4000-8000-0000000000b1',
  name: 'Ada',
  url: '',
  role: '',
  rolePosition: 'before' as const,
  affiliation: { name: '', url: '' },
};
const before = wrapUp({
  speakers: [speaker],
  tags: ['meetup', 'summary'],
  extraFields: [{ key: 'series', value: 'Harbour' }],
});

it.each([
  ['a speaker', { speakers: [] }, 'popup_speaker_removed'],
  ['a tag', { tags: ['summary'] }, 'popup_tag_removed'],
  ['a field', { extraFields: [] }, 'popup_field_removed'],
])('what takes away %s offers the way back', (_, edits, sentence) => {
  expect(removedEntry(before, edits)).toBe(sentence);
});

it.each([
  ['typing', { title: '' }],
  ['another word', { tags: ['meetup', 'talks'] }],
  ['one more', { speakers: [speaker, { ...speaker, id: '00000000-0000-4000-8000-0000000000b2' }] }],
])('%s does not', (_, edits) => {
  expect(removedEntry(before, edits)).toBeUndefined();
});
