import { useEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { landingRow, type PartList } from '../../lib/client/part-list.ts';
import { edit } from '../../lib/client/services.ts';
import type { Part } from '../../lib/core/post/item.ts';
import { isOutdated, writeByHand } from '../../lib/render/parts/by-hand.ts';
import type { PartsOfList } from '../clips/ClipList.tsx';
import type { PartEditorProps } from '../clips/PartEditor.tsx';
import type { PartLook } from '../clips/PartRow.tsx';
import { partName } from '../clips/part-name.ts';
import type { Actions } from './use-actions.ts';
import type { Library } from './use-library.ts';

interface PartRows {
  library: Library;
  parts: PartList | undefined;
  actions: Actions;
}

/**
 * The parts of the template in the list: how they look, and their actions.
 * @param onWrite called with the row of a part once it is written by hand, to edit it
 */
export function usePartRows({ library, parts, actions }: PartRows, onWrite: (id: string) => void) {
  const { list, wrapUp } = library;
  // Their names are in the interface's language.
  const look = useMemo(() => looksOf(parts, wrapUp), [parts, wrapUp, t('language_tag')]);

  // Its field appears once its row is read.
  const [writing, setWriting] = useState<string>();
  const row = writing === undefined ? undefined : parts?.get(writing);
  const isWritten = row?.kind === 'part' && row.byHand;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the row is read; the function is the one of that moment
  useEffect(() => {
    if (!isWritten || writing === undefined) return;
    setWriting(undefined);
    onWrite(writing);
  }, [isWritten, writing]);

  const partOf = (id: string) => {
    const item = parts?.get(id) ?? list?.get(id);
    return item?.kind === 'part' ? item : undefined;
  };
  const changed = (item: Part, changes: Partial<Part>, text: string) =>
    actions.editPart(item, changes, 'edit', text);
  const ofList: PartsOfList | undefined = wrapUp && {
    look,
    isUnstored: (id) => parts?.isUnstored(id) ?? false,
    onByHand(id) {
      const item = partOf(id);
      if (!item) return;
      setWriting(id);
      const changes = writeByHand(parts?.outputOf(id) ?? '');
      void changed(item, changes, t('part_written', look(item).name));
    },
    onReset(id) {
      const item = partOf(id);
      if (item) void actions.resetPart(item);
    },
    onLandBelow: (after) => void actions.landBelow(wrapUp.id, after),
  };
  return {
    list: parts ?? list,
    parts: ofList,
    /** The props of a part's editor; whoever shows it closes it. */
    editing: (item: Part): Omit<PartEditorProps, 'onClose'> => ({
      item,
      look: look(item),
      output: parts?.outputOf(item.id),
      onText: (note) => void edit('item', item.id, item, { note }),
      onHide: (hidden) => void actions.hide([item.id], hidden),
      onByHand: () => ofList?.onByHand(item.id),
      onReset: () => void actions.resetPart(item),
      onTakeOver: (changes, clash) =>
        void changed(item, changes, t(clash ? 'part_taken_clash' : 'part_taken', look(item).name)),
      onKeepMine: (changes) => void changed(item, changes, t('part_kept', look(item).name)),
    }),
    /** True if a part without a row in the database contains these words. */
    isFound(id: string, words: readonly string[]) {
      const item = parts?.isUnstored(id) ? partOf(id) : undefined;
      if (!item) return false;
      const text = `${look(item).name} ${look(item).text}`.toLowerCase();
      return words.every((word) => text.includes(word));
    },
    /** Converts the landing line to an index among all rows. */
    landing: <T extends { index: number }>(landing: T): T =>
      parts && list ? { ...landing, index: landingRow(parts, list.ids, landing.index) } : landing,
  };
}

/** Returns how parts look; the same object for the same part, so its row is not rendered again. */
function looksOf(parts: PartList | undefined, wrapUp: Library['wrapUp']): (item: Part) => PartLook {
  const looks = new WeakMap<Part, PartLook>();
  return (item) => {
    const output = parts?.outputOf(item.id);
    const look = looks.get(item) ?? {
      name: partName(item, wrapUp),
      text: item.byHand ? item.note : (output ?? ''),
      untouched: parts?.isUnstored(item.id) ?? false,
      gone: parts !== undefined && output === undefined,
      outdated: output !== undefined && isOutdated(item, output),
    };
    looks.set(item, look);
    return look;
  };
}
