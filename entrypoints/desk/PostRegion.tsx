import { usePostReader } from '../../components/hooks/use-post-reader.ts';
import type { DraftTarget } from '../../components/preview/draft-blocks.ts';
import { PostText } from '../../components/preview/PostText.tsx';
import type { DeskContext } from './use-desk.ts';

interface PostRegionProps {
  desk: DeskContext;
  onOpen(target: DraftTarget): void;
}

/** The post, block by block. */
export function PostRegion({ desk, onOpen }: PostRegionProps) {
  const { draft, wrapUp } = desk;
  const read = usePostReader(true, desk.profile);
  if (!read || (draft.state !== 'ready' && draft.state !== 'begun')) return null;
  const { text, pieces } = draft;
  return (
    <PostText
      {...{ text, pieces, read, onOpen }}
      isWhole={draft.state === 'ready'}
      startTopPx={0}
      onScrolled={() => {}}
      title={wrapUp?.title ?? ''}
      pictureAt={() => undefined}
    />
  );
}
