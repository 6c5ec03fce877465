import { describe, expect, test } from 'vitest';
import { capture, captureFixture, captureUnselected, readFixture, show } from './fixture.ts';

const commit = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d';

describe('a repository is named and described as its people would', () => {
  test.each([
    ['github/repository.html', 'tide/pool', 'a time-series store', 'GitHub'],
    ['github/repository-new.html', 'tide/pool', 'a time-series store', 'GitHub'],
    ['gitlab/project.html', 'tide/labs/pool', 'A time-series store', 'GitLab'],
    ['forgejo/repository.html', 'tide/pool', 'A time-series store', 'Codeberg.org'],
    ['sourcehut/repository.html', '~tide/pool', 'A time-series store', 'sourcehut'],
  ])('%s', (path, cleanTitle, description, siteName) => {
    const { page } = captureFixture(path);
    expect(page).toMatchObject({ cleanTitle, description, siteName });
    expect(page.place).toBeUndefined();
  });

  test('GitHub keeps its own spelling and its canonical address', () => {
    expect(captureFixture('github/repository.html').page).toMatchObject({
      canonicalUrl: 'https://github.com/tide/pool',
      adapter: 'github/2',
    });
  });

  test.each([
    ['GitHub - tide/pool: a store', 'A store - tide/pool', 'A store'],
    [
      'GitHub - tide/pool: a store',
      'A store. Contribute to tide/pool development by creating an account on GitHub.',
      'A store.',
    ],
    [
      'GitHub - tide/pool',
      'Contribute to tide/pool development by creating an account on GitHub.',
      '',
    ],
  ])('GitHub’s own words about it go: %s', (title, description, about) => {
    const head = `<title>${title}</title><meta property="og:description" content="${description}">`;
    const { page } = captureUnselected('github/repository.html', { head, body: '' });
    expect(page).toMatchObject({ cleanTitle: 'tide/pool', description: about });
  });

  test('a topic is no repository', () => {
    const page = {
      url: 'https://github.com/topics/go',
      head: '<title>go · GitHub Topics · GitHub</title>',
    };
    expect(captureUnselected('github/repository.html', page).page.cleanTitle).toBe(
      'go · GitHub Topics',
    );
  });
});

describe('words in a comment are their author’s, at the comment’s address', () => {
  test.each([
    [
      'github/issue.html',
      {
        kind: 'comment',
        url: 'https://github.com/tide/pool/issues/4#issuecomment-3000000007',
        author: 'bo-example',
        published: '2025-10-30',
        number: 4,
        label: 'tide/pool#4',
      },
    ],
    [
      'github/pull-old.html',
      {
        kind: 'comment',
        url: 'https://github.com/tide/pool/pull/5#discussion_r77',
        author: 'cleo',
        published: '2025-11-03',
        number: 5,
        label: 'tide/pool#5',
      },
    ],
    [
      'gitlab/issue.html',
      {
        kind: 'comment',
        url: 'https://gitlab.com/tide/labs/pool/-/issues/4#note_30',
        author: 'Bo Example',
        published: '2025-10-29',
        number: 4,
        label: 'tide/labs/pool#4',
      },
    ],
    [
      'forgejo/issue.html',
      {
        kind: 'comment',
        url: 'https://codeberg.org/tide/pool/issues/4#issuecomment-70',
        author: 'bo',
        published: '2025-10-29',
        number: 4,
        label: 'tide/pool#4',
      },
    ],
    [
      'gitlab/work-item.html',
      {
        kind: 'comment',
        url: 'https://gitlab.com/tide/labs/pool/-/work_items/4#note_30',
        author: 'Bo Example',
        published: '2025-10-29',
        number: 4,
        label: 'tide/labs/pool#4',
      },
    ],
    [
      'forgejo/issue-old.html',
      {
        kind: 'comment',
        url: 'https://codeberg.org/tide/pool/issues/4#issuecomment-70',
        author: 'bo',
        published: '2025-10-29',
        number: 4,
        label: 'tide/pool#4',
      },
    ],
    [
      'sourcehut/ticket.html',
      {
        kind: 'comment',
        url: 'https://todo.sr.ht/~tide/pool/4#event-70',
        author: '~bo',
        published: '2025-10-29',
        number: 4,
        label: '~tide/pool#4',
      },
    ],
  ])('%s', (path, place) => {
    expect(captureFixture(path).page.place).toEqual(place);
  });

  test.each([
    ['gitlab/work-item.html', '[[not]]', 'grows', 'Ada Example'],
    ['sourcehut/ticket.html', '[[should]]', 'Rings leak</h2>', ''],
  ])('the only comment of a page is not all of it: %s', (path, marked, words, author) => {
    const { body, ...rest } = readFixture(path);
    const plain = body.replace(marked, marked.slice(2, -2));
    const [, word = '', after = ''] = /^(\w+)(.*)$/.exec(words) ?? [];
    show(path, { ...rest, body: plain.replace(words, `[[${word}]]${after}`) });
    expect(capture('clip').page.place).toMatchObject({ kind: 'issue', author });
  });

  test('without a selection the address says which comment', () => {
    expect(captureUnselected('github/pull-old.html').page.place).toMatchObject({
      author: 'cleo',
    });
    expect(captureUnselected('gitlab/issue.html').page.place).toMatchObject({
      url: 'https://gitlab.com/tide/labs/pool/-/issues/4#note_31',
      author: 'Cleo',
    });
    expect(captureUnselected('github/discussion.html').page.place).toEqual({
      kind: 'comment',
      url: 'https://github.com/tide/pool/discussions/9#discussioncomment-55',
      author: 'bo-example',
      published: '2025-09-02',
      number: 9,
      label: 'tide/pool#9',
    });
  });

  test('of the page as a whole, whatever is selected, the address says the place', () => {
    show('github/issue.html');
    expect(capture('clip').page.place?.kind).toBe('comment');
    expect(capture('page').page.place?.kind).toBe('issue');
    show('gitlab/file-new.html');
    expect(capture('clip').page.place?.kind).toBe('code');
    expect(capture('page').page.place).toBeUndefined();
  });

  test('what the comments are about is the opener’s', () => {
    const { page } = captureUnselected('github/issue.html');
    expect(page).toMatchObject({
      cleanTitle: 'Rings leak · Issue #4 · tide/pool',
      author: 'ada-example',
      published: '2025-10-28',
      place: {
        kind: 'issue',
        url: 'https://github.com/tide/pool/issues/4',
        author: 'ada-example',
        number: 4,
      },
    });
    expect(captureUnselected('forgejo/issue.html').page).toMatchObject({
      cleanTitle: 'Rings leak · tide/pool#4',
      author: 'ada',
      published: '2025-10-28',
      place: { kind: 'issue', author: 'ada' },
    });
    const { url: _, ...gitlab } = readFixture('gitlab/issue.html');
    const url = 'https://gitlab.com/tide/labs/pool/-/issues/4';
    expect(captureUnselected('gitlab/issue.html', { ...gitlab, url }).page).toMatchObject({
      cleanTitle: 'Rings leak · tide/labs/pool#4',
      author: 'Ada Example',
      place: { kind: 'issue', url, author: 'Ada Example', published: '2025-10-28', number: 4 },
    });
  });

  test('words selected in the opening text are the issue’s', () => {
    const { body, ...rest } = readFixture('github/issue.html');
    const marked = body.replace('[[four]]', 'four').replace('grows', '[[grows]]');
    show('github/issue.html', { ...rest, body: marked });
    expect(capture('clip').page.place).toMatchObject({ kind: 'issue', author: 'ada-example' });
  });

  test('words of an issue whose own link says only which issue are the opener’s', () => {
    const { body, ...rest } = readFixture('github/issue.html');
    const marked = body.replace('[[four]]', 'four').replace('grows', '[[grows]]');
    const plain = marked.replace('#issue-2900000001', '');
    show('github/issue.html', { ...rest, body: plain });
    expect(capture('clip').page.place).toMatchObject({
      kind: 'issue',
      author: 'ada-example',
      published: '2025-10-28',
    });
  });

  test('an answer to a comment is its own', () => {
    const { body, ...rest } = readFixture('github/discussion.html');
    show('github/discussion.html', { ...rest, body: body.replace('eight', '[[eight]]') });
    expect(capture('clip').page.place).toMatchObject({
      url: 'https://github.com/tide/pool/discussions/9#discussioncomment-56',
      author: 'cleo',
    });
    // The comment's own box contains its answers.
    show('github/discussion.html', {
      ...rest,
      body: body.replace('megabytes', '[[megabytes]]'),
    });
    expect(capture('clip').page.place).toMatchObject({
      url: 'https://github.com/tide/pool/discussions/9#discussioncomment-55',
      author: 'bo-example',
    });
  });

  test('words beside all comments are nobody’s comment', () => {
    const { body, ...rest } = readFixture('github/pull-old.html');
    const marked = body.replace('[[not five]]', 'not five').replace('Reviewers', '[[Reviewers]]');
    show('github/pull-old.html', { ...rest, body: marked });
    expect(capture('clip').page.place).toMatchObject({ kind: 'pull', author: '' });
  });

  test('a discussion’s title has its number, as the others’', () => {
    expect(captureUnselected('github/discussion.html').page.cleanTitle).toBe(
      'How large is a ring? · tide/pool#9',
    );
    expect(captureUnselected('sourcehut/ticket.html').page.cleanTitle).toBe(
      'Rings leak · ~tide/pool#4',
    );
  });

  test('a pull request’s title goes without its author', () => {
    expect(captureUnselected('github/pull-old.html').page.cleanTitle).toBe(
      'Bound the ring · Pull Request #5 · tide/pool',
    );
  });
});

describe('lines of code have the address that never moves', () => {
  test.each([
    [
      'github/file.html',
      `https://github.com/tide/pool/blob/${commit}/src/ring.go#L3-L4`,
      'tide/pool/src/ring.go#L3-L4',
    ],
    [
      'github/file-old.html',
      `https://github.com/tide/pool/blob/${commit}/ring.go#L1-L2`,
      'tide/pool/ring.go#L1-L2',
    ],
    [
      'gitlab/file.html',
      `https://gitlab.tide.example/tide/pool/-/blob/${commit}/src/ring.rs#L1`,
      'tide/pool/src/ring.rs#L1',
    ],
    [
      'forgejo/file.html',
      `https://git.tide.example/tide/pool/src/commit/${commit}/src/ring.go#L2`,
      'tide/pool/src/ring.go#L2',
    ],
    [
      'gitlab/file-new.html',
      `https://gitlab.com/tide/pool/-/blob/${commit}/src/ring.rs#L2-3`,
      'tide/pool/src/ring.rs#L2-L3',
    ],
    [
      'sourcehut/file.html',
      'https://git.sr.ht/~tide/pool/tree/master/item/ring.go#L3-4',
      '~tide/pool/ring.go#L3-L4',
    ],
  ])('%s', (path, url, label) => {
    const { place } = captureFixture(path).page;
    expect(place).toEqual({ kind: 'code', url, author: '', published: '', number: null, label });
  });

  test('what is selected in GitHub’s text area is selected in its lines', () => {
    show('github/file.html');
    const field = document.querySelector('textarea') as HTMLTextAreaElement;
    field.focus();
    const start = field.value.indexOf('Append');
    field.setSelectionRange(start, field.value.indexOf('}\n'));
    expect(capture('clip').page.place?.url).toMatch(/#L3-L4$/);
    field.setSelectionRange(start, start + 6);
    expect(capture('clip').page.place?.url).toMatch(/#L3$/);
  });

  test.each([
    ['the next cell', 'LC3', 'cell'],
    ['the next row', 'LC3', 'row'],
    ['the next line’s first letter', 'LC3', 'text'],
  ])('a selection that ends before %s takes nothing of it', (_name, id, end) => {
    show('github/file-old.html');
    const cell = document.getElementById(id) as HTMLElement;
    const node = { cell, row: cell.parentElement, text: cell.firstChild }[end] as Node;
    const range = document.createRange();
    range.setStart(document.getElementById('LC2')?.firstChild as Node, 0);
    range.setEnd(node, 0);
    document.getSelection()?.removeAllRanges();
    document.getSelection()?.addRange(range);
    expect(capture('clip').page.place?.url).toMatch(/#L2$/);
  });

  test('without a selection, the lines of the address', () => {
    expect(captureUnselected('github/file-old.html').page).toMatchObject({
      cleanTitle: 'tide/pool/ring.go',
      place: { url: `https://github.com/tide/pool/blob/${commit}/ring.go#L2-L3` },
    });
  });

  test('a file that is shown as a text has no lines', () => {
    const body = '<article class="markdown-body"><p>Every [[append]] lands.</p></article>';
    show('github/file-old.html', { body });
    expect(capture('clip').page.place).toBeUndefined();
  });

  test('a file is named by its path, although its branch has a slash', () => {
    for (const path of ['github/file.html', 'gitlab/file-new.html']) {
      expect(captureUnselected(path).page.cleanTitle).toMatch(/^tide\/pool\/src\/ring\.\w+$/);
    }
  });

  test.each([
    ['github/file.html', 'src/ring.go', 'src/tide.go'],
    ['github/file-old.html', 'main/ring.go#L2-L3', 'main/tide.go#L2'],
    ['gitlab/file-new.html', 'src/ring.rs', 'src/tide.rs'],
    ['forgejo/file.html', 'src/ring.go', 'src/tide.go'],
  ])('what a page left behind of the file before is not used: %s', (path, file, other) => {
    const { url, ...page } = readFixture(path);
    show(path, { ...page, url: url.replace(file, other) });
    const { place } = capture('clip').page;
    expect(place?.url).toContain(other.replace(/#.*/, ''));
    expect(place?.url).not.toContain('1a2b3c4d');
  });

  test('a page that hides its commit keeps the branch', () => {
    const { url } = readFixture('github/file-old.html');
    const { page } = captureUnselected('github/file-old.html', { body: '<p>code</p>' });
    expect(page.place).toMatchObject({ kind: 'code', url });
  });
});

test('a release has its version', () => {
  expect(captureFixture('github/release.html').page).toMatchObject({
    cleanTitle: 'tide/pool v1.2.0',
    author: 'ada-example',
    published: '2025-10-12',
    place: {
      kind: 'release',
      url: 'https://github.com/tide/pool/releases/tag/v1.2.0',
      author: 'ada-example',
      published: '2025-10-12',
      number: null,
      label: 'tide/pool v1.2.0',
    },
  });
});
