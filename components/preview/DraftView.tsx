import { Check, Copy, Download, FolderDown, Images, PenLine } from 'lucide';
import type { ComponentChildren, VNode } from 'preact';
import { useCallback } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import type { PostNode } from '../../lib/client/post-nodes.ts';
import type { Item } from '../../lib/core/post/item.ts';
import type { Profile } from '../../lib/core/post/profile.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import type { MissingPicture } from '../../lib/exporters/exporter.ts';
import { pictureKey } from '../../lib/exporters/picture-path.ts';
import type { PlacedFile } from '../../lib/exporters/site-files.ts';
import type { Piece } from '../../lib/render/parts/pieces.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { DraftText } from './DraftText.tsx';
import type { DraftTarget } from './draft-blocks.ts';
import { PostText } from './PostText.tsx';
import { type DraftViewAs, ViewSwitch } from './ViewSwitch.tsx';

/** The draft as composed; `error` is the user's sentence on why there is none: mostly a template that does not work. */
export type DraftState =
  | { state: 'composing' }
  /** How a long one begins; the rest is on its way. */
  | {
      state: 'begun';
      text: string;
      pieces: readonly Piece[];
      pictures: ReadonlyMap<string, string>;
    }
  | {
      state: 'ready';
      /** What it was composed of; what the page shows may be newer already. */
      of: { wrapUp: WrapUp; items: readonly Item[]; profile: Profile };
      text: string;
      pieces: readonly Piece[];
      /** The template holds the items, and cannot be told apart from them. */
      whole?: boolean;
      missing: readonly MissingPicture[];
      /** The wrap-up's files, as they are exported. */
      placed: readonly PlacedFile[];
      /** Paths of what is exported: the post, then its pictures. */
      files: readonly string[];
      /** Ids of the kept bytes of its pictures, by `pictureKey`. */
      pictures: ReadonlyMap<string, string>;
    }
  | { state: 'failed'; error: string; isOfTemplate: boolean };

export type DraftAction =
  | 'copy-draft'
  | 'copy-front-matter'
  | 'download'
  | 'download-archive'
  | 'save-to-folder';

interface DraftViewProps {
  draft: DraftState;
  /** What was just done, for a moment. */
  done: DraftAction | null;
  onAction(action: DraftAction): void;
  /** True if the post has pictures that can go along. */
  hasPictures: boolean;
  /** True if this browser can write into a folder. */
  hasFolder: boolean;
  /** What stands between the buttons and the draft: progress, outcome, to-dos. */
  children?: ComponentChildren;
  /** Where the text stood when it was last seen, px. */
  startTopPx: number;
  onScrolled(topPx: number): void;
  /** Leads to what a block of the draft is from. */
  onOpen(target: DraftTarget): void;
  /** The post's own title, above its text. */
  title: string;
  shownAs: DraftViewAs;
  onShowAs(as: DraftViewAs): void;
  /** What Markdown shows; undefined until it is loaded. */
  readPost: ((markdown: string, definitions: string) => PostNode[]) | undefined;
  /** A picture from its kept bytes. */
  keptPicture(assetId: string, alt: string): VNode;
  /** The Markdown as a text to edit, while it is edited so. */
  editor?: VNode | undefined;
  onEditText?(isOn: boolean): void;
  /** Where the template can be mended. */
  onOptions(): void;
}

/** The Markdown as it will be, and the ways to take it along. */
export function DraftView(props: DraftViewProps) {
  const { draft, done, onAction, onOptions } = props;
  const ready = draft.state === 'ready';
  const button = (
    action: DraftAction,
    content: ComponentChildren,
    primary = false,
    name?: string,
  ) => (
    <button
      type="button"
      class={primary ? 'button primary' : 'button'}
      aria-label={name}
      title={name}
      disabled={!ready && action !== 'copy-front-matter'}
      onClick={() => onAction(action)}
    >
      {content}
    </button>
  );
  return (
    <div class="draft-view">
      <div class="bar">
        {button(
          'copy-draft',
          <>
            <Icon of={done === 'copy-draft' ? Check : Copy} />
            {t('popup_copy_draft')}
          </>,
          true,
        )}
        {button(
          'copy-front-matter',
          <>
            {done === 'copy-front-matter' && <Icon of={Check} />}
            {t('popup_copy_front_matter')}
          </>,
        )}
        <span class="bar-end">
          <span class="downloads">
            {button(
              'download',
              <>
                <Icon of={done === 'download' ? Check : Download} />
                <bdi dir="ltr">.md</bdi>
              </>,
              false,
              t('popup_download'),
            )}
            {props.hasPictures &&
              button(
                'download-archive',
                <>
                  <Icon of={done === 'download-archive' ? Check : Images} />
                  <bdi dir="ltr">.zip</bdi>
                </>,
                false,
                t('popup_download_archive'),
              )}
            {props.hasFolder &&
              button(
                'save-to-folder',
                <Icon of={done === 'save-to-folder' ? Check : FolderDown} />,
                false,
                t('popup_folder_save'),
              )}
          </span>
          {(ready || draft.state === 'begun') && (
            <>
              {props.shownAs === 'markdown' && props.onEditText && (
                <IconButton
                  icon={PenLine}
                  label={t('text_edit')}
                  pressed={props.editor !== undefined}
                  disabled={!ready}
                  onClick={() => props.onEditText?.(props.editor === undefined)}
                />
              )}
              <ViewSwitch selected={props.shownAs} onSelect={props.onShowAs} />
            </>
          )}
        </span>
      </div>
      <div class="draft-panels">{props.children}</div>
      {draft.state === 'failed' && (
        <div class="draft-error" role="alert">
          <p>{draft.error}</p>
          {draft.isOfTemplate ? (
            <button type="button" class="button" onClick={onOptions}>
              {t('popup_template_options')}
            </button>
          ) : (
            <button type="button" class="button" onClick={() => location.reload()}>
              {t('popup_retry')}
            </button>
          )}
        </div>
      )}
      {(draft.state === 'ready' || draft.state === 'begun') && <Shown {...props} draft={draft} />}
    </div>
  );
}

interface ShownProps extends DraftViewProps {
  draft: Extract<DraftState, { state: 'ready' | 'begun' }>;
}

function Shown(props: ShownProps) {
  const { draft, shownAs, readPost, keptPicture, title, startTopPx, onScrolled, onOpen } = props;
  const { text, pieces, pictures } = draft;
  const pictureAt = useCallback(
    (address: string, alt: string) => {
      const assetId = pictures.get(pictureKey(address));
      return assetId === undefined ? undefined : keptPicture(assetId, alt);
    },
    [pictures, keptPicture],
  );
  const isWhole = draft.state === 'ready';
  const shared = { pieces, isWhole, startTopPx, onScrolled, onOpen };
  if (shownAs === 'markdown' && props.editor && isWhole) return props.editor;
  if (shownAs === 'markdown') return <DraftText {...shared} text={text} />;
  // Nothing for the moment in which it is loaded.
  return readPost ? <PostText {...shared} {...{ title, read: readPost, pictureAt }} /> : null;
}
