import { createMenuPage } from '../clips/menu-page.ts';
import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import { type Item, inboxId } from '../core/post/item.ts';
import { addItem, type NewPlace } from './add-item.ts';
import { attempt } from './attempt.ts';
import { pageLink } from './capture/candidates/page-link.ts';
import { composeClip } from './capture/compose-clip.ts';
import { givePicture } from './give-picture.ts';
import type { AssetStore, ChangeStore, Clock, ItemStore, SettingStore } from './ports.ts';

interface Deps {
  items: ItemStore;
  assets: AssetStore;
  changes: ChangeStore;
  settings: Pick<SettingStore, 'profile'>;
  clock: Clock;
}

/** Adds a pasted or dropped address as a clip, without reading its page. */
export function addAddress(
  deps: Deps,
  id: string,
  where: NewPlace,
  url: string,
): Promise<Result<Item, Failure>> {
  return attempt(async () => {
    const profile = await deps.settings.profile();
    const page = createMenuPage({ pageUrl: url });
    const link = pageLink({ page, section: '', permanentLinks: profile.permanentLinks });
    const { item } = await composeClip(
      { kind: 'link', page, ...link },
      { id, clock: deps.clock, profile },
    );
    return placed(deps, id, where, item);
  });
}

/** Adds a pasted or dropped picture with its bytes. The clip has no source. */
export function addPicture(
  deps: Deps,
  id: string,
  where: NewPlace,
  file: { name: string; bytes: ArrayBuffer },
): Promise<Result<Item, Failure>> {
  return attempt(async () => {
    const profile = await deps.settings.profile();
    const page = createMenuPage({ pageUrl: '', tabTitle: file.name });
    const picture = { alt: '', url: '', linkUrl: '', box: null, viewport: { width: 0, height: 0 } };
    const { item } = await composeClip(
      { kind: 'image', page, picture },
      { id, clock: deps.clock, profile },
    );
    const named =
      item.kind === 'image' && file.name !== '' ? { ...item, fileName: file.name } : item;
    await placed(deps, id, where, named);
    const given = await givePicture(deps, id, file.bytes);
    if (!given.ok) throw given.error;
    return given.value.record;
  });
}

async function placed(deps: Deps, id: string, where: NewPlace, item: Item): Promise<Item> {
  const { wrapUpId } = where;
  const tray = wrapUpId === inboxId ? {} : { seenAt: deps.clock.now() };
  const added = await addItem(deps, id, where, (order) => ({ ...item, ...tray, wrapUpId, order }));
  if (!added.ok) throw added.error;
  return added.value;
}
