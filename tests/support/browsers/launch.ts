import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import type { BrowserName, Harness, HarnessOptions } from './harness.ts';

/** Starts a real browser with the built extension in it. */
export function launch(name: BrowserName, options?: HarnessOptions): Promise<Harness> {
  return name === 'chromium' ? launchChromium(options) : launchFirefox(options);
}
