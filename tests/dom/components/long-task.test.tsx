import './fake-browser.ts';
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { type LongTask, useLongTask } from '../../../components/hooks/use-long-task.ts';
import { mount } from './support.tsx';

let task: LongTask;
function Shown() {
  task = useLongTask();
  return <p>{task.progress ? `${task.progress.done}/${task.progress.total}` : 'nothing'}</p>;
}
const text = () => document.querySelector('p')?.textContent;

it('goes on while another tab of the page is shown, one at a time, until it is cancelled', async () => {
  const show = mount(<Shown />);
  expect(text()).toBe('nothing');
  let ended: string | undefined;
  act(() => {
    void task
      .run(({ signal, onProgress }) => {
        onProgress(1, 3);
        return new Promise<string>((resolve) => {
          signal.addEventListener('abort', () => resolve('cancelled'));
        });
      })
      .then((outcome) => {
        ended = outcome;
      });
  });
  expect(text()).toBe('1/3');
  expect(await task.run(async () => 'another')).toBeUndefined();
  show(null);
  show(<Shown />);
  expect(text()).toBe('1/3');
  await act(async () => task.cancel());
  await act(async () => {});
  expect(ended).toBe('cancelled');
  expect(text()).toBe('nothing');
});
