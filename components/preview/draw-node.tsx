import { type ComponentChildren, createElement, type VNode } from 'preact';
import type { PostElement, PostNode } from '../../lib/client/post-nodes.ts';

export interface Drawing {
  /** Draws a text; absent: the plain text. */
  text?(text: string): ComponentChildren;
  /** Draws a picture, by its address in the post; undefined if its bytes are not stored. */
  picture?(address: string, alt: string): VNode | undefined;
}

/**
 * Draws what a post shows: nothing in it loads anything, and its links show their targets but can't
 * be followed.
 */
export const drawNodes = (nodes: readonly PostNode[], drawing: Drawing = {}) =>
  nodes.map((node) => drawNode(node, drawing, false));

/** True if nothing would be visible, as for a comment. */
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
 * A list or quote gets the direction of its words, and so do its bullets and its bar, because a
 * browser ignores content that sets its own direction. Code is read from the left.
 */
function directionOf({ tag }: PostElement, hasDirection: boolean): 'auto' | 'ltr' | undefined {
  if (tag === 'pre') return 'ltr';
  if (tag === 'td' || tag === 'th') return 'auto';
  return !hasDirection && /^(?:p|h\d|ul|ol|blockquote)$/.test(tag) ? 'auto' : undefined;
}

/** If there are no bytes, nothing is requested, and the words replace the picture. */
function placeholder({ address, alt }: PostElement): VNode {
  return <span class="post-picture">{alt || address}</span>;
}
