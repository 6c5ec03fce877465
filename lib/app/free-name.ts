import type { Item } from '../core/post/item.ts';
import { unusedName } from '../core/text/file-name.ts';

/** A file name that no other picture of a wrap-up has: `ring.png`, `ring-2.png`, … */
export function freeName(others: readonly Item[], ownId: string, fileName: string): string {
  const taken = others.flatMap((item) =>
    item.kind === 'image' && item.id !== ownId ? [item.fileName] : [],
  );
  const dot = fileName.lastIndexOf('.');
  const [stem, extension] = [fileName.slice(0, dot), fileName.slice(dot + 1)];
  return unusedName(stem, extension, new Set(taken));
}
