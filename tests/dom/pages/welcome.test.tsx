import './fake-page.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { Welcome } from '../../../entrypoints/welcome/Welcome.tsx';
import { practise } from '../../../lib/browser/practice.ts';
import { database, deps } from '../../../lib/client/services.ts';
import { byRole, click, hasRole, mount } from '../components/support.tsx';
import { eventually } from './fake-page.ts';

const { chrome } = globalThis as unknown as { chrome: Record<string, unknown> };
const said = () => document.body.textContent ?? '';

/** Sets whether the browser has this key for clipping, and whether our button is in its toolbar. */
function has(shortcut: string, isOnToolbar?: boolean): void {
  chrome.commands = { getAll: async () => [{ name: 'clip-here', description: 'Clip', shortcut }] };
  chrome.action = { getUserSettings: async () => ({ isOnToolbar }) };
}

beforeEach(async () => {
  for (const table of database.tables) await table.clear();
  has('Alt+Shift+Q');
});

const shown = async () => {
  mount(<Welcome />);
  await eventually('the first step', () => document.querySelector('.practice'));
};

it('has three steps, and says where clips are kept and how to back them up', async () => {
  await shown();
  const steps = [...document.querySelectorAll('.steps > li > h2')];
  expect(steps.map(({ textContent }) => textContent)).toEqual([
    'Clip a sentence',
    'Put the post together',
    'Copy or download it',
  ]);
  expect(said()).toContain('Your clips stay in this browser');
  expect(hasRole('button', 'Backup and trash')).toBe(true);
});

describe('the key', () => {
  it('is the one that the browser has', async () => {
    await shown();
    expect(document.querySelector('kbd')?.textContent).toBe('Alt+Shift+Q');
  });

  it('can be chosen where the browser has set none', async () => {
    has('');
    await shown();
    expect(document.querySelector('kbd')).toBeNull();
    expect(said()).toContain('Your browser has set no key');
    expect(hasRole('button', 'Choose a key')).toBe(true);
  });

  it('is not named where the browser has no keys', async () => {
    chrome.commands = undefined;
    mount(<Welcome />);
    expect(said()).toContain('Open Wrapup from the browser’s menu');
    expect(document.querySelector('.practice')).toBeNull();
  });

  it('shows what it would clip, and stores nothing', async () => {
    await shown();
    const words = document.querySelector('.practice p');
    getSelection()?.selectAllChildren(words as Element);
    await practise();
    await eventually('the words', () => document.querySelector('.practised blockquote'));
    expect(document.querySelector('.practised blockquote')?.textContent).toBe(words?.textContent);
    expect(said()).toContain('Nothing was saved here.');
    getSelection()?.removeAllRanges();
    await practise();
    await eventually('what is missing', () => said().includes('Select a sentence first.'));
    expect(await deps.wrapUps.list()).toEqual([]);
  });
});

describe('the button', () => {
  it.each([
    [true, 'The button is in your toolbar.'],
    [false, 'then “Pin” next to Wrapup'],
  ])('is looked for: in the toolbar %s', async (isOnToolbar, sentence) => {
    has('Alt+Shift+Q', isOnToolbar);
    await shown();
    await eventually(sentence, () => said().includes(sentence));
  });

  it('is not spoken of where the browser does not say', async () => {
    chrome.action = {};
    await shown();
    expect(said()).not.toContain('toolbar');
  });
});

it('opens a post that is dropped anywhere on it', async () => {
  await shown();
  const file = new File(['---\ntitle: Rings\n---\n\nWords.\n'], 'rings.md');
  const drop = new Event('drop', { bubbles: true, cancelable: true });
  Object.assign(drop, { dataTransfer: { types: ['Files'], files: [file] } });
  window.dispatchEvent(drop);
  await eventually('what was done', () => said().includes('Opened “Rings”'));
  expect(await deps.wrapUps.list()).toMatchObject([{ title: 'Rings' }]);
  click(byRole('button', 'Undo'));
  await eventually('nothing', async () => (await deps.wrapUps.list()).length === 0);
});
