import './fake-browser.ts';
import { expect, it } from 'vitest';
import { NoWrapUp } from '../../../entrypoints/desk/NoWrapUp.tsx';
import { hasRole, mount } from './support.tsx';

const show = (isNamed: boolean) =>
  mount(<NoWrapUp isNamed={isNamed} others={[]} onCreate={() => {}} />);

it('says at the first visit of the desk how a wrap-up begins', () => {
  show(false);
  expect(document.querySelector('h1')?.textContent).toBe('No wrap-up yet');
  expect(document.body.textContent).toContain('Your first clip starts one');
  expect(hasRole('button', 'Trash')).toBe(false);
});

it('says of a wrap-up that is named and not there that it was deleted, and leads to the trash', () => {
  show(true);
  expect(document.querySelector('h1')?.textContent).toBe('This wrap-up isn’t here');
  expect(hasRole('button', 'Trash')).toBe(true);
});
