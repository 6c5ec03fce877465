import { momentFingerprint } from '../clips/moment.ts';
import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import { withPdfPage } from '../core/papers/pdf-page.ts';
import type { ChangeKind, ChangeView, FieldEdit } from '../core/post/change.ts';
import type { EditsOf, ItemEdits } from '../core/post/edits.ts';
import type { Item, ItemChanges } from '../core/post/item.ts';
import { attempt } from './attempt.ts';
import { type Edited, type EditOptions, editedRecord, fieldEdits, newOrigin } from './edited.ts';
import type { ChangeStore, ItemStore } from './ports.ts';

type Deps = { items: ItemStore; changes: ChangeStore };

/** Fails with `clip-gone` if there is no such item. */
export function editItem(
  { items, changes }: Deps,
  id: string,
  edits: EditsOf['item'],
  options: EditOptions = {},
): Promise<Result<Edited<Item>, Failure>> {
  return attempt(async () => {
    const { startSeconds, page } = edits;
    const known = startSeconds === undefined ? undefined : await items.get(id);
    // A moment with a new time gets a new fingerprint, so the next clip at its old time is not a
    // duplicate. It is hashed before the transaction, which would end meanwhile; a moment's
    // recording never changes.
    const moved: ItemChanges =
      known?.kind === 'moment' && startSeconds !== undefined
        ? { fingerprint: await momentFingerprint(known.mediaUrl, startSeconds) }
        : {};
    const applied = await changes.apply(options.origin ?? newOrigin(), async (view) => {
      const item = await view.item(id);
      if (item === undefined) return undefined;
      return {
        kind: options.kind ?? kindOf(edits),
        edits: [
          ...fieldEdits('item', id, edits, options.base),
          ...fieldEdits('item', id, { ...moved, ...sourceAt(item, page) }),
          ...(await factsOfOthers(view, item, edits, options.base)),
        ],
      };
    });
    return editedRecord<Item>(applied, 'item', id, 'clip-gone');
  });
}

const sourceFacts = ['sourceTitle', 'sourceAuthor', 'sourcePublished'] as const;

/** A fact about a clip's source holds for all its blocks (ADR 43). */
async function factsOfOthers(
  view: ChangeView,
  item: Item,
  edits: ItemEdits,
  base: EditOptions['base'],
): Promise<FieldEdit[]> {
  const facts = sourceFacts.filter((field) => edits[field] !== undefined);
  if (facts.length === 0 || !('source' in item)) return [];
  const blocks = await view.blocksOf(item);
  return blocks.flatMap((block) => {
    if (block.id === item.id || !('source' in block)) return [];
    return facts.flatMap((field) => {
      // Blocks that agree with the edited one are merged the same way.
      const isSame = block[field] === item[field];
      return fieldEdits('item', block.id, { [field]: edits[field] }, isSame ? base : undefined);
    });
  });
}

/** The page number is also a place in the source, in the form that other programs read. */
function sourceAt(item: Item, page: ItemEdits['page']): ItemChanges {
  if (!('source' in item) || page === undefined) return {};
  const { source } = item;
  return { source: { ...source, selectors: withPdfPage(source.selectors, page) } };
}

function kindOf(edits: ItemEdits): ChangeKind {
  const isHiding = edits.hidden !== undefined && Object.keys(edits).length === 1;
  return isHiding ? (edits.hidden ? 'hide' : 'show') : 'edit';
}
