import './fake-browser.ts';
import { render } from 'preact';
import { expect, it, vi } from 'vitest';
import { lazy } from '../../../components/ui/lazy.tsx';
import { MissingCode } from '../../../components/ui/MissingCode.tsx';
import { eventually } from '../../support/eventually.ts';
import { hasRole, mount } from './support.tsx';

const Greeting = ({ name }: { name: string }) => <p>Hello {name}</p>;
const shown = () => document.querySelector('p')?.textContent;

it('shows a part once its code is there, with what was asked for last', async () => {
  const { promise, resolve } = Promise.withResolvers<typeof Greeting>();
  const fetchPart = vi.fn(() => promise);
  const { Part } = lazy('greeting', fetchPart);
  const show = mount(<Part name="Ada" />);
  show(<Part name="Grace" />);
  expect(shown()).toBeUndefined();
  resolve(Greeting);
  await eventually(() => expect(shown()).toBe('Hello Grace'));
  expect(fetchPart).toHaveBeenCalledOnce();
});

it('shows a part at once that was loaded before', async () => {
  const { Part, load } = lazy('greeting', async () => Greeting);
  await load();
  mount(<Part name="Ada" />);
  expect(shown()).toBe('Hello Ada');
});

it('fetches a part again that could not be fetched', async () => {
  const fetchPart = vi.fn(async () => Greeting);
  fetchPart.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const { Part, load } = lazy('greeting', fetchPart);
  await expect(load()).rejects.toThrow('Failed to fetch');
  mount(
    <>
      <MissingCode />
      <Part name="Ada" />
    </>,
  );
  await eventually(() => expect(shown()).toBe('Hello Ada'));
  expect(document.querySelector('[role=alert]')).toBeNull();
});

it('says so where it cannot be fetched, what is safe, and offers another try', async () => {
  const { Part } = lazy<{ name: string }>('greeting', () =>
    Promise.reject(new TypeError('Failed to fetch')),
  );
  mount(
    <>
      <MissingCode />
      <Part name="Ada" />
    </>,
  );
  await eventually(() => expect(hasRole('button', 'Try again')).toBe(true));
  expect(document.querySelector('[role=alert]')?.textContent).toContain('is safe');
});

it('shows what came after it was rendered, and before its effects ran', async () => {
  const { Part, load } = lazy('greeting', async () => Greeting);
  // This does not use `act`, which would run effects at once.
  render(<Part name="Ada" />, document.body);
  expect(shown()).toBeUndefined();
  await load();
  await eventually(() => expect(shown()).toBe('Hello Ada'));
  render(null, document.body);
});

it('shows what could not be fetched, once the page has fetched it for another reason', async () => {
  const fetchPart = vi.fn(async () => Greeting);
  fetchPart.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const { Part, load } = lazy('greeting', fetchPart);
  mount(<Part name="Ada" />);
  await eventually(() => expect(fetchPart).toHaveBeenCalledOnce());
  expect(shown()).toBeUndefined();
  await eventually(load);
  await eventually(() => expect(shown()).toBe('Hello Ada'));
});
