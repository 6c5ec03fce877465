import * as v from 'valibot';

/** Panel and desk are left elsewhere than the popup, and all may be open. */
const storageKeys: Readonly<Record<string, string>> = {
  '/sidepanel.html': 'wrapup:panel',
  '/desk.html': 'wrapup:desk',
};
const storageKey = storageKeys[location.pathname] ?? 'wrapup:popup';

const AnchorSchema = v.object({ id: v.string(), offsetPx: v.number() });

const ViewSchema = v.object({
  tab: v.fallback(v.picklist(['clips', 'details', 'draft', 'talk']), 'clips'),
  /** True while a field has the focus. */
  inField: v.fallback(v.boolean(), false),
  /** The wrap-up or inbox shown last. */
  placeId: v.optional(v.string()),
  /** The row that is open. */
  openId: v.fallback(v.nullable(v.string()), null),
  /** What the list is narrowed to; null: nothing is searched. */
  query: v.fallback(v.nullable(v.string()), null),
  /** Where the list stood; none: at its end. */
  anchor: v.optional(AnchorSchema),
  /** The last row the list had then. */
  newestId: v.optional(v.string()),
  /** The talk that notes are taken in, of several. */
  talkId: v.optional(v.string()),
  /** Scroll positions of the other tabs, px. */
  detailsTopPx: v.fallback(v.number(), 0),
  draftTopPx: v.fallback(v.number(), 0),
  /** Whether the draft was shown as its Markdown or as a post. */
  draftAs: v.fallback(v.picklist(['markdown', 'post']), 'markdown'),
  /** What was begun in the details and cannot be stored yet, by field: half a date, a tag. */
  typed: v.fallback(v.record(v.string(), v.string()), {}),
});

export type ViewState = v.InferOutput<typeof ViewSchema>;

/** What is kept: where the popup was left, or, within one popup, a tab. */
export function loadView(): ViewState {
  try {
    const parsed = v.safeParse(ViewSchema, JSON.parse(localStorage.getItem(storageKey) ?? '{}'));
    if (parsed.success) return parsed.output;
  } catch {
    // What cannot be read is a popup never opened.
  }
  return v.parse(ViewSchema, {});
}

/** What a page opens with: the clips, unless it was closed while something was typed elsewhere, or opened for the details. */
export function openView(): ViewState {
  if (location.hash === '#details') keepViewPart({ tab: 'details', inField: true });
  const view = loadView();
  if (view.inField || view.tab === 'clips') return view;
  keepViewPart({ tab: 'clips' });
  return { ...view, tab: 'clips' };
}

/** Changes what is kept without rendering anything, as for scrolling. */
export function keepViewPart(changes: Partial<ViewState>): void {
  keep({ ...loadView(), ...changes });
}

function keep(view: ViewState): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(view));
  } catch {
    // Without room the popup opens at its beginning next time; nothing of the user's is in here.
  }
}
