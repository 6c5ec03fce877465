import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';

export const root = join(import.meta.dirname, '../../');

/** Files below `folders` of the project, as paths from its root with `/`, sorted. */
export function filesIn(...folders: string[]): string[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

interface Import {
  /** The module as written. */
  from: string;
  /** Erased at build time: `import type`. */
  typeOnly: boolean;
}

/** Returns what code imports: `import … from`, `export … from`, `import '…'`, `import('…')`. */
export function parseImports(code: string): Import[] {
  const bare = code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const found = bare.matchAll(
    /\b(?:import|export)\s+(type\s+)?[\w*{}\s,$]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g,
  );
  return [...found].map((match) => ({
    from: match[2] ?? match[3] ?? '',
    typeOnly: match[1] !== undefined,
  }));
}

export function importsOf(path: string): string[] {
  return parseImports(read(path)).map(({ from }) => from);
}

/**
 * Returns the project's own files that a module imports, as paths from the root; bundler queries
 * are dropped.
 */
export function ownImportsOf(path: string, { types = true } = {}): string[] {
  return parseImports(read(path))
    .filter(({ from, typeOnly }) => from.startsWith('.') && (types || !typeOnly))
    .map(({ from }) => posix.join(dirname(path), from.replace(/\?.*$/, '')));
}
