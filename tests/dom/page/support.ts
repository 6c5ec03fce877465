/** Puts markup into the test's document, which has a window, a selection and styles. */
export function showPage(body: string, head = ''): Document {
  // This bypasses elements with which the previous page may have shadowed the document's
  // properties.
  for (const named of document.getElementsByTagName('*')) named.removeAttribute('name');
  document.documentElement.removeAttribute('lang');
  document.head.innerHTML = head;
  document.body.innerHTML = body;
  Document.prototype.getSelection.call(document)?.removeAllRanges();
  return document;
}

/** Selects from the first `[[` to the first `]]` in the page's texts, and removes the marks. */
export function selectMarked(root: Node = document.body): Range {
  const range = document.createRange();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Record<string, { node: Text; offset: number }> = {};
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    for (const mark of ['[[', ']]']) {
      const offset = node.data.indexOf(mark);
      if (offset < 0 || found[mark]) continue;
      node.deleteData(offset, 2);
      found[mark] = { node, offset };
    }
  }
  const start = found['[['];
  const end = found[']]'];
  if (!start || !end) throw new Error('the page has no [[ … ]]');
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(range);
  return range;
}

export function htmlOf(fragment: DocumentFragment): string {
  const holder = document.createElement('div');
  holder.append(document.importNode(fragment, true));
  return holder.innerHTML;
}

declare const jsdom: { reconfigure(settings: { url: string }): void };

/** Shows a page under its own address. */
export function visit(url: string, head = '', body = ''): Document {
  jsdom.reconfigure({ url });
  return showPage(body, head);
}
