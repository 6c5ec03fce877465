import './fake-browser.ts';
import { expect, it } from 'vitest';
import { OpenTabs } from '../../../components/tabs/OpenTabs.tsx';
import { type ClippableTab, clippedKeys, listTabs } from '../../../lib/clips/open-tabs.ts';
import { createLink } from '../../support/items.ts';
import { byRole, click, mount, press } from './support.tsx';

const urls = ['https://a.example/', 'https://b.example/', 'https://c.example/', 'about:blank'];
const list = listTabs(
  urls.map((url) => ({ url, title: `Page ${url[8]}` })),
  new Set([createLink({ url: 'https://b.example/' })].flatMap(clippedKeys)),
);

function open() {
  const clipped: ClippableTab[] = [];
  let closed = 0;
  mount(<OpenTabs list={list} onClip={(tabs) => clipped.push(...tabs)} onClose={() => closed++} />);
  return { clipped, closed: () => closed };
}
const box = (name: string) => byRole('checkbox', name) as HTMLInputElement;

it('ticks what is not clipped yet, and clips what is ticked', () => {
  const { clipped } = open();
  expect([box('Page a'), box('Page b'), box('Page c')].map(({ checked }) => checked)).toEqual([
    true,
    false,
    true,
  ]);
  expect(document.body.textContent).toContain('b.example · clipped already');
  expect(document.body.textContent).toContain('1 tab is left out');
  byRole('button', 'Clip 2 tabs');
  click(box('Page a'));
  click(byRole('button', 'Clip 1 tab'));
  expect(clipped.map(({ host }) => host)).toEqual(['c.example']);
});

it('has the focus on its first box, and closes by Escape', () => {
  const { closed } = open();
  expect(document.activeElement).toBe(box('Page a'));
  expect(press('Escape')).toBe(true);
  expect(closed()).toBe(1);
});

it('clips nothing where nothing is ticked', () => {
  open();
  click(box('Page a'));
  click(box('Page c'));
  expect((byRole('button', 'Clip 0 tabs') as HTMLButtonElement).disabled).toBe(true);
});
