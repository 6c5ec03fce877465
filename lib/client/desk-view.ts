import * as v from 'valibot';

const storageKey = 'wrapup:desk-view';

const DeskViewSchema = v.object({
  /** True if the tray and the preview are folded away, where there is room for both. */
  tray: v.fallback(v.boolean(), true),
  preview: v.fallback(v.boolean(), true),
  /** The column that is shown where not all have room. */
  column: v.fallback(v.picklist(['tray', 'post', 'preview']), 'post'),
  /** The way that the post was taken along last. */
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
  /** True if outline and trash are unfolded in the tray. */
  outline: v.fallback(v.boolean(), true),
  trash: v.fallback(v.boolean(), false),
  /** True if the preview is scrolled along with the post. */
  follow: v.fallback(v.boolean(), true),
  /** How the preview shows the post. */
  previewAs: v.fallback(v.picklist(['markdown', 'post']), 'post'),
});

/** How the desk is arranged; the same for all wrap-ups. */
export type DeskView = v.InferOutput<typeof DeskViewSchema>;
export type DeskColumn = DeskView['column'];

/** As it was left; what cannot be read is a desk never opened. */
export function loadDeskView(): DeskView {
  try {
    return v.parse(DeskViewSchema, JSON.parse(localStorage.getItem(storageKey) ?? '{}'));
  } catch {
    // Neither is anything of the user's.
    return v.parse(DeskViewSchema, {});
  }
}

export function keepDeskView(view: DeskView): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(view));
  } catch {
    // Without room the desk opens as it does at first.
  }
}
