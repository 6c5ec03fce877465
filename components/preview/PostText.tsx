import type { VNode } from 'preact';
import { useCallback, useMemo, useRef } from 'preact/hooks';
import type { PostNode } from '../../lib/client/post-nodes.ts';
import { linkDefinitions } from '../../lib/markdown/link-definitions.ts';
import type { Piece } from '../../lib/render/parts/pieces.ts';
import { DraftBlocks, type DraftBlocksProps } from './DraftBlocks.tsx';
import { type DraftBlock, postBlocks } from './draft-blocks.ts';
import { drawNodes, isBlank } from './draw-node.tsx';

interface PostTextProps extends DraftBlocksProps {
  pieces: readonly Piece[];
  title: string;
  /** Returns what the Markdown of a block shows, using the post's link definitions. */
  read(markdown: string, definitions: string): PostNode[];
  /** Returns a picture of the post, by its address there; undefined if its bytes are not stored. */
  pictureAt(address: string, alt: string): VNode | undefined;
  /** The element's id if it uses the blog's own type. */
  ownTypeId?: string | undefined;
}

/**
 * A post as a site would show it: the "Page" view of Draft tab and desk. `usePostReader` returns
 * `read`. Its blocks lead to their rows.
 */
export function PostText(props: PostTextProps) {
  const { pieces, title, read, pictureAt, ownTypeId, ...others } = props;
  const blocks = useMemo(() => postBlocks(pieces), [pieces]);
  const definitions = useDefinitions(blocks);
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
  return <DraftBlocks {...others} {...look} blocks={blocks} draw={draw} isSlow />;
}

/** All link definitions; only changed blocks are read for them. */
function useDefinitions(blocks: readonly DraftBlock[]): string {
  const known = useRef(new Map<string, string>());
  return useMemo(() => {
    const before = known.current;
    known.current = new Map();
    for (const { text } of blocks) {
      if (!text.includes(']:')) continue;
      known.current.set(text, before.get(text) ?? linkDefinitions(text));
    }
    return [...known.current.values()].filter((each) => each !== '').join('\n');
  }, [blocks]);
}

/** A comment draws nothing. */
const drawBlock = (nodes: readonly PostNode[], picture: PostTextProps['pictureAt']) =>
  isBlank(nodes) ? null : drawNodes(nodes, { picture });
