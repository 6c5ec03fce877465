import { type ComponentChildren, createElement, type VNode } from 'preact';
import type { PostElement, PostNode } from '../../lib/client/post-nodes.ts';

export interface Drawing {
  /** What is shown of a text; absent: the text. */
  text?(text: string): ComponentChildren;
  /** A picture, by its address in the post; undefined where its bytes are not kept. */
  picture?(address: string, alt: string): VNode | undefined;
}

/** What a post shows: nothing in it loads anything, and its links show where they lead, but lead nowhere. */
export const drawNodes = (nodes: readonly PostNode[], drawing: Drawing = {}) =>
  nodes.map((node) => drawNode(node, drawing));

/** True where nothing would be seen, as of a comment. */
export const isBlank = (nodes: readonly PostNode[]) =>
  nodes.every((node) => typeof node === 'string' && node.trim() === '');

function drawNode(node: PostNode, drawing: Drawing): ComponentChildren {
  if (typeof node === 'string') return drawing.text?.(node) ?? node;
  const children = () => drawNodes(node.children, drawing);
  switch (node.tag) {
    case 'a':
      return (
        <span class="draft-link" title={node.address}>
          {children()}
        </span>
      );
    case 'img':
      return drawing.picture?.(node.address, node.alt) ?? placeholder(node);
    case 'input':
      return node.checked ? '☑' : '☐';
    case 'section':
      return <div>{children()}</div>;
    case 'details':
      return <details open>{children()}</details>;
    default:
      return createElement(node.tag, isTextBlock(node) ? { dir: 'auto' } : null, ...children());
  }
}

const isTextBlock = ({ tag }: PostElement) => /^(?:p|h\d|li|td|th|blockquote)$/.test(tag);

/** Where there are no bytes, nothing is asked for: the words stand for the picture. */
function placeholder({ address, alt }: PostElement): VNode {
  return <span class="post-picture">{alt || address}</span>;
}
