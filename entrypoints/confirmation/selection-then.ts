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
 * Remembers what is selected; the answer tells whether something else is by then. In a frame, which has a
 * selection of its own, that cannot be known from here: it may be.
 */
export function rememberSelection(doc: Document): () => boolean {
  const then = selectedNow(doc);
  return () => {
    if (doc.activeElement instanceof HTMLIFrameElement) return true;
    const now = selectedNow(doc);
    if (now.isCollapsed) return hasSelectedField(doc);
    return (
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
