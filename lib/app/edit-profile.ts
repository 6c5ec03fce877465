import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import type { Profile } from '../core/post/profile.ts';
import { attempt } from './attempt.ts';
import { type Edited, type EditOptions, editedRecord, fieldEdits, newOrigin } from './edited.ts';
import type { ChangeStore } from './ports.ts';

/**
 * Changes a house style, or creates one if the id is new; styles have their own history of steps.
 */
export function editProfile(
  { changes }: { changes: ChangeStore },
  id: string,
  edits: Partial<Profile>,
  options: EditOptions = {},
): Promise<Result<Edited<Profile>, Failure>> {
  return attempt(async () => {
    const applied = await changes.apply(options.origin ?? newOrigin(), () => ({
      kind: options.kind ?? 'edit',
      edits: fieldEdits('profile', id, edits, options.base),
    }));
    return editedRecord<Profile>(applied, 'profile', id, 'storage-failed');
  });
}
