import './fake-browser.ts';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { FilesField } from '../../../components/wrap-up/FilesField.tsx';
import type { SiteFileState } from '../../../lib/client/site-file-states.ts';
import { uuid } from '../../support/records.ts';
import { byRole, click, focus, hasRole, mount, press, replaceText } from './support.tsx';

const fileOf = (n: number, changes: Partial<SiteFileState> = {}): SiteFileState => ({
  ...{ id: uuid(n), fileName: `slides-${n}.pdf`, assetId: 'a'.repeat(64), size: 1_234_567 },
  ...{ path: `/files/slides-${n}.pdf`, linked: false, kept: true },
  ...changes,
});

function show(
  files: SiteFileState[] = [fileOf(1), fileOf(2, { linked: true })],
  onChoose?: () => void,
) {
  const does = { onAdd: vi.fn(), onRename: vi.fn(), onRemove: vi.fn() };
  const shown = (all: SiteFileState[]) => <FilesField files={all} onChoose={onChoose} {...does} />;
  const update = mount(shown(files));
  return { ...does, again: (all: SiteFileState[]) => update(shown(all)) };
}
const rows = () =>
  [...document.querySelectorAll('.person-text')].map((row) => row.textContent ?? '');

it('shows each file with its size and whether the post links to it', () => {
  show([fileOf(1), fileOf(2, { linked: true, size: 400 }), fileOf(3, { kept: false })]);
  expect(rows()).toEqual([
    'slides-1.pdf1.2 MB · not linked yet',
    'slides-2.pdf1 kB · linked in the post',
    'slides-3.pdf1.2 MB · its contents are lost',
  ]);
});

it('renames a file once its new name is there, not with each letter', () => {
  const { onRename, again } = show();
  click(document.querySelector('.person-main') as Element);
  expect(document.querySelector('.file-path')?.textContent).toBe(
    'The post links to it as /files/slides-1.pdf',
  );
  const field = byRole('textbox', 'File name');
  focus(field);
  replaceText(field, 'Rings.pdf');
  expect(onRename).not.toHaveBeenCalled();
  press('Enter');
  expect(onRename).toHaveBeenCalledExactlyOnceWith(uuid(1), 'Rings.pdf');
  again([fileOf(1, { fileName: 'rings.pdf' }), fileOf(2)]);
  expect((field as HTMLInputElement).value).toBe('Rings.pdf');
  act(() => field.blur());
  expect(onRename).toHaveBeenCalledTimes(1);
  expect((field as HTMLInputElement).value).toBe('rings.pdf');
});

it('leaves a name that was emptied, or not changed', () => {
  const { onRename } = show();
  click(document.querySelector('.person-main') as Element);
  const field = byRole('textbox', 'File name');
  focus(field);
  replaceText(field, ' ');
  press('Enter');
  replaceText(field, 'slides-1.pdf');
  press('Enter');
  expect(onRename).not.toHaveBeenCalled();
});

it('removes a file, and goes on with the next', () => {
  const { onRemove } = show();
  click(byRole('button', 'Remove slides-1.pdf'));
  expect(onRemove).toHaveBeenCalledExactlyOnceWith(fileOf(1));
});

it('takes files from the picker, or leads to where one can be chosen', () => {
  const { onAdd } = show([]);
  const picker = document.querySelector<HTMLInputElement>('input[type=file]');
  const file = new File(['x'], 'a.pdf');
  Object.defineProperty(picker, 'files', { value: [file], configurable: true });
  picker?.dispatchEvent(new Event('change', { bubbles: true }));
  expect(onAdd).toHaveBeenCalledExactlyOnceWith([file]);
  const elsewhere = vi.fn();
  show([], elsewhere);
  click(byRole('button', 'Add files'));
  expect(elsewhere).toHaveBeenCalledTimes(1);
});

it('offers no more files than a post can have', () => {
  show(Array.from({ length: 50 }, (_, at) => fileOf(at + 1)));
  expect(hasRole('button', 'Add files')).toBe(false);
});

it('says at once what a name becomes that the site cannot have, and that it needs one', () => {
  show([fileOf(1), fileOf(2)]);
  click(document.querySelector('.person-main') as Element);
  const field = byRole('textbox', 'File name');
  const said = () => document.querySelector('.field-hint, .field-error')?.textContent;
  focus(field);
  replaceText(field, 'Rings & more');
  expect(said()).toContain('this becomes rings-more.pdf');
  replaceText(field, 'slides-2.pdf');
  expect(said()).toContain('this becomes slides-2-2.pdf');
  replaceText(field, 'rings.pdf');
  expect(said()).toBe('Press Enter to rename it. Links to it in this post are updated.');
  replaceText(field, ' ');
  expect(said()).toBe('A file needs a name. Until it has one, it stays slides-1.pdf.');
  expect(field.getAttribute('aria-invalid')).toBe('true');
});
