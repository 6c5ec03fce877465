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
 * Notes whether anything is selected in the page from now on, the same words again too: they may be meant for
 * another post. The answer is asked for when the shortcut is pressed again. In a frame, which has a selection of its own,
 * that cannot be known from here: it may be.
 * @param ours the card, whose fields change the selection, too, as they are focused
 * @param signal ends the noting
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
    // The event may come later than the shortcut (Firefox 153): what differs needs none.
    return (
      isAnew ||
      now.anchor !== then.anchor ||
      now.anchorOffset !== then.anchorOffset ||
      now.focus !== then.focus ||
      now.focusOffset !== then.focusOffset
    );
  };
}

/** Words that are selected in a field of the page are no selection of the document. */
function hasSelectedField({ activeElement }: Document): boolean {
  const isField =
    activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement;
  return isField && activeElement.selectionStart !== activeElement.selectionEnd;
}
