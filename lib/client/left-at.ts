/** Panel and desk are left elsewhere than the popup, and all may be open. */
const viewKeys: Readonly<Record<string, string>> = {
  '/sidepanel.html': 'wrapup:panel',
  '/desk.html': 'wrapup:desk',
};
/** Where in `localStorage` a page keeps what it showed. */
export const viewKey = viewKeys[location.pathname] ?? 'wrapup:popup';

/** Where a page's list was left. */
export interface LeftAt {
  placeId: string | undefined;
  anchorId: string | undefined;
  newestId: string | undefined;
}

/** Read before the code is there that checks all that is kept: what is no text counts as not kept. */
export function leftAt(): LeftAt {
  const { placeId, anchor, newestId } = readKept();
  return { placeId: text(placeId), anchorId: text(anchor?.id), newestId: text(newestId) };
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

function readKept(): { placeId?: unknown; anchor?: { id?: unknown } | null; newestId?: unknown } {
  try {
    return JSON.parse(localStorage.getItem(viewKey) ?? '{}') ?? {};
  } catch {
    // What cannot be read is a popup never opened.
    return {};
  }
}
