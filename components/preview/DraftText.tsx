import { DraftBlocks, type DraftBlocksProps } from './DraftBlocks.tsx';
import type { DraftBlock } from './draft-blocks.ts';
import { highlightBlock } from './highlight.ts';

/** The Markdown of a post, to read; `MarkdownEditor` is the one to edit. Draft tab and desk show it. */
export function DraftText(props: DraftBlocksProps) {
  return <DraftBlocks {...props} class="draft as-markdown" draw={highlighted} />;
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
