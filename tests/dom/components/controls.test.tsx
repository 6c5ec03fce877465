import './fake-browser.ts';
import { useState } from 'preact/hooks';
import { describe, expect, it, vi } from 'vitest';
import { type Offers, type PageState, ThisPage } from '../../../components/clips/ThisPage.tsx';
import { DraftView } from '../../../components/preview/DraftView.tsx';
import { Menu } from '../../../components/ui/Menu.tsx';
import { StatusBar } from '../../../components/ui/StatusBar.tsx';
import { Tabs } from '../../../components/ui/Tabs.tsx';
import { Switcher } from '../../../components/wrap-up/Switcher.tsx';
import { inboxId } from '../../../lib/core/post/item.ts';
import { defaultProfile } from '../../../lib/core/post/profile.ts';
import { createWrapUp } from '../../support/items.ts';
import { byRole, click, focus, hasRole, mount, press, replaceText } from './support.tsx';

describe('“This page”', () => {
  const nothingMore: Offers = { recording: null, embedUrl: '', hasEvent: false, hasPerson: false };
  const page = (changes: Partial<Extract<PageState, { state: 'clippable' }>>): PageState => ({
    state: 'clippable',
    title: 'Tidepool',
    host: 'tidepool.example',
    hasSelection: true,
    preview: 'Every append',
    offers: nothingMore,
    ...changes,
  });
  const show = (state: PageState, shortcut: string | undefined = 'Alt+Shift+Q') => {
    const onClip = vi.fn();
    const [onFill, onSpeaker] = [() => onClip('fill'), () => onClip('speaker')];
    const more = { momentKey: 'Alt+Shift+M', time: '45:56', busy: false, problem: '' };
    mount(
      <ThisPage page={state} shortcut={shortcut} {...more} {...{ onClip, onFill, onSpeaker }} />,
    );
    return onClip;
  };
  const isPrimary = (name: string) => byRole('button', name).classList.contains('primary');

  it('offers both ways to clip under the names that tests and tools rely on', () => {
    const onClip = show(page({}));
    click(byRole('button', 'Clip selection'));
    click(byRole('button', 'Clip page'));
    expect(onClip.mock.calls).toEqual([['selection'], ['page']]);
  });

  it('puts the selection first where something is selected, else the page', () => {
    show(page({ hasSelection: true }));
    expect([isPrimary('Clip selection'), isPrimary('Clip page')]).toEqual([true, false]);
    show(page({ hasSelection: false }));
    expect([isPrimary('Clip selection'), isPrimary('Clip page')]).toEqual([false, true]);
  });

  it('offers the moment with its key and time, and the frame, where a video plays', () => {
    const recording = { kind: 'video', playing: true } as const;
    const onClip = show(page({ hasSelection: false, offers: { ...nothingMore, recording } }));
    const moment = byRole('button', 'Clip moment45:56');
    expect(moment.getAttribute('aria-keyshortcuts')).toBe('Alt+Shift+M');
    expect([moment.classList.contains('primary'), isPrimary('Clip page')]).toEqual([true, false]);
    click(moment);
    click(byRole('button', 'Clip frame of the video'));
    expect(onClip.mock.calls).toEqual([['moment'], ['screenshot']]);
  });

  it('offers no frame of a sound, and the moment first, also while it stands', () => {
    const recording = { kind: 'audio', playing: false } as const;
    show(page({ hasSelection: false, offers: { ...nothingMore, recording } }));
    expect(hasRole('button', 'Clip frame of the video')).toBe(false);
    expect([isPrimary('Clip moment45:56'), isPrimary('Clip page')]).toEqual([true, false]);
  });

  it.each([
    ['Add speaker', { hasPerson: true }],
    ['Fill the details', { hasEvent: true }],
  ])('puts "%s" first, before the ways to clip, on a page that is about that', (name, has) => {
    show(page({ hasSelection: false, offers: { ...nothingMore, ...has } }));
    expect([isPrimary(name), isPrimary('Clip page')]).toEqual([true, false]);
    expect(document.querySelector('button')).toBe(byRole('button', name));
    show(page({ hasSelection: true, offers: { ...nothingMore, ...has } }));
    expect([isPrimary(name), isPrimary('Clip selection')]).toEqual([false, true]);
  });

  it('offers the way to a recording that is embedded from another site', () => {
    show(page({ offers: { ...nothingMore, embedUrl: 'https://youtu.be/aaaaaaaaaaa' } }));
    const link = byRole('link', 'Open the recording');
    expect(link.getAttribute('href')).toBe('https://youtu.be/aaaaaaaaaaa');
    expect(link.getAttribute('target')).toBe('_blank');
  });

  it('offers what fits the page, and nothing else', () => {
    const onClip = show(page({ offers: { ...nothingMore, hasEvent: true, hasPerson: true } }));
    click(byRole('button', 'Fill the details'));
    click(byRole('button', 'Add speaker'));
    expect(onClip.mock.calls).toEqual([['fill'], ['speaker']]);
    show(page({}));
    expect(document.querySelectorAll('button')).toHaveLength(2);
  });

  it('shows the key as the browser has it, and says where none is set', () => {
    show(page({}), 'Alt+Shift+Q');
    expect(byRole('button', 'Clip selection').getAttribute('aria-keyshortcuts')).toBe(
      'Alt+Shift+Q',
    );
    show(page({}), '');
    expect(document.body.textContent).toContain('No shortcut is set');
  });

  it('says why in a sentence instead of dead buttons', () => {
    show({ state: 'not-clippable', reason: 'This page belongs to the browser.' });
    expect(hasRole('button', 'Clip selection')).toBe(false);
    expect(document.body.textContent).toBe('This page belongs to the browser.');
  });
});

describe('the tabs', () => {
  it('go round with the arrow keys and keep the focus', () => {
    const onSelect = vi.fn();
    function Live() {
      const [selected, setSelected] = useState('clips');
      const tabs = ['clips', 'details', 'draft'].map((id) => ({ id, label: id, count: 3 }));
      return (
        <Tabs
          label="Views"
          selected={selected}
          tabs={tabs}
          onSelect={(id) => {
            setSelected(id);
            onSelect(id);
          }}
        />
      );
    }
    mount(<Live />);
    focus(byRole('tab', 'clips'));
    press('ArrowRight');
    expect(document.activeElement).toBe(byRole('tab', 'details'));
    press('End');
    press('ArrowRight');
    press('ArrowLeft');
    expect(onSelect.mock.calls).toEqual([['details'], ['draft'], ['clips'], ['draft']]);
    expect(byRole('tab', 'draft').getAttribute('aria-selected')).toBe('true');
    expect(document.querySelectorAll('[role=tab][tabindex="0"]')).toHaveLength(1);
  });
});

describe('the draft', () => {
  const text =
    '---\ntitle: "T"\n---\n\nSee [a\nb](https://x.example/(1)).\n\n> words --\n> [x](y)\n';
  type Props = Parameters<typeof DraftView>[0];
  const item = (id: string, firstLine: number, lineCount: number) => ({
    ...{ kind: 'item' as const, id, markdown: '', firstLine, lineCount },
  });
  const pieces = [item('1', 4, 2), item('2', 7, 2)];
  const ready = () => ({
    state: 'ready' as const,
    placed: [],
    of: { wrapUp: createWrapUp(), items: [], profile: defaultProfile },
    text,
    pieces,
    missing: [],
    files: [],
    pictures: new Map(),
  });
  const view = (draft: Props['draft'], pictures: Partial<Props> = {}) => {
    const onAction = vi.fn();
    mount(
      <DraftView
        draft={draft}
        done={null}
        hasPictures={false}
        hasFolder={false}
        {...pictures}
        startTopPx={0}
        onScrolled={() => {}}
        onOpen={() => {}}
        {...{ title: 'T', shownAs: 'markdown', onShowAs: () => {}, readPost: undefined }}
        keptPicture={(_, alt) => <img alt={alt} />}
        onAction={onAction}
        onOptions={() => {}}
      />,
    );
    return onAction;
  };

  it('is shown to the letter', () => {
    view(ready());
    expect(document.querySelector('.draft')?.textContent).toBe(text);
  });

  it('is seen as far as it is there, and is not taken away before it is whole', () => {
    view({ state: 'begun', text, pieces, pictures: new Map() });
    expect(document.querySelector('.draft')?.textContent).toBe(text);
    expect(document.querySelector('.draft')?.getAttribute('aria-busy')).toBe('true');
    expect((byRole('button', 'Copy draft') as HTMLButtonElement).disabled).toBe(true);
    view(ready());
    expect(document.querySelector('.draft')?.getAttribute('aria-busy')).toBe('false');
  });

  it('sets front matter, quotes and links apart', () => {
    view(ready());
    const texts = (selector: string) =>
      [...document.querySelectorAll(selector)].map((element) => element.textContent);
    expect(texts('.front-matter')).toEqual(['---\ntitle: "T"\n---\n\n']);
    expect(texts('.quote')).toEqual(['> words --\n> [x](y)\n']);
    expect(texts('.draft-link')).toEqual(['[a\nb](https://x.example/(1))', '[x](y)']);
  });

  it('is taken away under the names that tests and tools rely on', () => {
    const onAction = view(ready());
    click(byRole('button', 'Copy draft'));
    click(byRole('button', 'Copy front matter'));
    click(byRole('button', 'Download .md'));
    expect(onAction.mock.calls).toEqual([['copy-draft'], ['copy-front-matter'], ['download']]);
    expect(hasRole('button', 'Download .zip with all files')).toBe(false);
  });

  it('is taken away with its pictures where it has any, and into a folder where that can be', () => {
    const onAction = view(ready(), { hasPictures: true, hasFolder: true });
    click(byRole('button', 'Download .zip with all files'));
    click(byRole('button', 'Save to the site’s folder'));
    expect(onAction.mock.calls).toEqual([['download-archive'], ['save-to-folder']]);
    view(ready(), { hasPictures: true });
    expect(hasRole('button', 'Save to the site’s folder')).toBe(false);
  });

  it('says what is wrong with a template, and still gives the front matter', () => {
    view({ state: 'failed', isOfTemplate: true, error: 'The template does not work: line 3.' });
    expect(document.querySelector('[role=alert] p')?.textContent).toBe(
      'The template does not work: line 3.',
    );
    expect((byRole('button', 'Copy draft') as HTMLButtonElement).disabled).toBe(true);
    expect((byRole('button', 'Copy front matter') as HTMLButtonElement).disabled).toBe(false);
  });
});

describe('the switcher', () => {
  const one = createWrapUp({ id: '00000000-0000-4000-8000-0000000000a1', title: 'Meetup #1' });
  const two = createWrapUp({ id: '00000000-0000-4000-8000-0000000000a2', title: 'Meetup #2' });
  const old = createWrapUp({
    id: '00000000-0000-4000-8000-0000000000a3',
    title: 'Old one',
    archivedAt: '2026-01-01T00:00:00.000Z',
  });
  const open = () => {
    const calls = {
      onPick: vi.fn(),
      onCreate: vi.fn(),
      onRename: vi.fn(),
      onArchive: vi.fn(),
      onDelete: vi.fn(),
    };
    mount(
      <Switcher
        wrapUps={[one, two, old]}
        activeId={one.id}
        title="Meetup #1"
        inboxCount={2}
        {...calls}
      />,
    );
    click(byRole('button', 'Meetup #1'));
    return calls;
  };
  const options = () =>
    [...document.querySelectorAll('[role=option] .option-title')].map((each) => each.textContent);

  it('lists open wrap-ups and the inbox, and starts at the one that takes the clips', () => {
    open();
    expect(options()).toEqual(['Meetup #1', 'Meetup #2', 'Inbox']);
    expect(document.activeElement).toBe(byRole('combobox', 'Find a wrap-up'));
    const active = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(active)?.textContent).toContain('Meetup #1');
  });

  it('moves the one that is open to the trash', () => {
    const { onDelete } = open();
    click(byRole('button', 'Delete'));
    expect(onDelete).toHaveBeenCalledExactlyOnceWith(one.id);
    expect(hasRole('combobox', 'Find a wrap-up')).toBe(false);
  });

  it('picks with arrows and Enter', () => {
    const { onPick } = open();
    press('ArrowDown');
    press('ArrowDown');
    press('Enter');
    expect(onPick).toHaveBeenCalledExactlyOnceWith(inboxId);
    expect(hasRole('combobox', 'Find a wrap-up')).toBe(false);
  });

  it('finds archived ones by name, and shows them when asked', () => {
    open();
    replaceText(byRole('combobox', 'Find a wrap-up'), 'old');
    expect(options()).toEqual(['Old one']);
    replaceText(byRole('combobox', 'Find a wrap-up'), '');
    click(byRole('button', 'Show archived (1)'));
    expect(options()).toEqual(['Meetup #1', 'Meetup #2', 'Inbox', 'Old one']);
  });

  it('makes a new one of a name nobody has', () => {
    const { onCreate } = open();
    replaceText(byRole('combobox', 'Find a wrap-up'), ' Meetup #9 ');
    press('Enter');
    expect(onCreate).toHaveBeenCalledExactlyOnceWith('Meetup #9');
  });

  it('closes at Escape and holds it back from the popup', () => {
    open();
    expect(press('Escape')).toBe(true);
    expect(hasRole('combobox', 'Find a wrap-up')).toBe(false);
  });

  it('archives the one that is open', () => {
    const { onArchive } = open();
    click(byRole('button', 'Archive'));
    expect(onArchive).toHaveBeenCalledExactlyOnceWith(one.id);
  });

  it('renames with every keystroke', () => {
    const { onRename } = open();
    click(byRole('button', 'Rename'));
    replaceText(byRole('textbox', 'Title of the wrap-up'), 'Meetup #1, really');
    expect(onRename).toHaveBeenCalledExactlyOnceWith('Meetup #1, really');
    expect(press('Escape')).toBe(true);
    expect(hasRole('button', 'Meetup #1')).toBe(true);
  });
});

describe('the rest', () => {
  it('a menu opens on its first entry and closes at Escape', () => {
    const onPick = vi.fn();
    mount(<Menu label="More" icon={[]} entries={[{ label: 'Options', icon: [], onPick }]} />);
    click(byRole('button', 'More'));
    expect(document.activeElement).toBe(byRole('menuitem', 'Options'));
    expect(press('Escape')).toBe(true);
    expect(hasRole('menuitem', 'Options')).toBe(false);
    expect(document.activeElement).toBe(byRole('button', 'More'));
  });

  it('the footer says what failed and what is safe, and lets one try again', () => {
    const onRetry = vi.fn();
    mount(
      <StatusBar
        saving="failed"
        failure="The disk is full. Your words are kept here."
        onRetry={onRetry}
        undo={null}
        onUndo={() => {}}
        onUndoDismissed={() => {}}
        notice={null}
        count="3 clips"
      >
        <button type="button">Note</button>
      </StatusBar>,
    );
    expect(hasRole('button', 'Note')).toBe(false);
    click(byRole('button', 'Try again'));
    expect(onRetry).toHaveBeenCalledOnce();
    expect(document.querySelector('[role=alert]')?.textContent).toContain('The disk is full.');
    expect(document.body.textContent).not.toContain('Saved');
  });
});
