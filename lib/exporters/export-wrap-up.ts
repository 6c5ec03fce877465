import type { Failure } from '../core/base/errors.ts';
import { ok, type Result } from '../core/base/result.ts';
import type { Item } from '../core/post/item.ts';
import type { Profile } from '../core/post/profile.ts';
import { withRecordings } from '../core/post/talks.ts';
import type { SiteFile, WrapUp } from '../core/post/wrap-up.ts';
import { type ComposePost, composePost, type Post } from '../render/compose.ts';
import type { BlockCache } from '../render/items/block-cache.ts';
import type { Piece } from '../render/parts/pieces.ts';
import { draftItems, draftProfile, type IsKept, withRecordingPath } from './draft-parts.ts';
import type { Export } from './exporter.ts';
import { type LocalPath, pictureKey } from './picture-path.ts';
import { pictureFiles } from './pictures.ts';
import { postFile, withOwnExtension } from './post-name.ts';
import { exporterFor } from './registry.ts';
import { exportedFiles, type PlacedFile, placeSiteFiles, sitePathKey } from './site-files.ts';

/** An export with what our pages show of it. */
export interface Composed extends Export {
  draft: string;
  post: Post;
  /** Ids of the stored bytes of the pictures that it shows, by `pictureKey`. */
  pictures: ReadonlyMap<string, string>;
  /** The wrap-up's files whose bytes are stored. */
  placed: readonly PlacedFile[];
}

/**
 * Returns the wrap-up as files, its draft first, in the layout of the house style: paths in the
 * draft and names of files agree. No bytes are read. Fails if the template does.
 * @param compose given for a post that was opened from a file (`openedComposer`)
 */
export function exportWrapUp(
  wrapUp: WrapUp,
  items: readonly Item[],
  houseStyle: Profile,
  isKept: IsKept,
  cache?: BlockCache,
  compose: ComposePost = composePost,
): Result<Composed, Failure> {
  if (wrapUp.opened && compose === composePost) throw new Error('it would be written anew');
  const profile = draftProfile(houseStyle);
  const inPost = items.filter(({ tray }) => tray === undefined);
  const shown = draftItems(inPost, isKept);
  const post = withRecordingPath(withoutLostBytes(wrapUp, isKept), shown, houseStyle, profile);
  const composed = compose(post, shown, profile, cache);
  if (!composed.ok) return composed;
  const draft = composed.value.text;
  const exporter = exporterFor(houseStyle);
  const named = postFile(wrapUp, houseStyle);
  const place = (path: LocalPath) => exporter.picture(path, named, houseStyle)?.join('/');
  const {
    files: withPost,
    missing: wanted,
    shown: pictures,
  } = pictureFiles(
    { wrapUp: post, items: shown, profile, houseStyle, draft: withPictures(composed.value) },
    place,
  );
  const file = {
    path: withOwnExtension(exporter.post(named, houseStyle).join('/'), wrapUp),
    content: draft,
  };
  const siteFiles = (wrapUp.files ?? []).filter(({ assetId }) => isKept(assetId));
  const placed = placeSiteFiles(siteFiles, withFiles(composed.value, siteFiles), houseStyle);
  const others = exportedFiles(placed, [file, ...withPost], place);
  const paths = new Map(
    placed.flatMap((each) => each.paths.map((path) => [sitePathKey(path), each.file.assetId])),
  );
  const missing = [...wanted, ...others.missing].filter(
    ({ path, reason }) =>
      !isOfFile(path, wrapUp, inPost) && !(reason === 'only-named' && paths.has(sitePathKey(path))),
  );
  for (const path of placed.flatMap((each) => each.paths)) {
    const assetId = paths.get(sitePathKey(path));
    if (assetId !== undefined && isShown(path)) pictures.set(pictureKey(path), assetId);
  }
  const files = [file, ...withPost, ...others.files];
  return ok({ draft, post: composed.value, files, missing, pictures, placed });
}

/** True for a picture that the preview can show, by its name. */
const isShown = (path: string): boolean => /\.(?:png|jpe?g|gif|webp|avif|bmp|svg)$/i.test(path);

/** Returns the blocks that may name a file. */
function withFiles({ pieces }: Post, files: readonly SiteFile[]): string {
  if (files.length === 0) return '';
  const names = files.flatMap(({ fileName }) => [fileName, encodeURIComponent(fileName)]);
  const wanted = names.map((name) => name.toLowerCase());
  const texts = pieces.map(({ markdown }) => markdown);
  const isNaming = (text: string) => wanted.some((name) => text.toLowerCase().includes(name));
  return texts.filter(isNaming).join('\n\n');
}

/** True if the opened file already contained the picture; then its site has it. */
const isOfFile = (path: string, { id, opened }: WrapUp, items: readonly Item[]): boolean =>
  opened !== undefined && items.some(({ piece }) => piece?.of === id && piece.text.includes(path));

/**
 * Returns the beginning of a long draft, to show before the rest is read: everything before the
 * last of `items`. Undefined for a custom template, which may use every item, and for an opened
 * post.
 * @param items the first ones in the post
 */
export function draftStart(
  wrapUp: WrapUp,
  items: readonly Item[],
  houseStyle: Profile,
): { text: string; pieces: readonly Piece[]; pictures: Composed['pictures'] } | undefined {
  if (wrapUp.opened || houseStyle.template.trim() !== '') return undefined;
  const made = exportWrapUp(wrapUp, items, houseStyle, () => true);
  if (!made.ok) return undefined;
  const { draft, post, pictures } = made.value;
  // The last item may be written differently if another with its source follows.
  const last = post.pieces.findLastIndex(({ kind }) => kind === 'item');
  const lines = draft.split('\n').slice(0, post.pieces[last]?.firstLine);
  return {
    text: `${lines.join('\n')}\n`,
    pieces: post.pieces.slice(0, Math.max(0, last)),
    pictures,
  };
}

/**
 * Returns the blocks that may name a picture, because searching a whole long post takes longer than
 * composing it.
 */
function withPictures({ pieces }: Post): string {
  const texts = pieces.map(({ markdown }) => markdown);
  return texts.filter((markdown) => markdown.includes('![')).join('\n\n');
}

function withoutLostBytes(wrapUp: WrapUp, isKept: IsKept): WrapUp {
  return withRecordings(wrapUp, (recording) => {
    const { assetId, ...bare } = recording;
    return assetId === undefined || isKept(assetId) ? recording : bare;
  });
}
