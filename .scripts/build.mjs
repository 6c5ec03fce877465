/** `npm run build`: the extension for both browsers, in `.output`. */
import { installPackages, run } from './set-up.mjs';

/** @param {'chrome' | 'firefox'} browser */
export function build(browser) {
  console.log(`Building for ${browser === 'chrome' ? 'Chromium' : 'Firefox'} …`);
  return run('wxt', ['build', '-b', browser, '--level', 'warn'], { output: 'failure' });
}

if (process.argv[1]?.endsWith('build.mjs')) {
  const ok = installPackages() && build('chrome') && build('firefox');
  if (ok) console.log('Built: .output/chrome-mv3 and .output/firefox-mv3');
  process.exitCode = ok ? 0 : 1;
}
