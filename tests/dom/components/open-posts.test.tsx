import './fake-browser.ts';
import { describe, expect, it, vi } from 'vitest';
import { OpenPosts } from '../../../components/posts/OpenPosts.tsx';
import { createWrapUp } from '../../support/items.ts';
import { byRole, click, hasRole, mount } from './support.tsx';

function show(opening: Parameters<typeof OpenPosts>[0]['opening']) {
  const told = { onChoose: vi.fn(), onOpen: vi.fn(), onShow: vi.fn(), onClose: vi.fn() };
  mount(<OpenPosts opening={opening} {...told} />);
  return told;
}
const said = () => [...document.querySelectorAll('li')].map((each) => each.textContent?.trim());

describe('opening posts', () => {
  it('offers the file picker, and says that files can be dropped', () => {
    const { onChoose } = show({ state: 'choose' });
    expect(document.body.textContent).toContain('or drop them here');
    click(byRole('button', 'Choose files'));
    expect(onChoose).toHaveBeenCalledOnce();
  });

  it('asks before it opens several', () => {
    const files = [new File([], 'a.md'), new File([], 'b.md')];
    const { onOpen, onClose } = show({ state: 'ask', files });
    expect(document.body.textContent).toContain('Open 2 posts? The newest');
    click(byRole('button', 'Open'));
    expect(onOpen).toHaveBeenCalledWith(files);
    click(byRole('button', 'Cancel'));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('cannot be dismissed while it opens', () => {
    show({ state: 'busy' });
    expect(hasRole('button', 'Dismiss')).toBe(false);
  });

  it('says of each file why it is not opened, which post it is already, and what is broken in it', () => {
    const known = createWrapUp({ title: 'Rings' });
    const reasons = ['not-text', 'other-encoding', 'too-long', 'long-block', 'unread'] as const;
    const { onShow } = show({
      state: 'done',
      report: {
        refused: reasons.map((why) => ({ name: `${why}.md`, why })),
        known: [{ name: 'rings.md', wrapUp: known }],
        sameName: [],
      },
      broken: [],
    });
    expect(said()).toEqual([
      'not-text.md is not a text file. It was not opened.',
      'other-encoding.md is text in UTF-16. Save it as UTF-8 and open it again; it was not opened.',
      'too-long.md is longer than 2 MB, more than any post. It was not opened.',
      expect.stringContaining(
        'long-block.md has a paragraph or block of more than 200,000 characters',
      ),
      'unread.md can’t be read; it may have been moved or deleted. Choose it again.',
      'rings.md is open already, as “Rings”. It was not opened again. Show it',
    ]);
    click(byRole('button', 'Show it'));
    expect(onShow).toHaveBeenCalledWith(known.id);
  });

  it('says of a file with a known name and other text that it is open twice now', () => {
    const earlier = createWrapUp({ title: 'Rings' });
    const report = { refused: [], known: [], sameName: [{ name: 'rings.md', wrapUp: earlier }] };
    const { onShow } = show({ state: 'done', report, broken: [] });
    expect(said()).toEqual([
      expect.stringContaining('opened before with different text, as “Rings”'),
    ]);
    click(byRole('button', 'Show the earlier one'));
    expect(onShow).toHaveBeenCalledWith(earlier.id);
  });
});
