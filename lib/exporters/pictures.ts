import { imagePath } from '../render/items/image.ts';
import type { ExportFile, ExportInput, MissingPicture } from './exporter.ts';
import { namedPictures } from './named-pictures.ts';
import { fileKey, isElsewhere, type LocalPath, parseLocalPath } from './picture-path.ts';

/** Where a picture of the post is: as it stands there, and whose it is. */
interface Wanted {
  path: string;
  itemId: string | null;
  assetId: string;
  /** In a comment: nobody sees it missing. */
  hidden: boolean;
}

function wantedPictures({ wrapUp, items, profile, recordingAssetId = '' }: ExportInput): Wanted[] {
  const ofItems = items.flatMap((item) =>
    item.kind === 'image' && item.deletedAt === null
      ? {
          path: imagePath(item, profile),
          itemId: item.id,
          assetId: item.assetId,
          hidden: item.hidden,
        }
      : [],
  );
  const { picture } = wrapUp.recording;
  // The recording's picture may be a clip's: then the clip brings the bytes.
  const asset = ofItems.find(({ path }) => path === picture)?.assetId ?? '';
  const recording = {
    path: picture,
    itemId: null,
    assetId: recordingAssetId || asset,
    hidden: false,
  };
  return [...ofItems, ...(picture === '' ? [] : [recording])];
}

/**
 * The files of a post's pictures and what is missing of them.
 * @param place where in the export a path of the post leads to
 */
export function pictureFiles(
  input: ExportInput,
  place: (path: LocalPath) => string,
): { files: ExportFile[]; missing: MissingPicture[] } {
  const files = new Map<string, { file: ExportFile; assetId: string }>();
  const missing: MissingPicture[] = [];
  const reported = new Set<string>();
  const keyOf = (path: string) => {
    const local = parseLocalPath(path);
    return local ? fileKey(place(local)) : path;
  };
  const assetOf = ({ assetId }: Wanted) => (assetId === '' ? undefined : input.assets.get(assetId));
  const wanted = wantedPictures(input).filter(({ path }) => path !== '' && !isElsewhere(path));
  // Those with bytes first: what shares their path is not missing.
  const [kept, bare] = [wanted.filter(assetOf), wanted.filter((each) => !assetOf(each))];
  for (const each of [...kept, ...bare]) {
    const { path, itemId, assetId, hidden } = each;
    const local = parseLocalPath(path);
    const asset = assetOf(each);
    const there = files.get(keyOf(path));
    const reason = !local
      ? 'unsafe-name'
      : there && assetId !== '' && there.assetId !== assetId
        ? 'name-taken'
        : !asset && !there
          ? 'no-bytes'
          : undefined;
    if (reason !== undefined) {
      reported.add(keyOf(path));
      if (!hidden) missing.push({ path, itemId, reason });
    } else if (local && asset && !there) {
      const { mediaType, bytes } = asset;
      const file = { path: place(local), mediaType, content: new Uint8Array(bytes) };
      files.set(keyOf(path), { file, assetId });
    }
  }
  for (const path of namedPictures(input.draft)) {
    if (isElsewhere(path) || reported.has(keyOf(path)) || files.has(keyOf(path))) continue;
    missing.push({
      path,
      itemId: null,
      reason: parseLocalPath(path) ? 'only-named' : 'unsafe-name',
    });
  }
  return { files: [...files.values()].map(({ file }) => file), missing };
}
