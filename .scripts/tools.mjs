/**
 * Finds the programs that Wrapup's set-up and tests need besides npm's packages. It is plain
 * JavaScript without dependencies, because it runs before `npm ci`, under the machine's own Node
 * (20 or newer).
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {'chromium' | 'firefox' | 'hugo' | 'xvfb' | 'xdotool' | 'pandoc' | 'jekyll'} Tool */

const programFiles = [
  process.env.ProgramFiles,
  process.env['ProgramFiles(x86)'],
  process.env.LOCALAPPDATA,
].filter((folder) => folder !== undefined);

const onWindows = (/** @type {string[]} */ ...paths) =>
  programFiles.flatMap((folder) => paths.map((path) => join(folder, path)));

/** Where each tool may be: the variable that overrides it, names on the PATH, full paths. */
const places = {
  chromium: {
    variable: 'CHROMIUM',
    names: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'microsoft-edge',
    ],
    paths: {
      darwin: [
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ],
      win32: onWindows(
        'Chromium\\Application\\chrome.exe',
        'Google\\Chrome\\Application\\chrome.exe',
        'Microsoft\\Edge\\Application\\msedge.exe',
      ),
      linux: ['/usr/bin/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome'],
    },
  },
  firefox: {
    variable: 'FIREFOX',
    names: ['firefox-esr', 'firefox'],
    paths: {
      darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
      win32: onWindows('Mozilla Firefox\\firefox.exe'),
      linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
    },
  },
  hugo: {
    variable: 'HUGO',
    names: ['hugo'],
    paths: { darwin: ['/opt/homebrew/bin/hugo', '/usr/local/bin/hugo'], win32: [], linux: [] },
  },
  // A virtual display, and a program that presses keys on it.
  xvfb: { variable: 'XVFB', names: ['Xvfb'], paths: { darwin: [], win32: [], linux: [] } },
  xdotool: { variable: 'XDOTOOL', names: ['xdotool'], paths: { darwin: [], win32: [], linux: [] } },
  // Generators besides Hugo that build posts.
  pandoc: { variable: 'PANDOC', names: ['pandoc'], paths: { darwin: [], win32: [], linux: [] } },
  jekyll: { variable: 'JEKYLL', names: ['jekyll'], paths: { darwin: [], win32: [], linux: [] } },
};

function isExecutable(/** @type {string} */ path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Returns the full path of a program on the PATH, or undefined. */
export function onPath(/** @type {string} */ name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const ending of endings) {
      const path = join(folder, name + ending);
      if (folder !== '' && existsSync(path) && isExecutable(path)) return path;
    }
  }
  return undefined;
}

/**
 * Returns the full path of a tool, or undefined if the machine has none. The variables CHROMIUM,
 * FIREFOX, HUGO, XVFB, XDOTOOL, PANDOC and JEKYLL override it; one that names nothing executable
 * means "none", not "look elsewhere".
 * @param {Tool} tool
 * @returns {string | undefined}
 */
export function findTool(tool) {
  const { variable, names, paths } = places[tool];
  const chosen = process.env[variable];
  if (chosen) return isExecutable(chosen) ? chosen : onPath(chosen);
  for (const name of names) {
    const found = onPath(name);
    if (found) return found;
  }
  const here = paths[/** @type {keyof typeof paths} */ (process.platform)] ?? paths.linux;
  return here.find(isExecutable);
}

/** @param {'chromium' | 'firefox'} browser */
export const findBrowser = (browser) => findTool(browser);

/** Returns the version of the Hugo at `path` as numbers, `[0, 111, 3]`; `[]` if it does not say. */
export function hugoVersion(/** @type {string} */ path) {
  const said = spawnSync(path, ['version'], { encoding: 'utf8' }).stdout ?? '';
  return (/v(\d+)\.(\d+)\.(\d+)/.exec(said) ?? []).slice(1).map(Number);
}

/** True if a window can be shown. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Chromium refuses to run as root with its sandbox. */
export const isRoot = process.getuid?.() === 0;
