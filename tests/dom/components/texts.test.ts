import './fake-browser.ts';
import { describe, expect, it } from 'vitest';
import { keyPart, listed, t, tCount } from '../../../lib/client/i18n.ts';

describe('the texts of the interface', () => {
  it('take their values, numbers as the language writes them', () => {
    expect(t('trash_found', 12, 4900)).toBe('12 of 4,900 found');
  });

  it('keep a value that is written the other way to itself', () => {
    expect(t('tray_delete', 'שונות')).toContain('“\u2068שונות\u2069”');
    expect(t('tray_delete', 'Misc')).toContain('“Misc”');
  });

  it('come in the form for the number', () => {
    expect([0, 1, 2, 1500].map((count) => tCount('popup_count', count))).toEqual([
      '0 clips',
      '1 clip',
      '2 clips',
      '1,500 clips',
    ]);
    expect(tCount('popup_moved_many', 1, 'Rings')).toBe('Moved 1 item to “Rings”');
  });

  it('list things as the language does', () => {
    expect(listed(['title', 'authors', 'page 3'])).toBe('title, authors, page 3');
  });

  it('do not compile with a wrong name, or without their values', () => {
    const notRun = (kind: 'storage-full', either: boolean) => {
      t(`error_${keyPart(kind)}`);
      // @ts-expect-error no such message
      t('popup_clip');
      // @ts-expect-error it takes two
      t('trash_found', 12);
      // @ts-expect-error it takes none
      t('popup_clips', 12);
      // @ts-expect-error one of them takes a value, the other none
      t(either ? 'popup_clips' : 'trash_more');
      // @ts-expect-error it has forms of a number
      t('popup_count', 2);
      // @ts-expect-error the number comes first
      tCount('popup_moved_many', 'Rings', 2);
    };
    expect(notRun).toBeTypeOf('function');
  });
});
