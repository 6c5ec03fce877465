import './fake-page.ts';
import { beforeEach, expect, it } from 'vitest';
import { Options } from '../../../entrypoints/options/Options.tsx';
import { database, deps } from '../../../lib/client/services.ts';
import { mount, press, replaceText } from '../components/support.tsx';
import { eventually } from './fake-page.ts';

beforeEach(async () => {
  for (const table of database.tables) await table.clear();
  mount(<Options />);
  await eventually('the profile', () => document.querySelector('[data-field="columns.quote"]'));
});

it('stores a choice at once, and takes it back', async () => {
  const before = (await deps.settings.profile()).columns.quote;
  const field = document.querySelector('[data-field="columns.quote"]') as HTMLInputElement;
  replaceText(field, '66');
  await eventually(
    'it to be stored',
    async () => (await deps.settings.profile()).columns.quote === 66,
  );
  (document.activeElement as HTMLElement).blur();
  press('z', { ctrlKey: true });
  await eventually(
    'it to be as it was',
    async () => (await deps.settings.profile()).columns.quote === before,
  );
});

it('says what cannot be stored, and keeps what was', async () => {
  const before = (await deps.settings.profile()).columns.quote;
  replaceText(document.querySelector('[data-field="columns.quote"]') as HTMLInputElement, 'many');
  await eventually('a sentence', () =>
    document.querySelector('[data-field="columns.quote"][aria-invalid=true]'),
  );
  expect((await deps.settings.profile()).columns.quote).toBe(before);
});

it('ticks anew what other posts say, whatever was ticked for those before', async () => {
  const post = (title: string) =>
    new File([`---\ntitle: ${title}\ntags: [a]\n---\n\nWords.\n\n* one\n* two\n`], 'post.md');
  const learn = (title: string) => {
    const picker = document.querySelector('input[type=file][accept*=".md"][multiple]');
    Object.defineProperty(picker, 'files', { value: [post(title)], configurable: true });
    picker?.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const boxes = () => [
    ...document.querySelectorAll<HTMLInputElement>('.learned-style input[type=checkbox]'),
  ];
  learn('One');
  await eventually('what was learned', () => boxes().length > 0);
  const [first] = boxes();
  first?.click();
  expect(first?.checked).toBe(false);
  learn('Two');
  await eventually('what was learned from the other', () => boxes()[0]?.checked);
});
