import type { Item } from '../core/post/item.ts';
import type { Profile } from '../core/post/profile.ts';
import { talksOf } from '../core/post/talks.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import type { CheckContext, PlacedItem } from './check.ts';

/** A draft, and what it is made of. */
export interface CheckedDraft {
  wrapUp: WrapUp;
  /** Those in the post; the parts of its template may be among them. */
  items: readonly Item[];
  /** The lines of the draft's pieces; a part that the template prints has no id. */
  pieces: readonly { id?: string; firstLine: number; lineCount: number }[];
  profile: Pick<Profile, 'layout' | 'rawHtml' | 'shortcodes'>;
  /** Pictures that the export does not hold, by their paths in the post. */
  missing: readonly { path: string; reason: string }[];
  /** The wrap-up's files, as they are exported. */
  files: readonly { file: { fileName: string }; linked: boolean }[];
  /** ISO instant. */
  now: string;
}

/** What readers may see all the same: from the page it is of, or since the site has it. */
const mayBeThere: ReadonlySet<string> = new Set(['shown-from-site', 'only-named']);

/** Everything that is known of a draft beside its text, but for earlier posts. */
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

/** Hugo alone has them; where none was ever named, nobody knows which there are. */
function shortcodesOf({ layout, shortcodes }: CheckedDraft['profile']) {
  const isKnown = (layout === 'hugo-static' || layout === 'hugo-bundle') && shortcodes.length > 0;
  return isKnown ? { shortcodes: new Set(shortcodes) } : {};
}
