import { describe, expect, test } from 'vitest';
import { isElsewhere, parseLocalPath } from '../../../lib/exporters/picture-path.ts';

describe('a path in a post means a file', () => {
  test.each([
    ['/images/ring.png', 'root', ['images', 'ring.png']],
    ['ring.png', 'post', ['ring.png']],
    ['./img//ring%20one.png?v=2#x', 'post', ['img', 'ring one.png']],
    ['/images/u\u0308ber.png', 'root', ['images', 'über.png']],
  ])('%s', (path, from, parts) => {
    expect(parseLocalPath(path)).toEqual({ from, parts });
  });

  test.each([
    '../secret.png',
    '/images/../../x.png',
    '/images/%2e%2e/x.png',
    '/images/..%2f..%2fx.png',
    'a\\b.png',
    'a:b.png',
    'con.png',
    '.hidden.png',
    '__proto__',
    'x.png.',
    'index.md',
    '_index.html',
    'nul',
    'a\u0000.png',
    'a\u202egnp.exe',
    '/',
    '/images/',
    '',
    'a/'.repeat(500),
    `${'x'.repeat(300)}.png`,
  ])('%j means none that every system takes', (path) => {
    expect(parseLocalPath(path)).toBeUndefined();
  });

  test.each([
    ['https://a.example/ring.png', true],
    ['//a.example/ring.png', true],
    ['data:image/png;base64,AA', true],
    ['/images/ring.png', false],
    ['ring.png', false],
    ['images/a:b.png', false],
  ])('%s is elsewhere: %s', (path, elsewhere) => {
    expect(isElsewhere(path)).toBe(elsewhere);
  });
});
