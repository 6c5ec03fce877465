import type { Profile } from '../core/post/profile.ts';
import type { SiteFile } from '../core/post/wrap-up.ts';
import { linkedAddresses, plainAddress } from '../markdown/linked-addresses.ts';
import { otherAddresses } from '../markdown/other-addresses.ts';
import { withoutComments } from '../markdown/without-comments.ts';
import type { ExportFile, MissingPicture } from './exporter.ts';
import { namedPictures } from './named-pictures.ts';
import {
  fileKey,
  isElsewhere,
  type LocalPath,
  parseLocalPath,
  pictureKey,
} from './picture-path.ts';
import { exporterFor } from './registry.ts';

/**
 * True for files that a generator reads as pages: beside a post it would turn them into pages, so
 * they go where it copies files.
 */
const isPage = (fileName: string): boolean =>
  /\.(?:md|markdown|html?|adoc|org|rst|qmd)$/i.test(fileName);

/** A folder that a site has only for pictures. */
const picturesAlone = /(^|\/)(?:images?|img|pictures?|pics?|photos?)\/$/i;

/**
 * Returns the text before a file's name in a link to it: a folder beside that of pictures, or the
 * pictures' own.
 */
function filesFolder(imagePath: string): string {
  return imagePath.slice(0, imagePath.lastIndexOf('/') + 1).replace(picturesAlone, '$1files/');
}

/**
 * Returns where a link of the post to a file of the wrap-up leads, in the layout of its house
 * style.
 */
export function siteFilePath(fileName: string, houseStyle: Profile): string {
  return pathWith(exporterFor(houseStyle).profile(houseStyle), fileName, houseStyle);
}

function pathWith(profile: Profile, fileName: string, houseStyle: Profile): string {
  const { usual, picture } = exporterFor(houseStyle);
  const { imagePath } = profile;
  const folder = filesFolder(isElsewhere(imagePath) ? usual.imagePath : imagePath.trim());
  const root: LocalPath = { from: 'root', parts: ['files'] };
  const hasRoot = picture(root, { name: 'post', day: '2000-01-01' }, houseStyle) !== undefined;
  const isBeside = folder === '';
  return isPage(fileName) && isBeside && hasRoot ? `/files/${fileName}` : folder + fileName;
}

/**
 * Returns the paths by which a link of the post may name a file: that of its layout, and the one
 * that the house style would have in another.
 */
export function siteFilePaths(fileName: string, houseStyle: Profile): string[] {
  return [siteFilePath(fileName, houseStyle), pathWith(houseStyle, fileName, houseStyle)];
}

/** Equal for a file's path and for a post's address of it, which may be partly encoded. */
export const sitePathKey = (address: string): string =>
  fileKey(pictureKey(address.replace(/[?#].*$/s, ''))).replace(/^(?:\.\/)+/, '');

/** The places of a file: every one that the post links to, or else its default. */
export interface PlacedFile {
  file: SiteFile;
  /** As written in the post. */
  paths: readonly string[];
  linked: boolean;
}

/** @param draft the draft, or the parts of it that may name a file */
export function placeSiteFiles(
  files: readonly SiteFile[],
  draft: string,
  houseStyle: Profile,
): PlacedFile[] {
  if (files.length === 0) return [];
  const visible = withoutComments(draft);
  const others = otherAddresses(visible).map(({ start, end }) => visible.slice(start, end));
  const addresses = [
    ...linkedAddresses(draft),
    ...namedPictures(draft),
    ...others.map(plainAddress),
  ];
  const named = new Set(addresses.map(sitePathKey));
  return files.map((file) => {
    const own = [...new Set(siteFilePaths(file.fileName, houseStyle))];
    const linked = own.filter((path) => named.has(sitePathKey(path)));
    return { file, paths: linked.length > 0 ? linked : own.slice(0, 1), linked: linked.length > 0 };
  });
}

/**
 * Returns the files of a wrap-up besides existing ones, and reports conflicts.
 * @param place where in the export a path of the post leads to; undefined for nowhere
 */
export function exportedFiles(
  placed: readonly PlacedFile[],
  there: readonly ExportFile[],
  place: (path: LocalPath) => string | undefined,
): { files: ExportFile[]; missing: MissingPicture[] } {
  const taken = new Map(there.map(({ path, content }) => [fileKey(path), content]));
  const files: ExportFile[] = [];
  const missing: MissingPicture[] = [];
  for (const { file, paths } of placed) {
    const content = { assetId: file.assetId };
    for (const path of paths) {
      const at = placeOf(path, place);
      const before = at === undefined ? undefined : taken.get(fileKey(at));
      if (at === undefined) missing.push({ path, itemId: null, reason: 'no-root' });
      else if (before === undefined) {
        taken.set(fileKey(at), content);
        files.push({ path: at, content });
      } else if (typeof before === 'string' || before.assetId !== file.assetId) {
        missing.push({ path, itemId: null, reason: 'name-taken' });
      }
    }
  }
  return { files, missing };
}

function placeOf(path: string, place: (path: LocalPath) => string | undefined) {
  const at = path.lastIndexOf('/') + 1;
  // This asks only for the folder, because a file may have a name that no picture may have.
  const local = parseLocalPath(`${path.slice(0, at)}file`);
  return local && place({ ...local, parts: [...local.parts.slice(0, -1), path.slice(at)] });
}
