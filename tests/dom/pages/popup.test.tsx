import './fake-page.ts';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Popup } from '../../../entrypoints/popup/Popup.tsx';
import { speak } from '../../../lib/browser/i18n.ts';
import { database, deps } from '../../../lib/client/services.ts';
import german from '../../../public/_locales/de/messages.json' with { type: 'json' };
import { createNote, createSpeaker, createWrapUp } from '../../support/items.ts';
import { byRole, click, hasRole, mount, press, type } from '../components/support.tsx';
import { eventually, showWide } from './fake-page.ts';

const wrapUp = createWrapUp({ title: 'Tidal Meetup', speakers: [createSpeaker()] });
const rows = () => [...document.querySelectorAll<HTMLElement>('li[data-kind=note]')];
const rowTexts = () => rows().map((row) => row.querySelector('.clip-text')?.textContent);

beforeEach(async () => {
  localStorage.clear();
  showWide(0);
  for (const table of database.tables) await table.clear();
});

it('begins with a way to make a wrap-up, and shows it then', async () => {
  mount(<Popup look={undefined} />);
  await eventually('the way', () => hasRole('button', 'New wrap-up'));
  click(byRole('button', 'New wrap-up'));
  await eventually('the wrap-up', () => document.querySelector('.switcher-button'));
  expect(await deps.wrapUps.list()).toHaveLength(1);
});

describe('a wrap-up', () => {
  let show: ReturnType<typeof mount>;
  const parts = () =>
    [...document.querySelectorAll('.part-name')].map(({ textContent }) => textContent);
  afterEach(() => speak(undefined));

  beforeEach(async () => {
    await deps.wrapUps.put(wrapUp);
    await deps.settings.setActiveWrapUpId(wrapUp.id);
    for (const [order, note] of ['First', 'Second'].entries()) {
      await deps.items.put(createNote({ wrapUpId: wrapUp.id, order: `a${order}`, note }));
    }
    show = mount(<Popup look={undefined} />);
    await eventually('its rows', () => rows().length === 2);
  });

  it('is shown with its title, its clips in their order, and how many they are', () => {
    expect(document.querySelector('h1')?.textContent).toBe('Tidal Meetup');
    expect(rowTexts()).toEqual(['First', 'Second']);
    expect(byRole('tab', 'Clips').textContent).toBe('Clips2');
  });

  it('stores what is typed into a row', async () => {
    click(byRole('button', 'Note First'));
    type(await eventually('the field', () => document.querySelector('textarea')), ' thing');
    await eventually('the row', () => rowTexts()[0] === 'First thing');
    await eventually('it to be stored', async () => {
      const [first] = await deps.items.list(wrapUp.id);
      return first?.kind === 'note' && first.note === 'First thing';
    });
  });

  it('says all of it in another language once that is chosen, and keeps what was typed', async () => {
    click(byRole('button', 'Note First'));
    type(await eventually('the field', () => document.querySelector('textarea')), ' thing');
    await eventually('a part of the template', () => parts().includes('Thanks'));
    speak(german);
    show(<Popup look={undefined} />);
    await eventually('the tab', () => hasRole('tab', 'Fundstücke'));
    expect(hasRole('button', 'Notiz Second')).toBe(true);
    expect(parts()).toContain('Dank');
    expect(parts()).not.toContain('Thanks');
    expect(document.querySelector('textarea')?.value).toBe('First thing');
  });

  it('says nothing of a page beside it, which a tab of our own has not', async () => {
    click(byRole('tab', 'Details'));
    await eventually('the details', () => hasRole('textbox', 'Title'));
    await act(async () => {});
    expect(document.querySelector('.fill')).toBeNull();
  });

  it('leads from a part of the draft that nobody touched to its row, however soon', async () => {
    // This simulates a page that is never idle.
    vi.stubGlobal('requestIdleCallback', () => 0);
    mount(<Popup look={undefined} />);
    await eventually('its tabs', () => hasRole('tab', 'Draft'));
    click(byRole('tab', 'Draft'));
    const block = await eventually('the draft', () =>
      [...document.querySelectorAll('.draft-block')].find((each) =>
        each.textContent?.includes('Thanks again'),
      ),
    );
    click(block);
    const editor = await eventually('its row', () => document.querySelector('.part-editor'));
    expect(editor.textContent).toContain('Thanks again');
    expect(byRole('tab', 'Clips').getAttribute('aria-selected')).toBe('true');
    vi.unstubAllGlobals();
  });

  it('edits the open row in a separate column if a tab is wide', async () => {
    showWide(1240);
    mount(<Popup look={undefined} />);
    await eventually('its rows', () => rows().length === 2);
    click(byRole('button', 'Note Second'));
    const editor = await eventually('the editor', () => document.querySelector('.editor-beside'));
    expect(editor.getAttribute('aria-label')).toBe('Edit note: Second');
    expect(document.querySelector('li textarea')).toBeNull();
    await eventually('the focus', () => editor.contains(document.activeElement));
    press('Escape');
    await eventually('the list', () => !document.querySelector('.editor-beside'));
    expect(rows()[1]?.contains(document.activeElement)).toBe(true);
  });
});
