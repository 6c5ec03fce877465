/**
 * `npm start`: installs what is missing, builds, and opens a browser with Wrapup in it and a page
 * to try it on. `-- --browser firefox` for Firefox. Where there is no display it does the main job
 * headless and shows what came out.
 */
import { build } from './build.mjs';
import { installPackages, installTools, run } from './set-up.mjs';
import { hasDisplay } from './tools.mjs';

const at = process.argv.indexOf('--browser');
const asked = at < 0 ? 'chromium' : process.argv[at + 1];
const browser = asked === 'chrome' ? 'chromium' : asked;

function start() {
  if (browser !== 'chromium' && browser !== 'firefox') {
    console.error(`There is no build for "${asked}". Use --browser chromium or --browser firefox.`);
    return false;
  }
  if (!installPackages()) return false;
  if (installTools([browser]).length > 0) return false;
  if (!build(browser === 'chromium' ? 'chrome' : 'firefox')) return false;
  const script = process.argv.includes('--headless') || !hasDisplay() ? 'demo' : 'open-browser';
  return run('node', [`.scripts/${script}.ts`, browser]);
}

process.exitCode = start() ? 0 : 1;
