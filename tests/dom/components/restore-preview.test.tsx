import './fake-browser.ts';
import { expect, it, vi } from 'vitest';
import { RestorePreview } from '../../../components/library/RestorePreview.tsx';
import { mount } from './support.tsx';

const counts = {
  ...{ new: 0, same: 2, newerHere: 0, newerThere: 0, both: 0, onlyHere: 0, purgedHere: 0 },
};
type Props = Parameters<typeof RestorePreview>[0];

function shown(items: typeof counts): string {
  const props = {
    file: { head: { createdAt: '2026-11-26T14:03:00.000Z', app: '0.1.0', hasPictures: true } },
    counts: { wrapUps: 1, items: 2, pictures: 0, unreadable: 0 },
    report: { wrapUps: counts, items, profile: 'same', versions: [], versionCount: 0 },
  } as unknown as Props;
  mount(<RestorePreview {...props} name="backup.zip" onRestore={vi.fn()} onCancel={vi.fn()} />);
  return document.querySelector('.restore-preview')?.textContent ?? '';
}

it('says that replacing loses something only if there is something to lose', () => {
  expect(shown(counts)).toContain('Nothing here is newer than that.');
  const text = shown({ ...counts, newerHere: 2, onlyHere: 1 });
  expect(text).toContain('or only here: 3. They are lost');
});

it('says when the backup was made in the form of all other times', () => {
  expect(shown(counts)).toMatch(/Made on \w{3} 2\d, 2026, /);
});
