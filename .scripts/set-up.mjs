/**
 * Installs what is missing on this machine: npm's packages, and from Debian's the browsers, Hugo
 * and other generators, and a virtual display with a program that presses keys. It is plain
 * JavaScript without dependencies, because it runs before `npm ci`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findTool, hugoVersion, isRoot, onPath } from './tools.mjs';

/** @typedef {import('./tools.mjs').Tool} Tool */

export const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const onWindows = process.platform === 'win32';

/**
 * The package `node` contains Node 24; it is first on the PATH, and runs everything after `npm ci`.
 */
const environment = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };

/**
 * Runs a program in the project's folder with its output shown; true if it went well.
 * @param {string} command
 * @param {string[]} args
 * `output`: "none" shows nothing, "failure" shows the output of a program that failed.
 * @param {{ output?: 'all' | 'none' | 'failure', env?: Record<string, string> }} [options]
 */
export function run(command, args, { output = 'all', env = {} } = {}) {
  const stream = /** @type {const} */ ({ all: 'inherit', none: 'ignore', failure: 'pipe' })[output];
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    env: { ...environment, ...env },
    stdio: ['ignore', stream, stream],
    encoding: 'utf8',
    // npm and the programs of npm packages are command files there.
    shell: onWindows,
  });
  if (status !== 0 && output === 'failure') console.error(`${stdout ?? ''}${stderr ?? ''}`.trim());
  if (error && output !== 'none') console.error(`${command}: ${error.message}`);
  return status === 0;
}

/** Runs `npm ci` if the packages are missing or older than the lock file. */
export function installPackages() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const wanted = join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return true;
  console.log('Installing npm packages …');
  return run('npm', [
    'ci',
    '--no-fund',
    '--no-audit',
    // Some packages require a newer Node than the one that runs npm; the Node that comes with them
    // is new enough.
    '--loglevel=error',
  ]);
}

const debianPackages = {
  chromium: 'chromium',
  firefox: 'firefox-esr',
  hugo: 'hugo',
  xvfb: 'xvfb',
  xdotool: 'xdotool',
  pandoc: 'pandoc',
  jekyll: 'jekyll',
};
const names = {
  chromium: 'Chromium or Chrome',
  firefox: 'Firefox',
  hugo: 'Hugo 0.111 or newer',
  xvfb: 'Xvfb',
  xdotool: 'xdotool',
  pandoc: 'Pandoc',
  jekyll: 'Jekyll',
};
const variables = {
  chromium: 'CHROMIUM',
  firefox: 'FIREFOX',
  hugo: 'HUGO',
  xvfb: 'XVFB',
  xdotool: 'XDOTOOL',
  pandoc: 'PANDOC',
  jekyll: 'JEKYLL',
};

/** What the tests with real keys need; other systems have nothing like it. */
export const keyTools = /** @type {Tool[]} */ (
  process.platform === 'linux' ? ['xvfb', 'xdotool'] : []
);

/** @param {Tool} tool */
function isThere(tool) {
  const path = findTool(tool);
  if (path === undefined) return false;
  if (tool !== 'hugo') return true;
  const [major = 0, minor = 0] = hugoVersion(path);
  return major > 0 || minor >= 111;
}

/**
 * Returns how to run apt-get with the right to install: [] as root, ['sudo', '-n'] if sudo needs no
 * password.
 */
function aptPrefix() {
  if (process.platform !== 'linux' || !onPath('apt-get')) return null;
  if (isRoot) return [];
  return run('sudo', ['-n', 'true'], { output: 'none' }) ? ['sudo', '-n'] : null;
}

/**
 * Installs the tools that are missing and can be installed, and prints one line for each that could
 * not be. Returns those that are still missing.
 * @param {Tool[]} tools
 * @returns {Tool[]}
 */
export function installTools(tools) {
  const missing = tools.filter((tool) => !isThere(tool));
  const prefix = missing.length > 0 ? aptPrefix() : null;
  if (prefix !== null) {
    const packages = missing.map((tool) => debianPackages[tool]);
    console.log(`Installing ${packages.join(', ')} …`);
    const apt = (/** @type {string[]} */ ...args) => {
      const [command = 'apt-get', ...rest] = [...prefix, 'apt-get', ...args];
      return run(command, rest, { env: { DEBIAN_FRONTEND: 'noninteractive' } });
    };
    apt('update', '-qq');
    // If installing all together fails, they are installed one by one, because some may be
    // available and others not.
    const install = ['install', '-y', '-qq', '--no-install-recommends'];
    if (!apt(...install, ...packages)) for (const name of packages) apt(...install, name);
  }
  const still = missing.filter((tool) => !isThere(tool));
  for (const tool of still) {
    console.error(
      `Missing: ${names[tool]}. It could not be installed here; install it, or name it in the variable ${variables[tool]}.`,
    );
  }
  return still;
}
