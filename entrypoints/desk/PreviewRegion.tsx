import { ArrowUpDown } from 'lucide';
import type { Ref, RefObject } from 'preact';
import { useCallback, useImperativeHandle, useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ChecksPanel } from '../../components/checks/ChecksPanel.tsx';
import { useOwnType } from '../../components/hooks/use-own-type.ts';
import { usePostReader } from '../../components/hooks/use-post-reader.ts';
import type { PreviewLights } from '../../components/preview/DraftBlocks.tsx';
import { DraftError } from '../../components/preview/DraftError.tsx';
import {
  type DraftTarget,
  targetAt,
  targetOfFinding,
} from '../../components/preview/draft-blocks.ts';
import { KeptPicture } from '../../components/preview/KeptPicture.tsx';
import { MarkdownEditor } from '../../components/preview/MarkdownEditor.tsx';
import { OwnTypeMenu } from '../../components/preview/OwnTypeMenu.tsx';
import { PostText } from '../../components/preview/PostText.tsx';
import { type DraftViewAs, ViewSwitch } from '../../components/preview/ViewSwitch.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import { t } from '../../lib/client/i18n.ts';
import { ownTypeId } from '../../lib/client/own-type.ts';
import { pictureKey } from '../../lib/exporters/picture-path.ts';
import type { Piece } from '../../lib/render/parts/pieces.ts';
import type { DeskContext } from './use-desk.ts';

interface PreviewRegionProps {
  desk: DeskContext;
  shownAs: DraftViewAs;
  onShowAs(as: DraftViewAs): void;
  /** Goes to the source of a block of the draft. */
  onOpen(target: DraftTarget): void;
  /** Called with the block under the pointer, or with the caret. */
  onHover(target: DraftTarget | undefined): void;
  /** Highlights what is pointed at in the post, and shows what gets the focus there. */
  lights: Ref<PreviewLights>;
  /** True if it scrolls along when the post is scrolled or another block gets the focus. */
  follows: boolean;
  onFollow(follows: boolean): void;
  /** The block that last had the focus in the post. */
  focusedId: RefObject<string | undefined>;
}

/**
 * The post as it is exported: what a site makes of it, or its Markdown to edit; below it, the
 * results of the checks.
 */
export function PreviewRegion(props: PreviewRegionProps) {
  const { desk, shownAs, onShowAs, onOpen, onHover, focusedId, follows, onFollow } = props;
  const { draft, wrapUp, checked, checkActions } = desk;
  const ownType = useOwnType(desk.showNotice);
  const read = usePostReader(shownAs === 'post', desk.profile);
  const pictures = 'pictures' in draft ? draft.pictures : undefined;
  const pictureAt = useCallback(
    (address: string, alt: string) => {
      const assetId = pictures?.get(pictureKey(address));
      return assetId === undefined ? undefined : <KeptPicture assetId={assetId} alt={alt} />;
    },
    [pictures],
  );
  const blocks = useRef<PreviewLights>(null);
  // A new object scrolls there again.
  const [shownInText, setShownInText] = useState({ id: focusedId.current });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another block is a reason to scroll, and not a change of the draft
  const shownLine = useMemo(
    () => lineOf('pieces' in draft ? draft.pieces : [], shownInText.id),
    [shownInText, shownAs],
  );
  useImperativeHandle(props.lights, () => ({
    light: (id) => blocks.current?.light(id),
    show(id) {
      if (!follows) return;
      if (shownAs === 'markdown') setShownInText({ id });
      else blocks.current?.show(id);
    },
    follow(id) {
      if (!follows) return;
      if (shownAs !== 'markdown') blocks.current?.follow(id);
      else if (id !== undefined && id !== shownInText.id) setShownInText({ id });
    },
  }));
  const latest = useRef({ draft, checkActions, onOpen });
  latest.current = { draft, checkActions, onOpen };
  // There are many, and no letter changes them.
  const findings = useMemo(
    () =>
      checked &&
      checked.findings.length > 0 && (
        <div class="desk-checks" id="desk-checks">
          <ChecksPanel
            {...checked}
            onGo={(finding) => {
              const { draft, onOpen } = latest.current;
              onOpen(targetOfFinding('pieces' in draft ? draft.pieces : [], finding));
            }}
            onFix={(finding) => void latest.current.checkActions.fix(checked.text, finding)}
            onTurnOff={(rule) => void latest.current.checkActions.turnOff(rule)}
          />
        </div>
      ),
    [checked, t('language_tag')],
  );
  if (draft.state === 'composing') return null;
  if (draft.state === 'failed')
    return <DraftError {...draft} onOptions={() => void browser.runtime.openOptionsPage()} />;
  const { text, pieces } = draft;
  const isWhole = draft.state === 'ready';
  return (
    <>
      <div class="region-head">
        <button
          type="button"
          class="follow"
          aria-pressed={follows}
          title={t('desk_follow_hint')}
          onClick={() => onFollow(!follows)}
        >
          <Icon of={ArrowUpDown} />
          {t('desk_follow')}
        </button>
        <span class="grow" />
        {shownAs === 'post' && (
          <OwnTypeMenu
            name={ownType.name}
            onFile={(file) => void ownType.choose(file)}
            onRemove={ownType.remove}
          />
        )}
        <ViewSwitch selected={shownAs} onSelect={onShowAs} />
      </div>
      {shownAs === 'markdown'
        ? isWhole && (
            <MarkdownEditor
              key={wrapUp?.id}
              text={text}
              onEdit={desk.editText}
              onLine={(line) => onHover(targetAt(pieces, line))}
              shownLine={shownLine}
            />
          )
        : read && (
            <PostText
              {...{ pieces, isWhole, onOpen, onHover, read, pictureAt }}
              lights={blocks}
              shownId={focusedId.current}
              startTopPx={0}
              ownTypeId={ownType.name === undefined ? undefined : ownTypeId}
              onScrolled={() => {}}
              title={wrapUp?.title ?? ''}
            />
          )}
      {isWhole && findings}
    </>
  );
}

/** Returns the first line of the block of an item or of a part's row. */
function lineOf(pieces: readonly Piece[], id: string | undefined) {
  const piece = pieces.find(
    (each) => each.lineCount > 0 && (each.kind === 'item' ? each.id : each.row?.id) === id,
  );
  return piece && { line: piece.firstLine };
}
