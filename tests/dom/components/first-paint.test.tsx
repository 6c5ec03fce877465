import './fake-browser.ts';
import { useEffect } from 'preact/hooks';
import { afterEach, expect, it, vi } from 'vitest';
import { isFirstPaint, painted, renderFirst } from '../../../components/ui/first-paint.ts';
import { eventually } from '../../support/eventually.ts';

afterEach(() => vi.unstubAllGlobals());

it('shows a page before its effects run, and once it is shown renders it as ever', async () => {
  let frame = () => {};
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => {
    frame = callback;
  });
  const seen: string[] = [];
  function Page({ name }: { name: string }) {
    seen.push(`${name} ${isFirstPaint() ? 'first' : 'later'}`);
    useEffect(() => void seen.push(`effect of ${name}`), [name]);
    return <p>{name}</p>;
  }
  void painted.then(() => seen.push('painted'));
  renderFirst(<Page name="one" />, document.body);
  expect(document.body.textContent).toBe('one');
  await Promise.resolve();
  expect(seen).toEqual(['one first']);
  frame();
  await eventually(() => expect(seen).toEqual(['one first', 'painted', 'effect of one']));
  renderFirst(<Page name="two" />, document.body);
  frame();
  await eventually(() => expect(seen.slice(3)).toEqual(['two later', 'effect of two']));
});
