/** Panel and desk remember another place than the popup, because all may be open at once. */
const viewKeys: Readonly<Record<string, string>> = {
  '/sidepanel.html': 'wrapup:panel',
  '/desk.html': 'wrapup:desk',
};
/** The key in `localStorage` under which a page stores what it showed. */
export const viewKey = viewKeys[location.pathname] ?? 'wrapup:popup';

/** The place where the user left a page's list. */
export interface LeftAt {
  placeId: string | undefined;
  anchorId: string | undefined;
  newestId: string | undefined;
}

/**
 * Returns the place before the code that checks stored values is loaded: anything that is not a
 * text counts as missing.
 */
export function leftAt(): LeftAt {
  const { placeId, anchor, newestId } = readKept();
  return { placeId: text(placeId), anchorId: text(anchor?.id), newestId: text(newestId) };
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

function readKept(): { placeId?: unknown; anchor?: { id?: unknown } | null; newestId?: unknown } {
  try {
    return JSON.parse(localStorage.getItem(viewKey) ?? '{}') ?? {};
  } catch {
    // If it cannot be read, the popup counts as never opened.
    return {};
  }
}
