import type { Item } from '../core/post/item.ts';
import { unusedName } from '../core/text/file-name.ts';
import { fileKey } from './picture-path.ts';

/**
 * Returns the items with a unique name for each picture: a name that another picture has, on a
 * system that does not distinguish `Ring.png` from `ring.png`, gets a number. The first keeps its
 * name.
 */
export function withOwnFileNames(items: readonly Item[]): Item[] {
  const owners = new Map<string, string>();
  return items.map((item) => {
    if (item.kind !== 'image' || item.deletedAt !== null) return item;
    if (item.path !== '' || item.fileName === '' || item.assetId === '') return item;
    const owner = owners.get(fileKey(item.fileName));
    const fileName =
      owner === undefined || owner === item.assetId
        ? item.fileName
        : numbered(item.fileName, owners);
    owners.set(fileKey(fileName), item.assetId);
    return fileName === item.fileName ? item : { ...item, fileName };
  });
}

function numbered(fileName: string, owners: ReadonlyMap<string, string>): string {
  const dot = fileName.lastIndexOf('.');
  const [stem, extension] =
    dot > 0 ? [fileName.slice(0, dot), fileName.slice(dot + 1)] : [fileName, 'png'];
  return unusedName(stem.toLowerCase(), extension.toLowerCase(), new Set(owners.keys()));
}
