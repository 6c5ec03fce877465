import './fake-page.ts';
import { expect, it } from 'vitest';
import { useDroppedFiles } from '../../../components/hooks/use-open-posts.ts';
import { mount } from '../components/support.tsx';

const told: unknown[] = [];

function Page({ folders }: { folders: boolean }) {
  useDroppedFiles(
    (files) => told.push(['files', files.length]),
    folders ? (entries) => told.push(['entries', ...entries.map(({ name }) => name)]) : undefined,
  );
  return null;
}

function drop(...names: string[]) {
  const event = new Event('drop', { cancelable: true });
  const entry = (name: string) => ({ name, isDirectory: !name.includes('.') });
  Object.assign(event, {
    dataTransfer: {
      types: ['Files'],
      files: names.map((name) => new File([''], name)),
      items: names.map((name) => ({ webkitGetAsEntry: () => entry(name) })),
    },
  });
  told.length = 0;
  window.dispatchEvent(event);
  return told;
}

it('a folder among what is dropped is given where folders are read, and files as ever', () => {
  mount(<Page folders />);
  expect(drop('content', 'a.md')).toEqual([['entries', 'content', 'a.md']]);
  expect(drop('a.md', 'b.md')).toEqual([['files', 2]]);
});

it('a page that reads no folders gets what the browser calls files', () => {
  mount(<Page folders={false} />);
  expect(drop('content', 'a.md')).toEqual([['files', 2]]);
});
