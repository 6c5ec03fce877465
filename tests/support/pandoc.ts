import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const binary = process.env.PANDOC ?? 'pandoc';

/** Returns whether there is a Pandoc to run; the test reports its absence. */
export function hasPandoc(): boolean {
  try {
    execFileSync(binary, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What Pandoc finds besides text: raw TeX and HTML, formulas, citations, attributes, metadata. */
export interface ReadByPandoc {
  found: string[];
  words: string;
}

/**
 * Reads texts as Pandoc's Markdown, which is Quarto's; all in one run, since Pandoc starts slowly.
 */
export function readByPandoc(texts: readonly string[]): ReadByPandoc[] {
  const folder = mkdtempSync(join(tmpdir(), 'wrapup-pandoc-'));
  try {
    const file = join(folder, 'texts');
    writeFileSync(file, texts.join('\x01'));
    const filter = new URL('read-by-pandoc.lua', import.meta.url).pathname;
    const out = execFileSync(binary, ['--quiet', '-f', 'markdown', '-t', 'plain', '-L', filter], {
      input: '',
      env: { ...process.env, WRAPUP_TEXTS: file },
      maxBuffer: 256 * 1024 * 1024,
      encoding: 'utf8',
    });
    return out
      .split('\x01')
      .slice(0, -1)
      .map((each) => {
        const [found = '', words = ''] = each.split('\x02');
        return { found: found === '' ? [] : found.split('\x03'), words };
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
