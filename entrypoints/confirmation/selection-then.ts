/** What was selected in the page at a moment. */
interface Selected {
  anchor: Node | null;
  anchorOffset: number;
  focus: Node | null;
  focusOffset: number;
  isCollapsed: boolean;
}

function selectedNow(doc: Document): Selected {
  const selection = Document.prototype.getSelection.call(doc);
  return {
    anchor: selection?.anchorNode ?? null,
    anchorOffset: selection?.anchorOffset ?? 0,
    focus: selection?.focusNode ?? null,
    focusOffset: selection?.focusOffset ?? 0,
    isCollapsed: selection?.isCollapsed ?? true,
  };
}

/**
 * Records whether anything is selected in the page from now on, even the same words again, which
 * may be meant for another post. The result is needed when the shortcut is pressed again. A frame
 * has its own selection, which is unknown here, so it counts as possible.
 * @param ours the card, whose fields also change the selection when they are focused
 * @param signal ends the recording
 */
export function noteSelection(doc: Document, ours: Element, signal: AbortSignal): () => boolean {
  const then = selectedNow(doc);
  let isAnew = false;
  doc.addEventListener(
    'selectionchange',
    () => {
      if (doc.activeElement !== ours) isAnew = true;
    },
    { signal },
  );
  return () => {
    if (doc.activeElement instanceof HTMLIFrameElement) return true;
    const now = selectedNow(doc);
    if (now.isCollapsed) return hasSelectedField(doc);
    // The event may come after the shortcut (Firefox 153), but a different selection needs no
    // event.
    return (
      isAnew ||
      now.anchor !== then.anchor ||
      now.anchorOffset !== then.anchorOffset ||
      now.focus !== then.focus ||
      now.focusOffset !== then.focusOffset
    );
  };
}

/** Words selected in a field of the page are not part of the document's selection. */
function hasSelectedField({ activeElement }: Document): boolean {
  const isField =
    activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement;
  return isField && activeElement.selectionStart !== activeElement.selectionEnd;
}
