import { useCallback } from 'preact/hooks';
import { usePostReader } from '../../components/hooks/use-post-reader.ts';
import { DraftText } from '../../components/preview/DraftText.tsx';
import type { DraftTarget } from '../../components/preview/draft-blocks.ts';
import { KeptPicture } from '../../components/preview/KeptPicture.tsx';
import { PostText } from '../../components/preview/PostText.tsx';
import { type DraftViewAs, ViewSwitch } from '../../components/preview/ViewSwitch.tsx';
import { pictureKey } from '../../lib/exporters/picture-path.ts';
import type { DeskContext } from './use-desk.ts';

interface PreviewRegionProps {
  desk: DeskContext;
  shownAs: DraftViewAs;
  onShowAs(as: DraftViewAs): void;
  /** Leads to what a block of the draft is from. */
  onOpen(target: DraftTarget): void;
}

/** The post as it is exported: what a site makes of it, or its Markdown. */
export function PreviewRegion({ desk, shownAs, onShowAs, onOpen }: PreviewRegionProps) {
  const { draft, wrapUp } = desk;
  const read = usePostReader(shownAs === 'post', desk.profile);
  const pictures = 'pictures' in draft ? draft.pictures : undefined;
  const pictureAt = useCallback(
    (address: string, alt: string) => {
      const assetId = pictures?.get(pictureKey(address));
      return assetId === undefined ? undefined : <KeptPicture assetId={assetId} alt={alt} />;
    },
    [pictures],
  );
  if (draft.state === 'composing') return null;
  if (draft.state === 'failed')
    return (
      <div class="draft-error" role="alert">
        <p>{draft.error}</p>
      </div>
    );
  const { text, pieces } = draft;
  const isWhole = draft.state === 'ready';
  const shared = { text, pieces, isWhole, startTopPx: 0, onScrolled: () => {}, onOpen };
  return (
    <>
      <div class="region-head">
        <ViewSwitch selected={shownAs} onSelect={onShowAs} />
      </div>
      {shownAs === 'markdown' ? (
        <DraftText {...shared} />
      ) : (
        read && <PostText {...shared} title={wrapUp?.title ?? ''} {...{ read, pictureAt }} />
      )}
    </>
  );
}
