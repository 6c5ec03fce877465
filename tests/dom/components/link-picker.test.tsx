import './fake-browser.ts';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followRow } from '../../../components/links/dragged-clip.ts';
import { LinkPicker } from '../../../components/links/LinkPicker.tsx';
import { TextLinks } from '../../../components/links/TextLinks.tsx';
import { TextField } from '../../../components/ui/TextField.tsx';
import type { LinkTarget } from '../../../lib/clips/link-targets.ts';
import type { Layout } from '../../../lib/core/post/profile.ts';
import { eventually } from '../../support/eventually.ts';
import { byRole, click, hasRole, mount, press } from './support.tsx';

const target = (title: string, changes: Partial<LinkTarget> = {}): LinkTarget => ({
  kind: 'link',
  title,
  url: `https://${title.toLowerCase()}.example/`,
  of: '',
  used: false,
  clipIds: [],
  ...changes,
});
const reva = target('Reva');
const rings = target('Rings', {
  kind: 'quote',
  used: true,
  clipIds: ['rings'],
});
const slides = target('', {
  kind: 'slides',
  url: 'https://slides.example/1',
  of: 'Rings in Rust',
});

let targets: readonly LinkTarget[] = [];
let stored = '';
let refused: string[] = [];
/** Reading the targets takes until this is resolved. */
let reading: Promise<void> | undefined;

async function open(
  text: string,
  {
    layout = 'hugo-static',
    ...props
  }: {
    links?: 'text' | 'words' | 'address';
    maxLength?: number;
    asTyped?: boolean;
    layout?: Layout;
  } = {},
) {
  targets = [reva, rings, slides];
  stored = text;
  refused = [];
  // A picker listens to the whole page.
  const root = document.getElementById('root');
  if (root) act(() => render(null, root));
  function Live() {
    const [value, setValue] = useState(text);
    const onText = (next: string) => {
      stored = next;
      setValue(next);
    };
    return (
      <>
        <TextField label="Words" value={value} lines={2} links="text" onText={onText} {...props} />
        <TextField label="Address" value="" onText={() => {}} />
        <ol>
          <li data-id="rings">
            <p class="src">
              <a href={rings.url}>Source</a>
            </p>
          </li>
        </ol>
        <LinkPicker
          read={async () => {
            await reading;
            return targets;
          }}
          layoutNow={() => layout}
          asked={undefined}
          onRefused={(sentence) => refused.push(sentence)}
        />
      </>
    );
  }
  mount(<Live />);
  await act(async () => {});
  act(() => field().focus());
}

const field = () => byRole('textbox', 'Words') as HTMLTextAreaElement;
const search = () => byRole('combobox', 'Link to') as HTMLInputElement;
const options = () =>
  [...document.querySelectorAll('[role=option]')].map(
    (each) => each.querySelector('.link-title')?.textContent,
  );
const active = (of: Element) =>
  document
    .getElementById(of.getAttribute('aria-activedescendant') ?? '')
    ?.querySelector('.link-title')?.textContent;
const isOpen = () => hasRole('listbox', 'What to link to');

function select(words: string) {
  const start = stored.indexOf(words);
  act(() => field().setSelectionRange(start, start + words.length));
}

/** Sends events like a browser does for each letter. */
function write(control: HTMLInputElement | HTMLTextAreaElement, text: string) {
  for (const data of text) {
    act(() => {
      control.setRangeText(data, control.selectionStart ?? 0, control.selectionEnd ?? 0, 'end');
      control.dispatchEvent(
        new InputEvent('input', {
          bubbles: true,
          inputType: 'insertText',
          data,
        }),
      );
    });
  }
}

const chord = () => press('k', { ctrlKey: true });

describe('an address in the clipboard', () => {
  const { permissions } = (globalThis as unknown as { chrome: { permissions: object } }).chrome;
  const before = { ...permissions };
  let copied = '';
  let isAllowed = true;
  let asked = 0;
  const request = async () => {
    asked++;
    isAllowed = true;
    return true;
  };
  beforeEach(async () => {
    [copied, isAllowed, asked] = ['https://copied.example/page', true, 0];
    Object.assign(permissions, { contains: async () => isAllowed, request });
    Object.assign(navigator, { clipboard: { readText: async () => copied } });
    await open('Built on reva mostly.');
  });
  afterEach(() => {
    reading = undefined;
    Object.assign(permissions, before);
    Reflect.deleteProperty(navigator, 'clipboard');
  });
  const first = () => document.querySelector('[role=option]')?.textContent;
  /** Long enough for all answers about the clipboard. */
  const answered = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));

  it('is on top until something is sought, and Enter links to it', async () => {
    select('reva');
    chord();
    await eventually(() => expect(first()).toContain('In the clipboard · copied.example/page'));
    write(search(), 'r');
    expect(options()).toEqual(['Reva', 'Rings', 'Slides']);
    act(() => search().setSelectionRange(0, 1));
    act(() => {
      search().setRangeText('');
      search().dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    press('Enter');
    expect(stored).toBe('Built on [reva](https://copied.example/page) mostly.');
  });

  it('is the clip that leads there, behind brackets, too', async () => {
    copied = `${slides.url}?utm_source=news`;
    act(() => field().setSelectionRange(9, 9));
    write(field(), '[[');
    await eventually(() => expect(options()).toEqual(['Slides', 'Reva', 'Rings']));
    expect(first()).toContain('In the clipboard · slides.example/1');
    press('Enter');
    expect(stored).toBe('Built on [Slides](https://slides.example/1)reva mostly.');
  });

  it('is nothing that is no address, and leaves what words are called by on top', async () => {
    copied = 'some words';
    select('reva');
    chord();
    await act(async () => {});
    expect(options()).toEqual(['Reva', 'Rings', 'Slides']);
    press('Escape');
    copied = 'https://copied.example/page';
    await open('Built on [reva mostly.');
    act(() => field().setSelectionRange(14, 14));
    write(field(), '](');
    await answered();
    expect(options()).toEqual(['Reva', 'Rings', 'Slides']);
  });

  it('is no longer on top once it may not be read', async () => {
    select('reva');
    chord();
    await eventually(() => expect(first()).toContain('copied.example'));
    press('Escape');
    isAllowed = false;
    select('reva');
    chord();
    await answered();
    expect(first()).not.toContain('copied.example');
  });

  it('is asked for only once there are targets, because Enter means one of them', async () => {
    isAllowed = false;
    let isRead = () => {};
    reading = new Promise((resolve) => {
      isRead = resolve;
    });
    await open('Built on reva mostly.');
    select('reva');
    chord();
    await answered();
    press('Enter');
    expect(asked).toBe(0);
    isRead();
    await eventually(() => expect(options()).toEqual(['Reva', 'Rings', 'Slides', undefined]));
  });

  it('is asked for by no entry of a search, or behind brackets', async () => {
    isAllowed = false;
    select('reva');
    chord();
    await eventually(() => expect(options()).toHaveLength(4));
    write(search(), 'r');
    expect(options()).toEqual(['Reva', 'Rings', 'Slides']);
    press('Escape');
    act(() => field().setSelectionRange(9, 9));
    write(field(), '[[');
    await answered();
    expect(options()).toEqual(['Reva', 'Rings', 'Slides']);
  });

  it('is neither read nor asked for again after a refusal', async () => {
    isAllowed = false;
    let reads = 0;
    const readText = async () => {
      reads++;
      return copied;
    };
    const refuse = async () => {
      asked++;
      return false;
    };
    Object.assign(permissions, { request: refuse });
    Object.assign(navigator, { clipboard: { readText } });
    select('reva');
    chord();
    await eventually(() => expect(options()).toHaveLength(4));
    press('ArrowUp');
    press('Enter');
    await answered();
    expect([asked, reads, ...options()]).toEqual([1, 0, 'Reva', 'Rings', 'Slides']);
    press('Escape');
    select('reva');
    chord();
    await answered();
    expect(options()).toEqual(['Reva', 'Rings', 'Slides']);
  });

  it('is asked for by the last entry, once, and read nowhere before', async () => {
    isAllowed = false;
    select('reva');
    chord();
    const last = () => [...document.querySelectorAll('[role=option]')].at(-1);
    await eventually(() => expect(last()?.textContent).toContain('Offer the copied address, too'));
    expect(first()).not.toContain('copied.example');
    press('ArrowUp');
    expect(last()?.id).toBe(search().getAttribute('aria-activedescendant'));
    press('Enter');
    await eventually(() => expect(first()).toContain('copied.example/page'));
    expect([asked, options().length]).toEqual([1, 4]);
    press('Enter');
    expect(stored).toBe('Built on [reva](https://copied.example/page) mostly.');
  });
});

describe('Ctrl+K over words', () => {
  beforeEach(() => open('Built on reva mostly.'));

  it('opens a list to search, and Enter links the words', () => {
    select('reva');
    expect(chord()).toBe(true);
    expect(document.activeElement).toBe(search());
    expect(options()).toEqual(['Reva', 'Rings', 'Slides']);
    expect(active(search())).toBe('Reva');
    write(search(), 'ri');
    expect(options()).toEqual(['Rings', 'Slides']);
    expect(document.querySelector('.link-picker [role=status]')?.textContent).toBe('2 matches');
    press('ArrowDown');
    expect(active(search())).toBe('Slides');
    press('ArrowUp');
    expect(press('Enter')).toBe(true);
    expect(stored).toBe('Built on [reva](https://rings.example/) mostly.');
    expect(document.activeElement).toBe(field());
    expect(field().selectionStart).toBe(stored.indexOf(' mostly'));
    expect(isOpen()).toBe(false);
  });

  it('takes the one that is clicked, and Tab as Enter', () => {
    select('reva');
    chord();
    click(document.querySelectorAll('[role=option]')[2] as Element);
    expect(stored).toBe('Built on [reva](https://slides.example/1) mostly.');
    select('mostly');
    chord();
    expect(press('Tab')).toBe(true);
    expect(stored).toContain('[mostly](https://reva.example/)');
  });

  it('closes by Escape with the words as they were selected', () => {
    select('reva');
    chord();
    press('Escape');
    expect(isOpen()).toBe(false);
    expect(stored).toBe('Built on reva mostly.');
    expect([field().selectionStart, field().selectionEnd]).toEqual([9, 13]);
  });

  it('closes by leaving', () => {
    chord();
    act(() => byRole('textbox', 'Address').focus());
    expect(isOpen()).toBe(false);
  });

  it('links to an address that is pasted into the search', () => {
    select('reva');
    chord();
    write(search(), 'https://new.example/a');
    expect(options()).toEqual(['new.example/a']);
    press('Enter');
    expect(stored).toBe('Built on [reva](https://new.example/a) mostly.');
  });

  it('offers an address once if a target has it as its name', async () => {
    targets = [...targets, target('https://bare.example/', { url: 'https://bare.example/' })];
    select('reva');
    chord();
    await eventually(() => expect(options()).toHaveLength(4));
    write(search(), 'https://bare.example/');
    expect(options()).toEqual(['https://bare.example/']);
  });

  it('puts a named link in at the caret', () => {
    act(() => field().setSelectionRange(21, 21));
    chord();
    write(search(), 'slid');
    press('Enter');
    expect(stored).toBe('Built on reva mostly.[Slides](https://slides.example/1)');
  });

  it('does nothing in a field without links', () => {
    act(() => byRole('textbox', 'Address').focus());
    expect(chord()).toBe(false);
    expect(isOpen()).toBe(false);
  });

  it('is a button, too, which leaves the words selected', () => {
    select('reva');
    const button = byRole('button', 'Add a link: Words');
    act(() => button.focus());
    click(button);
    expect(document.activeElement).toBe(search());
    press('Enter');
    expect(stored).toBe('Built on [reva](https://reva.example/) mostly.');
  });
});

describe('a field that holds an address', () => {
  beforeEach(() => open('https://old.example/a', { links: 'address' }));

  it('gets the chosen address in the place of what it held, by Ctrl+K', () => {
    act(() => field().setSelectionRange(3, 3));
    expect(chord()).toBe(true);
    expect(document.activeElement).toBe(search());
    write(search(), 'slid');
    press('Enter');
    expect(stored).toBe('https://slides.example/1');
    expect(document.activeElement).toBe(field());
  });

  it('gets it by its button, and keeps what it held by Escape', () => {
    click(byRole('button', 'Choose an address: Words'));
    press('Escape');
    expect(stored).toBe('https://old.example/a');
    click(byRole('button', 'Choose an address: Words'));
    press('Enter');
    expect(stored).toBe('https://reva.example/');
  });

  it('knows no `[[`', () => {
    write(field(), '[[');
    expect(isOpen()).toBe(false);
  });

  it('is filled by Enter behind a name that is typed there, and not by Tab', async () => {
    await open('', { links: 'address' });
    write(field(), 'rin');
    expect(document.activeElement).toBe(field());
    expect(active(field())).toBe('Rings');
    expect(press('Tab')).toBe(false);
    expect(stored).toBe('rin');
    expect(press('Enter')).toBe(true);
    expect(stored).toBe('https://rings.example/');
    expect(isOpen()).toBe(false);
  });

  it('offers nothing for a typed address or an unknown name', async () => {
    await open('', { links: 'address' });
    for (const text of ['https', 'https://reva.example/', 'reva.example', 'zzz']) {
      act(() => field().setSelectionRange(0, stored.length));
      write(field(), text);
      expect(isOpen()).toBe(false);
      expect(press('Enter')).toBe(false);
      expect(stored).toBe(text);
    }
  });
});

describe('`](` behind words in brackets', () => {
  const atEnd = () => field().setSelectionRange(stored.length, stored.length);
  beforeEach(() => open('See '));

  it('offers first what is called so, and writes its address behind the words', () => {
    atEnd();
    write(field(), '[the rings](');
    expect(document.activeElement).toBe(field());
    expect(active(field())).toBe('Rings');
    expect(press('Enter')).toBe(true);
    expect(stored).toBe('See [the rings](https://rings.example/)');
    expect(field().selectionStart).toBe(stored.length);
    expect(isOpen()).toBe(false);
  });

  it.each([
    ['a part of a name', '[ring](', 'Rings'],
    ['a letter, which is in many names', '[s](', 'Reva'],
    ['words that contain the letter of a name', '[slow science](', 'Reva'],
    ['words with other spaces', '[first  view](', 'First view'],
  ])('begins, for %s (%s), with %s', async (_, text, first) => {
    const view = target('First view', { url: 'https://first.example/' });
    targets = [...targets, target('C'), view];
    atEnd();
    write(field(), text);
    await eventually(() => expect(options()).toHaveLength(5));
    expect(options()[0]).toBe(first);
  });

  it('searches by what is typed behind it; arrows stay where they went', () => {
    atEnd();
    write(field(), '[it](r');
    expect(options()).toEqual(['Reva', 'Rings', 'Slides']);
    press('ArrowDown');
    act(() => void field().dispatchEvent(new KeyboardEvent('keyup', { bubbles: true })));
    expect(active(field())).toBe('Rings');
    press('Enter');
    expect(stored).toBe('See [it](https://rings.example/)');
  });

  it('takes the bracket that closes it where one is there', async () => {
    await open('See [it], now');
    field().setSelectionRange(8, 8);
    write(field(), '()');
    act(() => field().setSelectionRange(9, 9));
    expect(isOpen()).toBe(false);
    await open('See [it]), now');
    field().setSelectionRange(8, 8);
    write(field(), '(');
    press('Enter');
    expect(stored).toBe('See [it](https://reva.example/), now');
  });

  it('lets an address be typed or pasted, and leaves it as it is', () => {
    atEnd();
    write(field(), '[it](https://new.example/a)');
    expect(isOpen()).toBe(false);
    expect(stored).toBe('See [it](https://new.example/a)');
  });

  it.each(['](', '\\[it](', '![it]('])('is nothing behind %j', (text) => {
    atEnd();
    write(field(), text);
    expect(isOpen()).toBe(false);
  });
});

describe('`[[`', () => {
  beforeEach(() => open('See '));

  it('searches by what is typed behind it, in the text itself', () => {
    field().setSelectionRange(4, 4);
    write(field(), '[[');
    expect(isOpen()).toBe(true);
    expect(document.activeElement).toBe(field());
    expect(field().getAttribute('aria-controls')).toBe(
      document.querySelector('[role=listbox]')?.id,
    );
    write(field(), 'rin');
    expect(stored).toBe('See [[rin');
    expect(active(field())).toBe('Rings');
    expect(press('Enter')).toBe(true);
    expect(stored).toBe('See [Rings](https://rings.example/)');
    expect(field().hasAttribute('aria-activedescendant')).toBe(false);
  });

  it.each([
    ['Escape', () => press('Escape')],
    ['a second space', () => write(field(), ' -f ')],
    ['a bracket that closes it', () => write(field(), 'x]]')],
    [
      'a caret elsewhere',
      () => {
        field().setSelectionRange(0, 0);
        act(() => void field().dispatchEvent(new KeyboardEvent('keyup', { bubbles: true })));
      },
    ],
  ])('is kept as typed by %s', (_, leave) => {
    field().setSelectionRange(4, 4);
    write(field(), '[[');
    leave();
    expect(isOpen()).toBe(false);
    expect(stored.startsWith('See [[')).toBe(true);
    expect(document.activeElement).toBe(field());
  });

  it('opens for those that were just typed, not for others before them', () => {
    field().setSelectionRange(4, 4);
    write(field(), '[[');
    press('Escape');
    write(field(), ' [');
    expect(isOpen()).toBe(false);
    write(field(), '[');
    expect(isOpen()).toBe(true);
    expect(options()).toHaveLength(3);
  });

  it('leaves Enter alone where nothing is found', () => {
    field().setSelectionRange(4, 4);
    write(field(), '[[zzz');
    expect(options()).toEqual([]);
    expect(press('Enter')).toBe(false);
  });

  it('is nothing in code', async () => {
    await open('`if `');
    field().setSelectionRange(4, 4);
    write(field(), '[[');
    expect(isOpen()).toBe(false);
  });
});

describe('before anything to choose with is loaded', () => {
  async function openUnloaded() {
    const root = document.getElementById('root');
    if (root) act(() => render(null, root));
    stored = 'See reva';
    function Live() {
      const [value, setValue] = useState(stored);
      return (
        <>
          <TextField label="Words" value={value} lines={2} links="text" onText={setValue} />
          <TextLinks
            read={async () => [reva, rings]}
            layoutNow={() => 'hugo-static'}
            onRefused={() => {}}
          />
        </>
      );
    }
    mount(<Live />);
    act(() => field().focus());
  }
  const loaded = () =>
    vi.waitFor(async () => {
      await act(async () => {});
      expect(isOpen()).toBe(true);
    });

  it('a chord is remembered', async () => {
    await openUnloaded();
    select('reva');
    expect(chord()).toBe(true);
    await loaded();
    expect(document.activeElement).toBe(search());
  });

  it('a click on the button is, too', async () => {
    await openUnloaded();
    select('reva');
    click(byRole('button', 'Add a link: Words'));
    await loaded();
    expect(document.activeElement).toBe(search());
  });

  it('`[[` and what is typed behind it are, too', async () => {
    await openUnloaded();
    field().setSelectionRange(4, 8);
    write(field(), '[[ri');
    await loaded();
    expect(options()).toEqual(['Rings']);
  });
});

describe('where there can be no link', () => {
  it('says why, and opens nothing', async () => {
    await open('the `reva` daemon');
    select('rev');
    expect(chord()).toBe(true);
    expect(isOpen()).toBe(false);
    expect(refused).toEqual([
      'Part of code can’t be a link. Select all of it, with its backticks.',
    ]);
  });

  it('asks for words in a quote', async () => {
    await open('Words of the source.', { links: 'words' });
    field().setSelectionRange(0, 0);
    write(field(), '[[');
    expect(isOpen()).toBe(false);
    await open('Words of the source.', { links: 'words' });
    field().setSelectionRange(3, 3);
    chord();
    expect(refused).toEqual(['Select words of the quote to link them.']);
    select('the source');
    chord();
    press('Enter');
    expect(stored).toBe('Words of [the source](https://reva.example/).');
  });

  it('leaves a full field as it is', async () => {
    await open('Built on reva', { maxLength: 20 });
    select('reva');
    chord();
    press('Enter');
    expect(stored).toBe('Built on reva');
    expect(refused).toEqual(['This field is full. Nothing was changed.']);
  });
});

describe('an address that is pasted', () => {
  function paste(text: string): boolean {
    const event = new Event('paste', { bubbles: true, cancelable: true });
    Object.assign(event, { clipboardData: { getData: () => text } });
    act(() => void field().dispatchEvent(event));
    return event.defaultPrevented;
  }
  beforeEach(() => open('Built on reva mostly.'));

  it('links the words that are selected', () => {
    select('reva');
    expect(paste(' https://new.example/a_(b)\n')).toBe(true);
    expect(stored).toBe('Built on [reva](https://new.example/a_(b)) mostly.');
  });

  it('from elsewhere runs nothing of another generator either', async () => {
    await open('Text ', { asTyped: true, layout: 'jekyll' });
    field().setSelectionRange(5, 5);
    expect(paste('see {{ x }}')).toBe(true);
    expect(stored).toBe('Text see {% raw %}{{ x }}{% endraw %}');
  });

  it('from elsewhere runs nothing of Hugo in a text that is written as typed', async () => {
    expect(paste('see {{< x >}}'), 'made safe later').toBe(false);
    await open('Text ', { asTyped: true });
    field().setSelectionRange(5, 5);
    expect(paste('see {{< x >}}')).toBe(true);
    expect(stored).toBe('Text see {\\{< x >}}');
    expect(paste('plain words')).toBe(false);
  });

  it('is plain text without words, in code, over an address, and with Shift', async () => {
    field().setSelectionRange(0, 0);
    expect(paste('https://new.example')).toBe(false);
    select('reva');
    expect(paste('two words')).toBe(false);
    press('v', { ctrlKey: true, shiftKey: true });
    expect(paste('https://new.example')).toBe(false);
    await open('`reva`');
    select('rev');
    expect(paste('https://new.example')).toBe(false);
    await open('https://old.example');
    select('https://old.example');
    expect(paste('https://new.example')).toBe(false);
    await open('old', { links: 'address' });
    select('old');
    expect(paste('https://new.example')).toBe(false);
  });
});

describe('a clip whose source is dragged onto a field', () => {
  beforeEach(() => open('Built on reva mostly.'));
  afterEach(() => void Object.assign(document, { caretPositionFromPoint: undefined }));

  function drop(dragged?: HTMLElement): boolean {
    if (dragged) act(() => void dragged.dispatchEvent(new Event('dragstart', { bubbles: true })));
    const event = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(event, { clientX: 5, clientY: 5 });
    act(() => void field().dispatchEvent(event));
    return event.defaultPrevented;
  }

  it('links the words that are selected', () => {
    select('mostly');
    expect(drop(byRole('link', 'Source'))).toBe(true);
    expect(stored).toBe('Built on reva [mostly](https://rings.example/).');
  });

  it('links the word under the pointer', () => {
    document.caretPositionFromPoint = () =>
      ({
        offsetNode: field(),
        offset: 11,
        getClientRect: () => null,
      }) as CaretPosition;
    drop(byRole('link', 'Source'));
    expect(stored).toBe('Built on [reva](https://rings.example/) mostly.');
  });

  it('gives its address to a field that holds one', async () => {
    await open('https://old.example/a', { links: 'address' });
    expect(drop(byRole('link', 'Source'))).toBe(true);
    expect(stored).toBe('https://rings.example/');
  });

  it('leaves a text from elsewhere to the browser', () => {
    expect(drop()).toBe(false);
  });
});

describe('a clip whose row is dragged onto a field by its grip', () => {
  beforeEach(() => open('Built on reva mostly.'));
  afterEach(
    () =>
      void Object.assign(document, {
        caretPositionFromPoint: undefined,
        elementFromPoint: undefined,
      }),
  );

  /** Drags over an element and drops there. */
  function drag(row: HTMLElement, over: Element): boolean {
    const drop = followRow(row);
    document.elementFromPoint = () => over;
    act(() => void document.dispatchEvent(new MouseEvent('pointermove', { clientX: 5 })));
    let taken = false;
    act(() => {
      taken = drop();
    });
    return taken;
  }
  const row = () => document.querySelector('[data-id]') as HTMLElement;

  it('links the words that are selected, and shows before where it would', () => {
    select('mostly');
    document.elementFromPoint = () => field();
    const drop = followRow(row());
    document.dispatchEvent(new MouseEvent('pointermove'));
    expect(field().classList).toContain('takes-link');
    act(() => expect(drop()).toBe(true));
    expect(field().classList).not.toContain('takes-link');
    expect(stored).toBe('Built on reva [mostly](https://rings.example/).');
  });

  it('links to a clip that was clipped since the targets were read', async () => {
    select('mostly');
    targets = [...targets, target('Since', { clipIds: ['since'] })];
    row().dataset.id = 'since';
    expect(drag(row(), field())).toBe(true);
    await eventually(() => expect(stored).toBe('Built on reva [mostly](https://since.example/).'));
  });

  it('says why a clip makes no link, and leaves words that have changed meanwhile', async () => {
    select('mostly');
    row().dataset.id = 'unlinkable';
    drag(row(), field());
    await eventually(() => expect(refused).toEqual([expect.stringContaining('can’t link to')]));
    targets = [...targets, target('Since', { clipIds: ['unlinkable'] })];
    drag(row(), field());
    select('Built');
    write(field(), 'Based');
    await act(async () => {});
    expect(stored).toBe('Based on reva mostly.');
  });

  it('is followed no longer once its list is gone', () => {
    document.elementFromPoint = () => field();
    const listening = new AbortController();
    followRow(row(), listening.signal);
    document.dispatchEvent(new MouseEvent('pointermove'));
    listening.abort();
    expect(field().classList).not.toContain('takes-link');
    document.dispatchEvent(new MouseEvent('pointermove'));
    expect(field().classList).not.toContain('takes-link');
  });

  it('is left to the list over anything else, over its own fields, and without an address', () => {
    select('mostly');
    expect(drag(row(), byRole('textbox', 'Address'))).toBe(false);
    expect(drag(document.body, field())).toBe(false);
    const own = row();
    own.append(field());
    expect(drag(own, field())).toBe(false);
    expect(stored).toBe('Built on reva mostly.');
  });
});
