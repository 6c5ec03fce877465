import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import { createWrapUp } from '../core/post/create-wrap-up.ts';
import type { WrapUp } from '../core/post/wrap-up.ts';
import { attempt, CodedError, orFail } from './attempt.ts';
import { archiveWrapUp } from './edit-wrap-up.ts';
import type { ChangeStore, Clock, SettingStore, WrapUpStore } from './ports.ts';

type Deps = {
  wrapUps: WrapUpStore;
  settings: SettingStore;
  changes: ChangeStore;
  clock: Clock;
};

export interface Finished {
  /** The wrap-up where new clips go from now on. */
  next: WrapUp;
  /** False if it existed already. */
  isNew: boolean;
  /** Id of the archiving step, for `ChangeStore.undoOne`. */
  changeId: string | undefined;
}

/**
 * Archives a wrap-up and starts the next, with its style, its footer and its number plus one; new
 * clips go there. An open wrap-up that was started after it counts as the next.
 */
export function finishWrapUp(deps: Deps, id: string): Promise<Result<Finished, Failure>> {
  return attempt(async () => {
    const { wrapUps, settings, clock } = deps;
    const wrapUp = orFail(await wrapUps.get(id), 'wrap-up-gone');
    const later = (await wrapUps.list()).find(
      ({ createdAt, archivedAt, deletedAt }) =>
        createdAt > wrapUp.createdAt && archivedAt === null && deletedAt === null,
    );
    const next = later ?? (await createAfter(deps, wrapUp, clock.now()));
    if (!later) await wrapUps.put(next);
    await settings.setActiveWrapUpId(next.id);
    const archived = await archiveWrapUp(deps, id);
    if (!archived.ok) throw new CodedError(archived.error.code);
    return { next, isNew: !later, changeId: archived.value.changeId };
  });
}

async function createAfter({ settings, clock }: Deps, last: WrapUp, now: string): Promise<WrapUp> {
  const { styleId } = last;
  const style = {
    ...(styleId === undefined ? {} : { styleId }),
    profile: await settings.profile(styleId),
  };
  const offsetMinutes = clock.offsetMinutes(now);
  return createWrapUp({ id: crypto.randomUUID(), now, offsetMinutes }, last, style);
}
