import './fake-browser.ts';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { TrashSection } from '../../../components/library/TrashSection.tsx';
import type { TrashEntry } from '../../../lib/core/library/trash.ts';
import { note, quote, uuid, wrapUp } from '../../support/records.ts';
import { byRole, click, hasRole, mount, press, replaceText } from './support.tsx';

const deletedAt = '2026-03-20T12:00:00.000Z';
const quoted: TrashEntry = {
  kind: 'item',
  id: uuid(2),
  deletedAt,
  item: quote(2, { text: 'The moon pulls.', deletedAt }),
  wrapUp: wrapUp({ title: '#12' }),
};
const noted: TrashEntry = {
  kind: 'item',
  id: uuid(3),
  deletedAt,
  item: note(3, { note: 'A thought.', deletedAt }),
  wrapUp: wrapUp({ title: '#13', deletedAt }),
};
const evening: TrashEntry = {
  kind: 'wrapUp',
  id: uuid(9),
  deletedAt,
  wrapUp: wrapUp({ id: uuid(9), title: '#14', deletedAt }),
  itemCount: 7,
};
const picture: TrashEntry = {
  kind: 'picture',
  id: `${uuid(5)}/x`,
  deletedAt,
  replaced: {
    id: `${uuid(5)}/x`,
    record: 'item',
    recordId: uuid(5),
    assetId: 'ab'.repeat(32),
    fileName: 'ring.png',
    replacedAt: deletedAt,
  },
  item: quote(5),
  wrapUp: wrapUp({ title: '#12' }),
};
const all = [quoted, noted, evening, picture];

function show(entries: readonly TrashEntry[] | undefined = all, partial = false) {
  const trash = {
    entries,
    partial,
    busy: false,
    putBack: vi.fn(async () => {}),
    deleteForGood: vi.fn(async () => {}),
    empty: vi.fn(async () => {}),
  };
  mount(<TrashSection trash={trash} pictureUrl={(id) => `blob:${id.slice(0, 2)}`} />);
  return trash;
}
const rows = () =>
  [...document.querySelectorAll('[data-trash]')].map((row) => row.textContent ?? '');

it('says of each thing what it is, where it was, and how long it is kept', async () => {
  show();
  expect(rows()).toHaveLength(4);
  expect(rows()[0]).toMatch(/The moon pulls\.Quote · #12 · deleted on .*20.*, kept until .*19/);
  expect(rows()[1]).toContain('Its wrap-up is in the trash, too');
  expect(rows()[2]).toContain('#14Wrap-up · 7 in it');
  expect(rows()[3]).toContain('ring.pngReplaced picture · #12');
  expect(document.querySelector('[data-trash] img')?.getAttribute('src')).toBe('blob:ab');
});

it('puts back, a clip of a deleted wrap-up with it', () => {
  const { putBack } = show();
  expect(byRole('button', 'Put back with its wrap-up: “A thought.”').textContent).toBe(
    'Put back with its wrap-up',
  );
  click(byRole('button', 'Put back with its wrap-up: “A thought.”'));
  expect(putBack).toHaveBeenCalledExactlyOnceWith(noted);
});

it('asks in words before it deletes for good, and Escape keeps it', async () => {
  const { deleteForGood } = show();
  click(byRole('button', 'Delete for good: “#14”'));
  expect(rows()[2]).toContain('Delete this wrap-up and everything in it for good?');
  expect(document.activeElement?.textContent).toBe('Keep');
  press('Escape');
  expect(deleteForGood).not.toHaveBeenCalled();
  click(byRole('button', 'Delete for good: “#14”'));
  click(byRole('button', 'Delete for good'));
  expect(deleteForGood).toHaveBeenCalledExactlyOnceWith(evening);
});

it('asks before it is emptied, and says how much that is', async () => {
  const { empty } = show();
  click(byRole('button', 'Empty the trash'));
  expect(document.body.textContent).toContain('everything in the trash for good (4)');
  click(byRole('button', 'Keep'));
  expect(empty).not.toHaveBeenCalled();
  click(byRole('button', 'Empty the trash'));
  await act(async () => click(byRole('button', 'Remove everything for good')));
  expect(empty).toHaveBeenCalledOnce();
});

it('finds by words of the text, the source and the wrap-up, and says how many', () => {
  show();
  replaceText(byRole('textbox', 'Search the trash'), 'MOON #12');
  expect(rows()).toHaveLength(1);
  expect(document.querySelector('[role=status]')?.textContent).toBe('1 of 4 found');
  replaceText(byRole('textbox', 'Search the trash'), 'nothing like it');
  expect(rows()).toHaveLength(0);
});

it('shows a hundred of thousands, and more when asked', () => {
  show(Array.from({ length: 5_000 }, (_, n) => ({ ...quoted, id: uuid(n + 1_000) })));
  expect(rows()).toHaveLength(100);
  click(byRole('button', 'Show more (4,900 left)'));
  expect(rows()).toHaveLength(200);
});

it('shows the newest while the rest is read, and lets nobody empty what is not counted yet', () => {
  show(all, true);
  expect(rows()).toHaveLength(4);
  expect((byRole('button', 'Empty the trash') as HTMLButtonElement).disabled).toBe(true);
});

it('says that it is empty, and nothing before it is read', () => {
  show([]);
  expect(document.body.textContent).toContain('The trash is empty.');
  expect(hasRole('button', 'Empty the trash')).toBe(false);
  show(undefined);
  expect(document.body.textContent).not.toContain('The trash is empty.');
});

it('calls a file that was removed a file, and shows no picture of it', () => {
  const file: TrashEntry = {
    ...picture,
    replaced: { ...picture.replaced, record: 'wrapUp', fileId: uuid(6), fileName: 'slides.pdf' },
    item: undefined,
  };
  show([file]);
  expect(rows()).toHaveLength(1);
  expect(document.querySelector('.trash-text')?.textContent).toMatch(/^slides\.pdfFile · /);
  expect(document.querySelector('.trash-row img')).toBe(null);
});
