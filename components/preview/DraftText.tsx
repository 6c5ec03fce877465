import { useMemo } from 'preact/hooks';
import type { Piece } from '../../lib/render/parts/pieces.ts';
import { DraftBlocks, type DraftBlocksProps } from './DraftBlocks.tsx';
import { type DraftBlock, draftBlocks } from './draft-blocks.ts';
import { highlightBlock } from './highlight.ts';

interface DraftTextProps extends DraftBlocksProps {
  text: string;
  pieces: readonly Piece[];
}

/**
 * The Markdown of a post, for reading; `MarkdownEditor` edits it. The Draft tab and the desk show
 * it.
 */
export function DraftText({ text, pieces, ...props }: DraftTextProps) {
  const blocks = useMemo(() => draftBlocks(text, pieces), [text, pieces]);
  return <DraftBlocks {...props} blocks={blocks} class="draft as-markdown" draw={highlighted} />;
}

function highlighted({ text, target }: DraftBlock) {
  return highlightBlock(text, target.kind === 'details').map((part, at) => (
    <span key={at} class={part.kind}>
      {part.pieces.map((piece, index) =>
        piece.link ? (
          <span key={index} class="draft-link">
            {piece.text}
          </span>
        ) : (
          piece.text
        ),
      )}
    </span>
  ));
}
