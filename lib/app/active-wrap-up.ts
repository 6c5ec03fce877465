import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import { createWrapUp } from '../core/post/create-wrap-up.ts';
import { inboxId } from '../core/post/item.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import { attempt, orFail } from './attempt.ts';
import type { Clock, SettingStore, WrapUpStore } from './ports.ts';

type Deps = { wrapUps: WrapUpStore; settings: SettingStore; clock: Clock };

/** Where new clips go: a wrap-up, or the inbox (then `wrapUp` is undefined). */
export interface Active {
  id: string;
  wrapUp: WrapUp | undefined;
}

/** True if a wrap-up can take clips. */
function isOpen(wrapUp: WrapUp | undefined): wrapUp is WrapUp {
  return wrapUp !== undefined && wrapUp.deletedAt === null && wrapUp.archivedAt === null;
}

/**
 * Returns where new clips go; undefined if nothing was chosen, or the chosen wrap-up is no longer
 * open.
 */
export async function findActive(deps: Omit<Deps, 'clock'>): Promise<Active | undefined> {
  const id = await deps.settings.activeWrapUpId();
  if (id === inboxId) return { id, wrapUp: undefined };
  const wrapUp = id === undefined ? undefined : await deps.wrapUps.get(id);
  return isOpen(wrapUp) ? { id: wrapUp.id, wrapUp } : undefined;
}

/**
 * Returns where new clips go. If there is no such place, it takes the wrap-up that changed last, or
 * creates one, so the very first clip needs no set-up.
 */
export function ensureActiveWrapUp(deps: Deps): Promise<Result<Active, Failure>> {
  return attempt(async () => {
    const active = await findActive(deps);
    if (active !== undefined) return active;
    const all = await deps.wrapUps.list();
    const wrapUp = all.find(isOpen) ?? (await createFromLast(deps, all));
    await deps.settings.setActiveWrapUpId(wrapUp.id);
    return { id: wrapUp.id, wrapUp };
  });
}

/** Sends new clips to another wrap-up (or the inbox); an archived wrap-up is opened again. */
export function setActiveWrapUp(
  deps: Omit<Deps, 'clock'>,
  id: string,
): Promise<Result<Active, Failure>> {
  return attempt(async () => {
    let wrapUp: WrapUp | undefined;
    if (id !== inboxId) {
      const found = await deps.wrapUps.get(id);
      // A window that does not yet know of the deletion may still offer the wrap-up, so it is
      // restored from the trash.
      wrapUp = orFail(found?.deletedAt === null ? found : undefined, 'wrap-up-gone');
      if (!isOpen(wrapUp)) wrapUp = await deps.wrapUps.update(id, { archivedAt: null });
    }
    await deps.settings.setActiveWrapUpId(id);
    return { id, wrapUp };
  });
}

/** Creates the next wrap-up from the last one created, and sends new clips there. */
export function createNextWrapUp(
  deps: Deps,
  { id, title }: { id?: string; title?: string } = {},
): Promise<Result<WrapUp, Failure>> {
  return attempt(async () => {
    const wrapUp = await createFromLast(deps, await deps.wrapUps.list(), { id, title });
    await deps.settings.setActiveWrapUpId(wrapUp.id);
    return wrapUp;
  });
}

async function createFromLast(
  { wrapUps, settings, clock }: Deps,
  all: readonly WrapUp[],
  { id, title }: { id?: string | undefined; title?: string | undefined } = {},
): Promise<WrapUp> {
  const now = clock.now();
  const last = all.reduce<WrapUp | undefined>(
    (latest, each) => (latest && latest.createdAt >= each.createdAt ? latest : each),
    undefined,
  );
  const styleId = (await settings.nextStyleId()) ?? last?.styleId;
  const profile = await settings.profile(styleId);
  const wrapUp = createWrapUp(
    {
      id: id ?? crypto.randomUUID(),
      now,
      offsetMinutes: clock.offsetMinutes(now),
      ...(title === undefined ? {} : { title }),
    },
    last,
    { ...(styleId === undefined ? {} : { styleId }), profile },
  );
  await wrapUps.put(wrapUp);
  return wrapUp;
}
