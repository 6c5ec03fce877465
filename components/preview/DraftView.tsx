import { Check, Copy, Download, FolderDown, Images, PenLine } from 'lucide';
import type { ComponentChildren, VNode } from 'preact';
import { useCallback } from 'preact/hooks';
import type { DraftState } from '../../lib/client/draft-composer.ts';
import { t } from '../../lib/client/i18n.ts';
import type { PostNode } from '../../lib/client/post-nodes.ts';
import { pictureKey } from '../../lib/exporters/picture-path.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { DraftError } from './DraftError.tsx';
import { DraftText } from './DraftText.tsx';
import type { DraftTarget } from './draft-blocks.ts';
import { PostText } from './PostText.tsx';
import { type DraftViewAs, ViewSwitch } from './ViewSwitch.tsx';

export type DraftAction =
  | 'copy-draft'
  | 'copy-front-matter'
  | 'download'
  | 'download-archive'
  | 'save-to-folder';

interface DraftViewProps {
  draft: DraftState;
  /** The action that was just done, for a moment. */
  done: DraftAction | null;
  onAction(action: DraftAction): void;
  /** True if the post has pictures to export. */
  hasPictures: boolean;
  /** True if this browser can write into a folder. */
  hasFolder: boolean;
  /** Shown between the buttons and the draft: progress, outcome, to-dos. */
  children?: ComponentChildren;
  /** The text's last scroll position, px. */
  startTopPx: number;
  onScrolled(topPx: number): void;
  /** Goes to the source of a block of the draft. */
  onOpen(target: DraftTarget): void;
  /** The post's own title, above its text. */
  title: string;
  shownAs: DraftViewAs;
  onShowAs(as: DraftViewAs): void;
  /** Converts Markdown to what it shows; undefined until it is loaded. */
  readPost: ((markdown: string, definitions: string) => PostNode[]) | undefined;
  /** Shows a picture from its stored bytes. */
  keptPicture(assetId: string, alt: string): VNode;
  /** The Markdown as an editable text, while it is edited like that. */
  editor?: VNode | undefined;
  onEditText?(isOn: boolean): void;
  /** Opens the options, where the template can be fixed. */
  onOptions(): void;
}

/** The final Markdown, and the ways to copy or export it. */
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
      {draft.state === 'failed' && <DraftError {...draft} onOptions={onOptions} />}
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
  // It shows nothing while the reader is loading.
  return readPost ? <PostText {...shared} {...{ title, read: readPost, pictureAt }} /> : null;
}
