import { expect, it } from 'vitest';
import { fenceCode } from '../../../lib/render/fence-code.ts';

it.each([
  ['plain text is fenced', 'a b', '\n  a\n    b\n\n', 'go', '```go\n  a\n    b\n```'],
  ['without a language, too', 'a', 'a', '', '```\na\n```'],
  ['a fence gets the language', '```\na\n```', 'a', 'rust', '```rust\na\n```'],
  ['a fence keeps its own', '```c\na\n```', 'a', 'rust', '```c\na\n```'],
  ['ticks in the code lengthen the fence', 'x', 'a ```` b', 'md', '`````md\na ```` b\n`````'],
  [
    'two fences are no fence',
    '```\na\n```\n\nb\n\n```\nc\n```',
    'a\nb\nc',
    'go',
    '```go\na\nb\nc\n```',
  ],
  ['a picture stays', '![x](y)', '', 'go', '![x](y)'],
])('%s', (_name, markdown, text, language, expected) => {
  expect(fenceCode(markdown, text, language)).toBe(expected);
});
