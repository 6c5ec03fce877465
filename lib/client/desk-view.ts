import * as v from 'valibot';

const storageKey = 'wrapup:desk-view';

const DeskViewSchema = v.object({
  /** True if the tray and the preview are folded, when there is room for both. */
  tray: v.fallback(v.boolean(), true),
  preview: v.fallback(v.boolean(), true),
  /** The column that is shown if there is no room for all. */
  column: v.fallback(v.picklist(['tray', 'post', 'preview']), 'post'),
  /** The way in which the post was last copied or exported. */
  way: v.fallback(
    v.picklist([
      'copy-draft',
      'copy-front-matter',
      'download',
      'download-archive',
      'save-to-folder',
    ]),
    'copy-draft',
  ),
  /** Which clips the tray shows. */
  clips: v.fallback(v.picklist(['new', 'all']), 'new'),
  /** True if the tray's outline and trash are unfolded. */
  outline: v.fallback(v.boolean(), true),
  trash: v.fallback(v.boolean(), false),
  /** True if the preview scrolls along with the post. */
  follow: v.fallback(v.boolean(), true),
  /** How the preview shows the post. */
  previewAs: v.fallback(v.picklist(['markdown', 'post']), 'post'),
});

/** The layout of the desk; the same for all wrap-ups. */
export type DeskView = v.InferOutput<typeof DeskViewSchema>;
export type DeskColumn = DeskView['column'];

/** Loads the layout as it was left; an unreadable one counts as never stored. */
export function loadDeskView(): DeskView {
  try {
    return v.parse(DeskViewSchema, JSON.parse(localStorage.getItem(storageKey) ?? '{}'));
  } catch {
    // Neither contains anything that the user wrote.
    return v.parse(DeskViewSchema, {});
  }
}

export function keepDeskView(view: DeskView): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(view));
  } catch {
    // Without room the desk opens with its default layout.
  }
}
