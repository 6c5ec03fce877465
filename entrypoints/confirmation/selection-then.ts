/**
 * Notes whether anything is selected in the page from now on, the same words again too: they may be meant for
 * another post. The answer is asked for when the shortcut is pressed again. In a frame, which has a selection of its own,
 * that cannot be known from here: it may be.
 * @param ours the card, whose fields change the selection, too, as they are focused
 * @param signal ends the noting
 */
export function noteSelection(doc: Document, ours: Element, signal: AbortSignal): () => boolean {
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
    const selection = Document.prototype.getSelection.call(doc);
    return selection?.isCollapsed === false ? isAnew : hasSelectedField(doc);
  };
}

/** Words that are selected in a field of the page are no selection of the document. */
function hasSelectedField({ activeElement }: Document): boolean {
  const isField =
    activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement;
  return isField && activeElement.selectionStart !== activeElement.selectionEnd;
}
