import './fake-browser.ts';
import { beforeAll, expect, it, vi } from 'vitest';
import { DonePanel } from '../../../components/desk/DonePanel.tsx';
import type { DraftAction } from '../../../components/preview/DraftView.tsx';
import { byRole, click, mount } from './support.tsx';

beforeAll(() => {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.setAttribute('open', '');
    },
    close() {},
  });
});

const show = (way: DraftAction, files?: readonly string[], missing = 0) => {
  const onTake = vi.fn();
  mount(
    <DonePanel
      checks={{ text: '', findings: [], onGo() {}, onTurnOff() {} }}
      {...{ files, missing, way, onTake }}
      isTaken={false}
      onNext={() => {}}
      onClose={() => {}}
    />,
  );
  return onTake;
};
const text = () => document.querySelector('.done-panel')?.textContent ?? '';

it('says which pictures stay here on the way out that was taken last', () => {
  show('copy-draft', ['content/post.md', 'static/a.png', 'static/b.png']);
  expect(text()).toContain('static/b.png');
  expect(text()).toContain('2 pictures aren’t included this way.');
  show('download-archive', ['content/post.md', 'static/a.png', 'static/b.png']);
  expect(text()).not.toContain('included this way');
});

it('says that nothing is to check, and which pictures have no file', () => {
  show('copy-draft', ['content/post.md'], 1);
  expect(text()).toContain('Nothing to check');
  expect(text()).toContain('1 picture has no file here.');
});

it('takes the post along once it is composed', () => {
  show('copy-draft');
  expect((byRole('button', 'Copy draft') as HTMLButtonElement).disabled).toBe(true);
  const onTake = show('copy-draft', ['content/post.md']);
  expect(document.activeElement).toBe(byRole('button', 'Copy draft'));
  click(byRole('button', 'Copy draft'));
  expect(onTake).toHaveBeenCalledOnce();
});
