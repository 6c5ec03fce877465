import type { Speaker } from '../../lib/core/post/wrap-up.ts';

/** A speaker of whom nothing is known yet. */
export const newSpeaker = (id: string): Speaker => ({
  id,
  name: '',
  url: '',
  role: '',
  rolePosition: 'after',
  affiliation: { name: '', url: '' },
});
