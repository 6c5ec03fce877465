import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../../../lib/core/post/profile.ts';
import { composePost } from '../../../../lib/render/compose.ts';
import { BlockCache } from '../../../../lib/render/items/block-cache.ts';
import { createNote, createWrapUp } from '../../../support/items.ts';

/** A note that counts how often its words are read for rendering. */
function watched(text: string) {
  const read = { times: 0 };
  const note = createNote();
  Object.defineProperty(note, 'note', {
    enumerable: true,
    get() {
      read.times++;
      return text;
    },
  });
  return { note, read };
}

describe('composing again', () => {
  it('renders only what was edited', () => {
    const cache = new BlockCache();
    const all = Array.from({ length: 20 }, (_, at) => watched(`Note ${at}.`));
    const compose = (items: Parameters<typeof composePost>[1]) =>
      composePost(createWrapUp(), items, defaultProfile, cache);
    compose(all.map(({ note }) => note));
    const before = all.map(({ read }) => read.times);
    const edited = all.map(({ note }, at) => (at === 7 ? createNote({ note: 'Edited.' }) : note));
    const again = compose(edited);
    expect(all.map(({ read }) => read.times)).toEqual(before);
    expect(again).toEqual(composePost(createWrapUp(), edited, defaultProfile));
  });

  it('renders all anew in another style', () => {
    const cache = new BlockCache();
    const items = [createNote({ note: 'one', form: 'bullet' })];
    const textOf = (bullet: '*' | '-') => {
      const post = composePost(createWrapUp(), items, { ...defaultProfile, bullet }, cache);
      return post.ok && post.value.text.split('\n').at(-2);
    };
    expect([textOf('*'), textOf('-'), textOf('*')]).toEqual(['* one', '- one', '* one']);
  });
});
