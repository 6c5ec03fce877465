import { type ComponentChildren, createElement, type VNode } from 'preact';
import type { PostElement, PostNode } from '../../lib/client/post-nodes.ts';

export interface Drawing {
  /** What is shown of a text; absent: the text. */
  text?(text: string): ComponentChildren;
  /** A picture, by its address in the post; undefined if its bytes are not kept. */
  picture?(address: string, alt: string): VNode | undefined;
}

/** What a post shows: nothing in it loads anything, and its links show where they lead, but lead nowhere. */
export const drawNodes = (nodes: readonly PostNode[], drawing: Drawing = {}) =>
  nodes.map((node) => drawNode(node, drawing, false));

/** True if nothing would be seen, as of a comment. */
export const isBlank = (nodes: readonly PostNode[]) =>
  nodes.every((node) => typeof node === 'string' && node.trim() === '');

/** @param hasDirection true inside a block whose words have set its direction */
function drawNode(node: PostNode, drawing: Drawing, hasDirection: boolean): ComponentChildren {
  if (typeof node === 'string') return drawing.text?.(node) ?? node;
  const dir = directionOf(node, hasDirection);
  const children = () =>
    node.children.map((child) => drawNode(child, drawing, hasDirection || dir !== undefined));
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
      return createElement(node.tag, dir === undefined ? null : { dir }, ...children());
  }
}

/**
 * A list or quote takes the direction of its words, and so do its bullets and its bar: a browser passes over what is in it
 * and has a direction of its own. Code reads from the left.
 */
function directionOf({ tag }: PostElement, hasDirection: boolean): 'auto' | 'ltr' | undefined {
  if (tag === 'pre') return 'ltr';
  if (tag === 'td' || tag === 'th') return 'auto';
  return !hasDirection && /^(?:p|h\d|ul|ol|blockquote)$/.test(tag) ? 'auto' : undefined;
}

/** Where there are no bytes, nothing is asked for: the words stand for the picture. */
function placeholder({ address, alt }: PostElement): VNode {
  return <span class="post-picture">{alt || address}</span>;
}
