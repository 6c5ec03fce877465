import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Builds the version that was released before this one, from its tag, into a new folder.
 * @returns the folder with `chrome-mv3` and `firefox-mv3`; undefined if no version was tagged
 * before
 * @throws if git or its build fails; their output is printed
 */
export function buildVersionBefore(root: string, version: string): string | undefined {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  const tags = git('tag', '--list', 'v*', '--sort=-version:refname').split('\n').filter(Boolean);
  const before = tags.find((tag) => tag !== `v${version}`);
  if (before === undefined) return undefined;
  const sources = mkdtempSync(join(tmpdir(), 'wrapup-before-'));
  git('worktree', 'add', '--detach', '--force', sources, before);
  try {
    for (const args of [['ci'], ['run', 'build']]) {
      execFileSync('npm', args, {
        cwd: sources,
        stdio: 'inherit',
        // npm is a command file on Windows.
        shell: process.platform === 'win32',
      });
    }
    const built = mkdtempSync(join(tmpdir(), `wrapup-${before}-`));
    cpSync(join(sources, '.output'), built, { recursive: true });
    return built;
  } finally {
    git('worktree', 'remove', '--force', sources);
    rmSync(sources, { recursive: true, force: true });
  }
}
