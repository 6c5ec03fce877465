import './fake-browser.ts';
import { createRef } from 'preact';
import { expect, it, vi } from 'vitest';
import type { PreviewLights } from '../../../components/preview/DraftBlocks.tsx';
import { PostText } from '../../../components/preview/PostText.tsx';
import { postNodes } from '../../../lib/client/post-nodes.ts';
import type { Item } from '../../../lib/core/post/item.ts';
import { defaultProfile } from '../../../lib/core/post/profile.ts';
import { composePost } from '../../../lib/render/compose.ts';
import { createLink, createNote, createQuote, createWrapUp } from '../../support/items.ts';
import { click, mount } from './support.tsx';

function show(...items: Item[]) {
  const onOpen = vi.fn();
  const post = composePost(createWrapUp({ title: 'A *title*' }), items, defaultProfile);
  if (!post.ok) throw new Error(post.error.detail);
  const { text, pieces } = post.value;
  const pictureAt = (address: string, alt: string) =>
    address === '/images/kept.png' ? <img src="blob:kept" alt={alt} /> : undefined;
  mount(
    <PostText
      {...{
        text,
        pieces,
        onOpen,
        pictureAt,
        read: (markdown, definitions) => postNodes(markdown, { definitions }),
        isWhole: true,
        title: 'A *title*',
        startTopPx: 0,
      }}
      onScrolled={() => {}}
    />,
  );
  return onOpen;
}
const found = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];

it('shows what a site would show, under the post’s title', () => {
  show(
    createNote({ note: '## Rings\n\nA *word*, `code` and\n\n- [x] done' }),
    createQuote({ markdown: 'Said.' }),
    createLink({ title: 'tool', url: 'https://t.example/' }),
  );
  expect(found('.post-title').map((each) => each.textContent)).toEqual(['A *title*']);
  const texts = ['h2', 'em', 'code', 'li', 'blockquote', 'li .draft-link'].map((selector) =>
    found(`.as-post ${selector}`).map(({ textContent }) => textContent?.trim()),
  );
  expect(texts).toEqual([
    ...[['Rings'], ['word'], ['code'], ['☑ done', 'tool']],
    ...[[expect.stringContaining('Said.')], ['tool']],
  ]);
});

it('draws no more of a long post with its first frame than fills the view', () => {
  show(...Array.from({ length: 300 }, (_, at) => createNote({ note: `Note ${at}.` })));
  expect(found('.draft-block').length).toBeGreaterThan(10);
  expect(found('.draft-block').length).toBeLessThanOrEqual(20);
});

it('gives lists and quotes the direction of their words, in which bullets and bars stand', () => {
  show(
    createQuote({ markdown: 'אין כתיבה מחדש' }),
    createNote({ note: 'Rings\n\n- one\n- two\n\n```\nlet x = 1;\n```' }),
  );
  const directed = found('.as-post [dir]').map((each) => `${each.localName} ${each.dir}`);
  // Nothing inside an element that takes its direction from its words has its own direction,
  // because it would not count.
  expect(directed).toEqual(['h1 auto', 'blockquote auto', 'p auto', 'ul auto', 'pre ltr']);
});

it('asks for nothing, and leads nowhere but to the rows', () => {
  const note = createNote({
    note: '[a](https://a.example/) ![kept](/images/kept.png) ![gone](https://a.example/p.png) <img src="https://a.example/q.png"> <script>x</script>',
  });
  const onOpen = show(note);
  expect(found('[href], [srcset], script, iframe, object')).toEqual([]);
  expect(found('img').map((image) => image.getAttribute('src'))).toEqual(['blob:kept']);
  expect(found('.post-picture').map(({ textContent }) => textContent)).toEqual(['gone']);
  expect(found('.draft-link')[0]?.title).toBe('https://a.example/');
  click(found('.draft-link')[0] as HTMLElement);
  expect(onOpen).toHaveBeenCalledExactlyOnceWith({ kind: 'item', id: note.id });
});

it('links by definitions that are elsewhere in the post', () => {
  show(createNote({ note: 'See [the ring][r].' }), createNote({ note: '[r]: https://r.example/' }));
  expect(found('.as-post p .draft-link').map(({ title }) => title)).toEqual(['https://r.example/']);
});

it('says which block is pointed at, and lights the one that is pointed at elsewhere', () => {
  const items = [createNote({ note: 'One.' }), createNote({ note: 'Two.' })];
  const onHover = vi.fn();
  const post = composePost(createWrapUp(), items, defaultProfile);
  if (!post.ok) throw new Error(post.error.detail);
  const { text, pieces } = post.value;
  const lights = createRef<PreviewLights>();
  mount(
    <PostText
      {...{ text, pieces, onHover, lights, isWhole: true, title: '', startTopPx: 0 }}
      read={(markdown) => postNodes(markdown)}
      pictureAt={() => undefined}
      onOpen={() => {}}
      onScrolled={() => {}}
    />,
  );
  const [, first] = found('.draft-block');
  first?.querySelector('p')?.dispatchEvent(new Event('pointerover', { bubbles: true }));
  expect(onHover).toHaveBeenLastCalledWith({ kind: 'item', id: items[0]?.id });
  found('.draft')[0]?.dispatchEvent(new Event('pointerleave'));
  expect(onHover).toHaveBeenLastCalledWith(undefined);
  lights.current?.light(items[1]?.id);
  expect(found('.lit').map(({ textContent }) => textContent?.trim())).toEqual(['Two.']);
  lights.current?.light(undefined);
  expect(found('.lit')).toEqual([]);
});
