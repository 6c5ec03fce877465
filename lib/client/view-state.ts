import * as v from 'valibot';
import { viewKey } from './left-at.ts';

const AnchorSchema = v.object({ id: v.string(), offsetPx: v.number() });

const ViewSchema = v.object({
  tab: v.fallback(v.picklist(['clips', 'details', 'draft', 'talk']), 'clips'),
  /** True while a field has the focus. */
  inField: v.fallback(v.boolean(), false),
  /** The wrap-up or inbox shown last. */
  placeId: v.optional(v.string()),
  /** The unfolded row. */
  openId: v.fallback(v.nullable(v.string()), null),
  /** The text that the list is filtered by; null: no search. */
  query: v.fallback(v.nullable(v.string()), null),
  /** The scroll position of the list; absent: its end. */
  anchor: v.optional(AnchorSchema),
  /** The last row of the list at that time. */
  newestId: v.optional(v.string()),
  /** The talk that new notes belong to, if there are several. */
  talkId: v.optional(v.string()),
  /** Scroll positions of the other tabs, px. */
  detailsTopPx: v.fallback(v.number(), 0),
  draftTopPx: v.fallback(v.number(), 0),
  /** Whether the draft was shown as Markdown or as a post. */
  draftAs: v.fallback(v.picklist(['markdown', 'post']), 'markdown'),
  /** What was begun in the details and can't be stored yet, by field: half a date, a tag. */
  typed: v.fallback(v.record(v.string(), v.string()), {}),
});

export type ViewState = v.InferOutput<typeof ViewSchema>;

/** Loads where the popup was left, or, within one popup, a tab. */
export function loadView(): ViewState {
  try {
    const parsed = v.safeParse(ViewSchema, JSON.parse(localStorage.getItem(viewKey) ?? '{}'));
    if (parsed.success) return parsed.output;
  } catch {
    // An unreadable view counts as a popup never opened.
  }
  return v.parse(ViewSchema, {});
}

/**
 * Returns what a page opens with: the clips, unless it was closed while something was typed
 * elsewhere, or opened for the details.
 */
export function openView(): ViewState {
  if (location.hash === '#details') keepViewPart({ tab: 'details', inField: true });
  const view = loadView();
  if (view.inField || view.tab === 'clips') return view;
  keepViewPart({ tab: 'clips' });
  return { ...view, tab: 'clips' };
}

/** Changes what is stored without rendering anything, for scrolling. */
export function keepViewPart(changes: Partial<ViewState>): void {
  keep({ ...loadView(), ...changes });
}

function keep(view: ViewState): void {
  try {
    localStorage.setItem(viewKey, JSON.stringify(view));
  } catch {
    // Without room the popup opens at its default view next time; this contains nothing that the
    // user wrote.
  }
}
