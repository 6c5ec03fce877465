import type { VNode } from 'preact';
import { useCallback, useMemo } from 'preact/hooks';
import type { PostNode } from '../../lib/client/post-nodes.ts';
import { linkDefinitions } from '../../lib/markdown/link-definitions.ts';
import { DraftBlocks, type DraftBlocksProps } from './DraftBlocks.tsx';
import type { DraftBlock } from './draft-blocks.ts';
import { drawNodes, isBlank } from './draw-node.tsx';

interface PostTextProps extends DraftBlocksProps {
  title: string;
  /** What the Markdown of a block shows, with the definitions of links that the post has. */
  read(markdown: string, definitions: string): PostNode[];
  /** A picture of the post, by its address in it; undefined where its bytes are not kept. */
  pictureAt(address: string, alt: string): VNode | undefined;
  /** The element's id where it is set in the blog's own type. */
  ownTypeId?: string | undefined;
}

/**
 * A post as a site would show it: the Preview's "Page" of Draft tab and desk. `usePostReader` gives `read`. Its blocks lead to
 * their rows.
 */
export function PostText({ title, read, pictureAt, ownTypeId, ...props }: PostTextProps) {
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
  const look =
    ownTypeId === undefined
      ? { class: 'draft as-post' }
      : { id: ownTypeId, class: 'draft as-post own-type' };
  return <DraftBlocks {...props} {...look} draw={draw} />;
}

/** Nothing at all of a comment. */
const drawBlock = (nodes: readonly PostNode[], picture: PostTextProps['pictureAt']) =>
  isBlank(nodes) ? null : drawNodes(nodes, { picture });
