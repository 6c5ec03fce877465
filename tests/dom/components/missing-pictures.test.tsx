import './fake-browser.ts';
import { describe, expect, it, vi } from 'vitest';
import { MissingPictures } from '../../../components/preview/MissingPictures.tsx';
import type { MissingPicture } from '../../../lib/exporters/exporter.ts';
import { image } from '../../support/records.ts';
import { byRole, click, hasRole, mount } from './support.tsx';

const clip = image(2, { alt: 'The ring' });
const lost = image(3, { alt: '', fileName: 'lost.png', url: '' });
const missing: MissingPicture[] = [
  { path: clip.url, itemId: clip.id, reason: 'shown-from-site' },
  { path: '/images/lost.png', itemId: lost.id, reason: 'no-bytes' },
  { path: '/images/map.png', itemId: null, reason: 'only-named' },
];
const file = new File(['x'], 'ring.png', { type: 'image/png' });

type Props = Parameters<typeof MissingPictures>[0];
function show(changes: Partial<Props> = {}) {
  const calls = { onFetch: vi.fn(), onFile: vi.fn() };
  mount(
    <MissingPictures
      missing={missing}
      clipOf={(id) => [clip, lost].find((each) => each.id === id)}
      busy={new Set()}
      {...calls}
      {...changes}
    />,
  );
  return calls;
}

/** Creates an event with files, like a paste or a drop. */
function bring(type: 'paste' | 'drop', files: File[]): void {
  const event = new Event(type, { bubbles: true, cancelable: true });
  const key = type === 'paste' ? 'clipboardData' : 'dataTransfer';
  Object.defineProperty(event, key, { value: { files } });
  byRole('button', 'Choose a file for “The ring”').dispatchEvent(event);
}

describe('pictures that have no file', () => {
  it('are a to-do that says which clip, from where, and what the post does meanwhile', () => {
    show();
    const [first, second, third] = document.querySelectorAll('li');
    expect(first?.textContent).toContain('The ring');
    expect(first?.querySelector('a')?.getAttribute('href')).toBe(clip.source.url);
    expect(first?.textContent).toContain('the post shows it from its original site');
    expect(second?.textContent).toContain('lost.png');
    expect(second?.textContent).toContain('has no file yet');
    expect(third?.textContent).toContain('/images/map.png is only mentioned in a text');
    expect(third?.querySelector('button')).toBeNull();
  });

  it('are not there where nothing is to be done', () => {
    show({ missing: [] });
    expect(document.querySelector('section')).toBeNull();
  });

  it('are fetched again, where they have an address', () => {
    const { onFetch } = show();
    click(byRole('button', 'Try again to fetch “The ring”'));
    expect(onFetch).toHaveBeenCalledWith(clip);
    expect(hasRole('button', 'Try again to fetch “lost.png”')).toBe(false);
  });

  it('are chosen, pasted or dropped', () => {
    const { onFile } = show();
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    Object.defineProperty(input, 'files', { value: [file] });
    input?.dispatchEvent(new Event('change', { bubbles: true }));
    bring('paste', [new File(['x'], 'x.txt', { type: 'text/plain' }), file]);
    bring('drop', [file]);
    bring('paste', [new File(['x'], 'x.txt', { type: 'text/plain' })]);
    expect(onFile.mock.calls).toEqual([
      [{ clip }, file],
      [{ clip }, file],
      [{ clip }, file],
    ]);
  });

  it('are chosen elsewhere, where a file picker would close the popup', () => {
    const onChoose = vi.fn();
    show({ onChoose });
    click(byRole('button', 'Choose a file for “The ring”'));
    expect(onChoose).toHaveBeenCalledOnce();
    expect(document.querySelector('input[type=file]')).toBeNull();
  });

  it('may be the recording’s', () => {
    const { onFile } = show({
      missing: [{ path: '/images/frame.png', itemId: null, reason: 'no-bytes' }],
    });
    expect(document.querySelector('li')?.textContent).toContain(
      'The recording’s picture /images/frame.png has no file yet.',
    );
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    Object.defineProperty(input, 'files', { value: [file] });
    input?.dispatchEvent(new Event('change', { bubbles: true }));
    expect(onFile.mock.calls).toEqual([[{ talkId: undefined }, file]]);
  });

  it('cannot be asked for twice at a time', () => {
    show({ busy: new Set([clip.id]) });
    const button = byRole('button', 'Try again to fetch “The ring”') as HTMLButtonElement;
    expect(button.disabled).toBe(true);
  });
});
