import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { earlierLinks, type LinkedPost, postLinkKeys } from '../../../lib/checks/earlier-links.ts';
import { readPost } from '../../../lib/checks/read-post.ts';
import { runChecks } from '../../../lib/checks/run-checks.ts';
import { timeOf } from '../../../lib/checks/time-of.ts';
import { seedFile } from '../../support/seed.ts';
import { root } from '../../support/source-files.ts';

/**
 * What a careful reader finds in our own posts, read one by one and written down by hand: line and
 * rule. A post that is not named has no findings. `!` marks a false finding of a check; at most one
 * in ten may be false.
 */
type Labels = Record<string, readonly string[]>;

const now = '2031-06-01T00:00:00Z';

function said(folder: string): Record<string, string[]> {
  const posts = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const { fields } = readPost(text);
      const field = (key: string) =>
        String(fields.find(({ path }) => path.join('.') === key)?.value ?? '');
      const post: LinkedPost = {
        ...{ title: field('title'), url: '', time: timeOf(field('date')) },
        keys: postLinkKeys(text),
      };
      return { name, text, ...post };
    });
  const before = earlierLinks(posts);
  return Object.fromEntries(
    posts.flatMap(({ name, text, time }) => {
      const found = runChecks(text, { now, linkedBefore: before(time) });
      return found.length > 0
        ? [[name, found.map(({ firstLine, rule }) => `${firstLine + 1} ${rule}`)]]
        : [];
    }),
  );
}

const shapes: Labels = {
  'code-unclosed.md': ['12 unclosed-fence'],
  'mailto-localhost.md': ['10 address-local'],
  'picture-html.md': ['10 picture-alt', '13 picture-alt'],
  'pictures.md': ['10 picture-alt', '12 picture-alt'],
  'references.md': ['12 linked-earlier'],
  'talks.md': ['12 picture-alt', '18 linked-earlier'],
};

const wholePosts: Labels = {
  'lanterns-41.md': [
    ...['14 doubled-word', '16 picture-alt', '21 address-local', '22 address-tracking'],
    ...['28 quote-source', '32 link-twice', '34 empty-section'],
  ],
  'lanterns-42.md': ['29 linked-earlier'],
  'long-evening.md': ['15 linked-earlier', '30 link-twice', '44 quote-source'],
  'quiz.md': [
    ...['12 picture-alt', '22 quote-source', '24 address-tracking', '25 address-secret'],
    ...['30 address-local', '31 address-http', '33 unclosed-comment'],
  ],
  'two-tools.md': [
    ...['4 draft-flag', '19 link-twice', '21 address-tracking', '31 unclosed-shortcode'],
    ...['37 address-tracking', '39 address-secret'],
  ],
  'werkstatt.md': ['18 quote-source', '21 doubled-word', '28 empty-section'],
};

const composed: Labels = {
  'drinkup.md': ['4 draft-flag'],
  'link-prose.md': ['4 draft-flag', '15 linked-earlier', '19 linked-earlier'],
  'two-talks.md': ['4 draft-flag'],
};

const withoutMark = (labels: Labels) =>
  Object.fromEntries(
    Object.entries(labels).map(([name, list]) => [
      name,
      list.map((each) => each.replace('! ', '')),
    ]),
  );

const folders = [
  ['tests/fixtures/posts', shapes],
  ['tests/fixtures/checked-posts', wholePosts],
  ['tests/effort/posts', composed],
] as const;

describe('the checks say of our own posts what a careful reader says', () => {
  it.each(folders)('in %s', (folder, labels) => {
    expect(said(join(root, folder))).toEqual(withoutMark(labels));
  });

  it.skipIf(!existsSync(seedFile))('in the seed', () => {
    const found = runChecks(readFileSync(seedFile, 'utf8'), { now });
    expect(found.map(({ firstLine, rule }) => `${firstLine + 1} ${rule}`)).toEqual([
      ...['4 draft-flag', '17 picture-alt', '71 doubled-word'],
    ]);
  });

  it('and of ten sentences of a check, nine at least are right', () => {
    const all = folders.flatMap(([, labels]) => Object.values(labels).flat());
    const rules = Map.groupBy(all, (label) => label.split(' ').at(-1));
    const wrong = [...rules].filter(
      ([, list]) => list.filter((label) => label.startsWith('!')).length * 10 > list.length,
    );
    expect(wrong).toEqual([]);
  });
});
