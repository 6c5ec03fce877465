import { describe, expect, test } from 'vitest';
import { parseArchivedPage } from '../../../lib/sites/web-archive/address.ts';

describe('a page in an archive knows its original', () => {
  test.each([
    [
      'https://web.archive.org/web/20240115123456/https://a.example/p?q=1#part',
      'https://a.example/p?q=1#part',
      '2024-01-15T12:34:56Z',
    ],
    [
      'http://web.archive.org/web/20240115123456if_/http://a.example//x',
      'http://a.example//x',
      '2024-01-15T12:34:56Z',
    ],
    ['https://web.archive.org/web/2024/a.example/p', 'http://a.example/p', '2024'],
    ['https://web.archive.org/web/20240115*/https:/a.example/', 'https://a.example/', '2024-01-15'],
    ['https://web.archive.org/web/*/https://a.example/', 'https://a.example/', ''],
    ['https://web.archive.org/web/20249915123456/https://a.example/', 'https://a.example/', '2024'],
    [
      'https://archive.ph/20240115123456/https://a.example/p',
      'https://a.example/p',
      '2024-01-15T12:34:56Z',
    ],
    [
      'https://arquivo.pt/wayback/20240115123456/https://a.example/',
      'https://a.example/',
      '2024-01-15T12:34:56Z',
    ],
  ])('%s', (address, originalUrl, archivedAt) => {
    expect(parseArchivedPage(address)).toEqual({ originalUrl, archivedAt });
  });

  test.each([
    'https://web.archive.org/',
    'https://web.archive.org/web/20240115123456/',
    'https://web.archive.org/web/20240115123456/javascript:alert(1)',
    'https://web.archive.org/save/https://a.example/',
    'https://archive.ph/AbCd1',
    'https://web.archive.org.evil.example/web/2024/https://a.example/',
    'https://a.example/?u=https://web.archive.org/web/2024/https://b.example/',
    '',
  ])('%s names none', (address) => {
    expect(parseArchivedPage(address)).toBeUndefined();
  });
});
