import { createElement, type VNode } from 'preact';
import { useCallback, useMemo } from 'preact/hooks';
import type { PostElement, PostNode } from '../../lib/client/post-nodes.ts';
import { linkDefinitions } from '../../lib/markdown/link-definitions.ts';
import { DraftBlocks, type DraftBlocksProps } from './DraftBlocks.tsx';
import type { DraftBlock } from './draft-blocks.ts';

interface PostTextProps extends DraftBlocksProps {
  title: string;
  /** What the Markdown of a block shows, with the definitions of links that the post has. */
  read(markdown: string, definitions: string): PostNode[];
  /** A picture of the post, by its address in it; undefined where its bytes are not kept. */
  pictureAt(address: string, alt: string): VNode | undefined;
}

/**
 * A post as a site would show it: the Preview's "Page" of Draft tab and desk. `usePostReader` gives `read`. Nothing in it loads anything; its links lead nowhere, its
 * blocks to their rows.
 */
export function PostText({ title, read, pictureAt, ...props }: PostTextProps) {
  const { text } = props;
  const definitions = useMemo(() => linkDefinitions(text), [text]);
  const draw = useCallback(
    ({ text, target }: DraftBlock) =>
      target.kind === 'details' ? (
        <h1 class="post-title" dir="auto">
          {title}
        </h1>
      ) : (
        drawBlock(read(text, definitions), pictureAt)
      ),
    [title, read, pictureAt, definitions],
  );
  return <DraftBlocks {...props} class="draft as-post" draw={draw} />;
}

type PictureAt = PostTextProps['pictureAt'];

/** Nothing at all of a comment. */
function drawBlock(nodes: readonly PostNode[], pictureAt: PictureAt) {
  const isBlank = nodes.every((node) => typeof node === 'string' && node.trim() === '');
  return isBlank ? null : nodes.map((node) => drawNode(node, pictureAt));
}

function drawNode(node: PostNode, pictureAt: PictureAt): VNode | string {
  if (typeof node === 'string') return node;
  const children = () => node.children.map((each) => drawNode(each, pictureAt));
  switch (node.tag) {
    case 'a':
      return (
        <span class="draft-link" title={node.address}>
          {children()}
        </span>
      );
    case 'img':
      return pictureAt(node.address, node.alt) ?? placeholder(node);
    case 'input':
      return node.checked ? '☑' : '☐';
    case 'section':
      return <div>{children()}</div>;
    case 'details':
      return <details open>{children()}</details>;
    default:
      return createElement(node.tag, isBlock(node) ? { dir: 'auto' } : null, ...children());
  }
}

const isBlock = ({ tag }: PostElement) => /^(?:p|h\d|li|td|th|blockquote)$/.test(tag);

/** Where there are no bytes, nothing is asked for: the words stand for the picture. */
function placeholder({ address, alt }: PostElement): VNode {
  return <span class="post-picture">{alt || address}</span>;
}
