import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface HugoPost {
  slug: string;
  /** The whole file, including front matter. */
  markdown: string;
}

export interface HugoBuild {
  /** The post's rendered content, without layout, by slug; nothing if the build failed. */
  html: Record<string, string>;
  /** What Hugo read from the front matter, by slug. */
  details: Record<string, { title: string; date: string; draft: boolean; tags: string[] }>;
  exitCode: number;
  stderr: string;
}

export interface HugoSite {
  /** `hugo.yaml`, in addition to what the helper needs; default: Hugo's defaults. */
  config?: string;
  /** Files under `static/`, by path. */
  files?: Record<string, Uint8Array | string>;
}

const binary = process.env.HUGO ?? 'hugo';

/** Returns whether there is a Hugo to run; the test reports its absence. */
export function hasHugo(): boolean {
  try {
    execFileSync(binary, ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const contentMark = '<!--wrapup-test-content-->';
const layout = `{{ dict "title" .Title "date" (.Date.Format "2006-01-02T15:04:05Z07:00") "draft" .Draft "tags" (.Params.tags | default slice) | jsonify }}${contentMark.replace(/^(.*)$/, '{{ "$1" | safeHTML }}')}{{ .Content }}`;

/** Builds posts with the real Hugo in a separate site, including drafts and future dates. */
export async function buildWithHugo(
  posts: readonly HugoPost[],
  site: HugoSite = {},
): Promise<HugoBuild> {
  const root = mkdtempSync(join(tmpdir(), 'wrapup-hugo-'));
  try {
    write(root, 'config.yaml', `baseURL: https://blog.example/\ntitle: Test\n${site.config ?? ''}`);
    write(root, 'layouts/_default/single.html', layout);
    for (const [path, bytes] of Object.entries(site.files ?? {})) {
      write(root, `static/${path}`, bytes);
    }
    for (const { slug, markdown } of posts) write(root, `content/posts/${slug}.md`, markdown);
    const { exitCode, stderr } = await run(root);
    const build: HugoBuild = { html: {}, details: {}, exitCode, stderr };
    if (exitCode !== 0) return build;
    for (const { slug } of posts) {
      const page = readFileSync(
        join(root, 'public/posts', slug.toLowerCase(), 'index.html'),
        'utf8',
      );
      const [details = '', ...html] = page.split(contentMark);
      build.details[slug] = JSON.parse(details);
      build.html[slug] = html.join(contentMark);
    }
    return build;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function write(root: string, path: string, content: Uint8Array | string): void {
  const file = join(root, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content);
}

function run(root: string): Promise<{ exitCode: number; stderr: string }> {
  const args = [
    '--source',
    root,
    '-D',
    '-F',
    '--disableKinds',
    'home,section,taxonomy,term,RSS,sitemap,404',
  ];
  return new Promise((resolve) => {
    execFile(binary, args, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const exitCode = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
      // Hugo writes its errors to either stream, depending on the version.
      resolve({ exitCode, stderr: exitCode === 0 ? stderr : stderr + stdout });
    });
  });
}
