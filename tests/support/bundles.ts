import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { builtExtension } from './binaries.ts';

export type Build = 'chromium' | 'firefox';

/** Returns files of a built extension, as paths from its folder with `/`. */
export function builtFiles(build: Build): string[] {
  const folder = builtExtension(build);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export function readBuilt(build: Build, path: string): string {
  return readFileSync(join(builtExtension(build), path), 'utf8');
}

export function manifestOf(build: Build): Record<string, unknown> {
  return JSON.parse(readBuilt(build, 'manifest.json'));
}

/**
 * Returns the code that runs when `path` (a script or a page) is loaded: itself and all its
 * imports.
 */
export function loadedBy(build: Build, path: string): string {
  const seen = new Set<string>();
  const visit = (file: string): string => {
    if (seen.has(file) || !existsSync(join(builtExtension(build), file))) return '';
    seen.add(file);
    const code = readBuilt(build, file);
    const found = file.endsWith('.html')
      ? code.matchAll(/(?:src|href)="([^"]+\.js)"/g)
      : code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'`](\.{0,2}\/[^"'`]+\.js)["'`]/g);
    const folder = posix.dirname(file);
    return [
      file.endsWith('.html') ? '' : code,
      ...[...found].map(([, target = '']) =>
        visit(target.startsWith('/') ? target.slice(1) : posix.join(folder, target)),
      ),
    ].join('\n');
  };
  return visit(path);
}

/**
 * Words of each library that survive minifying; a test ensures that they are found where it is
 * used.
 */
export const marks = {
  Dexie: /DexieError|dexie\.transaction|__dbnames/,
  Preact: /dangerouslySetInnerHTML/,
  Turndown: /is not a string, or an element\/document\/fragment node/,
  Valibot: /Invalid \$\{|"Invalid "|Invalid type|minLength|safe_integer/,
  'pdf-lib': /No PDF header found/,
  DOMPurify: /ALLOWED_TAGS|SAFE_FOR_XML/,
  micromark: /thematicBreakSequence/,
  Liquid: /tag .{0,20}not closed|undefined filter/,
} as const;
