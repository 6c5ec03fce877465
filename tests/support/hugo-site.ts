import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

export interface HugoSiteBuild {
  exitCode: number;
  output: string;
  /** What Hugo published, by path. */
  published: Map<string, Buffer>;
}

const config = 'baseURL: https://blog.example/\ntitle: Test\n';
const kinds = 'home,section,taxonomy,term,RSS,sitemap,404';

/** Builds a site of exactly these files with the real Hugo, including drafts and future dates. */
export async function buildHugoSite(
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<HugoSiteBuild> {
  const root = mkdtempSync(join(tmpdir(), 'wrapup-site-'));
  try {
    const all = new Map([
      ['config.yaml', config],
      ['layouts/_default/single.html', '{{ .Content }}'],
      ...files,
    ]);
    for (const [path, content] of all) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    const args = ['--source', root, '-D', '-F', '--disableKinds', kinds];
    const { exitCode, output } = await run(args);
    return { exitCode, output, published: readAll(join(root, 'public')) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function run(args: string[]): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.env.HUGO ?? 'hugo', args, (error, stdout, stderr) => {
      const exitCode = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
      resolve({ exitCode, output: stdout + stderr });
    });
  });
}

function readAll(folder: string): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) found.set(relative(folder, path), readFileSync(path));
  }
  return found;
}

/**
 * Returns the pictures that the only page of a site shows, in its order: each file's content as
 * text, the address of one on another site, or that it is missing.
 */
export function shownPictures(published: ReadonlyMap<string, Buffer>): string[] {
  const pages = [...published.keys()].filter((path) => path.endsWith('.html'));
  const [page = ''] = pages;
  if (pages.length !== 1) throw new Error(`Pages: ${pages.join(', ')}`);
  const address = new URL(page.replace(/index\.html$/, ''), 'https://blog.example/');
  const sources = String(published.get(page)).matchAll(/<img[^>]*\ssrc="([^"]*)"/g);
  return [...sources].map(([, src = '']) => {
    const url = new URL(src.replaceAll('&amp;', '&'), address);
    if (url.host !== address.host) return url.href;
    const path = decodeURIComponent(url.pathname).slice(1);
    return published.get(path)?.toString() ?? `nothing at ${path}`;
  });
}
