import { useMemo, useState } from 'preact/hooks';
import { partName } from '../../components/clips/part-name.ts';
import { BlockMarkdown } from '../../components/desk/BlockMarkdown.tsx';
import { blockLines, type Stretch } from '../../components/desk/block-lines.ts';
import type { DeskCommand, PostCommand } from '../../components/desk/commands.ts';
import { DonePanel } from '../../components/desk/DonePanel.tsx';
import { KeySheet } from '../../components/desk/KeySheet.tsx';
import { Palette } from '../../components/desk/Palette.tsx';
import { type SlashChoice, SlashMenu } from '../../components/desk/SlashMenu.tsx';
import type { NewKind } from '../../components/hooks/use-actions.ts';
import type { DraftAction } from '../../components/preview/DraftView.tsx';
import { type DraftTarget, targetOfFinding } from '../../components/preview/draft-blocks.ts';
import { replaceText } from '../../components/ui/replace-text.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { t } from '../../lib/client/i18n.ts';
import { edit } from '../../lib/client/services.ts';
import { copyText } from '../../lib/client/take-away.ts';
import type { Item, Note } from '../../lib/core/post/item.ts';
import { unnamedBelow } from '../../lib/render/named-above.ts';
import type { DeskContext } from './use-desk.ts';

/** What is open over the whole desk. */
export type Overlay =
  | { of: 'palette' }
  | { of: 'keys' }
  | { of: 'done' }
  /** For an empty note or heading, or the end of a note, with the field where it was requested. */
  | { of: 'slash'; item: Item; field: HTMLTextAreaElement }
  /** The Markdown of a block. */
  | { of: 'markdown'; id: string };

interface OverlaysProps {
  desk: DeskContext;
  overlay: Overlay;
  /** Returns the id of the row that a piece of the draft comes from. */
  rowOf(target: DraftTarget): string | undefined;
  /** The way in which the post is copied or exported, and the one that was just used. */
  way: DraftAction;
  taken: DraftAction | null;
  onTake(): void;
  /** Goes to the source of a piece of the draft. */
  onOpen(target: DraftTarget): void;
  onRun(command: DeskCommand | PostCommand): void;
  /** Goes to a stretch of the post's Markdown. */
  onEditMarkdown(stretch: Stretch): void;
  onClose(): void;
}

export function Overlays(props: OverlaysProps) {
  const { desk, overlay, rowOf, onRun, onEditMarkdown, onClose } = props;
  switch (overlay.of) {
    case 'palette':
      return (
        <Palette
          hasBlocks={(desk.library.list?.ids.length ?? 0) > 0}
          onRun={onRun}
          onClose={onClose}
        />
      );
    case 'keys':
      return <KeySheet onClose={onClose} />;
    case 'done':
      return <Done {...props} />;
    case 'slash':
      return <Slash {...overlay} desk={desk} onClose={onClose} />;
    case 'markdown': {
      const { text, pieces } = 'text' in desk.draft ? desk.draft : { text: '', pieces: [] };
      const stretch = blockLines(text, pieces, overlay.id, rowOf);
      const markdown = stretch ? text.slice(stretch.start, stretch.end) : '';
      return (
        <BlockMarkdown
          text={markdown}
          onCopy={() => {
            onClose();
            void copyText(markdown).then((isCopied) =>
              desk.showNotice(
                isCopied
                  ? { text: t('popup_copied') }
                  : { text: errorText({ code: 'clipboard-refused' }), bad: true },
              ),
            );
          }}
          onEdit={() => {
            onClose();
            onEditMarkdown(stretch ?? { start: 0, end: 0 });
          }}
          onClose={onClose}
        />
      );
    }
  }
}

interface SlashProps {
  desk: DeskContext;
  item: Item;
  field: HTMLTextAreaElement;
  onClose(): void;
}

function Slash({ desk, item, field, onClose }: SlashProps) {
  const { parts, wrapUp, actions, tray, revealBlock, goesOn } = desk;
  const [{ text, caret }] = useState({ text: field.value, caret: field.selectionStart });
  const names = useMemo(
    () =>
      (parts?.ids ?? []).flatMap((id) => {
        const part = parts?.get(id);
        return part?.kind === 'part' ? [{ id, name: partName(part, wrapUp) }] : [];
      }),
    [parts, wrapUp],
  );
  const above = text === '' ? wordsAbove(desk, item.id) : text;
  const changesOf = (clip: Item | undefined) => unnamedBelow(clip, above);
  /**
   * Puts the choice below what was written; below a clip a new note is created, so that typing can
   * continue.
   */
  const putBelow = async (note: Note, choice: SlashChoice) => {
    const isClip = choice.make === 'clip';
    const what = isClip
      ? { clipId: choice.id, changes: changesOf(tray.find(({ id }) => id === choice.id)) }
      : choice.make === 'part'
        ? { partId: choice.id }
        : { kind: kindOf(choice) };
    const next = await actions.putBelow(what, { ...note, note: text }, text.trimEnd());
    if (next === undefined) return;
    if (isClip) goesOn.current = next;
    revealBlock(next, choice.make !== 'part');
  };
  const put = async (choice: SlashChoice) => {
    if (text !== '' && item.kind === 'note') return putBelow(item, choice);
    if (choice.make === 'clip')
      await actions.placeInstead(
        choice.id,
        item,
        changesOf(tray.find(({ id }) => id === choice.id)),
      );
    if (choice.make === 'part') await actions.movePartInstead(choice.id, item);
    if (choice.make === 'clip' || choice.make === 'part') {
      return revealBlock(choice.id);
    }
    if (choice.make === item.kind && 'form' in choice) {
      void edit('item', item.id, item, { form: choice.form });
      return revealBlock(item.id, true);
    }
    const id = await actions.addInstead(kindOf(choice), item);
    if (id !== undefined) revealBlock(id, true);
  };
  return (
    <SlashMenu
      parts={names}
      tray={tray}
      isUnnamed={(clip) => 'attribution' in changesOf(clip)}
      onChoose={(choice) => {
        onClose();
        void put(choice);
      }}
      onClose={() => {
        onClose();
        // The user meant a slash; the focus is back by then.
        requestAnimationFrame(() => replaceText(field, { from: caret, to: caret, by: '/' }));
      }}
    />
  );
}

/** Returns what a choice adds. */
function kindOf(choice: Exclude<SlashChoice, { id: string }>): NewKind {
  if (choice.make === 'section' && choice.form === 'h2') return 'heading';
  return choice.make === 'note' && choice.form === 'bullet' ? 'bullet' : choice.make;
}

/** Returns the note-taker's words right above a block; '' if something else is there. */
function wordsAbove({ rows }: DeskContext, id: string): string {
  const aboveId = rows?.ids[rows.ids.indexOf(id) - 1];
  const above = aboveId === undefined ? undefined : rows?.get(aboveId);
  return above?.kind === 'note' || above?.kind === 'section' ? above.note : '';
}

function Done({ desk, way, taken, onTake, onOpen, onClose }: OverlaysProps) {
  const { checked, checkActions, draft, wrapUp, actions } = desk;
  const pieces = 'pieces' in draft ? draft.pieces : [];
  const goTo = (id: string) => {
    location.hash = encodeURIComponent(id);
  };
  const begin = async () => {
    if (!wrapUp) return;
    const next = await actions.finish(wrapUp, () => goTo(wrapUp.id));
    if (next) goTo(next.id);
  };
  return (
    <DonePanel
      checks={
        checked && {
          ...checked,
          onGo(finding) {
            onClose();
            onOpen(targetOfFinding(pieces, finding));
          },
          onFix: (finding) => void checkActions.fix(checked.text, finding),
          onTurnOff: (rule) => void checkActions.turnOff(rule),
        }
      }
      files={draft.state === 'ready' ? draft.files : undefined}
      missing={draft.state === 'ready' ? draft.missing.length : 0}
      way={way}
      isTaken={taken === way}
      onTake={onTake}
      onNext={() => {
        onClose();
        void begin();
      }}
      onClose={onClose}
    />
  );
}
