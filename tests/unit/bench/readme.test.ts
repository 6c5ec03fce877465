import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withSection } from '../../bench/readme.ts';

const readme = '# Speed\n\nMade.\n\n## A gesture\n\nOld.\n\n## An upgrade\n\n| a |\n';

it('puts a section in the place of its old one, and leaves what stands behind it', () => {
  expect(withSection(readme, '## A gesture\n\nNew.\n')).toBe(readme.replace('Old', 'New'));
});

it('puts a new one before the section that it belongs before, else last', () => {
  expect(withSection(readme, '## The draft\n\nNew.', '## A gesture')).toBe(
    readme.replace('## A gesture', '## The draft\n\nNew.\n\n## A gesture'),
  );
  expect(withSection(readme, '## The draft\n\nNew.', '## No such')).toBe(
    `${readme}\n## The draft\n\nNew.\n`,
  );
  expect(withSection('', '## The draft')).toBe('## The draft\n');
});

it('changes nothing where a section is as it was', () => {
  const ours = readFileSync(new URL('../../bench/README.md', import.meta.url), 'utf8');
  const sections = ours.split(/\n(?=## )/).slice(1);
  expect(sections.length).toBeGreaterThan(4);
  for (const section of sections) expect(withSection(ours, section)).toBe(ours);
});
