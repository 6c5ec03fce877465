import './fake-browser.ts';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { ClipEditor } from '../../../components/clips/ClipEditor.tsx';
import { EmptyClips } from '../../../components/clips/EmptyClips.tsx';
import { type Item, inboxId } from '../../../lib/core/post/item.ts';
import {
  createImage,
  createLink,
  createNote,
  createQuote,
  createSection,
} from '../../support/items.ts';
import { byRole, click, hasRole, mount, replaceText } from './support.tsx';

function open(item: Item, pictureUrl = '') {
  const calls = {
    onEdit: vi.fn(),
    onCutSecrets: vi.fn(),
    onFile: vi.fn(),
    onMoveTo: vi.fn(),
    onDelete: vi.fn(),
    onClose: vi.fn(),
  };
  mount(
    <ClipEditor
      item={item}
      pictureUrl={pictureUrl}
      rawHtml={false}
      pictureLoading={false}
      places={[
        { id: item.wrapUpId, title: 'Meetup #12' },
        { id: inboxId, title: 'Inbox' },
      ]}
      {...calls}
    />,
  );
  return calls;
}

function choose(label: string, value: string): void {
  const select = [...document.querySelectorAll('select')].find(
    (each) => each.labels?.[0]?.textContent === label,
  );
  if (!select) throw new Error(`no list named “${label}”`);
  act(() => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

const optionsOf = (label: string) =>
  [...document.querySelectorAll('select')]
    .filter((each) => each.labels?.[0]?.textContent === label)
    .flatMap((each) => [...each.options].map((option) => option.text));

describe('an open quote', () => {
  const quote = createQuote({ markdown: 'Every **append** lands.', text: 'Every append lands.' });

  it('takes the note-taker’s words and the Markdown with every keystroke', () => {
    const { onEdit } = open(quote);
    replaceText(byRole('textbox', 'Your words'), 'Look:');
    replaceText(byRole('textbox', 'Quote, in Markdown'), 'Every append lands.');
    expect(onEdit.mock.calls).toEqual([
      [{ note: 'Look:' }],
      [{ editedMarkdown: 'Every append lands.' }],
    ]);
  });

  it('counts as not edited once the Markdown is the captured one again', () => {
    const { onEdit } = open({ ...quote, editedMarkdown: 'Every append' });
    replaceText(byRole('textbox', 'Quote, in Markdown'), 'Every **append** lands.');
    expect(onEdit).toHaveBeenCalledExactlyOnceWith({ editedMarkdown: null });
  });

  it('says whether its words are still the source’s, and leads back to them', () => {
    open(quote);
    expect(document.body.textContent).toContain('As captured from the page.');
    open({ ...quote, editedMarkdown: 'Every *append* lands.' });
    expect(document.body.textContent).toContain('The words are still the source’s.');
    open({ ...quote, editedMarkdown: 'Every [...] lands.' });
    expect(document.body.textContent).toContain('The words are still the source’s.');
    const { onEdit } = open({ ...quote, editedMarkdown: 'Every prepend lands.' });
    expect(document.body.textContent).toContain(
      'The words differ from the source’s. “prepend”: the source says “append”.',
    );
    click(byRole('button', 'Back to the source’s words'));
    expect(onEdit).toHaveBeenCalledExactlyOnceWith({ editedMarkdown: null });
  });

  it('says what becomes of a table that is HTML, while it holds one', () => {
    const markdown = '<table><tr><td colspan="2">a</td></tr></table>';
    open({ ...quote, markdown });
    expect(document.body.textContent).toContain('Your site may leave it out');
    open({ ...quote, markdown, editedMarkdown: '| a |\n| --- |' });
    expect(document.body.textContent).not.toContain('Your site may leave it out');
  });

  it('names its source by host and path, page title, an own word or not at all', () => {
    const { onEdit } = open(quote);
    expect(optionsOf('Cite source as')).toEqual([
      'Host and path',
      'Page title',
      'Custom text',
      'With the next quote',
      'None',
    ]);
    expect(hasRole('textbox', 'Custom text for the source')).toBe(false);
    choose('Cite source as', 'custom');
    expect(onEdit).toHaveBeenLastCalledWith({ attribution: 'custom' });
    const custom = open({ ...quote, attribution: 'custom' });
    replaceText(byRole('textbox', 'Custom text for the source'), 'the README');
    expect(custom.onEdit).toHaveBeenLastCalledWith({
      attributionLabel: 'the README',
      labelIsMarkdown: true,
    });
  });

  it('shares its source with the next quote, and names its own again', () => {
    const { onEdit } = open(quote);
    choose('Cite source as', 'shared');
    expect(onEdit).toHaveBeenLastCalledWith({ sharesSource: true });
    const shared = open({ ...quote, sharesSource: true });
    choose('Cite source as', 'title');
    expect(shared.onEdit).toHaveBeenLastCalledWith({ attribution: 'title', sharesSource: false });
  });

  it('leaves selected words out, and makes them bold, by button and by keys', () => {
    const select = (from: number, to: number) => {
      const field = byRole('textbox', 'Quote, in Markdown') as HTMLTextAreaElement;
      field.focus();
      field.setSelectionRange(from, to);
      return field;
    };
    const { onEdit } = open(quote);
    select(6, 16);
    click(byRole('button', 'Leave out selected words'));
    expect(onEdit).toHaveBeenLastCalledWith({ editedMarkdown: 'Every [...] lands.' });
    const bold = open(quote);
    const field = select(0, 5);
    act(() => {
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'b', ctrlKey: true, bubbles: true }));
    });
    expect(bold.onEdit).toHaveBeenLastCalledWith({
      editedMarkdown: '**Every** **append** lands.',
    });
  });

  it('says why an operation leaves it as it is', () => {
    const { onEdit } = open(quote);
    click(byRole('button', 'Leave out selected words'));
    expect(document.body.textContent).toContain('Select words of the quote first.');
    expect(onEdit).not.toHaveBeenCalled();
  });

  it('says what to do instead, where it can leave nothing out', () => {
    open({ ...quote, editedMarkdown: '| a | b |\n| --- | --- |\n| c | d |' });
    const field = byRole('textbox', 'Quote, in Markdown') as HTMLTextAreaElement;
    field.focus();
    field.setSelectionRange(26, 27);
    click(byRole('button', 'Leave out selected words'));
    expect(document.querySelector('.field-hint.warn')?.textContent).toBe(
      'This can’t be done inside a table, a code block or HTML. To leave words out there, type [...] over them in the Markdown, or select the whole block.',
    );
  });

  it('gets links by a button among its tools', () => {
    open(quote);
    const button = byRole('button', 'Add a link: Quote, in Markdown');
    expect(button.dataset.linkFor).toBe(byRole('textbox', 'Quote, in Markdown').id);
  });

  it('leads to its words in the source', () => {
    open(quote);
    const link = byRole('link', 'Open the source at these words') as HTMLAnchorElement;
    expect(link.href).toContain('#:~:text=Every%20append%20lands.');
    expect(link.target).toBe('_blank');
    expect(link.rel).toBe('noreferrer');
  });

  it('names the section where there is one', () => {
    const { onEdit } = open({ ...quote, source: { ...quote.source, heading: 'Rings' } });
    expect(optionsOf('Cite source as')).toContain('Section');
    choose('Cite source as', 'section');
    expect(onEdit).toHaveBeenLastCalledWith({ attribution: 'section' });
  });

  it('becomes a bullet, is hidden, moves and goes', () => {
    const calls = open(quote);
    choose('Show as', 'bullet');
    expect(calls.onEdit).toHaveBeenLastCalledWith({ form: 'bullet' });
    const hidden = byRole('checkbox', 'Hidden in the post') as HTMLInputElement;
    act(() => hidden.click());
    expect(calls.onEdit).toHaveBeenLastCalledWith({ hidden: true });
    choose('Wrap-up', inboxId);
    expect(calls.onMoveTo).toHaveBeenCalledExactlyOnceWith(inboxId);
    click(byRole('button', 'Delete'));
    expect(calls.onDelete).toHaveBeenCalledOnce();
    click(byRole('button', 'Done'));
    expect(calls.onClose).toHaveBeenCalledOnce();
  });
});

describe('other open rows', () => {
  it('a link has a title and an address', () => {
    const { onEdit } = open(createLink({ title: 'reva', url: 'https://reva.example/' }));
    replaceText(byRole('textbox', 'Title'), 'Reva');
    replaceText(byRole('textbox', 'Address'), 'https://reva.example/docs');
    expect(onEdit.mock.calls).toEqual([
      [{ title: 'Reva' }],
      [{ url: 'https://reva.example/docs' }],
    ]);
  });

  it('a picture has alt text, link and path, and says when its bytes are missing', () => {
    const { onEdit } = open(createImage({ alt: '' }));
    expect(document.body.textContent).toContain('could not be saved');
    replaceText(byRole('textbox', 'Alt text'), 'Layout');
    replaceText(byRole('textbox', 'Links to'), 'https://x.example/');
    replaceText(byRole('textbox', 'Path in the post'), '/images/x.png');
    expect(onEdit.mock.calls).toEqual([
      [{ alt: 'Layout' }],
      [{ linkUrl: 'https://x.example/' }],
      [{ path: '/images/x.png' }],
    ]);
    open(createImage({ alt: 'Layout' }), 'blob:kept');
    expect(document.querySelector('img')?.alt).toBe('Layout');
  });

  it('a picture takes another file', () => {
    const { onFile } = open(createImage({ alt: 'Layout' }), 'blob:kept');
    expect(hasRole('button', 'Choose another file')).toBe(true);
    const file = new File(['x'], 'ring.png', { type: 'image/png' });
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    Object.defineProperty(input, 'files', { value: [file] });
    input?.dispatchEvent(new Event('change', { bubbles: true }));
    expect(onFile.mock.calls).toEqual([[file]]);
    open(createImage());
    expect(hasRole('button', 'Choose a file')).toBe(true);
  });

  it('a note is bullet or paragraph, a section lead-in or heading', () => {
    open(createNote());
    expect(optionsOf('Show as')).toEqual(['Bullet', 'Paragraph']);
    open(createSection());
    expect(optionsOf('Show as')).toEqual([
      'Lead-in line',
      'Large heading',
      'Heading',
      'Small heading',
      'Smallest heading',
    ]);
  });
});

describe('where there is nothing yet', () => {
  const show = (
    place: Parameters<typeof EmptyClips>[0]['place'],
    shortcut = 'Alt+Shift+Q',
    hasKeys = true,
  ) => {
    const onCreate = vi.fn();
    mount(
      <EmptyClips
        {...{ place, shortcut, onCreate, hasKeys, hasMenus: hasKeys }}
        onRestore={() => {}}
      />,
    );
    return onCreate;
  };

  it('three ways to clip are taught, with the real key', () => {
    show('wrap-up');
    expect(document.querySelectorAll('ol li')).toHaveLength(3);
    expect(document.querySelector('kbd')?.textContent).toBe('Alt+Shift+Q');
    show('wrap-up', '');
    expect(document.body.textContent).toContain('once you have set one');
  });

  it('where the browser has no keys and no menus, only the way by the popup', () => {
    show('wrap-up', '', false);
    expect([...document.querySelectorAll('ol li')].map((way) => way.textContent)).toEqual([
      expect.stringContaining('choose “Clip page”'),
    ]);
  });

  it('it is shown where the first clip lands, and can be changed', () => {
    const onLand = vi.fn();
    const shown = (landing: 'end' | 'tray') =>
      mount(
        <EmptyClips
          {...{ place: 'wrap-up', shortcut: '', hasKeys: true, hasMenus: true, landing, onLand }}
          onCreate={() => {}}
          onRestore={() => {}}
        />,
      );
    shown('end');
    expect(document.body.textContent).toContain('New clips land here');
    expect(document.body.textContent).toContain('The first clip starts the post.');
    click(byRole('button', 'Change where new clips land'));
    expect(hasRole('menuitem', 'Land at the start')).toBe(false);
    click(byRole('menuitem', 'Land in the tray'));
    expect(onLand).toHaveBeenCalledExactlyOnceWith('tray');
    shown('tray');
    expect(document.body.textContent).toContain('New clips land in the tray');
  });

  it('a first wrap-up can be made', () => {
    const onCreate = show('none');
    click(byRole('button', 'New wrap-up'));
    expect(onCreate).toHaveBeenCalledOnce();
  });
});

describe('an address that holds what looks like a password', () => {
  const url = 'https://a.example/x?token=9f86d081884c7d659a2feaa0c55ad015';

  it('is reported, and removed with one click', () => {
    const { onCutSecrets } = open(createLink({ url }));
    expect(document.body.textContent).toContain('The post would publish it');
    expect(document.querySelector('.secret-note code')?.textContent).toBe(url);
    click(byRole('button', 'Remove it from the address'));
    expect(onCutSecrets).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ url: 'https://a.example/x' }),
    );
  });

  it('is reported if it cannot be removed', () => {
    const hook = 'https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX';
    open(createLink({ url: hook }));
    expect(document.body.textContent).toContain('This whole address looks like a key');
    expect(hasRole('button', 'Remove it from the address')).toBe(false);
  });

  it('is not where it has none', () => {
    open(createLink({ url: 'https://a.example/x?key=C%23' }));
    expect(document.querySelector('.secret-note')).toBeNull();
  });
});
