import './fake-browser.ts';
import { expect, it } from 'vitest';
import { ShortcutHelp } from '../../../entrypoints/options/ShortcutHelp.tsx';
import { mount } from './support.tsx';

const shortcut = (keys: string, better = '') => ({
  name: 'clip-here',
  description: 'Clip',
  keys,
  better,
});
const shown = (isFirefox: boolean, ...shortcuts: ReturnType<typeof shortcut>[]) => {
  mount(<ShortcutHelp shortcuts={shortcuts} isFirefox={isFirefox} onChange={async () => true} />);
  return document.body.textContent;
};

it('says which key the browser has, and where it is changed, in the browser’s words', () => {
  expect(shown(true, shortcut('Alt+Q'))).toContain('Alt+Q');
  expect(document.body.textContent).toContain('“Manage Extension Shortcuts”');
  expect(document.body.textContent).not.toContain('A better choice');
  expect(shown(false, shortcut('Alt+Shift+Q'))).toContain('“Keyboard shortcuts”');
});

it('says so where there is none', () => {
  expect(shown(false, shortcut(''))).toContain('not set');
  expect(document.body.textContent).toContain('You can choose another one');
});

it('names a better key where pages take the one that is set', () => {
  const text = shown(true, shortcut('Alt+Shift+Q', 'Alt+Q'), shortcut('Alt+Shift+M', 'Alt+K'));
  expect(text).toContain(
    'In Firefox, a page can use Alt+Shift+Q, Alt+Shift+M for a link or button',
  );
  expect(text).toContain('A better choice: Alt+Q, Alt+K.');
});
