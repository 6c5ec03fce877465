/**
 * `npm start` installs what is missing, builds, and opens a browser with Wrapup in it and a page to
 * try it on. Use `-- --browser firefox` for Firefox. Without a display it does the main job
 * headless and shows the result.
 */
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { installPackages, installTools, run } from './set-up.mjs';
import { hasDisplay } from './tools.mjs';

const help = `npm start                       open Chromium or Chrome with Wrapup and a page to try it on
npm start -- --browser firefox  the same in Firefox
npm start -- --headless         make a wrap-up without a window, and print its draft;
                                so it does by itself where there is no display

It installs what is missing: npm's packages, and on Debian and Ubuntu the browser. What you clip is
kept in .cache/ from one start to the next. CHROMIUM and FIREFOX name other binaries.`;

/** Returns the requested options, or null (after printing why) if they are invalid. */
function asked() {
  try {
    const { values } = parseArgs({
      options: {
        browser: { type: 'string', default: 'chromium' },
        headless: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const browser = values.browser === 'chrome' ? 'chromium' : values.browser;
    if (browser === 'chromium' || browser === 'firefox') return { ...values, browser };
    console.error(`There is no build for "${browser}". Use --browser chromium or firefox.`);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${help}`);
  }
  return null;
}

function start() {
  const options = asked();
  if (!options) return false;
  if (options.help) {
    console.log(help);
    return true;
  }
  const { browser } = options;
  if (!installPackages()) return false;
  if (installTools([/** @type {'chromium' | 'firefox'} */ (browser)]).length > 0) return false;
  if (!build(browser === 'chromium' ? 'chrome' : 'firefox')) return false;
  const windowless = options.headless || !hasDisplay();
  return run('node', [`.scripts/${windowless ? 'demo' : 'open-browser'}.ts`, browser]);
}

process.exitCode = start() ? 0 : 1;
