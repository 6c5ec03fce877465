import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** Name of the file in the extension. */
export const noticesFile = 'third-party-notices.txt';

/** Folders of the packages that are partly in a bundle. */
const shipped = new Set<string>();

/** Records, while the extension is built, which parts of `node_modules` go into it. */
export function rememberShipped(): Plugin {
  return {
    name: 'wrapup:remember-shipped',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          const folder = renderedLength > 0 ? packageOf(id) : undefined;
          if (folder) shipped.add(folder);
        }
      }
    },
  };
}

/** Returns the folder of a module's package; undefined for our own modules. */
function packageOf(id: string): string | undefined {
  if (!id.includes('/node_modules/')) return undefined;
  for (
    let folder = dirname(id.replace(/^\0|\?.*$/g, ''));
    folder.includes('/node_modules/');
    folder = dirname(folder)
  ) {
    const described = join(folder, 'package.json');
    // Some packages contain further package.json files, which only say how modules are written.
    if (existsSync(described) && JSON.parse(readFileSync(described, 'utf8')).version) return folder;
  }
  return undefined;
}

interface Described {
  name: string;
  version: string;
  license?: string;
  author?: string | { name?: string };
  homepage?: string;
  repository?: string | { url?: string };
}

/**
 * Returns the notices of everything built so far: the package, its origin, and its licence's text.
 */
export function thirdPartyNotices(): string {
  const packages = [...shipped].map((folder) => {
    const described: Described = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const text =
      licenceText(folder) ||
      `(No text comes with it; see https://spdx.org/licenses/${described.license}.html)`;
    return { ...described, text };
  });
  const parts = packages
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, version, license, author, homepage, repository, text }) => {
      const by = typeof author === 'string' ? author : author?.name;
      const from = homepage ?? (typeof repository === 'string' ? repository : repository?.url);
      const head = [
        `${name} ${version}`,
        `Licence: ${license}`,
        by && `By: ${by}`,
        from && `From: ${from}`,
      ];
      return [...head.filter(Boolean), '', text].join('\n').trimEnd();
    });
  const intro = 'Wrapup holds parts of these packages, unchanged but for being packed.';
  return `${[intro, ...parts].join(`\n\n${'-'.repeat(78)}\n\n`)}\n`;
}

/** If there are two licences to choose from, it uses the file with the plain name. */
function licenceText(folder: string): string {
  const names = readdirSync(folder).filter((name) =>
    /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i.test(name),
  );
  const notices = readdirSync(folder).filter((name) => /^notice(?:\.(?:md|txt))?$/i.test(name));
  return [...names.slice(0, 1), ...notices]
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/\r\n/g, '\n').trim())
    .join('\n\n');
}
