import type { Deadline } from '../deadline.ts';

/** What happens at the nodes of a tree. */
export interface Visitor {
  text(data: string, node: Text): void;
  /** Returns whether to continue with the element's content; then `leave` is called, too. */
  enter(element: Element): boolean;
  leave(element: Element): void;
}

/**
 * Visits `root` and its content, in document order, without recursion.
 * @throws TooLargeError if that takes too long
 */
export function walk(root: Node, visitor: Visitor, deadline?: Deadline): void {
  /** Those that were entered: asking each node for its parent would take as long as the way down. */
  const around: Node[] = [];
  let node: Node = root;
  for (;;) {
    deadline?.check();
    const type = node.nodeType;
    let child: Node | null = null;
    if (type === 1) {
      if (visitor.enter(node as Element)) {
        child = node.firstChild;
        if (!child) visitor.leave(node as Element);
      }
    } else if (type === 3 || type === 4) visitor.text((node as Text).data, node as Text);
    else if (type === 9 || type === 11) child = node.firstChild;

    if (child) {
      around.push(node);
      node = child;
      continue;
    }
    for (;;) {
      if (node === root) return;
      const next: Node | null = node.nextSibling;
      if (next) {
        node = next;
        break;
      }
      node = around.pop() as Node;
      // Only the root can be another node than an element.
      if (node !== root || node.nodeType === 1) visitor.leave(node as Element);
    }
  }
}
