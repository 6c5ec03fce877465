import type { Item } from '../core/post/item.ts';
import type { Profile } from '../core/post/profile.ts';
import { talksOf } from '../core/post/talks.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import type { CheckContext, PlacedItem } from './check.ts';

/** A draft, and what it was made from. */
export interface CheckedDraft {
  wrapUp: WrapUp;
  /** The items in the post, perhaps including parts of its template. */
  items: readonly Item[];
  /** The lines of the draft's pieces; a part printed by the template has no id. */
  pieces: readonly { id?: string; firstLine: number; lineCount: number }[];
  profile: Pick<Profile, 'layout' | 'rawHtml' | 'shortcodes'>;
  /** Pictures that the export does not contain, by their paths in the post. */
  missing: readonly { path: string; reason: string }[];
  /** The wrap-up's files, as they are exported. */
  files: readonly { file: { fileName: string }; linked: boolean }[];
  /** ISO instant. */
  now: string;
}

/** Pictures that readers may see anyway: from their original page, or because the site has them. */
const mayBeThere: ReadonlySet<string> = new Set(['shown-from-site', 'only-named']);

/** Returns everything that is known about a draft besides its text, except for earlier posts. */
export function draftContext(draft: CheckedDraft): CheckContext {
  const { wrapUp, items, pieces, profile, missing, files, now } = draft;
  const known = new Map(items.map((item) => [item.id, item]));
  const placed = pieces.flatMap(({ id, firstLine, lineCount }): PlacedItem[] => {
    const item = known.get(id ?? '');
    return item ? [{ item, firstLine, lineCount }] : [];
  });
  return {
    now,
    items: placed,
    rawHtml: profile.rawHtml,
    ...shortcodesOf(profile),
    speakers: wrapUp.speakers,
    talks: talksOf(wrapUp),
    unlinkedFiles: files.flatMap(({ file, linked }) => (linked ? [] : [file.fileName])),
    missingPictures: new Set(
      missing.flatMap(({ path, reason }) => (mayBeThere.has(reason) ? [] : [path])),
    ),
  };
}

/** Only Hugo has shortcodes; if the user never named any, it is unknown which exist. */
function shortcodesOf({ layout, shortcodes }: CheckedDraft['profile']) {
  const isKnown = (layout === 'hugo-static' || layout === 'hugo-bundle') && shortcodes.length > 0;
  return isKnown ? { shortcodes: new Set(shortcodes) } : {};
}
