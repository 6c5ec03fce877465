/**
 * `npm run build` builds the extension for both browsers, in `.output`. `npm run build-for-amo`
 * builds it only for Firefox, as a reviewer of addons.mozilla.org builds it from the sources' zip.
 */
import { installPackages, run } from './set-up.mjs';

/**
 * @param {'chrome' | 'firefox'} browser
 * @param {'build' | 'zip'} command `zip` builds, too, and packs what the stores require.
 */
export function build(browser, command = 'build') {
  console.log(`Building for ${browser === 'chrome' ? 'Chromium' : 'Firefox'} …`);
  return run('wxt', [command, '-b', browser, '--level', 'warn'], { output: 'failure' });
}

if (process.argv[1]?.endsWith('build.mjs')) {
  const only = process.argv[2];
  const wanted = /** @type {const} */ (['chrome', 'firefox']).filter(
    (each) => only === undefined || each === only,
  );
  if (wanted.length === 0)
    console.error(`Not a browser: ${only}. Say chrome or firefox, or nothing.`);
  const ok = wanted.length > 0 && installPackages() && wanted.every((each) => build(each));
  if (ok) console.log(`Built: ${wanted.map((each) => `.output/${each}-mv3`).join(' and ')}`);
  process.exitCode = ok ? 0 : 1;
}
