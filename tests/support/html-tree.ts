const blocks = new Set(
  'address article blockquote dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/**
 * Writes a piece of HTML as one line of text, for comparing: white space collapsed as in a browser,
 * attributes in alphabetical order, and no other tolerance.
 */
export function treeOf(root: Node): string {
  const out: string[] = [];
  let space = false;
  let atEdge = true;
  const edge = (): void => {
    space = false;
    atEdge = true;
  };
  const text = (data: string, pre: boolean): void => {
    if (pre) {
      out.push(JSON.stringify(data));
      return;
    }
    for (const piece of data.split(/([ \t\n\r\f]+)/)) {
      if (piece === '') continue;
      if (/^[ \t\n\r\f]/.test(piece)) {
        space = !atEdge;
        continue;
      }
      out.push(space ? ` ${piece}` : piece);
      space = false;
      atEdge = false;
    }
  };
  const visit = (node: Node, pre: boolean): void => {
    if (node.nodeType === 3) text((node as Text).data, pre);
    if (node.nodeType !== 1) return;
    const element = node as Element;
    const name = element.localName;
    const isBlock = blocks.has(name);
    if (isBlock) edge();
    else if (space && name !== 'br') {
      out.push(' ');
      space = false;
    }
    const attributes = [...element.attributes].map(
      ({ name: key, value }) => ` ${key}=${JSON.stringify(value)}`,
    );
    out.push(`<${name}${attributes.sort().join('')}>`);
    if (name === 'img' || name === 'input') atEdge = false;
    for (const child of node.childNodes) visit(child, pre || name === 'pre');
    if (isBlock || name === 'br') edge();
    out.push(`</${name}>`);
  };
  for (const child of root.childNodes) visit(child, false);
  return out.join('');
}

export function fragmentOf(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}
