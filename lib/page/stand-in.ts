export function sanitise(
  fragment: DocumentFragment,
  _options: { baseUrl: string },
): DocumentFragment {
  return fragment;
}
export function htmlToMarkdown(node: Node, _options: { baseUrl: string }): string {
  return node.textContent ?? '';
}
