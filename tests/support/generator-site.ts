import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** A generator and the minimum that its site needs besides the exported files. */
export interface Generator {
  command: string;
  /** Its parameters; `SITE` and `OUT` are replaced by folders. */
  parameters: readonly string[];
  files: Readonly<Record<string, string>>;
  /** Folder of packages that the site's configuration may import. */
  packages?: string;
}

/** What a generator published, by path; its output if it failed. */
export type Built =
  | { ok: true; published: ReadonlyMap<string, string> }
  | { ok: false; output: string };

/** Builds a site of exactly these files. */
export function buildSite(generator: Generator, files: ReadonlyMap<string, string>): Built {
  const folder = mkdtempSync(join(generator.packages ?? tmpdir(), 'wrapup-site-'));
  try {
    const [site, out] = [join(folder, 'site'), join(folder, 'out')];
    for (const [path, content] of [...Object.entries(generator.files), ...files]) {
      mkdirSync(dirname(join(site, path)), { recursive: true });
      writeFileSync(join(site, path), content);
    }
    const parameters = generator.parameters.map((each) =>
      each.replace('SITE', site).replace('OUT', out),
    );
    const run = spawnSync(generator.command, parameters, { cwd: site, encoding: 'utf8' });
    if (run.status !== 0)
      return { ok: false, output: `${run.error ?? ''}${run.stdout}${run.stderr}` };
    return { ok: true, published: readAll(out) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readAll(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path, 'utf8')]));
}
