import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pageReader } from '../../lib/browser/page-reader.ts';
import type { CaptureRequest } from '../../lib/core/capture/capture.ts';
import type { Injection } from '../../lib/page-wire/run-script.ts';

const { executeScript } = vi.hoisted(() => ({ executeScript: vi.fn() }));
const onMessage = vi.hoisted(() => ({ addListener: () => {}, removeListener: () => {} }));
vi.mock('wxt/browser', () => ({
  browser: { scripting: { executeScript }, runtime: { onMessage } },
}));

/** What a page at this address says that it is. */
let address: unknown;
/** The frames of the page, besides itself. */
const frames = [3, 4];

beforeEach(() => {
  executeScript.mockReset().mockImplementation(async (injection: Injection) => {
    const { allFrames, frameIds = [0] } = injection.target;
    const ids = allFrames ? [0, ...frames] : frameIds;
    // In a frame, the result has the frame's own address.
    const result = (id: number) => ({ address: id === 0 ? address : 'https://frame.example/' });
    return ids.map((frameId) => ({
      frameId,
      result: 'func' in injection ? result(frameId) : null,
    }));
  });
});

/** Returns the files that each frame gets. */
async function injected(request: CaptureRequest, at: unknown) {
  address = at;
  await pageReader.read(1, request);
  return executeScript.mock.calls.flatMap(([injection]) =>
    'files' in injection ? [[injection.target.frameIds?.[0] ?? 0, ...injection.files]] : [],
  );
}
const inAll = (...files: string[]) => [0, ...frames].map((id) => [id, ...files]);

describe('a page receives only the code that it needs', () => {
  it('the generic reading alone, where that is enough', async () => {
    const scripts = await injected({ want: 'inspect' }, 'https://docs.tidepool.example/');
    expect(scripts).toEqual(inAll('/capture-page.js'));
  });

  it('the converter for a selection', async () => {
    expect(await injected({ want: 'clip' }, 'https://docs.tidepool.example/')).toEqual(
      inAll('/capture-selection.js'),
    );
  });

  it('no converter for the page as a whole', async () => {
    expect(await injected({ want: 'page' }, 'https://docs.tidepool.example/')).toEqual(
      inAll('/capture-page.js'),
    );
  });

  it('the adapters of its kind of site, first, in its frames too', async () => {
    expect(await injected({ want: 'clip' }, 'https://github.com/tide/pool')).toEqual(
      inAll('/adapter-code.js', '/capture-selection.js'),
    );
    executeScript.mockClear();
    expect(await injected({ want: 'person' }, 'https://sessionize.com/ada/')).toEqual(
      inAll('/adapter-people.js', '/capture-person.js'),
    );
  });

  it.each([undefined, null, 5, {}, '', 'javascript:alert(1)//github.com/'])(
    'nothing more because of an address that is none: %o',
    async (none) => {
      expect(await injected({ want: 'inspect' }, none)).toEqual(inAll('/capture-page.js'));
    },
  );
});
