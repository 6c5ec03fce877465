import './fake-browser.ts';
import { describe, expect, it } from 'vitest';
import { LearnedStyle } from '../../../components/styles/LearnedStyle.tsx';
import { settingDoes, settingEvidence } from '../../../components/styles/setting-text.ts';
import { defaultProfile } from '../../../lib/core/post/profile.ts';
import { learnStyle } from '../../../lib/posts/learn-style.ts';
import { houses } from '../../support/houses.ts';
import { mount } from './support.tsx';

describe('the form says what was learned', () => {
  it('in words of the interface, but for signs and words of the posts', () => {
    const literal =
      /^(?:titlePattern|number|slugPattern|filePattern|contentFolder|staticFolder|permalink|tags|bullet|emphasis|attributionMark|imagePath|shortcodes|footer|headingFirst|part\..*)$/;
    const settings = houses.flatMap(({ posts }) => learnStyle(posts));
    const others = settings.filter(({ id }) => !literal.test(id));
    expect(others.length).toBeGreaterThan(20);
    expect(others.filter((each) => !settingDoes(each).isOurs).map(({ id }) => id)).toEqual([]);
  });

  it('of what is not there, in a word', () => {
    const said = (id: string, change: object) =>
      settingDoes({ id, does: 'x', count: 1, all: 1, change }).text;
    expect(said('slugPattern', { slugPattern: '' })).toBe('Made from the title');
    expect(said('imagePath', { imagePath: '' })).toBe('Beside the post');
    const long = {
      id: 'columns.note',
      does: 'x',
      count: 1,
      all: 1,
      columns: { note: 0, prose: 0 },
    };
    expect(settingDoes(long).text).toBe('Left long');
  });

  it('with how many of how many of what show it', () => {
    const evidence = (id: string, count: number, all: number) =>
      settingEvidence({ id, does: '', count, all });
    expect(evidence('bullet', 489, 493)).toBe('489 of 493 items');
    expect(evidence('bullet', 1, 1)).toBe('1 of 1 item');
    expect(evidence('attribution', 3, 4)).toBe('3 of 4 quotes');
    expect(evidence('field.title', 1, 1)).toBe('1 of 1 post');
    expect(settingEvidence({ id: 'rawHtml', does: '', count: 0, all: 0, file: 'hugo.toml' })).toBe(
      'from hugo.toml',
    );
  });
});

it('files that are no posts are named with the reason, the first of them', () => {
  const refused = Array.from({ length: 7 }, (_, at) => ({
    name: `${at}.md`,
    why: at === 0 ? ('too-long' as const) : ('not-text' as const),
  }));
  mount(
    <LearnedStyle
      settings={[]}
      count={1}
      read={{ refused, broken: ['half.md'], left: 2 }}
      name="Learned"
      make={() => defaultProfile}
      preview={() => undefined}
      onAdd={() => {}}
      onCancel={() => {}}
    />,
  );
  const said = [...document.querySelectorAll('.not-read li')].map((node) => node.textContent);
  expect(said[0]).toContain('0.md is longer than 2 MB');
  expect(said[1]).toContain('1.md is not a text file');
  expect(said.slice(5)).toEqual([
    'And 3 more like that.',
    '2 posts were left out, because there were too many.',
  ]);
});
