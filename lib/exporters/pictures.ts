import type { Item } from '../core/post/item.ts';
import type { Profile } from '../core/post/profile.ts';
import { recordingsOf } from '../core/post/talks.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import { imagePath } from '../render/items/image.ts';
import type { ExportFile, MissingPicture } from './exporter.ts';
import { namedPictures } from './named-pictures.ts';
import {
  fileKey,
  isElsewhere,
  type LocalPath,
  parseLocalPath,
  pictureKey,
} from './picture-path.ts';

/** A post with its draft. */
interface Drafted {
  wrapUp: WrapUp;
  /** In their order; this leaves out deleted ones. Those whose bytes are lost have no asset. */
  items: readonly Item[];
  /** The profile that the draft was composed with. */
  profile: Profile;
  /**
   * As set in the options, because notes name pictures by its path, whatever the layout makes of
   * it.
   */
  houseStyle: Profile;
  /** The draft, or the parts of it that may name a picture. */
  draft: string;
}

/** A picture of the post: its path there, and what it belongs to. */
interface Wanted {
  path: string;
  itemId: string | null;
  /** For the recording's picture, see `MissingPicture`. */
  talkId?: string | undefined;
  /** '' if there are no bytes. */
  assetId: string;
  /** True in a comment, where nobody would miss it. */
  hidden: boolean;
  /** The path by which a note may name it, whatever the layout. */
  usualPath: string;
  fromSite: boolean;
}

function wantedPictures({ wrapUp, items, profile, houseStyle }: Drafted): Wanted[] {
  const ofItems = items.flatMap((item) => {
    if (item.kind !== 'image' || item.deletedAt !== null) return [];
    const path = imagePath(item, profile);
    return {
      path,
      itemId: item.id,
      assetId: item.assetId,
      hidden: item.hidden,
      usualPath: imagePath(item, houseStyle),
      fromSite:
        item.path === '' && item.fileName !== '' && item.assetId === '' && isElsewhere(path),
    };
  });
  const ofRecordings = recordingsOf(wrapUp).flatMap(({ talkId, recording }) => {
    const { picture: path } = recording;
    if (path === '') return [];
    // The recording's picture may be a clip's; then the clip provides the bytes.
    const ofClip = ofItems.find((each) => each.path === path)?.assetId;
    const assetId = ofClip || (recording.assetId ?? '');
    return {
      path,
      itemId: null,
      talkId,
      assetId,
      hidden: false,
      usualPath: path,
      fromSite: false,
    };
  });
  return [...ofItems, ...ofRecordings];
}

/**
 * Returns the files of a post's pictures, and which are missing.
 * @returns `shown`: the stored bytes of what the post shows, by `pictureKey`
 * @param place where in the export a path of the post leads to; undefined for nowhere
 */
export function pictureFiles(
  input: Drafted,
  place: (path: LocalPath) => string | undefined,
): { files: ExportFile[]; missing: MissingPicture[]; shown: Map<string, string> } {
  const files = new Map<string, { path: string; assetId: string }>();
  const missing: MissingPicture[] = [];
  const reported = new Set<string>();
  /** Returns where a file goes, or why there is none. */
  const placeOf = (path: string): { at: string; reason?: MissingPicture['reason'] } => {
    const local = parseLocalPath(path);
    if (!local) return { at: path, reason: 'unsafe-name' };
    const at = place(local);
    return at === undefined ? { at: path, reason: 'no-root' } : { at };
  };
  const keyOf = (path: string) => fileKey(placeOf(path).at);

  const all = wantedPictures(input).filter(({ path }) => path !== '');
  for (const { path, itemId, hidden, fromSite } of all) {
    if (fromSite && !hidden) missing.push({ path, itemId, reason: 'shown-from-site' });
  }
  const wanted = all.filter(({ path }) => !isElsewhere(path));
  // Those with bytes come first, because a picture with the same path is not missing.
  const kept = wanted.filter(({ assetId }) => assetId !== '');
  const bare = wanted.filter(({ assetId }) => assetId === '');
  for (const { path, itemId, talkId, assetId, hidden } of [...kept, ...bare]) {
    const { at, reason: nowhere } = placeOf(path);
    const there = files.get(fileKey(at));
    const isTaken = there !== undefined && assetId !== '' && there.assetId !== assetId;
    const isBare = there === undefined && assetId === '';
    const reason = nowhere ?? (isTaken ? 'name-taken' : isBare ? 'no-bytes' : undefined);
    if (reason !== undefined) {
      reported.add(fileKey(at));
      const of = talkId === undefined ? {} : { talkId };
      if (!hidden) missing.push({ path, itemId, reason, ...of });
    } else if (!there) files.set(fileKey(at), { path: at, assetId });
  }
  for (const path of namedPictures(input.draft)) {
    const { at, reason } = placeOf(path);
    if (isElsewhere(path) || reported.has(fileKey(at)) || files.has(fileKey(at))) continue;
    const meant = kept.find(({ usualPath }) => keyOf(usualPath) === fileKey(at));
    if (meant && !reason) files.set(fileKey(at), { path: at, assetId: meant.assetId });
    else missing.push({ path, itemId: null, reason: reason ?? 'only-named' });
  }
  return {
    files: [...files.values()].map(({ path, assetId }) => ({ path, content: { assetId } })),
    missing,
    shown: new Map(
      all
        .filter(({ assetId }) => assetId !== '')
        .map(({ path, assetId }) => [pictureKey(path), assetId]),
    ),
  };
}
