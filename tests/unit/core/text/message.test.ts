import { expect, test } from 'vitest';
import { fillMessage } from '../../../../lib/core/text/message.ts';

test.each([
  ['values in any order', { message: '$2: $1, $2' }, ['a', 'b'], 'b: a, b'],
  ['none where there is none', { message: '“$1”' }, [], '“”'],
  ['dollars', { message: 'for $$5 and $1' }, ['a'], 'for $5 and a'],
  ['what a value says is not read', { message: '$1$2' }, ['$2', '$$'], '$2$$'],
  [
    'placeholders',
    {
      message: 'In “$TITLE$”, $when$',
      placeholders: { title: { content: '$2' }, when: { content: 'on $1' } },
    },
    ['Monday', 'Rings $1'],
    'In “Rings $1”, on Monday',
  ],
  ['a placeholder that is none', { message: '$WHO$ and $1' }, ['a'], '$WHO$ and a'],
])('fills in %s', (_, message, values, filled) => {
  expect(fillMessage(message, values)).toBe(filled);
});

test('takes a name from elsewhere', () => {
  const message = {
    message: 'Choose “$MENU_CLIP$”.',
    placeholders: { menu_clip: { content: 'Festhalten' } },
  };
  expect(fillMessage(message, [])).toBe('Choose “Festhalten”.');
  expect(fillMessage(message, [], (name) => (name === 'menu_clip' ? 'Clip' : undefined))).toBe(
    'Choose “Clip”.',
  );
});
