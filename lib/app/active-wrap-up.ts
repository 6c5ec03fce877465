import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import { createWrapUp } from '../core/post/create-wrap-up.ts';
import { inboxId } from '../core/post/item.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import { attempt, orFail } from './attempt.ts';
import type { Clock, SettingStore, WrapUpStore } from './ports.ts';

type Deps = { wrapUps: WrapUpStore; settings: SettingStore; clock: Clock };

/** What takes the clips: a wrap-up, or the inbox (`wrapUp` is undefined then). */
export interface Active {
  id: string;
  wrapUp: WrapUp | undefined;
}

/** True if a wrap-up can take clips. */
function isOpen(wrapUp: WrapUp | undefined): wrapUp is WrapUp {
  return wrapUp !== undefined && wrapUp.deletedAt === null && wrapUp.archivedAt === null;
}

/** What takes the clips now; undefined if nothing was chosen or what was is not open any more. */
export async function findActive(deps: Omit<Deps, 'clock'>): Promise<Active | undefined> {
  const id = await deps.settings.activeWrapUpId();
  if (id === inboxId) return { id, wrapUp: undefined };
  const wrapUp = id === undefined ? undefined : await deps.wrapUps.get(id);
  return isOpen(wrapUp) ? { id: wrapUp.id, wrapUp } : undefined;
}

/**
 * What takes the clips, made where there is nothing: the wrap-up that changed last, or a new one,
 * so that the very first clip needs no set-up.
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

/** Makes another wrap-up (or the inbox) take the clips; one that was archived is open again. */
export function setActiveWrapUp(
  deps: Omit<Deps, 'clock'>,
  id: string,
): Promise<Result<Active, Failure>> {
  return attempt(async () => {
    let wrapUp: WrapUp | undefined;
    if (id !== inboxId) {
      const found = await deps.wrapUps.get(id);
      // A window that has not heard of its deletion may still offer it: the trash brings it back.
      wrapUp = orFail(found?.deletedAt === null ? found : undefined, 'wrap-up-gone');
      if (!isOpen(wrapUp)) wrapUp = await deps.wrapUps.update(id, { archivedAt: null });
    }
    await deps.settings.setActiveWrapUpId(id);
    return { id, wrapUp };
  });
}

/** Creates the next wrap-up from the last one created, and makes it take the clips. */
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
