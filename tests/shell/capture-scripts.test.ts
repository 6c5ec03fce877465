import { describe, expect, it, vi } from 'vitest';
import { captureScripts } from '../../lib/browser/page-reader.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../support/shell-browser.ts')).shellBrowser,
}));

describe('a page receives only the code that it needs', () => {
  it('the generic reading alone, where that is enough', () => {
    const scripts = captureScripts({ want: 'inspect' }, 'https://docs.tidepool.example/');
    expect(scripts).toEqual(['/capture-page.js']);
  });

  it('the converter for a selection', () => {
    expect(captureScripts({ want: 'clip' }, 'https://docs.tidepool.example/')).toEqual([
      '/capture-selection.js',
    ]);
  });

  it('no converter for the page as a whole', () => {
    expect(captureScripts({ want: 'page' }, 'https://docs.tidepool.example/')).toEqual([
      '/capture-page.js',
    ]);
  });

  it('the adapters of its kind of site, first', () => {
    expect(captureScripts({ want: 'clip' }, 'https://github.com/tide/pool')).toEqual([
      '/adapter-code.js',
      '/capture-selection.js',
    ]);
    expect(captureScripts({ want: 'person' }, 'https://sessionize.com/ada/')).toEqual([
      '/adapter-people.js',
      '/capture-person.js',
    ]);
  });

  it('nothing more because of an address that is none', () => {
    for (const address of [undefined, null, 5, {}, '', 'javascript:alert(1)//github.com/']) {
      expect(captureScripts({ want: 'inspect' }, address)).toEqual(['/capture-page.js']);
    }
  });
});
