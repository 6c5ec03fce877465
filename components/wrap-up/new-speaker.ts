import type { Speaker } from '../../lib/core/post/wrap-up.ts';

/** Creates a speaker without any data. */
export const newSpeaker = (id: string): Speaker => ({
  id,
  name: '',
  url: '',
  role: '',
  rolePosition: 'after',
  affiliation: { name: '', url: '' },
});
