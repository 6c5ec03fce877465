import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../.scripts/tools.mjs';
import { launch } from '../support/browsers/launch.ts';

describe.for(['chromium', 'firefox'] as const)('a browser under test (%s)', (name) => {
  it('can be closed twice, at once or later, and after it was killed', async ({ skip }) => {
    if (findBrowser(name) === undefined) return skip('The browser is not there');
    const harness = await launch(name);
    await harness.openOwn('icon/16.png');
    await harness.restart('kill');
    await Promise.all([harness.close(), harness.close()]);
    expect(await harness.close()).toBeUndefined();
  });
});
